// The ground of the two maps: outlines, water lines, neighbours, scale bar, place names.

import polylabel from "polylabel";
import type { Gemeenten, Veelhoek } from "../data/gegevens";
import { font, PAPIER } from "../data/kleuren";
import { allBorders, outerBorder, type Randstuk } from "./buitenrand";
import { type Kijk, type Laag, toX, toY, type Vak } from "./doek";
import type { Doos } from "./etiketten";
import { Pad } from "./pad";

/** Kilometres per unit of the page's grid (STAP_KM in Python). */
export const STAP_KM = 0.02;

export interface Vorm {
  pad: Pad;
  /** Outer rings as points, for tests of inside and labels. */
  ringen: [number, number][][];
  /** The holes in it. */
  gaten: [number, number][][];
  vak: Vak;
  /** Point farthest from the border, and how far that is. */
  hart: [number, number];
  ruimte: number;
}

function decode(vlak: readonly number[]): [number, number][] {
  let x = 0;
  let y = 0;
  const punten: [number, number][] = [];
  for (let i = 0; i < vlak.length; i += 2) punten.push([(x += vlak[i]), (y += vlak[i + 1])]);
  return punten;
}

function makeVorm(veelhoeken: readonly Veelhoek[]): Vorm | null {
  if (!veelhoeken.length) return null;
  const pad = new Pad();
  const alle = veelhoeken.map((veelhoek) => veelhoek.map(decode));
  const vak = { links: Infinity, boven: Infinity, rechts: -Infinity, onder: -Infinity };
  for (const ring of alle.flat()) {
    ring.forEach(([x, y], i) => {
      if (i) pad.lineTo(x, y);
      else pad.moveTo(x, y);
      vak.links = Math.min(vak.links, x);
      vak.rechts = Math.max(vak.rechts, x);
      vak.boven = Math.min(vak.boven, y);
      vak.onder = Math.max(vak.onder, y);
    });
    pad.closePath();
  }
  const grootste = alle.reduce((a, b) => (size(b[0]) > size(a[0]) ? b : a));
  const hart = polylabel(
    grootste.map((ring) => [...ring, ring[0]]),
    10,
  );
  return { pad, ringen: alle.map((v) => v[0]), gaten: alle.flatMap((v) => v.slice(1)), vak, hart: [hart[0], hart[1]], ruimte: hart.distance };
}

function size(ring: readonly [number, number][]): number {
  let dubbel = 0;
  ring.forEach(([x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length];
    dubbel += x * y2 - x2 * y;
  });
  return Math.abs(dubbel);
}

export function contains(vorm: Vorm, x: number, y: number): boolean {
  if (x < vorm.vak.links || x > vorm.vak.rechts || y < vorm.vak.boven || y > vorm.vak.onder) return false;
  return liesInside(crossings(vorm, y), x);
}

/** Where a horizontal line crosses the outline: asked once for many points at one height. */
function crossings(vorm: Vorm, y: number): number[] {
  const uit: number[] = [];
  if (y < vorm.vak.boven || y > vorm.vak.onder) return uit;
  for (const ring of vorm.ringen) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const ay = ring[i][1];
      const by = ring[j][1];
      if (ay > y !== by > y) uit.push(((ring[j][0] - ring[i][0]) * (y - ay)) / (by - ay) + ring[i][0]);
    }
  }
  return uit;
}

/** Inside is where an odd number of crossings lies to the right. */
function liesInside(rechts: readonly number[], x: number): boolean {
  let binnen = false;
  for (const kruising of rechts) if (x < kruising) binnen = !binnen;
  return binnen;
}

function trace(stukken: readonly Randstuk[]): Pad {
  const pad = new Pad();
  for (const { punten, dicht } of stukken) {
    punten.forEach(([x, y], i) => (i ? pad.lineTo(x, y) : pad.moveTo(x, y)));
    if (dicht) pad.closePath();
  }
  return pad;
}

export class Kaartbasis {
  readonly vormen: (Vorm | null)[];
  readonly rond: Vorm[];
  readonly vak: Vak;
  /** The outer border as one path, so that lines do not darken where municipalities meet. */
  private rand: Pad | null = null;
  private grenzen: Pad | null = null;

