// The picture of Bruggen: islands with their organisations, roads, dotted and broken bridges, proposals.

import type { Brug, Bruggenboek } from "../data/bruggen";
import { alfa, BREEKBAAR, font, GEEL, INKT, PAPIER, SECTORKLEUR, ZACHT } from "../data/kleuren";
import { getal } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { type Kijk, toX, toY } from "../teken/doek";
import type { Doos } from "../teken/etiketten";
import { arc, type Boog, drawCross, drawFragile, drawNew, drawRoad, pointOn, strokeBoog } from "../teken/wegen";
import { part, type Plan, type Weg } from "./bruggenplan";

const UIT = 0.16;
const STROKEN = 9;
/** Where on a road its number may stand, the best place first. */
const PLEKKEN = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8];

export class Bruggentekening {
  private readonly wegVan: Map<number, Weg>;
  private readonly hoogste: number;

  constructor(
    private readonly om: Omgeving,
    private readonly boek: Bruggenboek,
    readonly plan: Plan,
  ) {
    this.wegVan = new Map(plan.wegen.map((weg) => [weg.rij, weg]));
    this.hoogste = Math.max(1, ...boek.blok.tussen.aantal);
  }

  weg(rij: number): Weg | undefined {
    return this.wegVan.get(rij);
  }

  straal(kijk: Kijk): number {
    return Math.max(0.8, Math.min(9, 0.4 * this.plan.steek * kijk.k));
  }

  pixel(org: number, kijk: Kijk): [number, number] | null {
    const plek = this.plan.plek.get(org);
    return plek ? [toX(kijk, plek[0]), toY(kijk, plek[1])] : null;
  }

  /** The curve of a bridge in pixels; null when an end lies on no island. */
  boog(brug: Brug, kijk: Kijk): Boog | null {
    if (brug.van < 0) {
      const weg = this.wegVan.get(brug.rij);
      if (!weg) return null;
      const at = ([x, y]: readonly [number, number]): [number, number] => [toX(kijk, x), toY(kijk, y)];
      return { van: at(weg.boog.van), naar: at(weg.boog.naar), buig: at(weg.boog.buig) };
    }
    const van = this.pixel(brug.van, kijk);
    const naar = this.pixel(brug.naar, kijk);
    return van && naar ? arc(van, naar, [kijk.breed / 2, kijk.hoog / 2], 0.09) : null;
  }

  drawIslands(ctx: CanvasRenderingContext2D, kijk: Kijk, dof: boolean): void {
    const kusten = this.plan.eilanden.map(({ kust }) => kust.map(([x, y]): [number, number] => [toX(kijk, x), toY(kijk, y)]));
    const maat = Math.min(1, kijk.k);
    for (const [breed, dekking] of [[26, 0.05], [17, 0.08], [9, 0.13]] as const) {
      ctx.strokeStyle = `rgba(96,140,165,${dekking})`;
      ctx.lineWidth = 2 * breed * maat;
      ctx.lineJoin = "round";
      for (const kust of kusten) {
        traceCoast(ctx, kust);
        ctx.stroke();
      }
    }
    for (const kust of kusten) {
      traceCoast(ctx, kust);
      ctx.fillStyle = "#FFFEFB";
      ctx.fill();
      ctx.strokeStyle = "#7F95A6";
      ctx.lineWidth = 1.1;
      ctx.stroke();
    }
    const r = this.straal(kijk);
    const { soort } = this.om.model.g.organisaties;
    const stippen = [...this.plan.plek].map(([org, [x, y]]) => ({ soort: soort[org], x: toX(kijk, x), y: toY(kijk, y), dekking: this.om.zicht.org[org] ? (dof ? 0.45 : 1) : UIT }));
    this.om.stippen.draw(ctx, stippen, r, kijk.dpr);
  }

