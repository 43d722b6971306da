// The view as one SVG: the drawing itself written down by a pen, and the elements over and below it where they stand.
// Text is text, nothing is run or fetched, and the same view gives the same bytes.

import { byId } from "../bediening/dom";
import { SANS } from "../data/kleuren";
import type { Doek } from "../teken/doek";
import { short } from "../teken/pad";
import { family, Svgpen, xml } from "../teken/svgpen";
import { drawSheet, type Getoond, type Herkomst, measureSheet, sourceText } from "./blad";
import { drawElement } from "./elementen";

export function makeSvg(herkomst: Herkomst, view: Getoond, doek: Doek): string {
  const onder = byId("onder");
  const stand = onder.scrollTop;
  const scherm = [...byId("midden").querySelectorAll<HTMLElement>("[data-scherm]:not([hidden])")];
  // What sticks to the top while one scrolls stands in its own place on the sheet, and what is for the screen alone
  // takes no room there. Nothing of this is painted: the browser draws only after it is put back.
  onder.scrollTop = 0;
  for (const deel of scherm) deel.hidden = true;
  try {
    return draw(herkomst, view, doek);
  } finally {
    for (const deel of scherm) deel.hidden = false;
    onder.scrollTop = stand;
  }
}

function draw(herkomst: Herkomst, view: Getoond, doek: Doek): string {
  const blad = measureSheet(herkomst, view);
  const { breed, legende, geheel } = blad;
  const pen = new Svgpen(breed, geheel);
  drawSheet(pen as unknown as CanvasRenderingContext2D, blad, view, doek, {
    schaal: 1,
    midden: () => {
      const midden = byId("midden");
      const { left, top } = midden.getBoundingClientRect();
      for (const kind of midden.children) drawElement(pen, kind, [left, top]);
    },
    legende: (x, y) => {
      const kader = legende?.getBoundingClientRect();
      if (legende && kader) drawElement(pen, legende, [kader.left - x, kader.top - y]);
    },
  });
  const [b, h] = [short(breed), short(geheel)];
  const [titel, ondertitel] = ["titel", "ondertitel"].map((id) => byId(id).innerText.trim());
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="${b}" height="${h}" viewBox="0 0 ${b} ${h}" ` +
    `role="img" xml:lang="nl" font-family="${xml(family(SANS))}"><title>${xml(titel)}</title><desc>${xml([ondertitel, sourceText(herkomst)].filter(Boolean).join(" "))}</desc>` +
    `${pen.body()}</svg>\n`
  );
}
