// Parts that panels share: headings with a number, bars, lists of organisations.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { getal, OORDEEL_NAAM } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";

export function heading(tekst: string): HTMLElement {
  return el("h2", {}, tekst);
}

export function paragraph(tekst: string, soort = "zacht"): HTMLElement {
  return el("p", { class: soort }, tekst);
}

/** Head of a panel that can be closed: what it is, its title, and the way out with what that is called. */
export function panelHead(boven: string, titel: string, naam: string, sluit: () => void): HTMLElement {
  const knop = el("button", { type: "button", class: "sluit", "aria-label": naam, title: "Sluit (Esc)", onclick: sluit }, "×");
  return el("header", { class: "orgkop" }, el("div", {}, el("p", { class: "boven" }, boven), el("h2", {}, titel)), knop);
}

/** A small title with a number or word at the right. */
export function subheading(links: string, rechts = ""): HTMLElement {
  return el("h3", { class: "kopregel" }, el("span", {}, links), rechts && el("span", { class: "zacht" }, rechts));
}

/** A named bar: `delen` are widths as shares of the widest bar, with their colours. */
export function bar(naam: string, tal: number, delen: { deel: number; kleur: string }[], klik?: () => void): HTMLElement {
  const balk = el("div", { class: "staaf", "aria-hidden": "true" });
  for (const { deel, kleur } of delen) {
    const stuk = el("i");
    stuk.style.width = `${Math.max(0.5, 100 * deel)}%`;
    stuk.style.background = kleur;
    balk.append(stuk);
  }
  const kop = el("span", { class: "kop2" }, el("span", {}, naam), el("b", {}, getal(tal)));
  if (!klik) return el("div", { class: "staafrij" }, kop, balk);
  return el("button", { class: "staafrij", type: "button", onclick: klik, "data-sleutel": `staaf-${naam}` }, kop, balk);
}

/** A swatch of a verdict, with its own pattern so that grey prints tell them apart. */
export function swatch(oordeel: number): HTMLElement {
  return el("span", { class: `staal oordeel${oordeel}`, "aria-hidden": "true" });
}

export function verdictBadge(oordeel: number, uitleg: string): HTMLElement {
  return el("p", { class: `merkteken vlak${oordeel}` }, swatch(oordeel), el("span", {}, `${OORDEEL_NAAM[oordeel]}: ${uitleg}`));
}

/** Choose an organisation, and let go of what else was chosen. */
export function choose(om: Omgeving, org: number): void {
  om.winkel.set({ keuze: org, bevinding: GEEN, zone: GEEN });
}

export function orgButton(om: Omgeving, org: number, ...onder: (Node | string)[]): HTMLElement {
  const knop = el(
    "button",
    { type: "button", class: "orgknop", onclick: () => choose(om, org), "data-sleutel": `org-${org}` },
    glyphElement(om.model.soort(org), 17),
    el("span", { class: "orgtekst" }, el("b", {}, om.model.naam(org)), ...onder),
  );
  return knop;
}

/** A list that shows its first rows, and the rest on demand. */
export function longList(rijen: readonly (() => Node)[], eerst: number, meer: (rest: number) => string): HTMLElement {
  const lijst = el("ul", { class: "lijst" });
  const add = (vanaf: number, tot: number): void => {
    for (const maak of rijen.slice(vanaf, tot)) lijst.append(el("li", {}, maak()));
  };
  add(0, eerst);
  if (rijen.length <= eerst) return lijst;
  const knop = el("button", { type: "button", class: "meer" }, meer(rijen.length - eerst));
  knop.addEventListener("click", () => {
    knop.remove();
    add(eerst, rijen.length);
  });
  return el("div", {}, lijst, knop);
}
