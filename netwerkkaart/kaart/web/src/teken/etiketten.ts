// Labels that never overlap: each has places where it may stand; the important ones choose first.

import { Dozenraster } from "./dozenraster";

/** A rectangle around a centre, turned by an angle in radians. */
export interface Doos {
  x: number;
  y: number;
  b: number;
  h: number;
  hoek: number;
}

export interface Plek {
  /** Centre of the label. */
  x: number;
  y: number;
  hoek?: number;
  /** Lower is better; added to the order of the list. */
  prijs?: number;
}

export interface Etiket {
  regels: readonly string[];
  /** Font per line; the last one repeats. */
  fonts: readonly string[];
  kleur: string;
  halo: string;
  belang: number;
  plekken: readonly Plek[];
  regelhoogte?: number;
  uitlijning?: CanvasTextAlign;
  /** Extra room around the text. */
  marge?: number;
  /** Draw a line from the label to this point. */
  leider?: { x: number; y: number };
  /** A number in a soft colour behind the last line. */
  staart?: { tekst: string; font: string; kleur: string };
  /** Border of a boxed label. */
  kader?: { rand: string; vul: string; streep?: boolean };
}

export interface Geplaatst {
  etiket: Etiket;
  doos: Doos;
}

let meter: CanvasRenderingContext2D | null = null;
const BREEDTES = new Map<string, number>();

export function textWidth(tekst: string, font: string): number {
  const sleutel = `${font}|${tekst}`;
  let breedte = BREEDTES.get(sleutel);
  if (breedte === undefined) {
    meter ??= document.createElement("canvas").getContext("2d");
    if (!meter) return tekst.length * 7;
    meter.font = font;
    breedte = meter.measureText(tekst).width;
    BREEDTES.set(sleutel, breedte);
  }
  return breedte;
}

function fontOf(etiket: Etiket, regel: number): string {
  return etiket.fonts[Math.min(regel, etiket.fonts.length - 1)];
}

/** Width of one line, the tail of the last one included. */
function lineWidth(etiket: Etiket, i: number): number {
  const { regels, staart } = etiket;
  const extra = staart && i === regels.length - 1 ? textWidth(` ${staart.tekst}`, staart.font) : 0;
  return textWidth(regels[i], fontOf(etiket, i)) + extra;
}

/** Width and height of a label. */
export function size(etiket: Etiket): [number, number] {
  const marge = etiket.marge ?? 1;
  const breedte = Math.max(...etiket.regels.map((_, i) => lineWidth(etiket, i)));
  return [breedte + 2 * marge, etiket.regels.length * (etiket.regelhoogte ?? 13) + 2 * marge];
}

type Punt = readonly [number, number];

export function corners(d: Doos): Punt[] {
  const c = Math.cos(d.hoek);
  const s = Math.sin(d.hoek);
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([i, j]) => {
    const u = (i * d.b) / 2;
    const v = (j * d.h) / 2;
    return [d.x + u * c - v * s, d.y + u * s + v * c] as const;
  });
}

/** True when two turned rectangles overlap (separating axes). */
export function overlaps(p: Doos, q: Doos): boolean {
  if (!p.hoek && !q.hoek) {
    return Math.abs(p.x - q.x) * 2 < p.b + q.b && Math.abs(p.y - q.y) * 2 < p.h + q.h;
  }
  const r = Math.hypot(p.b, p.h) / 2 + Math.hypot(q.b, q.h) / 2;
  if (Math.hypot(p.x - q.x, p.y - q.y) >= r) return false;
  const hoekenP = corners(p);
  const hoekenQ = corners(q);
  for (const hoek of [p.hoek, p.hoek + Math.PI / 2, q.hoek, q.hoek + Math.PI / 2]) {
    const ax = Math.cos(hoek);
    const ay = Math.sin(hoek);
    const project = (punten: Punt[]): [number, number] => {
      const waarden = punten.map(([x, y]) => x * ax + y * ay);
      return [Math.min(...waarden), Math.max(...waarden)];
    };
    const [p0, p1] = project(hoekenP);
    const [q0, q1] = project(hoekenQ);
    if (p1 <= q0 || q1 <= p0) return false;
  }
  return true;
}

export interface Veld {
  breed: number;
  hoog: number;
}

function inside(d: Doos, veld: Veld): boolean {
  if (!d.hoek) return d.x - d.b / 2 >= 2 && d.y - d.h / 2 >= 2 && d.x + d.b / 2 <= veld.breed - 2 && d.y + d.h / 2 <= veld.hoog - 2;
  return corners(d).every(([x, y]) => x >= 2 && y >= 2 && x <= veld.breed - 2 && y <= veld.hoog - 2);
}

/**
 * Place labels, most important first, each at its cheapest free place; what finds none is left out.
 * @param bezet what is already taken: marks, badges, legends
 */
