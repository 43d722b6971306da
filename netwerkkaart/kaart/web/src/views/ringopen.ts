// Zoomed in on the area: municipalities that have become large enough show their organisations instead of a ring.

import { font, INKT } from "../data/kleuren";
import { GEEN } from "../data/model";
import { getal, opEtiket, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { type Kijk, toX, toY } from "../teken/doek";
import { around, type Doos, type Etiket, size } from "../teken/etiketten";
import { type Bol, pushApart } from "../teken/uiteen";
import { arc, trace } from "../teken/wegen";

/** A municipality opens when each of its organisations would have a square of so many pixels. */
const RUIMTE = 44;
const VANAF = 1.4;
const LIJNEN = 1500;
const BEWAARD = 300;

type Punt = [number, number];

export class Ringopen {
  private leden: number[][] = [];
  private open = new Set<number>();
  /** Places pushed apart, in pixels from the origin of the grid, per municipality and scale. */
  private readonly plekken = new Map<string, Map<number, Punt>>();
  private nu = new Map<number, Punt>();
  private straal = 5;
  /** What is open and what was left out when it was last drawn; empty while nothing is open. */
  noot = "";

  constructor(private readonly om: Omgeving) {}

  recount(): void {
    const { organisaties, gemeenten } = this.om.model.g;
    this.leden = gemeenten.nis.map(() => []);
    organisaties.gemeente.forEach((g, org) => {
      if (g >= 0 && this.om.zicht.org[org] && organisaties.x[org] !== null) this.leden[g].push(org);
    });
    this.plekken.clear();
  }

  has(gemeente: number): boolean {
    return this.open.has(gemeente);
  }

  /** Choose what is open at a scale, and place its organisations. */
  arrange(kijk: Kijk): void {
    this.open = new Set();
    this.nu = new Map();
    if (kijk.zoom < VANAF) return;
    this.straal = Math.max(4.2, Math.min(8, 3.4 * kijk.zoom ** 0.3));
    const rand = 0.3 * Math.max(kijk.breed, kijk.hoog);
    this.om.basis.vormen.forEach((vorm, g) => {
      if (!vorm || !this.leden[g].length) return;
      const { vak } = vorm;
      const oppervlakte = 0.55 * kijk.k ** 2 * (vak.rechts - vak.links) * (vak.onder - vak.boven);
      if (oppervlakte < RUIMTE ** 2 * Math.max(4, this.leden[g].length)) return;
      const uit = toX(kijk, vak.rechts) < -rand || toY(kijk, vak.onder) < -rand || toX(kijk, vak.links) > kijk.breed + rand || toY(kijk, vak.boven) > kijk.hoog + rand;
      if (uit) return;
      this.open.add(g);
      for (const [org, [x, y]] of this.placed(g, kijk.k)) this.nu.set(org, [kijk.x + x, kijk.y + y]);
    });
  }

  private placed(gemeente: number, k: number): Map<number, Punt> {
    const sleutel = `${gemeente}|${k}`;
    let plaatsen = this.plekken.get(sleutel);
    if (!plaatsen) {
      const { x, y } = this.om.model.g.organisaties;
      const bollen = this.leden[gemeente].map((org) => ({ org, x: k * (x[org] ?? 0), y: k * (y[org] ?? 0), r: this.straal + 1 }));
      pushApart(bollen, 2, bollen.length > 150 ? 30 : 80);
      plaatsen = new Map(bollen.map((bol) => [bol.org, [bol.x, bol.y]]));
      if (this.plekken.size > BEWAARD) this.plekken.clear();
      this.plekken.set(sleutel, plaatsen);
    }
    return plaatsen;
  }

  /** Kinds of the organisations that are shown apart, in order. */
  kinds(): number[] {
    const { soort } = this.om.model.g.organisaties;
    return [...new Set([...this.nu.keys()].map((org) => soort[org]))].sort((a, b) => a - b);
  }

  /** Pixel of an organisation that is shown apart. */
  pixel(org: number): Punt | null {
    return this.nu.get(org) ?? null;
  }

  /** Ties with an end in an open municipality: to the other organisation, or summed to the ring of its municipality. */
  drawTies(ctx: CanvasRenderingContext2D, kijk: Kijk, ringen: readonly (Bol | null)[], dof: boolean): void {
    if (!this.open.size) {
      this.noot = "";
      return;
    }
    const { model, zicht } = this.om;
    const { gemeente } = model.g.organisaties;
    const inBeeld = ([x, y]: Punt): boolean => x >= 0 && y >= 0 && x <= kijk.breed && y <= kijk.hoog;
    const naarRing = new Map<number, number>();
    const paren: [number, number][] = [];
    const breedte = ringen.length;
    for (let i = 0; i < model.m; i++) {
      if (!zicht.band[i] || model.isSeat(i)) continue;
      const a = model.van[i];
      const b = model.naar[i];
      const p = this.nu.get(a);
      const q = this.nu.get(b);
      if (p && q) {
        if (inBeeld(p) || inBeeld(q)) paren.push([a, b]);
        continue;
      }
      const [los, ander] = p ? [a, gemeente[b]] : [b, gemeente[a]];
      const punt = p ?? q;
      if (punt && inBeeld(punt) && ander >= 0 && ringen[ander]) naarRing.set(los * breedte + ander, (naarRing.get(los * breedte + ander) ?? 0) + 1);
    }
    const midden: Punt = [kijk.breed / 2, kijk.hoog / 2];
    // The more lines, the paler each: what is dense stays a tone under the names.
    const dicht = Math.min(1, Math.sqrt(220 / Math.max(1, Math.min(LIJNEN, paren.length + naarRing.size))));
    ctx.globalAlpha = (dof ? 0.2 : 0.55) * dicht;
    let getekend = 0;
    for (const [a, b] of paren.slice(0, LIJNEN)) {
      ctx.strokeStyle = this.om.lijnkleur(a, b);
      ctx.lineWidth = 0.9;
      trace(ctx, arc(this.nu.get(a) ?? midden, this.nu.get(b) ?? midden, midden, 0.07));
      ctx.stroke();
      getekend++;
    }
    ctx.strokeStyle = "#71879A";
    for (const [sleutel, aantal] of naarRing) {
      if (getekend >= LIJNEN) break;
      const van = this.nu.get(Math.floor(sleutel / breedte));
      const ring = ringen[sleutel % breedte];
      if (!van || !ring) continue;
      ctx.lineWidth = 0.7 + 0.5 * Math.sqrt(aantal - 0.75);
      trace(ctx, arc(van, [ring.x, ring.y], midden, 0.07));
      ctx.stroke();
      getekend++;
    }
    ctx.globalAlpha = 1;
    const geheel = paren.length + naarRing.size;
    const open = `${telwoord(this.open.size, "gemeente is", "gemeenten zijn")} open: één teken is één organisatie.`;
    this.noot = getekend < geheel ? `${open} ${getal(getekend)} van ${getal(geheel)} lijnen zijn getekend.` : open;
  }

  drawDots(ctx: CanvasRenderingContext2D, kijk: Kijk, dof: boolean): void {
    const { soort } = this.om.model.g.organisaties;
    for (const [org, [x, y]] of this.nu) {
      ctx.globalAlpha = dof ? 0.35 : 1;
      ctx.beginPath();
      ctx.arc(x, y, this.straal + 1.4, 0, 2 * Math.PI);
      ctx.fillStyle = "rgba(255,255,255,0.9)";
      ctx.fill();
      this.om.sprites.draw(ctx, soort[org], x, y, this.straal, kijk.dpr);
    }
    ctx.globalAlpha = 1;
  }

  boxes(): Doos[] {
    const zijde = 1.9 * this.straal;
    return [...this.nu.values()].map(([x, y]) => ({ x, y, b: zijde, h: zijde, hoek: 0 }));
  }

  /** Names of open municipalities first, then of what is not a primary school, then of schools where there is room. */
  names(kijk: Kijk): Etiket[] {
    const { model, basis } = this.om;
    const gemeenten = [...this.open].map((g): Etiket => {
      const kaal: Etiket = { regels: [opEtiket(model.g.gemeenten.naam[g])], fonts: [font(14, 700)], kleur: "#7A6F57", halo: "#F0E9DA", belang: 9000 + this.leden[g].length, regelhoogte: 17, plekken: [] };
      const [b, h] = size(kaal);
      return { ...kaal, plekken: basis.places(g, kijk, b, h) };
    });
    const orgs = [...this.nu].flatMap(([org, [x, y]]): Etiket[] => {
      if (x < 0 || y < 0 || x > kijk.breed || y > kijk.hoog) return [];
      const kaal: Etiket = { regels: [opEtiket(model.naam(org))], fonts: [font(11.5)], kleur: INKT, halo: "#F0E9DA", belang: (model.isSchool[org] ? 0 : 1000) + model.graad[org], plekken: [] };
      const [b, h] = size(kaal);
      return [{ ...kaal, plekken: around(x, y, this.straal + 3, b, h) }];
    });
    return [...gemeenten, ...orgs];
  }

  /** The organisation at a pixel. */
  at(x: number, y: number): number {
    let beste = GEEN;
    let dichtst = this.straal + 4;
    for (const [org, [px, py]] of this.nu) {
      const d = Math.hypot(px - x, py - y);
      if (d < dichtst) [beste, dichtst] = [org, d];
    }
    return beste;
  }
}