  /** Width of a road by the number of bridges in it. */
  breedte(aantal: number): number {
    return 3 + 7 * Math.sqrt(aantal / this.hoogste);
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk, brug: Brug, dof: boolean): void {
    const boog = this.boog(brug, kijk);
    if (!boog) return;
    ctx.globalAlpha = dof && brug.laag !== "stevig" ? 0.2 : 1;
    if (brug.laag === "stevig") {
      const breed = this.breedte(this.boek.blok.tussen.aantal[brug.rij]);
      if (dof) strokeBoog(ctx, boog, "#E3DDCF", breed);
      else drawRoad(ctx, boog, breed);
    } else if (brug.laag === "breekbaar") drawFragile(ctx, boog);
    else if (brug.laag === "afgebroken") drawBroken(ctx, boog);
    else drawNew(ctx, boog);
    ctx.globalAlpha = 1;
  }

  /** A soft yellow band below what is chosen, or an ink one below what the pointer is on. */
  drawUnder(ctx: CanvasRenderingContext2D, kijk: Kijk, brug: Brug, kleur: string): void {
    const boog = this.boog(brug, kijk);
    if (!boog) return;
    ctx.lineCap = "round";
    strokeBoog(ctx, boog, kleur, brug.laag === "voorstel" ? 19 : brug.laag === "stevig" ? this.breedte(this.boek.blok.tussen.aantal[brug.rij]) + 12 : 14);
    ctx.lineCap = "butt";
  }

  /** What the islands cover, in strips. */
  land(kijk: Kijk): Doos[] {
    return this.plan.eilanden.flatMap(({ kust }) => {
      const ys = kust.map(([, y]) => y);
      const [laag, hoog] = [Math.min(...ys), Math.max(...ys)];
      const h = (hoog - laag) / STROKEN;
      return Array.from({ length: STROKEN }, (_, i): Doos => {
        const midden = laag + (i + 0.5) * h;
        const xs = kust.filter(([, y]) => Math.abs(y - midden) < h).map(([x]) => x);
        const [links, rechts] = xs.length ? [Math.min(...xs), Math.max(...xs)] : [0, 0];
        return { x: toX(kijk, (links + rechts) / 2), y: toY(kijk, midden), b: 0.9 * (rechts - links) * kijk.k, h: 0.9 * h * kijk.k, hoek: 0 };
      });
    });
  }

  /** A white plate with a number on a road, where it covers no other line if that can be; gives its box. */
  drawCount(ctx: CanvasRenderingContext2D, kijk: Kijk, brug: Brug, dof: boolean, anderen: readonly Doos[]): Doos | null {
    const boog = this.boog(brug, kijk);
    if (!boog) return null;
    const tekst = getal(this.boek.blok.tussen.aantal[brug.rij]);
    const maat = this.om.smal ? 0.8 : 1;
    const b = (12 + 7.2 * tekst.length) * maat;
    const druk = ([px, py]: readonly [number, number]): number => anderen.filter((doos) => Math.abs(doos.x - px) < (doos.b + b) / 2 && Math.abs(doos.y - py) < (doos.h + 22) / 2).length;
    const plekken = PLEKKEN.map((t, i) => ({ punt: pointOn(boog, t), prijs: i * 0.4 }));
    const [x, y] = plekken.reduce((beste, plek) => (druk(plek.punt) + plek.prijs < druk(beste.punt) + beste.prijs ? plek : beste)).punt;
    ctx.globalAlpha = dof ? 0.35 : 1;
    ctx.beginPath();
    ctx.roundRect(x - b / 2, y - 10 * maat, b, 20 * maat, 10);
    ctx.fillStyle = "#FFFFFF";
    ctx.fill();
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = brug.laag === "breekbaar" ? BREEKBAAR : INKT;
    ctx.stroke();
    ctx.fillStyle = INKT;
    ctx.font = font(12.5 * maat, 700);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(tekst, x, y + 0.5);
    ctx.globalAlpha = 1;
    return { x, y, b: b + 6, h: 24, hoek: 0 };
  }

  /** Box of what stands in the middle of a bridge: a cross, or the organisation on which it hangs; else none. */
  pivot(brug: Brug, kijk: Kijk): Doos[] {
    const boog = this.boog(brug, kijk);
    if (!boog || (brug.laag !== "afgebroken" && (brug.aan < 0 || brug.aan >= this.om.model.n))) return [];
    const [x, y] = pointOn(boog, 0.5);
    return [{ x, y, b: 26, h: 26, hoek: 0 }];
  }