export function place(etiketten: readonly Etiket[], bezet: readonly Doos[], veld: Veld, hoogstens = 400): Geplaatst[] {
  const volgorde = [...etiketten].sort((a, b) => b.belang - a.belang);
  const dozen = new Dozenraster(veld);
  for (const doos of bezet) dozen.add(doos);
  const geplaatst: Geplaatst[] = [];
  for (const etiket of volgorde) {
    if (geplaatst.length >= hoogstens) break;
    const [b, h] = size(etiket);
    const plekken = [...etiket.plekken].sort((p, q) => (p.prijs ?? 0) - (q.prijs ?? 0));
    for (const plek of plekken) {
      const doos = { x: plek.x, y: plek.y, b, h, hoek: plek.hoek ?? 0 };
      if (!inside(doos, veld) || dozen.covers(doos)) continue;
      dozen.add(doos);
      geplaatst.push({ etiket, doos });
      break;
    }
  }
  return geplaatst;
}

/** Places around a point: right, left, above, below, and the corners; `b`, `h` of the label. */
export function around(x: number, y: number, afstand: number, b: number, h: number): Plek[] {
  const rechts = afstand + b / 2;
  const onder = afstand + h / 2;
  const schuin = afstand * 0.7;
  return [
    { x: x + rechts, y },
    { x: x - rechts, y },
    { x, y: y + onder, prijs: 1 },
    { x, y: y - onder, prijs: 1 },
    { x: x + schuin + b / 2, y: y - schuin - h / 2, prijs: 2 },
    { x: x + schuin + b / 2, y: y + schuin + h / 2, prijs: 2 },
    { x: x - schuin - b / 2, y: y - schuin - h / 2, prijs: 2 },
    { x: x - schuin - b / 2, y: y + schuin + h / 2, prijs: 2 },
  ];
}

/** Places further off, for labels with a leader. */
export function far(x: number, y: number, b: number, h: number, stralen: readonly number[]): Plek[] {
  const plekken: Plek[] = [];
  for (const straal of stralen) {
    for (let i = 0; i < 16; i++) {
      const hoek = (Math.PI * 2 * i) / 16;
      const cx = Math.cos(hoek);
      const cy = Math.sin(hoek);
      plekken.push({
        x: x + cx * straal + (Math.abs(cx) > 0.2 ? (Math.sign(cx) * b) / 2 : 0),
        y: y + cy * straal + (Math.abs(cy) > 0.8 ? (Math.sign(cy) * h) / 2 : 0),
        prijs: 5 + straal / 10,
      });
    }
  }
  return plekken;
}

/** Draw placed labels: leaders first, then boxes and texts. */
export function drawLabels(ctx: CanvasRenderingContext2D, geplaatst: readonly Geplaatst[]): void {
  for (const { etiket, doos } of geplaatst) if (etiket.leider) drawLeader(ctx, doos, etiket.leider, etiket);
  for (const { etiket, doos } of geplaatst) drawLabel(ctx, etiket, doos);
}

function drawLeader(ctx: CanvasRenderingContext2D, doos: Doos, doel: { x: number; y: number }, etiket: Etiket): void {
  const x = Math.max(doos.x - doos.b / 2, Math.min(doos.x + doos.b / 2, doel.x));
  const y = Math.max(doos.y - doos.h / 2, Math.min(doos.y + doos.h / 2, doel.y));
  if (Math.hypot(doel.x - x, doel.y - y) < 6) return;
  ctx.strokeStyle = etiket.kader ? "#7B8790" : etiket.kleur;
  ctx.lineWidth = 0.9;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(doel.x, doel.y);
  ctx.stroke();
}

function drawLabel(ctx: CanvasRenderingContext2D, etiket: Etiket, doos: Doos): void {
  const hoogte = etiket.regelhoogte ?? 13;
  ctx.save();
  ctx.translate(doos.x, doos.y);
  ctx.rotate(doos.hoek);
  if (etiket.kader) {
    ctx.beginPath();
    ctx.roundRect(-doos.b / 2, -doos.h / 2, doos.b, doos.h, 3);
    ctx.fillStyle = etiket.kader.vul;
    ctx.fill();
    ctx.strokeStyle = etiket.kader.rand;
    ctx.lineWidth = 1.3;
    ctx.setLineDash(etiket.kader.streep ? [4, 3] : []);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  const uitlijning = etiket.uitlijning ?? "center";
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  const marge = etiket.marge ?? 1;
  etiket.regels.forEach((regel, i) => {
    const breedte = lineWidth(etiket, i);
    const vrij = doos.b / 2 - marge;
    const x = uitlijning === "left" ? -vrij : uitlijning === "right" ? vrij - breedte : -breedte / 2;
    const y = (i - (etiket.regels.length - 1) / 2) * hoogte;
    write(ctx, etiket, regel, fontOf(etiket, i), etiket.kleur, x, y);
    if (etiket.staart && i === etiket.regels.length - 1) {
      const { tekst, font, kleur } = etiket.staart;
      write(ctx, etiket, ` ${tekst}`, font, kleur, x + textWidth(regel, fontOf(etiket, i)), y);
    }
  });
  ctx.restore();
}

function write(
  ctx: CanvasRenderingContext2D,
  etiket: Etiket,
  tekst: string,
  font: string,
  kleur: string,
  x: number,
  y: number,
): void {
  ctx.font = font;
  if (!etiket.kader && etiket.halo) {
    ctx.strokeStyle = etiket.halo;
    ctx.lineWidth = 3;
    ctx.lineJoin = "round";
    ctx.strokeText(tekst, x, y);
  }
  ctx.fillStyle = kleur;
  ctx.fillText(tekst, x, y);
}