  /** @param model what has municipalities: the model of a map, or the sums of a large one */
  constructor(private readonly model: { readonly g: { readonly gemeenten: Gemeenten } }) {
    const { gemeenten } = model.g;
    this.vormen = gemeenten.vormen.map(makeVorm);
    this.rond = gemeenten.rond.map(makeVorm).filter((vorm): vorm is Vorm => vorm !== null);
    this.vak = this.extent();
  }

  private extent(): Vak {
    const { gemeenten } = this.model.g;
    const xs: number[] = [];
    const ys: number[] = [];
    this.vormen.forEach((vorm, i) => {
      if (vorm) {
        xs.push(vorm.vak.links, vorm.vak.rechts);
        ys.push(vorm.vak.boven, vorm.vak.onder);
      }
      const punt = [gemeenten.x[i], gemeenten.y[i]];
      if (punt[0] !== null && punt[1] !== null) {
        xs.push(punt[0]);
        ys.push(punt[1]);
      }
    });
    if (!xs.length) return { links: -500, boven: -500, rechts: 500, onder: 500 };
    // At least ten kilometres, so that one municipality does not fill the page.
    const half = 5 / STAP_KM;
    const mx = (Math.min(...xs) + Math.max(...xs)) / 2;
    const my = (Math.min(...ys) + Math.max(...ys)) / 2;
    return {
      links: Math.min(...xs, mx - half),
      rechts: Math.max(...xs, mx + half),
      boven: Math.min(...ys, my - half),
      onder: Math.max(...ys, my + half),
    };
  }

  /** True when the area is much wider than high, as all of Flanders. */
  get wide(): boolean {
    return this.vak.rechts - this.vak.links > 1.6 * (this.vak.onder - this.vak.boven);
  }

  /** Run a drawing in the coordinates of the grid; `px` is one pixel there. */
  inGrid(ctx: CanvasRenderingContext2D, kijk: Kijk, teken: (px: number) => void): void {
    ctx.save();
    ctx.translate(kijk.x, kijk.y);
    ctx.scale(kijk.k, kijk.k);
    ctx.lineJoin = "round";
    teken(1 / kijk.k);
    ctx.restore();
  }

  /** What lies below a map. */
  readonly grond: Laag = { sleutel: "grond", ruim: true, teken: (ctx, kijk) => this.drawGround(ctx, kijk) };

  /** Neighbours in pale lines, and the water lines around the own area, which has to be filled after this. */
  private drawGround(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    this.inGrid(ctx, kijk, (px) => {
      ctx.fillStyle = "#EFE9DB";
      ctx.strokeStyle = "#DDD5C2";
      ctx.lineWidth = 0.8 * px;
      for (const vorm of this.rond) {
        ctx.fill(vorm.pad);
        ctx.stroke(vorm.pad);
      }
      const golven: [number, number][] = [
        [26, 0.06],
        [17, 0.09],
        [10, 0.14],
        [4, 0.3],
      ];
      // Ends are as round as corners: where two pieces of the border meet, nothing shows.
      ctx.lineCap = "round";
      this.rand ??= trace(outerBorder(this.rings()));
      for (const [breedte, dekking] of golven) {
        ctx.strokeStyle = `rgba(110,135,150,${dekking})`;
        ctx.lineWidth = breedte * px;
        ctx.stroke(this.rand);
      }
    });
  }

  /** Each municipality filled, with one colour or with several over one another. */
  areas(kleuren: readonly (readonly string[])[]): Laag {
    const teken = (ctx: CanvasRenderingContext2D, kijk: Kijk): void =>
      this.inGrid(ctx, kijk, () => {
        this.vormen.forEach((vorm, i) => {
          if (!vorm) return;
          for (const kleur of kleuren[i]) {
            ctx.fillStyle = kleur;
            ctx.fill(vorm.pad);
          }
        });
      });
    return { sleutel: `vlakken ${kleuren.join(";")}`, teken };
  }

  /** Dashes around the municipalities that nobody mapped yet. */
  drawUnknown(ctx: CanvasRenderingContext2D, kijk: Kijk, onbekend: readonly boolean[], breed = 1): void {
    this.inGrid(ctx, kijk, (px) => {
      ctx.strokeStyle = "#6F7B85";
      ctx.lineWidth = breed * px;
      ctx.setLineDash([4 * px, 3 * px]);
      this.vormen.forEach((vorm, i) => {
        if (vorm && onbekend[i]) ctx.stroke(vorm.pad);
      });
    });
  }

