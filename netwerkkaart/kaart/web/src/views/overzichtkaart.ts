// The picture of Overzicht: shades, gaps, roads, findings; and where each of them stands.

import { BREEKBAAR, font, GEEL, HIAAT_RAND, HIAAT_VLAK, INKT, TRAPPEN, trap } from "../data/kleuren";
import { GEEN } from "../data/model";
import { countSchools, stateOf, total, type Telling } from "../data/scholen";
import type { Omgeving } from "../omgeving";
import { type Kijk, toX, toY, type Vak } from "../teken/doek";
import { type Doos, overlaps } from "../teken/etiketten";
import { contains } from "../teken/kaartbasis";
import type { Pad } from "../teken/pad";
import { arc, type Boog, drawFragile, drawNew, drawRoad, drawTown, pointOn } from "../teken/wegen";

const WEGEN = 8;

export interface Merk {
  bevinding: number;
  doos: Doos;
  /** Where the thing itself is, for the leader. */
  doel: [number, number];
}

export interface Wegen {
  dozen: Doos[];
  /** Points along all roads, for labels to stay away from. */
  punten: [number, number][];
  /** Middle of the line that belongs to a finding. */
  midden: Map<number, [number, number]>;
}

/** Points along the line from a badge to what it is about. */
export function leaderPoints({ doos, doel }: Merk): [number, number][] {
  return [0.25, 0.5, 0.75, 1].map((t) => [doos.x + t * (doel[0] - doos.x), doos.y + t * (doel[1] - doos.y)]);
}

export class Overzichtkaart {
  telling: { geheel: Telling; gemeenten: Telling[] };
  getoond = GEEN;
  private merken: Merk[] = [];

  constructor(private readonly om: Omgeving) {
    this.telling = countSchools(om);
  }

  recount(): void {
    this.telling = countSchools(this.om);
  }

  /** Fill of a municipality. */
  fillOf(gemeente: number): string {
    const telling = this.telling.gemeenten[gemeente];
    const staat = stateOf(telling);
    if (staat === "geen") return "#F1ECE0";
    if (staat === "wit") return "#FFFFFF";
    if (staat === "hiaat") return HIAAT_VLAK;
    return TRAPPEN[trap(telling.per[0] / Math.max(1, total(telling)))];
  }

  /** Fills of all municipalities: with a finding chosen, those that it is not about are paler. */
  fills(): string[][] {
    const { t, model } = this.om;
    const nadruk = new Set(model.g.bevindingen[t.bevinding]?.gemeenten ?? []);
    return model.g.gemeenten.nis.map((_, i) => (nadruk.size && !nadruk.has(i) ? [this.fillOf(i), "rgba(246,243,235,0.62)"] : [this.fillOf(i)]));
  }

  /** Hundreds of municipalities have thinner borders, until one looks closer. */
  thin(kijk: Kijk): number {
    return this.om.basis.vormen.length > 110 && kijk.zoom < 3 ? 0.6 : 1;
  }

  /** What is said of single municipalities by their border. */
  drawOutlines(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { basis, t, model } = this.om;
    const { vormen } = basis;
    const staten = this.telling.gemeenten.map(stateOf);
    const dun = this.thin(kijk);
    basis.drawUnknown(ctx, kijk, staten.map((staat) => staat === "wit"), 1.2 * dun);
    basis.inGrid(ctx, kijk, (px) => {
      ctx.strokeStyle = HIAAT_RAND;
      ctx.lineWidth = 3 * dun * px;
      vormen.forEach((vorm, i) => {
        if (vorm && staten[i] === "hiaat") ctx.stroke(vorm.pad);
      });
      const bevinding = t.bevinding >= 0 ? model.g.bevindingen[t.bevinding] : null;
      model.g.bevindingen.forEach((b) => {
        if (b.soort === "nieuw" && (!bevinding || b === bevinding)) for (const i of b.gemeenten) if (vormen[i]) this.highlight(ctx, vormen[i].pad, px);
      });
      const gekozen = vormen[t.gemeente];
      if (!gekozen) return;
      ctx.strokeStyle = INKT;
      ctx.lineWidth = 2.6 * px;
      ctx.stroke(gekozen.pad);
    });
  }

  /** Gain: the highlighter inside the outline, with a dashed ink core. */
  private highlight(ctx: CanvasRenderingContext2D, pad: Pad, px: number): void {
    ctx.save();
    ctx.clip(pad);
    ctx.strokeStyle = GEEL;
    ctx.lineWidth = 9 * px;
    ctx.stroke(pad);
    ctx.restore();
    ctx.strokeStyle = INKT;
    ctx.lineWidth = 1.5 * px;
    ctx.setLineDash([5 * px, 3.5 * px]);
    ctx.stroke(pad);
    ctx.setLineDash([]);
  }

  private centre(kijk: Kijk): [number, number] {
    const { vak } = this.om.basis;
    return [toX(kijk, (vak.links + vak.rechts) / 2), toY(kijk, (vak.boven + vak.onder) / 2)];
  }

