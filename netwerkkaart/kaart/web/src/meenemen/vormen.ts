// Rectangles, colours and dashes as attributes of SVG.

import { short } from "../teken/pad";
import { splitColour } from "../teken/svgpen";

export interface Rechthoek {
  x: number;
  y: number;
  b: number;
  h: number;
}

export function rect({ x, y, b, h }: Rechthoek, rond = 0, meer = ""): string {
  const r = Math.max(0, Math.min(rond, b / 2, h / 2));
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, b))}" height="${short(Math.max(0, h))}"${r ? ` rx="${short(r)}"` : ""}${meer}/>`;
}

/** A colour as an attribute with a leading space; empty when it paints nothing. */
export function colour(soort: "fill" | "stroke", kleur: string): string {
  const { tint, dekking } = splitColour(kleur);
  if (tint === "none" || dekking === 0) return "";
  return ` ${soort}="${tint}"${dekking < 1 ? ` ${soort}-opacity="${Math.round(dekking * 1000) / 1000}"` : ""}`;
}

/** A rectangle with so much more at each side. */
export function grow({ x, y, b, h }: Rechthoek, d: number): Rechthoek {
  return { x: x - d, y: y - d, b: b + 2 * d, h: h + 2 * d };
}

/** Width and dashes of a border in a style of CSS. */
export function dash(soort: string, breed: number): string {
  const streep = soort === "dashed" ? [2.2 * breed, 1.8 * breed] : soort === "dotted" ? [0.01, 2 * breed] : [];
  const rond = soort === "dotted" ? ' stroke-linecap="round"' : "";
  return ` stroke-width="${short(breed)}"${streep.length ? ` stroke-dasharray="${streep.map((n) => n.toFixed(2)).join(" ")}"` : ""}${rond}`;
}
