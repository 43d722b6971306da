// A pen with the methods of a canvas that writes SVG: what draws on screen draws for print, line by line the same.
// Only what our drawings use; text stays text, with the width it has on screen in whatever font a viewer has.

import { SANS } from "../data/kleuren";
import { type Pad, Padschrift, short } from "./pad";

type Matrix = readonly [number, number, number, number, number, number];

/** A gradient, as `createLinearGradient` gives it. */
class Verloop {
  private readonly stappen: string[] = [];

  constructor(private readonly punten: readonly number[]) {}

  addColorStop(plaats: number, kleur: string): void {
    const { tint, dekking } = splitColour(kleur);
    this.stappen.push(`<stop offset="${short(plaats)}" stop-color="${tint}"${dekking < 1 ? ` stop-opacity="${short(dekking)}"` : ""}/>`);
  }

  /** The element without its id. */
  get xml(): string {
    const [x1, y1, x2, y2] = this.punten.map(short);
    return ` gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${this.stappen.join("")}</linearGradient>`;
  }
}

interface Staat {
  fillStyle: string | Verloop;
  strokeStyle: string | Verloop;
  lineWidth: number;
  globalAlpha: number;
  lineCap: string;
  lineJoin: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  streep: readonly number[];
  matrix: Matrix;
  knip: string;
}

const BEGIN: Staat = {
  fillStyle: "#000000",
  strokeStyle: "#000000",
  lineWidth: 1,
  globalAlpha: 1,
  lineCap: "butt",
  lineJoin: "miter",
  font: "10px sans-serif",
  textAlign: "start",
  textBaseline: "alphabetic",
  streep: [],
  matrix: [1, 0, 0, 1, 0, 0],
  knip: "",
};

/** Families that a viewer knows by name; those of the system are words of browsers. */
export function family(lijst: string): string {
  return lijst
    .split(",")
    .map((naam) => naam.trim().replaceAll('"', "'"))
    .filter((naam) => naam && !/^(system-ui|-apple-system|ui-)/.test(naam))
    .join(",");
}

const GEWOON = family(SANS);

/** Text that may stand in XML: escaped, without characters that XML has no place for. */
export function xml(tekst: string): string {
  // eslint-disable-next-line no-control-regex
  const kaal = tekst.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return kaal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A colour and how much of it covers: viewers of print know no `rgba()`. */
export function splitColour(kleur: string): { tint: string; dekking: number } {
  const delen = /^rgba?\(([^)]*)\)$/.exec(kleur)?.[1].split(/[\s,/]+/).map(Number);
  if (!delen) return { tint: kleur === "transparent" ? "none" : kleur, dekking: 1 };
  const tint = `#${delen.slice(0, 3).map((n) => Math.round(n).toString(16).padStart(2, "0")).join("")}`;
  return { tint, dekking: delen[3] ?? 1 };
}

let meter: CanvasRenderingContext2D | null = null;
const VERSCHUIVING = new Map<string, number>();

function measure(font: string): CanvasRenderingContext2D | null {
  meter ??= document.createElement("canvas").getContext("2d");
  if (meter) meter.font = font;
  return meter;
}

/** How far below `y` the letters stand for a baseline that SVG viewers do not agree on. */
function baselineShift(font: string, lijn: string): number {
  const sleutel = `${lijn}|${font}`;
  const bekend = VERSCHUIVING.get(sleutel);
  if (bekend !== undefined || lijn === "alphabetic") return bekend ?? 0;
  const ctx = measure(font);
  if (!ctx) return 0;
  ctx.textBaseline = "alphabetic";
  const gewoon = ctx.measureText("Hg").actualBoundingBoxAscent;
  ctx.textBaseline = lijn as CanvasTextBaseline;
  const verschil = gewoon - ctx.measureText("Hg").actualBoundingBoxAscent;
  ctx.textBaseline = "alphabetic";
  VERSCHUIVING.set(sleutel, verschil);
  return verschil;
}

export class Svgpen {
  fillStyle = BEGIN.fillStyle;
  strokeStyle = BEGIN.strokeStyle;
  lineWidth = BEGIN.lineWidth;
  globalAlpha = BEGIN.globalAlpha;
  lineCap = BEGIN.lineCap;
  lineJoin = BEGIN.lineJoin;
  font = BEGIN.font;
  textAlign = BEGIN.textAlign;
  textBaseline = BEGIN.textBaseline;
  private streep: readonly number[] = [];
  private matrix: Matrix = BEGIN.matrix;
  private knip = "";
  private readonly stapel: Staat[] = [];
  private schrift = new Padschrift();
  private readonly uit: string[] = [];
  private groep = "";
  private readonly defs = new Map<string, string>();

