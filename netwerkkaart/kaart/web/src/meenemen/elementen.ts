// Elements of the page as SVG, where the browser put them: boxes, borders, patterns, text line by line, drawings.
// What is for the screen alone (`data-scherm`, words for screen readers) stays behind.

import { short } from "../teken/pad";
import { drawingOf } from "../teken/schets";
import type { Svgpen } from "../teken/svgpen";
import { inlineSvg } from "./svgelement";
import { ascent, textLines } from "./tekstregels";
import { paintLayers } from "./vlakken";
import { colour, dash, grow, rect, type Rechthoek } from "./vormen";

/** Draw an element and all in it, with a point of the window as origin. */
export function drawElement(pen: Svgpen, element: Element, [ox, oy]: readonly [number, number]): void {
  const stijl = getComputedStyle(element);
  if (!shown(element, stijl)) return;
  const kader = element.getBoundingClientRect();
  const vak = { x: kader.left - ox, y: kader.top - oy, b: kader.width, h: kader.height };
  const dof = Number(stijl.opacity) < 1;
  if (dof) pen.raw(`<g opacity="${short(Number(stijl.opacity))}">`);
  if (element instanceof SVGSVGElement) {
    drawBox(pen, vak, stijl);
    pen.raw(inlineSvg(element, vak));
  } else if (element instanceof HTMLCanvasElement) drawCanvas(pen, element, vak);
  else if (element instanceof HTMLSelectElement) drawChoice(pen, element, vak, stijl);
  else if (element.matches(".breekt")) drawHyphen(pen, vak, stijl);
  else {
    drawBox(pen, vak, stijl);
    const rond = Number.parseFloat(stijl.borderTopLeftRadius) || 0;
    const knipt = rond > 0 && stijl.overflowX === "hidden" && element.childElementCount > 0;
    if (knipt) pen.raw(`<g clip-path="url(#${pen.define("k", `<clipPath id="#">${rect(vak, rond)}</clipPath>`)})">`);
    for (const kind of element.childNodes) {
      if (kind instanceof Element) drawElement(pen, kind, [ox, oy]);
      else if (kind instanceof Text) drawText(pen, kind, stijl, [ox, oy]);
    }
    if (knipt) pen.raw("</g>");
  }
  if (dof) pen.raw("</g>");
}

function shown(element: Element, stijl: CSSStyleDeclaration): boolean {
  if (stijl.display === "none" || stijl.visibility === "hidden") return false;
  if (element.matches("[data-scherm], .stil, #doek, #knoppen")) return false;
  // What a closed <details> holds has places in some browsers, but is not seen.
  const dicht = element.parentElement?.closest("details:not([open])");
  return !dicht || element.closest("summary")?.parentElement === dicht;
}

const ZIJDEN = ["Top", "Right", "Bottom", "Left"] as const;

function drawBox(pen: Svgpen, vak: Rechthoek, stijl: CSSStyleDeclaration): void {
  if (!vak.b && !vak.h) return;
  const rond = stijl.borderTopLeftRadius.endsWith("%") ? (Number.parseFloat(stijl.borderTopLeftRadius) / 100) * vak.b : Number.parseFloat(stijl.borderTopLeftRadius) || 0;
  const schaduwen = shadows(stijl.boxShadow);
  for (const { binnen, breed, kleur } of schaduwen) if (!binnen) pen.raw(rect(grow(vak, breed), rond + breed, colour("fill", kleur)));
  const vul = colour("fill", stijl.backgroundColor);
  if (vul) pen.raw(rect(vak, rond, vul));
  if (stijl.backgroundImage !== "none") paintLayers(pen, vak, rond, stijl);
  for (const { binnen, breed, kleur } of schaduwen) {
    if (binnen) pen.raw(rect(grow(vak, -breed / 2), rond - breed / 2, ` fill="none"${colour("stroke", kleur)} stroke-width="${short(breed)}"`));
  }
  drawBorders(pen, vak, rond, stijl);
  const omlijning = Number.parseFloat(stijl.outlineWidth) || 0;
  // The ring of keyboard focus is for the screen; a drawn outline lies inside its element.
  const inzet = Number.parseFloat(stijl.outlineOffset) || 0;
  if (omlijning && stijl.outlineStyle !== "none" && stijl.outlineStyle !== "auto" && stijl.outlineStyle !== "solid") {
    pen.raw(rect(grow(vak, inzet + omlijning / 2), rond, ` fill="none"${colour("stroke", stijl.outlineColor)}${dash(stijl.outlineStyle, omlijning)}`));
  }
}

