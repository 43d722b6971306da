// A picture on paper: as large as an A4 or an A3 on its side holds it, as it stands on the screen, in lines and letters.

import { SANS } from "../data/kleuren";
import type { Doek } from "../teken/doek";
import { short } from "../teken/pad";
import { family, Svgpen, xml } from "../teken/svgpen";
import { byId } from "./dom";

/** Width and height in pixels that the page of `druk.css` leaves free, less the top bar and the source. */
const BLADEN = { "--druk-s4": [1035, 628], "--druk-s3": [1500, 955] } as const;

/** Tell the style of print how large the picture is on screen, and how much smaller or larger it goes on paper. */
export function fitPrint(doek: Doek): void {
  let beeld: Element | null = null;
  window.addEventListener("beforeprint", () => {
    const { clientWidth, clientHeight } = byId("midden");
    if (!clientWidth || !clientHeight) return;
    const { style } = document.documentElement;
    document.documentElement.toggleAttribute("data-drukbreed", window.innerWidth > 1240);
    style.setProperty("--druk-b", `${clientWidth}px`);
    style.setProperty("--druk-h", `${clientHeight}px`);
    for (const [naam, [breed, hoog]] of Object.entries(BLADEN)) {
      style.setProperty(naam, String(Math.min(breed / clientWidth, hoog / clientHeight)));
    }
    beeld?.remove();
    beeld = byId("doek").hidden ? null : drawn(doek, clientWidth, clientHeight);
    if (beeld) byId("doek").after(beeld);
  });
  window.addEventListener("afterprint", () => beeld?.remove());
}

/** What the canvas shows, as an element: a canvas has the points of the screen, too few for paper. */
function drawn(doek: Doek, breed: number, hoog: number): Element {
  const pen = new Svgpen(breed, hoog);
  doek.drawOn(pen as unknown as CanvasRenderingContext2D, 1);
  const maat = `width="${short(breed)}" height="${short(hoog)}" viewBox="0 0 ${short(breed)} ${short(hoog)}"`;
  const tekst = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="drukbeeld" ${maat} font-family="${xml(family(SANS))}">${pen.body()}</svg>`;
  return document.importNode(new DOMParser().parseFromString(tekst, "image/svg+xml").documentElement, true);
}
