// The letters of headings travel with the page, and are there a moment after its first picture.

import { SERIF } from "../data/kleuren";
import type { Doek } from "../teken/doek";

/** Told when they are there; without them the next in the list stands in. */
export const letters = document.fonts.load(`700 15px ${SERIF}`).catch(() => []);

/** A heading of another height moves the picture below it: draw it again. */
export function fitLetters(doek: Doek): void {
  const hoogte = (): number => document.querySelector<HTMLElement>(".kop")?.offsetHeight ?? 0;
  const eerst = hoogte();
  void letters.then(() => {
    if (hoogte() !== eerst) doek.redraw();
  });
}
