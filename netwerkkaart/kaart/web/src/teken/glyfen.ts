// The mark of each kind: one path, used on canvas and in the legend alike.

import type { Kaartsoort } from "../data/gegevens";
import { font, SECTORKLEUR } from "../data/kleuren";
import { Pad } from "./pad";
import { asPen } from "./svgpen";

const CIRKEL = "M-7.4,0a7.4,7.4 0 1,0 14.8,0a7.4,7.4 0 1,0 -14.8,0Z";

function polygon(hoeken: number, straal: number, begin: number, binnen = 0): string {
  const punten: string[] = [];
  const stappen = binnen ? 2 * hoeken : hoeken;
  for (let i = 0; i < stappen; i++) {
    const r = binnen && i % 2 ? binnen : straal;
    const hoek = begin + (2 * Math.PI * i) / stappen;
    punten.push(`${(r * Math.sin(hoek)).toFixed(2)},${(-r * Math.cos(hoek)).toFixed(2)}`);
  }
  return `M${punten.join("L")}Z`;
}

/** Outline of each shape in a box from −10 to 10. */
const VORMEN: Readonly<Record<string, string>> = {
  cirkel: CIRKEL,
  ring: CIRKEL,
  dubbel: CIRKEL,
  open: CIRKEL,
  vierkant: "M-6.8,-7.6H6.8Q7.6,-7.6 7.6,-6.8V6.8Q7.6,7.6 6.8,7.6H-6.8Q-7.6,7.6 -7.6,6.8V-6.8Q-7.6,-7.6 -6.8,-7.6Z",
  ruit: "M0,-9.2L9.2,0L0,9.2L-9.2,0Z",
  driehoek: "M0,-8.8L9,7H-9Z",
  omgekeerd: "M0,8.8L9,-7H-9Z",
  plus: "M-3.2,-8.6H3.2V-3.2H8.6V3.2H3.2V8.6H-3.2V3.2H-8.6V-3.2H-3.2Z",
  vijfhoek: polygon(5, 9, 0),
  huis: "M0,-8.8L8,-1.6V7.8H-8V-1.6Z",
  zeshoek: polygon(6, 8.6, Math.PI / 6),
  zeshoekvol: polygon(6, 8.6, Math.PI / 6),
  ster: polygon(5, 9.4, 0, 4.1),
};

/** White mark inside the shape. */
const BINNEN: Readonly<Record<string, string>> = {
  ring: "M-2.9,0a2.9,2.9 0 1,0 5.8,0a2.9,2.9 0 1,0 -5.8,0Z",
  dubbel: "M0,-4.4A4.4,4.4 0 0,1 0,4.4Z",
};

const PADEN = new Map<string, Pad>();

function path(tekst: string): Pad {
  let pad = PADEN.get(tekst);
  if (!pad) PADEN.set(tekst, (pad = new Pad(tekst)));
  return pad;
}

interface Stijl {
  vul: string;
  rand: string;
  binnen: string;
}

function style(soort: Kaartsoort): Stijl {
  const tint = SECTORKLEUR[soort.kleur];
  const vol = soort.vorm === "ster" || soort.vorm === "zeshoekvol";
  if (vol) return { vul: tint.rand, rand: tint.rand, binnen: "#FFFFFF" };
  if (soort.vorm === "open") return { vul: "#FFFFFF", rand: tint.vul, binnen: "#FFFFFF" };
  return { vul: tint.vul, rand: tint.rand, binnen: "#FFFFFF" };
}

