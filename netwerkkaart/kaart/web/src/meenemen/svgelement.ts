// An SVG of the page as part of another: its own elements, with the style that the page's sheet gives them.

import { family, splitColour } from "../teken/svgpen";
import { short } from "../teken/pad";
import type { Rechthoek } from "./vormen";

const VERF = ["fill", "stroke"] as const;
const LIJN: readonly [string, string][] = [
  ["stroke-width", "1px"],
  ["stroke-dasharray", "none"],
  ["stroke-linecap", "butt"],
  ["stroke-linejoin", "miter"],
  ["opacity", "1"],
];
const LETTER: readonly [string, string][] = [
  ["font-size", ""],
  ["font-weight", "400"],
  ["text-anchor", "start"],
  ["dominant-baseline", "auto"],
];
/** What no sheet of the page can be carried along for. */
const WEG = ["class", "style", "id", "tabindex", "role", "aria-label", "aria-hidden", "data-sleutel"];

/** The element at a place of the picture, as text. */
export function inlineSvg(svg: SVGSVGElement, vak: Rechthoek): string {
  const kopie = svg.cloneNode(true) as SVGSVGElement;
  // Definitions are referred to by id: those stay.
  const eigen = svg.querySelectorAll<SVGElement>("*");
  const beeld = kopie.querySelectorAll<SVGElement>("*");
  const weg: Element[] = [];
  eigen.forEach((element, i) => {
    const doel = beeld[i];
    if (element.matches("title, desc")) return;
    const stijl = getComputedStyle(element);
    if (stijl.display === "none" || stijl.visibility === "hidden") {
      if (!element.closest("defs, clipPath, marker, pattern, linearGradient")) weg.push(doel);
      return;
    }
    style(doel, stijl, element);
  });
  weg.forEach((element) => element.remove());
  for (const naam of WEG) kopie.removeAttribute(naam);
  kopie.setAttribute("overflow", getComputedStyle(svg).overflow === "visible" ? "visible" : "hidden");
  for (const [naam, waarde] of Object.entries({ x: vak.x, y: vak.y, width: vak.b, height: vak.h })) kopie.setAttribute(naam, short(waarde));
  return new XMLSerializer().serializeToString(kopie);
}

function style(doel: SVGElement, stijl: CSSStyleDeclaration, element: SVGElement): void {
  for (const soort of VERF) {
    const waarde = stijl.getPropertyValue(soort);
    if (waarde.startsWith("url(")) {
      doel.setAttribute(soort, waarde.replaceAll('"', ""));
      continue;
    }
    const { tint, dekking } = splitColour(waarde);
    doel.setAttribute(soort, tint);
    const geheel = dekking * (Number(stijl.getPropertyValue(`${soort}-opacity`)) || 0);
    if (tint !== "none" && geheel < 1) doel.setAttribute(`${soort}-opacity`, short(geheel));
  }
  for (const [naam, gewoon] of LIJN) set(doel, naam, stijl.getPropertyValue(naam), gewoon);
  if (element instanceof SVGTextContentElement) {
    for (const [naam, gewoon] of LETTER) set(doel, naam, stijl.getPropertyValue(naam), gewoon);
    doel.setAttribute("font-family", family(stijl.fontFamily));
  }
  for (const naam of WEG) if (naam !== "id") doel.removeAttribute(naam);
}

function set(doel: SVGElement, naam: string, waarde: string, gewoon: string): void {
  if (waarde && waarde !== gewoon) doel.setAttribute(naam, waarde.replace(/px/g, ""));
  else doel.removeAttribute(naam);
}
