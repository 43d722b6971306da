// Parts of the left panel: a row of the legend that filters, the themes, the regions.

import { LEEFTIJD } from "../data/celwoorden";
import { getal } from "../data/zinnen";
import { el } from "./dom";
import { breakable } from "./lang";

const LIJNEN: Readonly<Record<string, string>> = {
  dun: "M2 6H28",
  punt: "M2 6H28",
  dik: "M2 6H28",
  pijl: "M2 6H22M21 2.5L28 6L21 9.5Z",
  streep: "M2 6H28",
};

/** A line as the legend draws it. */
export function lineSample(lijn: string): SVGSVGElement {
  const ruimte = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ruimte, "svg");
  svg.setAttribute("viewBox", "0 0 30 12");
  svg.setAttribute("class", `lijn ${lijn}`);
  svg.setAttribute("aria-hidden", "true");
  const pad = document.createElementNS(ruimte, "path");
  pad.setAttribute("d", LIJNEN[lijn] ?? LIJNEN.dun);
  svg.append(pad);
  return svg;
}

/** A row that filters: its sign, its name, and how many there are under the other filters. */
export function filterRow(sleutel: string, aan: boolean, klik: () => void, teken: Node, naam: string, tal: number, onder = ""): HTMLElement {
  return el(
    "button",
    { type: "button", class: "rij", "aria-pressed": String(aan), onclick: klik, "data-sleutel": sleutel },
    el("span", { class: "teken" }, teken),
    el("span", { class: "naam" }, ...breakable(naam), onder && el("small", {}, onder)),
    el("b", {}, getal(tal)),
  );
}

export function themeButtons(thema: string, kies: (thema: string) => void): HTMLElement {
  const keuzes: [string, string, string][] = [
    ["", "Alles", "Beide thema's"],
    ["1", LEEFTIJD["1"], "Thema 1: kleuter- en lager onderwijs"],
    ["2", LEEFTIJD["2"], "Thema 2: secundair onderwijs"],
  ];
  return el(
    "div",
    { class: "thema", role: "group", "aria-label": "Thema" },
    ...keuzes.map(([code, tekst, uitleg]) =>
      el("button", { type: "button", title: uitleg, "aria-pressed": String(thema === code), "data-sleutel": `thema-${code}`, onclick: () => kies(code) }, tekst),
    ),
  );
}

export function regionChoice(regios: readonly { code: string; naam: string }[], regio: string, kies: (regio: string) => void): HTMLElement {
  const keuze = el("select", { "aria-label": "Regio", "data-sleutel": "regio" }, el("option", { value: "" }, "Alle regio's"));
  for (const { code, naam } of regios) keuze.append(el("option", { value: code }, naam));
  keuze.value = regio;
  keuze.addEventListener("change", () => kies(keuze.value));
  return keuze;
}