  /** Place of an organisation on its grid point, in pixels. */
  private spot(org: number, kijk: Kijk): [number, number] | null {
    const { x, y } = this.om.model.g.organisaties;
    const gx = x[org];
    const gy = y[org];
    return gx === null || gy === null ? null : [toX(kijk, gx), toY(kijk, gy)];
  }

  /** Point of the municipality of an organisation, in pixels. */
  private town(org: number, kijk: Kijk): [number, number] | null {
    const gemeente = this.om.model.g.organisaties.gemeente[org];
    return gemeente >= 0 ? this.om.basis.point(gemeente, kijk) : null;
  }

  drawBridges(ctx: CanvasRenderingContext2D, kijk: Kijk): Wegen {
    const wegen: Wegen = { dozen: [], punten: [], midden: new Map() };
    const { model, basis } = this.om;
    const midden = this.centre(kijk);
    const sterk = this.om.paren
      .filter((paar) => paar.over > 1)
      .sort((p, q) => q.over - p.over || p.a - q.a || p.b - q.b)
      .slice(0, WEGEN);
    const hoogste = Math.max(1, sterk[0]?.over ?? 1);
    const maat = this.om.smal || (basis.vormen.length > 110 && kijk.zoom < 2) ? 0.62 : 1;
    const bogen: [Boog, number][] = [];
    for (const paar of sterk) {
      const a = basis.point(paar.a, kijk);
      const b = basis.point(paar.b, kijk);
      if (a && b) bogen.push([arc(a, b, midden), (1.5 + (6 * paar.over) / hoogste) * maat]);
    }
    ctx.globalAlpha = this.om.t.bevinding >= 0 ? 0.35 : 1;
    for (const [boog, breed] of bogen) {
      drawRoad(ctx, boog, breed);
      this.note(wegen, boog);
    }
    for (const [boog] of bogen) for (const stad of [boog.van, boog.naar]) drawTown(ctx, stad, 5 * maat + 0.4);
    ctx.globalAlpha = 1;
    model.g.bevindingen.forEach((bevinding, i) => {
      if (bevinding.verbinding.length !== 2) return;
      // Chosen: from organisation to organisation; else from town to town, as the roads run.
      const plaats = this.om.t.bevinding === i ? this.spot.bind(this) : this.town.bind(this);
      const a = plaats(bevinding.verbinding[0], kijk);
      const b = plaats(bevinding.verbinding[1], kijk);
      if (!a || !b) return;
      const boog = arc(a, b, midden, 0.1);
      wegen.midden.set(i, pointOn(boog, 0.5));
      if (Math.hypot(a[0] - b[0], a[1] - b[1]) < 4) return;
      if (bevinding.soort === "brug") drawFragile(ctx, boog);
      else if (this.om.t.bevinding === i) drawNew(ctx, boog);
      else return;
      this.note(wegen, boog);
    });
    return wegen;
  }

  private note(wegen: Wegen, boog: Boog): void {
    for (const [x, y] of [boog.van, boog.naar]) wegen.dozen.push({ x, y, b: 12, h: 12, hoek: 0 });
    for (let t = 0.08; t < 0.95; t += 0.06) wegen.punten.push(pointOn(boog, t));
  }

  /** The point that a finding is about. */
  private target(i: number, kijk: Kijk, wegen: Wegen): [number, number] | null {
    const bevinding = this.om.model.g.bevindingen[i];
    const lijn = wegen.midden.get(i);
    if (lijn && (bevinding.soort === "brug" || !bevinding.gemeenten.length)) return lijn;
    const harten = bevinding.gemeenten.map((g) => this.om.basis.vormen[g]?.hart).filter((h) => h !== undefined);
    if (!harten.length) return lijn ?? null;
    const mx = harten.reduce((som, h) => som + h[0], 0) / harten.length;
    const my = harten.reduce((som, h) => som + h[1], 0) / harten.length;
    // The heart nearest to the middle: always inside one of them.
    const hart = harten.reduce((a, b) => (Math.hypot(b[0] - mx, b[1] - my) < Math.hypot(a[0] - mx, a[1] - my) ? b : a));
    return [toX(kijk, hart[0]), toY(kijk, hart[1])];
  }

  placeBadges(kijk: Kijk, wegen: Wegen): Merk[] {
    const merken: Merk[] = [];
    this.om.model.g.bevindingen.forEach((bevinding, i) => {
      const doel = this.target(i, kijk, wegen);
      if (!doel) return;
      const opLijn = bevinding.soort === "brug" && wegen.midden.has(i);
      const plekken = this.badgePlaces(kijk, doel, opLijn);
      const vrij = plekken.find(
        (doos) => ![...kijk.bezet, ...wegen.dozen, ...merken.map((m) => m.doos)].some((ander) => overlaps(doos, ander)),
      );
      if (vrij) merken.push({ bevinding: i, doos: vrij, doel });
    });
    this.merken = merken;
    return merken;
  }

