// Small marks of the deeper views: the icon of a verdict, a term with its meaning, an organisation off the map.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";
import { orgButton } from "./hulp";

const SVG = "http://www.w3.org/2000/svg";
const CIRKEL = "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15Z";

/** Lines and fills of each icon: tick, half circle, broken line, cross, question mark. */
const PADEN: readonly { lijn: string; vul?: string; stippel?: boolean }[] = [
  { lijn: "M5 10.5L8.6 14L15.2 6.6" },
  { lijn: CIRKEL, vul: "M2.5 10a7.5 7.5 0 0 0 15 0Z" },
  { lijn: `${CIRKEL}M4.5 11H8L9.4 7M15.5 9H12L10.6 13` },
  { lijn: "M5.5 5.5L14.5 14.5M14.5 5.5L5.5 14.5" },
  { lijn: `${CIRKEL}`, stippel: true },
];

/** The icon of a verdict, so that no colour is needed to tell them apart. */
export function verdictIcon(oordeel: number, grootte = 16): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [naam, waarde] of Object.entries({ viewBox: "0 0 20 20", width: String(grootte), height: String(grootte), "aria-hidden": "true", class: "icoon" })) {
    svg.setAttribute(naam, waarde);
  }
  const { lijn, vul, stippel } = PADEN[oordeel];
  const add = (d: string, soort: string): void => {
    const pad = document.createElementNS(SVG, "path");
    pad.setAttribute("d", d);
    pad.setAttribute("class", soort);
    svg.append(pad);
  };
  if (vul) add(vul, "vul");
  add(lijn, stippel ? "lijn stippel" : "lijn");
  if (oordeel === 4) {
    const teken = document.createElementNS(SVG, "text");
    teken.setAttribute("x", "10");
    teken.setAttribute("y", "14.2");
    teken.setAttribute("text-anchor", "middle");
    teken.textContent = "?";
    svg.append(teken);
  }
  return svg;
}

/** A row for an organisation: a button when it is on the map, plain text when it lies outside. */
export function anyOrg(om: Omgeving, org: number, ...onder: (Node | string)[]): HTMLElement {
  const { diepte } = om;
  if (org < om.model.n || !diepte) return orgButton(om, org, ...onder);
  const soort = diepte.soort(org);
  return el(
    "div",
    { class: "orgknop elders" },
    soort === GEEN ? "" : glyphElement(om.model.g.soorten[soort], 17),
    el("span", { class: "orgtekst" }, el("b", {}, diepte.naam(org)), ...onder),
  );
}

/** Words about the room in an offer, in the colour of what they say. */
export function roomWords(om: Omgeving, aanbod: number): HTMLElement {
  const { tekst, soort } = om.diepte?.plaats(aanbod) ?? { tekst: "", soort: "onbekend" };
  return el("span", { class: `plek ${soort}` }, tekst);
}
