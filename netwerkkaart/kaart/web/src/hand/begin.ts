// Where the tools begin: the buttons in the panel of an organisation.

import { el } from "../bediening/dom";
import type { Omgeving } from "../omgeving";
import { handButton } from "./hand";
import { startPath } from "./pad";

export function orgTools(om: Omgeving, org: number): HTMLElement {
  return el(
    "div",
    { class: "handknoppen", role: "group", "aria-label": "Verder met deze organisatie" },
    handButton("Pad naar …", "begin-pad", () => startPath(om, org), "De kortste keten van banden naar een andere organisatie"),
  );
}
