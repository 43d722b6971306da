// Long texts in narrow columns.

import { el } from "./dom";

/** What is no longer kept on one line: a long text, and a word that no column can hold. */
const LANG = /\S{24}|.{60}/s;

/** Whether a cell of a table may break a text anywhere: of others no word is broken. */
export function tooLong(tekst: string): boolean {
  return LANG.test(tekst);
}

/** Where a long word may be broken: between its parts, as on a sheet (fiche/tekens.py). */
const DELEN = /(?<=\p{L}{4})(?=begeleiding|besteding|centrum|netwerk|bestuur|werking|werkplaats|vervang|dienst|aanbieder|onderwijs|school|praktijk)/giu;

/** A name with places where the browser may break it by a hyphen; that is in the style, so that who copies the name has no signs in it. */
export function breakable(naam: string): Node[] {
  return naam.split(DELEN).flatMap((deel, i) => (i ? [el("span", { class: "breekt" }), new Text(deel)] : [new Text(deel)]));
}
