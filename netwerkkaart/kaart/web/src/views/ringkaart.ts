// The area: a ring per municipality where it lies, ties summed per pair.

import { byId } from "../bediening/dom";
import { font, GEEL, INKT, PAPIER } from "../data/kleuren";
import { GEEN } from "../data/model";
import { countSchools, stateOf } from "../data/scholen";
import type { Paar } from "../data/sommen";
import { getal, opEtiket, telwoord } from "../data/zinnen";
import { arcs, drawHand } from "../hand/tekening";
import type { Omgeving } from "../omgeving";
import { type Kijk, type Laag, toX, toY, type Vak } from "../teken/doek";
import { drawLabels, type Etiket, type Geplaatst, place, type Plek, size } from "../teken/etiketten";
import { drawRing, type Ringdeel, slices } from "../teken/ringen";
import { type Bol, pushApart } from "../teken/uiteen";
import { arc, trace } from "../teken/wegen";
import { type Boogstijl, drawBows, markOrg } from "./kaartkeuze";
import { neighbourLabels } from "./overzichtlabels";
import { Ringopen } from "./ringopen";

const LIJN = "#71879A";
/** With more neighbours than this, all of them are drawn thinner. */
const VEEL = 40;

export class Ringkaart {
  private delen: Ringdeel[][];
  private aantal: number[] = [];
  private wit: boolean[] = [];
  private bollen: (Bol | null)[] = [];
  private readonly los: Ringopen;
  private kijk: Kijk | null = null;

  constructor(private readonly om: Omgeving) {
    this.delen = slices(om);
    this.los = new Ringopen(om);
    this.recount();
  }

  recount(): void {
    this.delen = slices(this.om);
    this.aantal = this.delen.map((delen) => delen.reduce((som, deel) => som + deel.aantal, 0));
    this.los.recount();
    this.wit = countSchools(this.om).gemeenten.map((telling) => stateOf(telling) === "wit");
  }

  uitleg(): string {
    return this.los.noot;
  }

  /** Kinds that are drawn as marks of their own; none from afar. */
  kinds(): number[] {
    return this.los.kinds();
  }

  extent(): Vak {
    return this.om.basis.vak;
  }

  padding(breed: number): Vak {
    if (this.om.smal) return { links: 26, boven: this.om.kopHoogte + 16, rechts: 26, onder: 40 };
    // In a small window the legend stands in the panel.
    if (!byId("legende").offsetHeight) return { links: 60, boven: this.om.kopHoogte + 18, rechts: 76, onder: 44 };
    if (this.om.basis.wide) return { links: 40, boven: this.om.kopHoogte + 16, rechts: 60, onder: 230 };
    return { links: Math.min(170, breed * 0.19), boven: this.om.kopHoogte + 26, rechts: Math.min(96, breed * 0.1), onder: 44 };
  }

  /** Ties that are drawn: from four on, at most so many that the map stays legible. */
  ties(): { paren: Paar[]; drempel: number; hoogste: number } {
    const meest = this.druk ? 140 : 90;
    const hoogste = Math.max(1, this.om.paren[0]?.aantal ?? 1);
    const vloer = hoogste >= 8 ? 4 : 1;
    const rand = this.om.paren[meest]?.aantal ?? 0;
    const drempel = Math.max(vloer, rand + 1);
    return { paren: this.om.paren.filter((paar) => paar.aantal >= drempel), drempel: Math.min(drempel, hoogste), hoogste };
  }

  /** Hundreds of rings lie close: smaller, with fewer ties between them, that are thicker for it. */
  private get druk(): boolean {
    return this.aantal.reduce((n, aantal) => n + Number(aantal > 0), 0) > 110;
  }

  /** How wide a line of so many ties is drawn, in pixels. */
  tieWidth(aantal: number): number {
    const deel = aantal / Math.max(1, this.om.paren[0]?.aantal ?? 1);
    if (this.druk) return 1 + 5 * deel ** 0.6;
    return (0.8 + 8.5 * deel) * Math.min(1, this.scale(this.kijk?.zoom ?? 1) + 0.15);
  }

  private scale(zoom: number): number {
    const gevuld = Math.max(1, this.aantal.filter((n) => n > 0).length);
    const maat = Math.min(1, Math.sqrt((gevuld > 110 ? 34 : 52) / gevuld) * zoom ** 0.7) * (this.om.smal ? (this.druk ? 0.46 : 0.66) : 1);
    const grootste = this.druk ? 1 + 2.55 * Math.sqrt(Math.max(...this.aantal, 1)) : 5 + 2.55 * Math.sqrt(Math.max(...this.aantal, 1));
    return Math.min(maat, (30 * Math.max(1, zoom ** 0.4)) / grootste);
  }

