// A tool in hand: what it says, draws and lists, whatever view is open.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";
import type { Lijst } from "../views/lijst";
import { HEET, TEKENT } from "./greep";

/** How an organisation stands out: an end of a path or tie, on the way, gaining, or in the first or second set. */
export type Rol = "eind" | "tussen" | "winst" | "a" | "b";

/** What a tool draws over a view. */
export interface Handbeeld {
  orgs: { org: number; rol: Rol; naam: boolean }[];
  lijnen: { van: number; naar: number; soort: "vast" | "streep" | "nieuw" | "dun" }[];
}

export type Handregel = Handbeeld["lijnen"][number]["soort"] | "winst" | "a" | "b" | "tussen";

export interface Handwerk {
  /** The finding in words and numbers: title of the page. */
  titel: string;
  ondertitel: string;
  /** What a screen reader hears when the tool changed what is seen. */
  melding: string;
  paneel(): Node[];
  beeld: Handbeeld;
  /** What the legend explains, in order. */
  legende: readonly Handregel[];
  /** The rows behind it, for CSV; absent while there are none. */
  rijen?: { lijst: Lijst; rijen: number[] };
}

/** The title of a view, which is that of the tool in hand where this is seen. */
export function titleOf(om: Omgeving, view: { naam: string; titel(): string; ondertitel(): string }): { titel: string; ondertitel: string } {
  const hand = HEET.includes(view.naam) ? om.hand : null;
  return { titel: hand?.titel ?? view.titel(), ondertitel: hand?.ondertitel ?? view.ondertitel() };
}

/** Put the tool down and open an organisation. */
function openOrg(om: Omgeving, org: number): void {
  om.winkel.set({ hand: "", greep: "", keuze: org, zone: GEEN, bevinding: GEEN });
}

function putDown(om: Omgeving): void {
  om.winkel.set({ hand: "", greep: "" });
}

/** Head of a tool's panel: what it is, and the way out. */
export function handHead(om: Omgeving, naam: string, titel: string): HTMLElement {
  const sluit = el("button", { type: "button", class: "sluit", "aria-label": `Sluit: ${naam}`, title: "Sluit (Esc)", "data-sleutel": "hand-sluit", onclick: () => putDown(om) }, "×");
  // Other views go on showing what they show: the tool is seen on these two.
  const toon = TEKENT.includes(om.t.view) ? null : el("div", { class: "handknoppen" }, handButton("Toon op het netwerk", "hand-netwerk", () => om.winkel.set({ view: "netwerk" })));
  return el("header", { class: "orgkop handkop" }, el("div", {}, el("p", { class: "boven" }, naam), el("h2", {}, titel), toon), sluit);
}

/** An organisation in a tool's panel: a click puts the tool down and opens it. */
export function handOrg(om: Omgeving, org: number, ...onder: (Node | string)[]): HTMLElement {
  return el(
    "button",
    { type: "button", class: "orgknop", "data-sleutel": `hand-${org}`, onclick: () => openOrg(om, org) },
    glyphElement(om.model.soort(org), 17),
    el("span", { class: "orgtekst" }, el("b", {}, om.model.naam(org)), ...onder),
  );
}

export function handButton(tekst: string, sleutel: string, klik: () => void, uitleg = ""): HTMLElement {
  return el("button", { type: "button", class: "handknop", "data-sleutel": sleutel, onclick: klik, ...(uitleg ? { title: uitleg } : {}) }, tekst);
}
