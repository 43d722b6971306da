// Large picture, for a projector or a meeting: search and panel make room.

import { el, icon } from "./dom";

const HOEKEN = "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4";

/** The button that turns it on and off; `na` runs once the room has changed. */
export function largeButton(na: () => void): HTMLButtonElement {
  const wortel = document.documentElement;
  const knop = el("button", { type: "button", class: "groot", "aria-pressed": "false", "aria-label": "Groot beeld", onclick: () => turn(!wortel.hasAttribute("data-groot")) }, icon(HOEKEN)) as HTMLButtonElement;
  const turn = (aan: boolean): void => {
    wortel.toggleAttribute("data-groot", aan);
    knop.setAttribute("aria-pressed", String(aan));
    knop.title = aan ? "Toon filters en paneel weer" : "Groot beeld, voor een scherm in de zaal: zonder filters en paneel";
    na();
  };
  knop.title = "Groot beeld, voor een scherm in de zaal: zonder filters en paneel";
  return knop;
}
