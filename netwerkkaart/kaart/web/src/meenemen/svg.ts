// The view as one SVG: the drawing itself written down by a pen, and the elements over and below it where they stand.
// Text is text, nothing is run or fetched, and the same view gives the same bytes.

import { byId } from "../bediening/dom";
import { PAPIER, SANS } from "../data/kleuren";
import type { Doek } from "../teken/doek";
import { short } from "../teken/pad";
import { family, Svgpen, xml } from "../teken/svgpen";
import { drawSource, type Getoond, type Herkomst, measureSheet, RAND, sourceText } from "./blad";
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
  const { breed, hoog, legende, geheel } = blad;
  const pen = new Svgpen(breed, geheel);
  const ctx = pen as unknown as CanvasRenderingContext2D;
  ctx.fillStyle = PAPIER;
  ctx.fillRect(0, 0, breed, geheel);
  if (view.tekenaar) {
    pen.save();
    pen.rect(0, 0, breed, hoog);
    pen.clip();
    doek.drawOn(ctx, 1);
    pen.restore();
  }
  const midden = byId("midden");
  const { left, top } = midden.getBoundingClientRect();
  for (const kind of midden.children) drawElement(pen, kind, [left, top]);
  if (legende) {
    const kader = legende.getBoundingClientRect();
    drawElement(pen, legende, [kader.left - RAND, kader.top - hoog - RAND / 2]);
  }
  drawSource(ctx, blad);
  const [b, h] = [short(breed), short(geheel)];
  const [titel, ondertitel] = ["titel", "ondertitel"].map((id) => byId(id).innerText.trim());
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="${b}" height="${h}" viewBox="0 0 ${b} ${h}" ` +
    `role="img" xml:lang="nl" font-family="${xml(family(SANS))}"><title>${xml(titel)}</title><desc>${xml([ondertitel, sourceText(herkomst)].filter(Boolean).join(" "))}</desc>` +
    `${pen.body()}</svg>\n`
  );
}
