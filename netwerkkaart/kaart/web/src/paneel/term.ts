// A word that explains itself.

import { el } from "../bediening/dom";
import { TERM } from "../data/celwoorden";
import { hoofdletter } from "../data/zinnen";

/** A word with its meaning on hover and focus. */
export function term(woord: string, sleutel: string): HTMLElement {
  const uitleg = hoofdletter(`${sleutel}: ${(TERM[sleutel] ?? "").replaceAll("*", "")}.`);
  return el("span", { class: "term", role: "note", tabindex: "0", "data-uitleg": uitleg, "aria-label": `${woord}. ${uitleg}` }, woord);
}
