// Where the tools begin: the buttons in the panel of an organisation.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import type { Omgeving } from "../omgeving";
import { mayTie } from "./greep";
import { handButton } from "./hand";
import { rulesOfFilters } from "./keuze";
import { startPath } from "./pad";
import { orgTerm, startCompare } from "./vergelijk";
import { startWhatIf } from "./watals";

export function orgTools(om: Omgeving, org: number): HTMLElement {
  return el(
    "div",
    { class: "handknoppen", role: "group", "aria-label": "Verder met deze organisatie" },
    handButton("Pad naar …", "begin-pad", () => startPath(om, org), "De kortste keten van banden naar een andere organisatie"),
    ...(mayTie(om.model, org) ? [handButton("Wat als? Teken een band", "begin-watals", () => startWhatIf(om, [[org, GEEN]]), "Welke ketens sluiten als deze organisatie met een andere gaat samenwerken?")] : []),
    handButton("Vergelijk", "begin-vergelijk", () => startCompare(om, [orgTerm(om, org)]), "Begin een selectie met deze organisatie, om ze naast een andere te leggen"),
  );
}

/** The tools, where nothing is chosen yet. */
export function viewTools(om: Omgeving): HTMLElement {
  return el(
    "div",
    { class: "handknoppen", role: "group", "aria-label": "Hulpmiddelen" },
    handButton("Pad tussen twee", "begin-pad", () => om.winkel.set({ hand: "pad", greep: "" })),
    handButton("Wat als? Teken een band", "begin-watals", () => om.winkel.set({ hand: "watals", greep: "" })),
    handButton("Vergelijk", "begin-vergelijk", () => startCompare(om, om.winkel.hasFilters || om.t.gemeente >= 0 ? rulesOfFilters(om.model, om.t) : [])),
  );
}