  /** Lines between the municipalities and around them, in one path: drawn once, and no line over another. */
  borders(kleur: string, breed: number): Laag {
    const teken = (ctx: CanvasRenderingContext2D, kijk: Kijk): void =>
      this.inGrid(ctx, kijk, (px) => {
        this.grenzen ??= trace(allBorders(this.rings()));
        ctx.lineCap = "round";
        ctx.strokeStyle = kleur;
        ctx.lineWidth = breed * px;
        ctx.stroke(this.grenzen);
      });
    return { sleutel: `grenzen ${kleur} ${breed}`, teken };
  }

  private rings(): [number, number][][] {
    return this.vormen.flatMap((vorm) => (vorm ? [...vorm.ringen, ...vorm.gaten] : []));
  }

  /** The municipality at a pixel; −1 for none. */
  at(x: number, y: number, kijk: Kijk): number {
    const gx = (x - kijk.x) / kijk.k;
    const gy = (y - kijk.y) / kijk.k;
    return this.vormen.findIndex((vorm) => vorm !== null && contains(vorm, gx, gy));
  }

  /** Point of a municipality, in pixels; null when unknown. */
  point(gemeente: number, kijk: Kijk): [number, number] | null {
    const { gemeenten } = this.model.g;
    const x = gemeenten.x[gemeente];
    const y = gemeenten.y[gemeente];
    return x === null || y === null ? null : [toX(kijk, x), toY(kijk, y)];
  }

  /** A label's place in a municipality: points inside it, nearest to its heart first. */
  places(gemeente: number, kijk: Kijk, b: number, h: number): { x: number; y: number; prijs: number }[] {
    const vorm = this.vormen[gemeente];
    if (!vorm) {
      const punt = this.point(gemeente, kijk);
      return punt ? [{ x: punt[0], y: punt[1] + 12, prijs: 0 }] : [];
    }
    const plekken: { x: number; y: number; prijs: number }[] = [];
    const hx = toX(kijk, vorm.hart[0]);
    const hy = toY(kijk, vorm.hart[1]);
    const reikX = Math.min(60, (kijk.k * (vorm.vak.rechts - vorm.vak.links)) / 2);
    const reikY = Math.min(60, (kijk.k * (vorm.vak.onder - vorm.vak.boven)) / 2);
    for (let dy = -reikY; dy <= reikY; dy += 5) {
      const y = hy + dy;
      const gy = (y - kijk.y) / kijk.k;
      const midden = crossings(vorm, gy);
      if (!midden.length) continue;
      const hoogten = [midden, crossings(vorm, gy - (0.4 * h) / kijk.k), crossings(vorm, gy + (0.4 * h) / kijk.k)];
      for (let dx = -reikX; dx <= reikX; dx += 6) {
        const x = hx + dx;
        const gx = (x - kijk.x) / kijk.k;
        if (!liesInside(midden, gx)) continue;
        let buiten = 0;
        for (const rij of hoogten) for (const u of [-0.5, 0.5]) if (!liesInside(rij, gx + (u * b) / kijk.k)) buiten++;
        plekken.push({ x, y, prijs: buiten * 14 + Math.hypot(dx, dy) * 0.35 });
      }
    }
    return plekken;
  }

  /** A scale bar of a round length near the lower right corner; gives the box that it takes. */
  drawScale(ctx: CanvasRenderingContext2D, kijk: Kijk, rechts: number, onder: number): Doos[] {
    const perKm = kijk.k / STAP_KM;
    const km = [100, 50, 20, 10, 5, 2, 1, 0.5].find((lengte) => lengte * perKm < 120) ?? 0.5;
    const b = km * perKm;
    const x = kijk.breed - rechts - b;
    const y = kijk.hoog - onder;
    ctx.strokeStyle = "#7C8790";
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, y - 4);
    ctx.lineTo(x, y);
    ctx.lineTo(x + b, y);
    ctx.lineTo(x + b, y - 4);
    ctx.stroke();
    ctx.fillStyle = "#5A6570";
    ctx.font = font(11.5);
    ctx.textAlign = "center";
    ctx.textBaseline = "alphabetic";
    ctx.strokeStyle = PAPIER;
    ctx.lineWidth = 3;
    const tekst = `${String(km).replace(".", ",")} km`;
    ctx.strokeText(tekst, x + b / 2, y - 7);
    ctx.fillText(tekst, x + b / 2, y - 7);
    return [{ x: x + b / 2, y: y - 9, b: b + 12, h: 26, hoek: 0 }];
  }
}