  private badgePlaces(kijk: Kijk, [x, y]: [number, number], opLijn: boolean): Doos[] {
    const zijde = this.om.smal ? 26 : 30;
    const plekken: [number, Doos][] = [];
    for (const r of opLijn ? [0, 18, 30] : [26, 38, 52, 68, 88]) {
      for (let k = 0; k < 16; k++) {
        const hoek = (k * Math.PI) / 8;
        const px = x + r * Math.cos(hoek);
        const py = y + r * Math.sin(hoek);
        const gx = (px - kijk.x) / kijk.k;
        const gy = (py - kijk.y) / kijk.k;
        const binnen = this.om.basis.vormen.some((vorm) => vorm !== null && contains(vorm, gx, gy));
        const weg = px < 20 || py < 20 || px > kijk.breed - 20 || py > kijk.hoog - 20;
        plekken.push([r + (binnen && !opLijn ? 60 : 0) + (weg ? 500 : 0), { x: px, y: py, b: zijde, h: zijde, hoek: 0 }]);
      }
    }
    return plekken.sort((p, q) => p[0] - q[0]).map(([, doos]) => doos);
  }

  drawBadges(ctx: CanvasRenderingContext2D, merken: readonly Merk[]): void {
    for (const { bevinding, doos, doel } of merken) {
      const { soort } = this.om.model.g.bevindingen[bevinding];
      const kleur = soort === "hiaat" ? HIAAT_RAND : soort === "brug" ? BREEKBAAR : INKT;
      const aan = this.om.t.bevinding === bevinding;
      if (Math.hypot(doos.x - doel[0], doos.y - doel[1]) > 8) {
        ctx.strokeStyle = ctx.fillStyle = kleur;
        ctx.lineWidth = 1.6;
        ctx.beginPath();
        ctx.moveTo(doos.x, doos.y);
        ctx.lineTo(...doel);
        ctx.stroke();
        ctx.beginPath();
        ctx.arc(doel[0], doel[1], 3, 0, 2 * Math.PI);
        ctx.fill();
      }
      const r = doos.b / 2 - 1.5;
      ctx.beginPath();
      ctx.arc(doos.x, doos.y, r + (aan ? 2 : 0), 0, 2 * Math.PI);
      ctx.fillStyle = kleur;
      ctx.fill();
      ctx.lineWidth = soort === "nieuw" || aan ? 3 : 2;
      ctx.strokeStyle = soort === "nieuw" ? GEEL : "#FFFFFF";
      ctx.stroke();
      ctx.fillStyle = soort === "nieuw" ? GEEL : "#FFFFFF";
      ctx.font = font(14, 700);
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillText(String(bevinding + 1), doos.x, doos.y + 0.5);
    }
  }

  /** The organisations that the chosen finding is about, each in its place; gives their boxes. */
  drawFinding(ctx: CanvasRenderingContext2D, kijk: Kijk): Doos[] {
    const { t, model, sprites } = this.om;
    if (t.bevinding < 0) return [];
    const { organisaties, verbinding } = model.g.bevindingen[t.bevinding];
    const einden = new Set<number>(verbinding);
    return organisaties.flatMap((org) => {
      const plek = this.spot(org, kijk);
      if (!plek) return [];
      const r = einden.has(org) ? 7.5 : 4.4;
      ctx.beginPath();
      ctx.arc(...plek, r + 1.6, 0, 2 * Math.PI);
      ctx.fillStyle = "#FFFFFF";
      ctx.fill();
      sprites.draw(ctx, model.g.organisaties.soort[org], ...plek, r, kijk.dpr);
      return [{ x: plek[0], y: plek[1], b: 2 * r, h: 2 * r, hoek: 0 }];
    });
  }

  badgeAt(x: number, y: number): number {
    return this.merken.find(({ doos }) => Math.hypot(doos.x - x, doos.y - y) <= doos.b / 2 + 3)?.bevinding ?? GEEN;
  }

  /** Box around what a finding is about, in coordinates of the grid. */
  findingBox(i: number): Vak | null {
    const { bevindingen, organisaties, gemeenten } = this.om.model.g;
    const { verbinding, gemeenten: eigen } = bevindingen[i];
    const plaatsen = [...eigen, ...verbinding.map((org) => organisaties.gemeente[org]).filter((g) => g >= 0)];
    const xs = plaatsen.map((g) => gemeenten.x[g]).filter((x): x is number => x !== null);
    const ys = plaatsen.map((g) => gemeenten.y[g]).filter((y): y is number => y !== null);
    if (!xs.length) return null;
    const marge = 200;
    return {
      links: Math.min(...xs) - marge,
      rechts: Math.max(...xs) + marge,
      boven: Math.min(...ys) - marge,
      onder: Math.max(...ys) + marge,
    };
  }

  /** Mark one organisation on the map. */
  drawSchool(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number, gekozen: boolean): void {
    const plek = this.spot(org, kijk);
    if (!plek) return;
    ctx.beginPath();
    ctx.arc(...plek, 11, 0, 2 * Math.PI);
    ctx.fillStyle = "#FFFFFF";
    ctx.fill();
    ctx.lineWidth = gekozen ? 4 : 2.4;
    ctx.strokeStyle = gekozen ? GEEL : INKT;
    ctx.stroke();
    this.om.sprites.draw(ctx, this.om.model.g.organisaties.soort[org], ...plek, 6.5, kijk.dpr);
  }
}
