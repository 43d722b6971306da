// Tijd: what changed between two days, on a map that stays where it is; what happened apart from what was mapped.

import { byId, el } from "../bediening/dom";
import { font, INKT, PAPIER, trap } from "../data/kleuren";
import { GEEN } from "../data/model";
import { perAard, period, type Tijdboek, timeOf } from "../data/tijd";
import { getal, opEtiket, procent, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { heading, paragraph } from "../paneel/hulp";
import { timePanel } from "../paneel/tijdpaneel";
import { type Kijk, type Laag, type Tekenaar, toX, toY, type Vak } from "../teken/doek";
import { type Doos, drawLabels, type Etiket, type Geplaatst, place, size } from "../teken/etiketten";
import { bars, Speler, timeControls, timeLegend } from "./tijdbalken";
import { Tijdlijnen } from "./tijdlijnen";
import type { Legende, View } from "./view";

/** The steps of Overzicht, paler: lines are what this map is about. */
const LICHT = ["#EFE0C4", "#E2E5CE", "#C4DBCA", "#97C3B9", "#6AA19E"];
const NIETS = "Deze kaart kent het verleden niet. Een kaart die met netwerkkaart kaart gemaakt is, kent het wel.";

export class Tijd implements View, Tekenaar {
  readonly naam = "tijd";
  readonly tab = "Tijd";
  private readonly speler: Speler;
  private lijnen: Tijdlijnen | null = null;
  private aandeel: { alle: number[]; dicht: number[] } = { alle: [], dicht: [] };

  /** The municipality to which the arrow keys walked. */
  private bij = GEEN;

  constructor(private readonly om: Omgeving) {
    this.speler = new Speler(om, () => this.boek, () => this.titel());
  }

  private get boek(): Tijdboek | null {
    return timeOf(this.om);
  }

  get tekenaar(): Tekenaar | undefined {
    return this.boek ? this : undefined;
  }

  private get dagen(): [number, number] {
    return this.boek ? period(this.om, this.boek) : [0, 1];
  }

  titel(): string {
    const { boek } = this;
    if (!boek) return "De tijd";
    const [van, tot] = this.dagen;
    const { kaart, gebeurd } = perAard(boek.count("band", van, tot));
    if (!kaart && !gebeurd) return "Tussen deze dagen kwam er geen band bij";
    if (!kaart) return `Er ${gebeurd === 1 ? "kwam" : "kwamen"} ${telwoord(gebeurd, "nieuwe band", "nieuwe banden")} bij`;
    const slot = `${getal(kaart)} ${kaart === 1 ? "bestond" : "bestonden"} al`;
    return `Van de ${telwoord(kaart + gebeurd, "nieuwe band", "nieuwe banden")} ${gebeurd === 1 ? "is" : "zijn"} er ${getal(gebeurd)} echt gelegd; ${slot}`;
  }

  ondertitel(): string {
    const { boek } = this;
    if (!boek) return NIETS;
    const [van, tot] = this.dagen;
    return `Van ${boek.dagen[van]} tot ${boek.dagen[tot]}. Kleur: aandeel gesloten ketens op de laatste dag.${this.lijnen?.beperkt ? " Alleen de drukste lijnen." : ""}`;
  }

  vernieuw(): void {
    const { boek } = this;
    if (this.om.t.view !== this.naam) {
      this.speler.stop();
      this.bij = GEEN;
      return;
    }
    if (!boek) return;
    const [van, tot] = this.dagen;
    this.lijnen = new Tijdlijnen(this.om, boek, van, tot);
    this.aandeel = boek.closedShare(tot);
  }

  extent(): Vak {
    return this.om.basis.vak;
  }

  padding(): Vak {
    // The bars stand below the map, over the same canvas.
    const onder = byId("onder").offsetHeight;
    if (this.om.smal) return { links: 22, boven: this.om.kopHoogte + 16, rechts: 22, onder: onder + 20 };
    // A wide area would hide behind the legend at its left: it takes the width instead.
    const zij = this.om.basis.wide ? 44 : 130;
    return { links: zij, boven: this.om.kopHoogte + 20, rechts: zij, onder: onder + 26 };
  }

  lagen(): Laag[] {
    const { basis } = this.om;
    const kleuren = basis.vormen.map((_, i) => {
      const alle = this.aandeel.alle[i] ?? 0;
      return [alle ? LICHT[trap(this.aandeel.dicht[i] / alle)] : "#F7F3EA"];
    });
    return [basis.grond, basis.areas(kleuren), basis.borders("#FBF8F1", 1.1)];
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    const { merken, lijnen } = this.lijnen?.draw(ctx, kijk) ?? { merken: [], lijnen: [] };
    const vast = [...kijk.bezet, ...merken, this.below(kijk)];
    const namen = this.names(kijk);
    const eerst = place(namen, [...vast, ...lijnen], kijk, 60);
    // A name that finds no place between the lines stands on one.
    const rest = namen.filter((naam) => !eerst.some(({ etiket }) => etiket === naam));
    const geplaatst = [...eerst, ...place(rest, [...vast, ...eerst.map(({ doos }) => doos)], kijk, 60 - eerst.length)];
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  /** The bars: nothing of the picture belongs below them. */
  private below(kijk: Kijk): Doos {
    const h = byId("onder").offsetHeight;
    return { x: kijk.breed / 2, y: kijk.hoog - h / 2, b: kijk.breed, h, hoek: 0 };
  }

  private names(kijk: Kijk): Etiket[] {
    const { gemeenten } = this.om.model.g;
    const grens = [...this.aandeel.alle].sort((a, b) => b - a)[Math.floor(this.aandeel.alle.length * 0.3)] ?? 0;
    return gemeenten.naam.flatMap((naam, i) => {
      const punt = this.om.basis.point(i, kijk);
      const n = this.aandeel.alle[i] ?? 0;
      if (!punt || n < grens || n === 0) return [];
      const kaal: Etiket = { regels: [opEtiket(naam)], fonts: [font(this.om.smal ? 10 : 11.5, 600)], kleur: INKT, halo: PAPIER, belang: n, plekken: [] };
      const [b, h] = size(kaal);
      return [{ ...kaal, plekken: [0, -1, 1, -2, 2].flatMap((rij) => [0, -1, 1].map((zij) => ({ x: punt[0] + 0.45 * zij * b, y: punt[1] + rij * h, prijs: Math.abs(rij) + 0.7 * Math.abs(zij) }))) }];
    });
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    this.outline(ctx, kijk);
    const { x, y, soort } = this.om.model.g.organisaties;
    for (const org of new Set([this.om.t.keuze, this.om.zweef])) {
      if (org < 0 || x[org] === null || y[org] === null) continue;
      const [px, py] = [toX(kijk, x[org] ?? 0), toY(kijk, y[org] ?? 0)];
      ctx.beginPath();
      ctx.arc(px, py, 10, 0, 2 * Math.PI);
      ctx.fillStyle = "#FFFFFF";
      ctx.fill();
      ctx.lineWidth = 2.4;
      ctx.strokeStyle = INKT;
      ctx.stroke();
      this.om.sprites.draw(ctx, soort[org], px, py, 7, kijk.dpr);
    }
  }

  /** Where the arrow keys stand. */
  private outline(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const vorm = this.om.basis.vormen[this.bij];
    if (!vorm) return;
    this.om.basis.inGrid(ctx, kijk, (px) => {
      ctx.strokeStyle = INKT;
      ctx.lineWidth = 3 * px;
      ctx.stroke(vorm.pad);
    });
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const gemeente = this.om.basis.at(x, y, kijk);
    return gemeente < 0 ? "" : this.words(gemeente).join("\n");
  }

  /** What the pointer and a screen reader hear of a municipality. */
  private words(gemeente: number): string[] {
    const alle = this.aandeel.alle[gemeente] ?? 0;
    const ketens = alle ? `${procent(this.aandeel.dicht[gemeente], alle)} van ${telwoord(alle, "keten", "ketens")} gesloten` : "geen ketens in deze keuze";
    return [this.om.model.g.gemeenten.naam[gemeente], ketens, ...(this.lijnen?.words(gemeente) ?? [])];
  }

  click(x: number, y: number, kijk: Kijk): void {
    const gemeente = this.om.basis.at(x, y, kijk);
    this.om.winkel.set({ gemeente: gemeente === this.om.t.gemeente ? GEEN : gemeente, keuze: GEEN, vak: "" });
  }

  /** The arrow keys walk from municipality to municipality by name: what a click opens, Enter opens. */
  readonly wandel = {
    langs: "gemeente naar gemeente",
    stap: (dx: number, dy: number): string => {
      const { naam } = this.om.model.g.gemeenten;
      const rij = naam.map((_, i) => i).filter((i) => this.om.basis.vormen[i]);
      rij.sort((p, q) => naam[p].localeCompare(naam[q], "nl"));
      if (!rij.length) return "Er is geen gemeente getekend.";
      const nu = rij.indexOf(this.bij >= 0 ? this.bij : this.om.t.gemeente);
      const vooruit = dx + dy > 0;
      this.bij = rij[nu < 0 ? (vooruit ? 0 : rij.length - 1) : (nu + (vooruit ? 1 : -1) + rij.length) % rij.length];
      this.om.zweef = GEEN;
      this.om.vraagTop();
      return `${this.words(this.bij).join(", ")}.`;
    },
    kies: (): void => {
      if (this.bij >= 0) this.om.winkel.set({ gemeente: this.bij, keuze: GEEN, vak: "" });
    },
  };

  plaats(org: number): [number, number] | null {
    const { x, y } = this.om.model.g.organisaties;
    const [px, py] = [x[org], y[org]];
    return px === null || py === null ? null : [px, py];
  }

  bijwerk(host: HTMLElement): void {
    const { boek } = this;
    if (!boek) return;
    host.append(el("div", { class: "tijdonder" }, timeControls(this.om, boek, this.speler), timeLegend(this.om), bars(this.om, boek)));
  }

  legende(): Legende[] {
    return this.boek ? [{ titel: "Gesloten ketens", schaal: LICHT, rijen: [] }] : [];
  }

  get eigenPaneel(): boolean {
    return this.om.t.keuze < 0;
  }

  paneel(): Node[] {
    const { boek } = this;
    if (!boek) return [heading("Geen verleden"), paragraph(NIETS)];
    return timePanel(this.om, boek, ...this.dagen);
  }
}
