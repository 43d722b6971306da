// Below the grid of Matrix: the same grid in small for every region or municipality.

import { el } from "../bediening/dom";
import { CEL_NAAM } from "../data/celwoorden";
import { GROEPEN, STAPPEN, type Verdieping } from "../data/diepte";
import { getal } from "../data/zinnen";
import { sketch } from "../teken/schets";
import { drawSquare } from "./vakjes";

const STEEK = 12;
const ZIJDE = 10;
const TUSSEN = 6;

/** How often each verdict occurs in an area, over the cells of some themes. */
export function tally(diepte: Verdieping, gebied: number, themas: readonly string[]): { per: number[]; cellen: number } {
  const per = [0, 0, 0, 0, 0];
  for (const stap of STAPPEN) {
    if (!themas.includes(stap.thema)) continue;
    for (let groep = 0; groep < GROEPEN; groep++) {
      const { oordeel } = diepte.cel(gebied, stap, groep);
      if (oordeel >= 0) per[oordeel]++;
    }
  }
  return { per, cellen: per.reduce((som, n) => som + n, 0) };
}

export function tiles(diepte: Verdieping, gebieden: readonly number[], themas: readonly string[], gekozen: number, kies: (gebied: number) => void): HTMLElement {
  return el(
    "div",
    { class: "tegels2" },
    ...gebieden.map((gebied) => {
      const { per, cellen } = tally(diepte, gebied, themas);
      const naam = diepte.matrix.naam[gebied];
      const delen = [0, 3, 4].filter((i) => per[i]).map((i) => `${getal(per[i])} ${i === 4 ? (per[i] === 1 ? "witte vlek" : "witte vlekken") : CEL_NAAM[i].toLowerCase()}`);
      return el(
        "button",
        {
          type: "button",
          class: "tegel",
          "aria-pressed": String(gebied === gekozen),
          "data-sleutel": `tegel-${diepte.matrix.code[gebied]}`,
          onclick: () => kies(gebied),
        },
        el("b", {}, naam),
        small(diepte, gebied, themas),
        el("small", {}, cellen ? delen.join(", ") : "geen scholen"),
      );
    }),
  );
}

function small(diepte: Verdieping, gebied: number, themas: readonly string[]): HTMLCanvasElement {
  const breed = themas.length * GROEPEN * STEEK + (themas.length - 1) * TUSSEN;
  const hoog = (themas.includes("2") ? 4 : 2) * STEEK;
  return sketch(breed, hoog, (ctx) => {
    for (const stap of STAPPEN) {
      const blok = themas.indexOf(stap.thema);
      if (blok < 0) continue;
      for (let groep = 0; groep < GROEPEN; groep++) {
        const { oordeel } = diepte.cel(gebied, stap, groep);
        if (oordeel >= 0) drawSquare(ctx, oordeel, blok * (GROEPEN * STEEK + TUSSEN) + groep * STEEK, stap.stap * STEEK, ZIJDE);
      }
    }
  });
}
