// Overzicht: one glance. Municipalities by share of schools with a closed chain, gaps, bridges, findings.

import { byId } from "../bediening/dom";
import { GEEN } from "../data/model";
import { known, stateOf, total } from "../data/scholen";
import { getal, OORDEEL_NAAM, procent, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { findingsPanel } from "../paneel/bevindingen";
import type { Kijk, Laag, Tekenaar, Vak } from "../teken/doek";
import { drawLabels, type Geplaatst, place } from "../teken/etiketten";
import { overviewLegend } from "./overzichtlegende";
import { leaderPoints, Overzichtkaart } from "./overzichtkaart";
import { mapLabels, neighbourLabels } from "./overzichtlabels";
import { squares } from "./vakjes";
import type { Legende, View } from "./view";

export class Overzicht implements View, Tekenaar {
  readonly naam = "overzicht";
  readonly tab = "Overzicht";
  readonly tekenaar = this;
  private readonly kaart: Overzichtkaart;

  constructor(private readonly om: Omgeving) {
    this.kaart = new Overzichtkaart(om);
  }

  titel(): string {
    const { geheel } = this.kaart.telling;
    const som = total(geheel);
    const wie = this.om.t.thema === "1" ? "basisscholen" : this.om.t.thema === "2" ? "secundaire scholen" : "scholen";
    if (!som) return `Scholen en hun partners in ${this.om.model.g.meta.titel}`;
    if (!known(geheel)) return `Nog geen van de ${telwoord(som, "school is", `${wie} is`)} in kaart gebracht`;
    const op100 = Math.round((100 * geheel.per[0]) / som);
    return `Van school naar hulp: bij ${op100} op de 100 ${wie} is de keten gesloten`;
  }

  ondertitel(): string {
    const { meta } = this.om.model.g;
    const { geheel } = this.kaart.telling;
    if (!total(geheel)) return "De keten van school naar hulp is voor deze keuze nog niet berekend.";
    const hoog = Math.round((100 * (geheel.per[0] + geheel.per[4])) / total(geheel));
    const wit = geheel.per[4] && known(geheel) ? ` Met alle witte vlekken erbij: ${hoog}.` : "";
    return `${meta.uitleg[0] ?? "Een keten is gesloten als de school elke stap bereikt, en er plaats is."}${wit}`;
  }

  vernieuw(): void {
    this.kaart.recount();
    const { bevinding } = this.om.t;
    if (bevinding !== this.kaart.getoond) {
      this.kaart.getoond = bevinding;
      const vak = bevinding >= 0 ? this.kaart.findingBox(bevinding) : null;
      const klein = vak && vak.rechts - vak.links < 0.25 * (this.om.basis.vak.rechts - this.om.basis.vak.links);
      if (vak && klein && this.om.basis.vormen.length > 110) requestAnimationFrame(() => this.om.zoomNaar(vak, 6));
    }
  }

  extent(): Vak {
    return this.om.basis.vak;
  }

  padding(breed: number): Vak {
    if (this.om.smal) return { links: 34, boven: this.om.kopHoogte + 12, rechts: 34, onder: 106 };
    const onder = byId("onder").offsetHeight;
    // In a small window the legend stands in the panel.
    if (!byId("legende").offsetHeight) return { links: 44, boven: this.om.kopHoogte + 14, rechts: 70, onder: onder + 22 };
    // A wide area stands above the legend, a tall one beside it.
    if (this.om.basis.wide) return { links: 34, boven: this.om.kopHoogte + 12, rechts: 60, onder: onder + 46 + byId("legende").offsetHeight };
    const { offsetLeft, offsetWidth } = byId("legende");
    return { links: Math.min(offsetLeft + offsetWidth + 10, breed * 0.31), boven: this.om.kopHoogte + 26, rechts: Math.min(64, breed * 0.16), onder: onder + 32 };
  }

  lagen(kijk: Kijk): Laag[] {
    const { kaart } = this;
    const { basis } = this.om;
    return [basis.grond, basis.areas(kaart.fills()), basis.borders("rgba(255,255,255,0.9)", 1.1 * kaart.thin(kijk))];
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    const { kaart, om } = this;
    kaart.drawOutlines(ctx, kijk);
    const wegen = kaart.drawBridges(ctx, kijk);
    const merken = kaart.placeBadges(kijk, wegen);
    const schaal = om.smal ? [] : om.basis.drawScale(ctx, kijk, 66, byId("onder").offsetHeight + 10);
    const bezet = [...kaart.drawFinding(ctx, kijk), ...schaal, ...kijk.bezet, ...wegen.dozen, ...merken.map((merk) => merk.doos)];
    const lijnen = [...wegen.punten, ...merken.flatMap(leaderPoints)];
    const namen = mapLabels(om, kaart, kijk, lijnen, bezet);
    const geplaatst = [
      ...namen,
      ...place(neighbourLabels(om, kijk), [...bezet, ...namen.map((naam) => naam.doos)], kijk),
    ];
    drawLabels(ctx, geplaatst);
    kaart.drawBadges(ctx, merken);
    return geplaatst;
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { t, zweef } = this.om;
    for (const org of new Set([t.keuze, zweef])) if (org >= 0) this.kaart.drawSchool(ctx, kijk, org, org === t.keuze);
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const merk = this.kaart.badgeAt(x, y);
    if (merk >= 0) return this.om.model.g.bevindingen[merk].kop;
    const gemeente = this.om.basis.at(x, y, kijk);
    if (gemeente < 0) return "";
    const telling = this.kaart.telling.gemeenten[gemeente];
    const naam = this.om.model.g.gemeenten.naam[gemeente];
    const som = total(telling);
    if (!som) return `${naam}\nGeen scholen in deze keuze`;
    const delen = OORDEEL_NAAM.map((woord, i) => [woord.toLowerCase(), telling.per[i]] as const).filter(([, n]) => n);
    const staat = stateOf(telling) === "wit" ? "nog niet in kaart gebracht" : `${procent(telling.per[0], total(telling))} gesloten`;
    return `${naam}\n${telwoord(som, "school", "scholen")}, ${staat}\n${delen.map(([woord, n]) => `${getal(n)} ${woord}`).join(" · ")}`;
  }

  click(x: number, y: number, kijk: Kijk): void {
    const merk = this.kaart.badgeAt(x, y);
    const { winkel, t } = this.om;
    if (merk >= 0) {
      winkel.set({ bevinding: t.bevinding === merk ? GEEN : merk, keuze: GEEN, gemeente: GEEN });
      return;
    }
    const gemeente = this.om.basis.at(x, y, kijk);
    winkel.set({ gemeente: gemeente === t.gemeente ? GEEN : gemeente, keuze: GEEN, bevinding: GEEN });
  }

  plaats(org: number): [number, number] | null {
    const { x, y } = this.om.model.g.organisaties;
    const px = x[org];
    const py = y[org];
    return px === null || py === null ? null : [px, py];
  }

  bijwerk(host: HTMLElement): void {
    host.replaceChildren(squares(this.om, this.kaart.telling.geheel));
  }

  legende(): Legende[] {
    return overviewLegend(this.om, this.kaart);
  }

  paneel(): Node[] {
    return findingsPanel(this.om, this.kaart.telling.geheel);
  }
}