  constructor(
    readonly breed: number,
    readonly hoog: number,
  ) {}

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, lineCap, lineJoin, font, textAlign, textBaseline, streep, matrix, knip } = this;
    this.stapel.push({ fillStyle, strokeStyle, lineWidth, globalAlpha, lineCap, lineJoin, font, textAlign, textBaseline, streep, matrix, knip });
  }

  restore(): void {
    Object.assign(this, this.stapel.pop() ?? {});
  }

  translate(x: number, y: number): void {
    this.apply([1, 0, 0, 1, x, y]);
  }

  scale(x: number, y: number): void {
    this.apply([x, 0, 0, y, 0, 0]);
  }

  rotate(hoek: number): void {
    const c = Math.cos(hoek);
    const s = Math.sin(hoek);
    this.apply([c, s, -s, c, 0, 0]);
  }

  private apply([a, b, c, d, e, f]: Matrix): void {
    const [p, q, r, s, t, u] = this.matrix;
    this.matrix = [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, p * e + r * f + t, q * e + s * f + u];
  }

  setLineDash(streep: readonly number[]): void {
    this.streep = streep;
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Verloop {
    return new Verloop([x1, y1, x2, y2]);
  }

  beginPath(): void {
    this.schrift = new Padschrift();
  }

  moveTo(x: number, y: number): void {
    this.schrift.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.schrift.lineTo(x, y);
  }

  quadraticCurveTo(bx: number, by: number, x: number, y: number): void {
    this.schrift.quadraticCurveTo(bx, by, x, y);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.schrift.bezierCurveTo(ax, ay, bx, by, x, y);
  }

  closePath(): void {
    this.schrift.closePath();
  }

  rect(x: number, y: number, b: number, h: number): void {
    this.schrift.rect(x, y, b, h);
  }

  roundRect(x: number, y: number, b: number, h: number, r: number): void {
    this.schrift.roundRect(x, y, b, h, r);
  }

  arc(x: number, y: number, r: number, begin: number, eind: number, linksom = false): void {
    this.schrift.arc(x, y, r, begin, eind, linksom);
  }

  fill(pad?: Pad): void {
    const d = pad ? pad.d : this.schrift.d;
    if (d) this.add(`<path d="${d}"${this.paint("fill", this.fillStyle)}/>`);
  }

  stroke(pad?: Pad): void {
    const d = pad ? pad.d : this.schrift.d;
    if (d) this.add(`<path d="${d}" fill="none"${this.line()}/>`);
  }

  fillRect(x: number, y: number, b: number, h: number): void {
    this.add(`<rect x="${short(x)}" y="${short(y)}" width="${short(b)}" height="${short(h)}"${this.paint("fill", this.fillStyle)}/>`);
  }

  strokeRect(x: number, y: number, b: number, h: number): void {
    this.add(`<rect x="${short(x)}" y="${short(y)}" width="${short(b)}" height="${short(h)}" fill="none"${this.line()}/>`);
  }

  clip(pad?: Pad): void {
    const plaats = this.matrix === BEGIN.matrix ? "" : ` transform="${this.transform()}"`;
    this.knip = this.define("k", `<clipPath id="#"><path d="${pad ? pad.d : this.schrift.d}"${plaats}/></clipPath>`);
  }

  measureText(tekst: string): TextMetrics | { width: number } {
    return measure(this.font)?.measureText(tekst) ?? { width: 0 };
  }

  fillText(tekst: string, x: number, y: number): void {
    this.write(tekst, x, y, this.paint("fill", this.fillStyle));
  }

  /** A halo: below the text itself, so that it needs no order of painting that some viewers do not know. */
  strokeText(tekst: string, x: number, y: number): void {
    this.write(tekst, x, y, ` fill="none"${this.line()} aria-hidden="true"`);
  }

  private write(tekst: string, x: number, y: number, verf: string): void {
    const kaal = tekst.trim();
    const ctx = measure(this.font);
    if (!kaal || !ctx) return;
    const breed = ctx.measureText(kaal).width;
    const voor = ctx.measureText(tekst.slice(0, tekst.length - tekst.trimStart().length)).width;
    const heel = ctx.measureText(tekst).width;
    const begin = this.textAlign === "center" ? x - heel / 2 : this.textAlign === "right" || this.textAlign === "end" ? x - heel : x;
    const [, stijl, dikte, maat, namen] = /^(italic )?(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const letter = family(namen ?? SANS);
    this.add(
      `<text x="${short(begin + voor)}" y="${short(y + baselineShift(this.font, this.textBaseline))}" font-size="${short(Number(maat))}"` +
        `${dikte && dikte !== "400" ? ` font-weight="${dikte}"` : ""}${stijl ? ' font-style="italic"' : ""}` +
        `${letter === GEWOON ? "" : ` font-family="${xml(letter)}"`} textLength="${short(breed)}" lengthAdjust="spacingAndGlyphs"${verf}>${xml(kaal)}</text>`,
    );
  }

  /** A mark that is drawn once and used in many places; the centre of its drawing is (0, 0). */
  symbol(sleutel: string, x: number, y: number, r: number, teken: (pen: Svgpen) => void): void {
    const [px, py] = this.point(x, y);
    if (px < -r || py < -r || px > this.breed + r || py > this.hoog + r) return;
    let id = this.symbolen.get(sleutel);
    if (!id) {
      const eigen = new Svgpen(this.breed, this.hoog);
      teken(eigen);
      id = this.define("s", `<g id="#">${eigen.body()}</g>`);
      this.symbolen.set(sleutel, id);
    }
    const dof = this.globalAlpha < 1 ? ` opacity="${short(this.globalAlpha)}"` : "";
    this.add(`<use xlink:href="#${id}" x="${short(x)}" y="${short(y)}"${dof}/>`);
  }

  private readonly symbolen = new Map<string, string>();

  /** Elements of SVG as they are, in the coordinates of now. */
  raw(elementen: string): void {
    this.add(elementen);
  }

  /** A definition with `#` for its id, written once; gives the id. */
  define(letter: string, vorm: string): string {
    let id = this.defs.get(vorm);
    if (!id) this.defs.set(vorm, (id = `${letter}${this.defs.size + 1}`));
    return id;
  }

  private point(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }

  private transform(): string {
    return `matrix(${this.matrix.map((n) => String(Math.round(n * 1e5) / 1e5)).join(" ")})`;
  }

  private paint(soort: "fill" | "stroke", stijl: string | Verloop): string {
    let tint: string;
    let dekking = this.globalAlpha;
    if (stijl instanceof Verloop) tint = `url(#${this.define("v", `<linearGradient id="#"${stijl.xml}`)})`;
    else {
      const delen = splitColour(stijl);
      tint = delen.tint;
      dekking *= delen.dekking;
    }
    return ` ${soort}="${tint}"${dekking < 0.999 ? ` ${soort}-opacity="${Math.round(dekking * 1000) / 1000}"` : ""}`;
  }

  private line(): string {
    const { lineCap, lineJoin, streep } = this;
    return (
      `${this.paint("stroke", this.strokeStyle)} stroke-width="${Math.round(this.lineWidth * 1000) / 1000}"` +
      `${lineCap === "butt" ? "" : ` stroke-linecap="${lineCap}"`}${lineJoin === "miter" ? "" : ` stroke-linejoin="${lineJoin}"`}` +
      `${streep.length ? ` stroke-dasharray="${streep.map(short).join(" ")}"` : ""}`
    );
  }

  /** Elements in a row with the same place and clip share a group. */
  private add(element: string): void {
    const plaats = this.matrix.join() === BEGIN.matrix.join() ? "" : `<g transform="${this.transform()}">`;
    const groep = `${this.knip ? `<g clip-path="url(#${this.knip})">` : ""}${plaats}`;
    if (groep !== this.groep) {
      this.close();
      this.uit.push(groep);
      this.groep = groep;
    }
    this.uit.push(element);
  }

  private close(): void {
    this.uit.push("</g>".repeat(this.groep.split("<g").length - 1));
    this.groep = "";
  }

  /** What was drawn, definitions first. */
  body(): string {
    this.close();
    const defs = [...this.defs].map(([vorm, id]) => vorm.replace('id="#"', `id="${id}"`)).join("");
    return `${defs ? `<defs>${defs}</defs>` : ""}${this.uit.join("")}`;
  }
}

/** The pen when a drawing goes to SVG; null on a canvas. */
export function asPen(ctx: CanvasRenderingContext2D | Svgpen): Svgpen | null {
  return ctx instanceof Svgpen ? ctx : null;
}