/** Shadows that are rings without blur, the undermost first. */
function shadows(tekst: string): { binnen: boolean; breed: number; kleur: string }[] {
  if (tekst === "none") return [];
  return tekst
    .split(/,(?![^(]*\))/)
    .flatMap((deel) => {
      const kleur = /rgba?\([^)]*\)/.exec(deel)?.[0] ?? "";
      const [x, y, vaag, breed] = deel.replace(kleur, "").match(/-?[\d.]+px/g)?.map(Number.parseFloat) ?? [];
      return kleur && !x && !y && !vaag && breed ? [{ binnen: deel.includes("inset"), breed, kleur }] : [];
    })
    .reverse();
}

function drawBorders(pen: Svgpen, vak: Rechthoek, rond: number, stijl: CSSStyleDeclaration): void {
  const randen = ZIJDEN.map((zijde) => ({
    breed: Number.parseFloat(stijl[`border${zijde}Width`]) || 0,
    soort: stijl[`border${zijde}Style`],
    kleur: stijl[`border${zijde}Color`],
  }));
  const [eerste] = randen;
  if (randen.every(({ breed, soort, kleur }) => breed === eerste.breed && soort === eerste.soort && kleur === eerste.kleur)) {
    const lijn = eerste.breed && eerste.soort !== "none" ? colour("stroke", eerste.kleur) : "";
    if (lijn) pen.raw(rect(grow(vak, -eerste.breed / 2), rond - eerste.breed / 2, ` fill="none"${lijn}${dash(eerste.soort, eerste.breed)}`));
    return;
  }
  const { x, y, b, h } = vak;
  randen.forEach(({ breed, soort, kleur }, i) => {
    const lijn = breed && soort !== "none" ? colour("stroke", kleur) : "";
    if (!lijn) return;
    const d = breed / 2;
    const [x1, y1, x2, y2] = [[x, y + d, x + b, y + d], [x + b - d, y, x + b - d, y + h], [x, y + h - d, x + b, y + h - d], [x + d, y, x + d, y + h]][i];
    pen.raw(`<path d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" fill="none"${lijn}${dash(soort, breed)}/>`);
  });
}

function drawCanvas(pen: Svgpen, doek: HTMLCanvasElement, vak: Rechthoek): void {
  const teken = drawingOf(doek);
  if (!teken) {
    pen.raw(`<image x="${short(vak.x)}" y="${short(vak.y)}" width="${short(vak.b)}" height="${short(vak.h)}" xlink:href="${doek.toDataURL()}"/>`);
    return;
  }
  pen.save();
  pen.translate(vak.x, vak.y);
  teken(pen as unknown as CanvasRenderingContext2D, vak.b, vak.h);
  pen.restore();
}

function drawChoice(pen: Svgpen, keuze: HTMLSelectElement, vak: Rechthoek, stijl: CSSStyleDeclaration): void {
  drawBox(pen, vak, stijl);
  setFont(pen, stijl);
  pen.textBaseline = "middle";
  pen.fillText(keuze.selectedOptions[0]?.textContent ?? "", vak.x + Number.parseFloat(stijl.paddingLeft) + 4, vak.y + vak.h / 2);
}

function setFont(pen: Svgpen, stijl: CSSStyleDeclaration): void {
  pen.font = `${stijl.fontStyle === "italic" ? "italic " : ""}${stijl.fontWeight} ${stijl.fontSize} ${stijl.fontFamily}`;
  pen.fillStyle = stijl.color;
  pen.textAlign = "left";
  pen.textBaseline = "alphabetic";
}

/** Where a word was broken between its parts. */
function drawHyphen(pen: Svgpen, vak: Rechthoek, stijl: CSSStyleDeclaration): void {
  if (!vak.b) return;
  setFont(pen, stijl);
  pen.fillText("-", vak.x, vak.y + ascent(stijl, vak.h));
}

function drawText(pen: Svgpen, tekst: Text, stijl: CSSStyleDeclaration, [ox, oy]: readonly [number, number]): void {
  if (!tekst.data.trim()) return;
  setFont(pen, stijl);
  for (const { woorden, x, basis, breed } of textLines(tekst, stijl)) {
    pen.fillText(woorden, x - ox, basis - oy);
    if (!stijl.textDecorationLine.includes("underline")) continue;
    const y = short(basis - oy + 3);
    pen.raw(`<path d="M${short(x - ox)} ${y}h${short(breed)}"${colour("stroke", stijl.color)}${dash(stijl.textDecorationStyle, 1.2)}/>`);
  }
}
