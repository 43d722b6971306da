// The legend as elements: samples with words, scales.

import { sketch } from "../teken/schets";
import type { Legende } from "../views/view";
import { el } from "./dom";

/** The legend as elements, for a corner of the picture or, on the phone, for the sheet below. */
export function legendNodes(blokken: readonly Legende[]): Node[] {
  return blokken.flatMap(({ titel, schaal, breed, rijen }) => [
    ...(titel ? [el("h2", {}, titel)] : []),
    ...(schaal ? [scale(schaal)] : []),
    ...rijen.map(({ teken, tekst }) => el("p", {}, sketch(breed ?? 44, 16, teken), el("span", {}, tekst))),
  ]);
}

/** A strip of colours with its bounds beneath. */
function scale(kleuren: readonly string[]): HTMLElement {
  const strook = el("span", { class: "strook" });
  const tallen = el("span", { class: "tallen" });
  kleuren.forEach((kleur, i) => {
    const vak = el("i");
    vak.style.background = kleur;
    strook.append(vak);
    tallen.append(el("span", {}, `${Math.round((100 * i) / kleuren.length)}%`));
  });
  tallen.append(el("span", {}, "100%"));
  return el("div", { class: "schaal" }, strook, tallen);
}