  drawPivot(ctx: CanvasRenderingContext2D, kijk: Kijk, brug: Brug): Doos | null {
    const [doos] = this.pivot(brug, kijk);
    if (!doos) return null;
    if (brug.laag === "afgebroken") drawCross(ctx, doos.x, doos.y);
    else this.disc(ctx, kijk, doos.x, doos.y, brug.aan, BREEKBAAR, 11);
    return doos;
  }

  /** Both ends of a single tie, enlarged on the coast of their islands. */
  drawEnds(ctx: CanvasRenderingContext2D, kijk: Kijk, brug: Brug, rand: string, r = 9): Doos[] {
    return [brug.van, brug.naar].flatMap((org) => {
      const punt = this.pixel(org, kijk);
      if (!punt) return [];
      this.disc(ctx, kijk, punt[0], punt[1], org, rand, r);
      return [{ x: punt[0], y: punt[1], b: 2 * r + 6, h: 2 * r + 6, hoek: 0 }];
    });
  }

  disc(ctx: CanvasRenderingContext2D, kijk: Kijk, x: number, y: number, org: number, rand: string, r: number): void {
    ctx.beginPath();
    ctx.arc(x, y, r + 2, 0, 2 * Math.PI);
    ctx.fillStyle = "#FFFFFF";
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = rand;
    ctx.stroke();
    this.om.sprites.draw(ctx, this.om.model.g.organisaties.soort[org], x, y, 0.72 * r, kijk.dpr);
  }

  /** The ties of a chosen organisation, thin. */
  drawTies(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number): void {
    const van = this.pixel(org, kijk);
    if (!van) return;
    for (const band of this.om.model.bandenVan(org)) {
      const ander = this.om.model.anderEind(band, org);
      const naar = this.pixel(ander, kijk);
      if (!naar || !this.om.zicht.band[band]) continue;
      const streep = this.om.model.g.banden.status[band] === 1 ? [] : [5, 4];
      strokeBoog(ctx, arc(van, naar, [kijk.breed / 2, kijk.hoog / 2], 0.08), alfa(SECTORKLEUR[this.om.model.kleur(ander)].rand, 0.65), 1.3, streep);
    }
    this.disc(ctx, kijk, van[0], van[1], org, GEEL, 10);
  }
}

/** Two stubs with a bar at their ends: there was a bridge. */
export function drawBroken(ctx: CanvasRenderingContext2D, boog: Boog): void {
  for (const [s, t] of [[0, 0.4], [1, 0.6]] as const) {
    const stomp = part(boog, Math.min(s, t), Math.max(s, t));
    for (const [kleur, breed] of [[PAPIER, 8], [ZACHT, 4.4], ["#F1EEE6", 1.8]] as const) strokeBoog(ctx, stomp, kleur, breed);
    const [x, y] = pointOn(boog, t);
    const [px, py] = pointOn(boog, t + (s < t ? -0.03 : 0.03));
    const d = Math.hypot(x - px, y - py) || 1;
    const [nx, ny] = [(-(y - py) / d) * 6, ((x - px) / d) * 6];
    ctx.strokeStyle = ZACHT;
    ctx.lineWidth = 2.4;
    ctx.beginPath();
    ctx.moveTo(x - nx, y - ny);
    ctx.lineTo(x + nx, y + ny);
    ctx.stroke();
  }
}

/** A closed curve through the middles of a polygon's sides. */
function traceCoast(ctx: CanvasRenderingContext2D, punten: readonly [number, number][]): void {
  const n = punten.length;
  const midden = (i: number): [number, number] => [(punten[i][0] + punten[(i + 1) % n][0]) / 2, (punten[i][1] + punten[(i + 1) % n][1]) / 2];
  ctx.beginPath();
  ctx.moveTo(...midden(n - 1));
  punten.forEach(([x, y], i) => ctx.quadraticCurveTo(x, y, ...midden(i)));
  ctx.closePath();
}
