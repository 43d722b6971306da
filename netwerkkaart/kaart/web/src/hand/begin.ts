// Where the tools begin: the buttons in the panel of an organisation.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import type { Omgeving } from "../omgeving";
import { handButton } from "./hand";
import { startPath } from "./pad";
import { startWhatIf } from "./watals";

export function orgTools(om: Omgeving, org: number): HTMLElement {
  return el(
    "div",
    { class: "handknoppen", role: "group", "aria-label": "Verder met deze organisatie" },
    handButton("Pad naar …", "begin-pad", () => startPath(om, org), "De kortste keten van banden naar een andere organisatie"),
    ...(om.model.kleur(org) === "overleg" ? [] : [handButton("Wat als? Teken een band", "begin-watals", () => startWhatIf(om, [[org, GEEN]]), "Welke ketens sluiten als deze organisatie met een andere gaat samenwerken?")]),
  );
}