  private placeRings(kijk: Kijk): void {
    const maat = this.scale(kijk.zoom);
    const kern = this.druk ? 1 : 5;
    this.bollen = this.aantal.map((n, i) => {
      const punt = this.om.basis.point(i, kijk);
      return n && punt && !this.los.has(i) ? { x: punt[0], y: punt[1], r: (kern + 2.55 * Math.sqrt(n)) * maat } : null;
    });
    // Pushed far, a city would lie where another one is: hundreds on a phone may touch.
    pushApart(this.bollen.filter((bol): bol is Bol => bol !== null), this.druk && this.om.smal ? 0.4 : 3.5, 60);
  }

  lagen(): Laag[] {
    const { basis } = this.om;
    return [basis.grond, basis.areas(this.wit.map((wit) => [wit ? "#FFFFFF" : "#F0E9DA"])), basis.borders("#D6CBB4", 1)];
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    const { t, basis } = this.om;
    this.kijk = kijk;
    basis.drawUnknown(ctx, kijk, this.wit);
    this.los.arrange(kijk);
    this.placeRings(kijk);
    this.drawTies(ctx, kijk);
    const hand = this.om.hand?.beeld;
    const { dof } = this.om;
    this.los.drawTies(ctx, kijk, this.bollen, dof);
    this.bollen.forEach((bol, i) => {
      if (bol) drawRing(ctx, bol.x, bol.y, bol.r, this.delen[i], getal(this.aantal[i]), dof);
    });
    this.los.drawDots(ctx, kijk, dof);
    if (t.keuze >= 0 && !hand) this.drawChosen(ctx, kijk, t.keuze);
    const extra = hand ? drawHand(ctx, kijk, this.om, hand, arcs(ctx, kijk, (org) => this.pixel(org, kijk))) : { etiketten: [], bezet: [] };
    // Where rings stand in hundreds, a name may lie over the smallest of them.
    const telt = this.bollen.length > 110 ? 7 : 0;
    const ringdozen = this.bollen.flatMap((bol) => (bol && bol.r >= telt ? [{ x: bol.x, y: bol.y, b: 1.7 * bol.r, h: 1.7 * bol.r, hoek: 0 }] : []));
    ringdozen.push(...this.los.boxes());
    ringdozen.push(...basis.drawScale(ctx, kijk, this.om.smal ? 70 : 66, this.om.smal ? 16 : 24));
    // What a tool names comes first, also over a ring.
    const vooraan = place(extra.etiketten, [...kijk.bezet, ...extra.bezet], kijk);
    const dozen = [...kijk.bezet, ...ringdozen, ...extra.bezet, ...vooraan.map(({ doos }) => doos)];
    const geplaatst = [...vooraan, ...place([...this.names(kijk), ...this.los.names(kijk), ...neighbourLabels(this.om, kijk)], dozen, kijk, telt && kijk.zoom < 2 ? (this.om.smal ? 24 : 60) : 160)];
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  private drawTies(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { paren, hoogste } = this.ties();
    const { vak } = this.om.basis;
    const midden: [number, number] = [toX(kijk, (vak.links + vak.rechts) / 2), toY(kijk, (vak.boven + vak.onder) / 2)];
    const { dof } = this.om;
    ctx.lineCap = "round";
    ctx.strokeStyle = LIJN;
    for (const { a, b, aantal } of [...paren].reverse()) {
      const p = this.bollen[a];
      const q = this.bollen[b];
      if (!p || !q) continue;
      ctx.globalAlpha = (dof ? 0.15 : 1) * ((this.druk ? 0.6 : 0.45) + (0.35 * aantal) / hoogste);
      ctx.lineWidth = this.tieWidth(aantal);
      trace(ctx, arc([p.x, p.y], [q.x, q.y], midden, 0.09));
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    ctx.lineCap = "butt";
  }

  /** The ties of the chosen organisation, from place to place. */
  private drawChosen(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number): void {
    const stijl = (aantal: number): Boogstijl => ({ bocht: 0.08, breed: aantal > VEEL ? 1.1 : 2.2, rand: [PAPIER, 4], streep: [7, 4] });
    const buren = drawBows(ctx, kijk, this.om, org, (ander) => this.pixel(ander, kijk), stijl);
    for (const buur of buren) {
      const naar = this.pixel(buur.org, kijk);
      if (naar) this.om.sprites.draw(ctx, this.om.model.g.organisaties.soort[buur.org], naar[0], naar[1], buren.length > VEEL ? 3.5 : 5.5, kijk.dpr);
    }
    this.mark(ctx, kijk, org, GEEL, 4);
  }

  private mark(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number, kleur: string, breed: number): void {
    const punt = this.pixel(org, kijk);
    if (punt) markOrg(ctx, kijk, this.om, org, punt, { schijf: 11, r: 7, kleur, breed });
  }

  private pixel(org: number, kijk: Kijk): [number, number] | null {
    const los = this.los.pixel(org);
    if (los) return los;
    const { x, y } = this.om.model.g.organisaties;
    const px = x[org];
    const py = y[org];
    return px === null || py === null ? null : [toX(kijk, px), toY(kijk, py)];
  }

  private names(kijk: Kijk): Etiket[] {
    const gesorteerd = [...this.aantal].sort((a, b) => b - a);
    const grens = gesorteerd[Math.floor(this.aantal.length * 0.22)] ?? 0;
    return this.aantal.flatMap((n, i) => {
      const bol = this.bollen[i];
      if (!bol || bol.x < 0 || bol.y < 0 || bol.x > kijk.breed || bol.y > kijk.hoog) return [];
      const groot = n >= Math.max(2, grens);
      const kaal: Etiket = {
        regels: [opEtiket(this.om.model.g.gemeenten.naam[i])],
        fonts: [font((groot ? 12.8 : 11.5) - (this.om.smal ? 1 : 0), groot ? 700 : 400)],
        kleur: this.wit[i] ? "#5A6570" : INKT,
        halo: this.wit[i] ? "#FFFFFF" : "#F0E9DA",
        belang: n,
        regelhoogte: groot ? 14 : 13,
        plekken: [],
      };
      const [b, h] = size(kaal);
      const d = bol.r + 4;
      const plekken: Plek[] = [
        { x: bol.x, y: bol.y + d + h / 2 - 2 },
        { x: bol.x, y: bol.y - d - h / 2 + 2, prijs: 1 },
        { x: bol.x + d + b / 2, y: bol.y, prijs: 1.5 },
        { x: bol.x - d - b / 2, y: bol.y, prijs: 1.5 },
        { x: bol.x + b / 3, y: bol.y + d + h / 2, prijs: 2 },
        { x: bol.x - b / 3, y: bol.y + d + h / 2, prijs: 2 },
        { x: bol.x + b / 3, y: bol.y - d - h / 2, prijs: 2.2 },
        { x: bol.x - b / 3, y: bol.y - d - h / 2, prijs: 2.2 },
      ];
      return [{ ...kaal, plekken }];
    });
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { zweef, t } = this.om;
    if (zweef < 0 || zweef === t.keuze) return;
    if (t.keuze < 0 && this.los.pixel(zweef)) drawBows(ctx, kijk, this.om, zweef, (ander) => this.pixel(ander, kijk), () => ({ bocht: 0.07, breed: 1.8 }));
    this.mark(ctx, kijk, zweef, INKT, 2.4);
  }

  private at(x: number, y: number, kijk: Kijk): number {
    const i = this.bollen.findIndex((bol) => bol !== null && Math.hypot(bol.x - x, bol.y - y) <= bol.r + 3);
    return i >= 0 ? i : this.om.basis.at(x, y, kijk);
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const { model } = this.om;
    const org = this.los.at(x, y);
    if (org !== this.om.zweef) {
      this.om.zweef = org;
      this.om.vraagTop();
    }
    if (org >= 0) return `${model.naam(org)}\n${model.soort(org).enkel} · ${telwoord(model.graad[org], "band", "banden")}`;
    const gemeente = this.at(x, y, kijk);
    if (gemeente < 0) return "";
    const { naam } = model.g.gemeenten;
    const buren = this.om.paren.filter((paar) => paar.a === gemeente || paar.b === gemeente).slice(0, 3);
    const regels = buren.map((paar) => `${naam[paar.a === gemeente ? paar.b : paar.a]}: ${telwoord(paar.aantal, "band", "banden")}`);
    return [naam[gemeente], telwoord(this.aantal[gemeente], "organisatie", "organisaties"), ...regels].join("\n");
  }

  click(x: number, y: number, kijk: Kijk): void {
    const org = this.los.at(x, y);
    if (org >= 0) {
      this.om.winkel.set({ keuze: org });
      return;
    }
    const gemeente = this.at(x, y, kijk);
    this.om.winkel.set(gemeente >= 0 ? { gemeente, keuze: GEEN } : { keuze: GEEN });
  }

  plaats(org: number): [number, number] | null {
    const los = this.los.pixel(org);
    if (los && this.kijk) return [(los[0] - this.kijk.x) / this.kijk.k, (los[1] - this.kijk.y) / this.kijk.k];
    const { x, y } = this.om.model.g.organisaties;
    const px = x[org];
    const py = y[org];
    return px === null || py === null ? null : [px, py];
  }
}