/** Draw the mark of a kind with radius `r` around a point. */
export function drawGlyph(ctx: CanvasRenderingContext2D, soort: Kaartsoort, x: number, y: number, r: number, hol = false): void {
  const eigen = style(soort);
  // Hollow: not reached. The outline keeps the colour, so that the kind stays legible.
  const { vul, rand, binnen } = hol ? { vul: "#FFFFFF", rand: SECTORKLEUR[soort.kleur].rand, binnen: SECTORKLEUR[soort.kleur].rand } : eigen;
  const schaal = r / 8;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(schaal, schaal);
  const vorm = path(VORMEN[soort.vorm]);
  ctx.fillStyle = vul;
  ctx.fill(vorm);
  const open = hol || soort.vorm === "zeshoek" || soort.vorm === "open";
  ctx.lineWidth = (open ? Math.max(1.1, r * 0.19) : Math.min(0.9, 0.35 + r * 0.06)) / schaal;
  ctx.strokeStyle = rand;
  ctx.lineJoin = "round";
  ctx.stroke(vorm);
  const wit = BINNEN[soort.vorm];
  if (wit) {
    ctx.fillStyle = binnen;
    ctx.fill(path(wit));
  }
  if (soort.letter && r > 4.5) {
    ctx.fillStyle = binnen;
    ctx.font = font(10.5, 700);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(soort.letter, 0, 0.6);
  }
  ctx.restore();
}

const SVG = "http://www.w3.org/2000/svg";

/** The mark of a kind as an SVG element, for text. */
export function glyphElement(soort: Kaartsoort, grootte = 16): SVGSVGElement {
  const { vul, rand, binnen } = style(soort);
  const svg = document.createElementNS(SVG, "svg");
  for (const [naam, waarde] of Object.entries({
    viewBox: "-10 -10 20 20",
    width: String(grootte),
    height: String(grootte),
    "aria-hidden": "true",
    class: "glyf",
  })) {
    svg.setAttribute(naam, waarde);
  }
  const vorm = document.createElementNS(SVG, "path");
  vorm.setAttribute("d", VORMEN[soort.vorm]);
  vorm.setAttribute("fill", vul);
  vorm.setAttribute("stroke", rand);
  vorm.setAttribute("stroke-width", soort.vorm === "zeshoek" || soort.vorm === "open" ? "2" : "1");
  svg.append(vorm);
  if (BINNEN[soort.vorm]) {
    const wit = document.createElementNS(SVG, "path");
    wit.setAttribute("d", BINNEN[soort.vorm]);
    wit.setAttribute("fill", binnen);
    svg.append(wit);
  }
  if (soort.letter) {
    const letter = document.createElementNS(SVG, "text");
    letter.setAttribute("text-anchor", "middle");
    letter.setAttribute("y", "3.8");
    letter.setAttribute("font-size", "10.5");
    letter.setAttribute("font-weight", "700");
    letter.setAttribute("fill", binnen);
    letter.textContent = soort.letter;
    svg.append(letter);
  }
  return svg;
}

/** Marks drawn once and copied thousands of times. */
export class Sprites {
  private readonly voorraad = new Map<string, HTMLCanvasElement>();

  constructor(private readonly soorten: readonly Kaartsoort[]) {}

  draw(ctx: CanvasRenderingContext2D, soort: number, x: number, y: number, r: number, dpr: number): void {
    const stap = Math.round(r * 4) / 4;
    const pen = asPen(ctx);
    if (pen) {
      pen.symbol(`${soort}|${stap}`, x, y, 1.3 * stap, (eigen) => drawGlyph(eigen as unknown as CanvasRenderingContext2D, this.soorten[soort], 0, 0, stap));
      return;
    }
    const zijde = Math.ceil(2 * stap * 1.3 + 3);
    const sleutel = `${soort}|${stap}|${dpr}`;
    let sprite = this.voorraad.get(sleutel);
    if (!sprite) {
      sprite = document.createElement("canvas");
      sprite.width = sprite.height = Math.ceil(zijde * dpr);
      const eigen = sprite.getContext("2d");
      if (!eigen) return;
      eigen.scale(dpr, dpr);
      drawGlyph(eigen, this.soorten[soort], zijde / 2, zijde / 2, stap);
      this.voorraad.set(sleutel, sprite);
    }
    ctx.drawImage(sprite, x - zijde / 2, y - zijde / 2, zijde, zijde);
  }
}
