// Where the lines of a text stand: what the browser broke, read back.

import { lettersOf } from "../data/zinnen";

export interface Regel {
  woorden: string;
  /** Left edge and baseline, in the window. */
  x: number;
  basis: number;
  breed: number;
}

let meter: CanvasRenderingContext2D | null = null;

/** Height of letters above the baseline in a line of a font. */
export function ascent(stijl: CSSStyleDeclaration, hoogte: number): number {
  meter ??= document.createElement("canvas").getContext("2d");
  if (!meter) return hoogte * 0.8;
  meter.font = `${stijl.fontStyle} ${stijl.fontWeight} ${stijl.fontSize} ${stijl.fontFamily}`;
  const { fontBoundingBoxAscent: boven, fontBoundingBoxDescent: onder } = meter.measureText("Hg");
  return boven + (hoogte - boven - onder) / 2;
}

function shaped(tekst: string, stijl: CSSStyleDeclaration): string {
  const glad = stijl.whiteSpace.startsWith("pre") ? tekst : tekst.replace(/\s+/g, " ");
  return stijl.textTransform === "uppercase" ? glad.toUpperCase() : glad;
}

/** The lines of a text node; what an ellipsis hides on screen is cut there too. */
export function textLines(tekst: Text, stijl: CSSStyleDeclaration): Regel[] {
  const bereik = document.createRange();
  bereik.selectNodeContents(tekst);
  const rechthoeken = [...bereik.getClientRects()].filter(({ width }) => width > 0);
  if (!rechthoeken.length) return [];
  const een = rechthoeken.every(({ top }) => Math.abs(top - rechthoeken[0].top) < 2);
  // From the first letter to the last: spaces at the ends have widths of their own.
  const eerste = tekst.data.search(/\S/);
  const stukken = een ? [[eerste, tekst.data.trimEnd().length]] : pieces(tekst, bereik);
  return stukken.flatMap(([van, tot]) => {
    bereik.setStart(tekst, van);
    bereik.setEnd(tekst, tot);
    const kaders = [...bereik.getClientRects()].filter(({ width }) => width > 0);
    if (!kaders.length) return [];
    const links = Math.min(...kaders.map(({ left }) => left));
    const rechts = Math.max(...kaders.map(({ right }) => right));
    const [{ top, height }] = kaders;
    const ruw = shaped(tekst.data.slice(van, tot), stijl);
    const woorden = shorten(tekst, ruw.trim(), links, stijl);
    return woorden ? [{ woorden, x: links, basis: top + ascent(stijl, height), breed: rechts - links }] : [];
  });
}

/** Begin and end of what stands on one line: word by word, and letter by letter where a word is broken. */
function pieces(tekst: Text, bereik: Range): number[][] {
  const uit: number[][] = [];
  let vorige = Number.NaN;
  const add = (van: number, tot: number, veel = false): void => {
    bereik.setStart(tekst, van);
    bereik.setEnd(tekst, tot);
    const kaders = [...bereik.getClientRects()].filter(({ width }) => width > 0);
    if (!kaders.length) return;
    if (veel && Math.abs(kaders[0].top - kaders[kaders.length - 1].top) > 2) {
      let plek = van;
      for (const letter of lettersOf(tekst.data.slice(van, tot))) add(plek, (plek += letter.length));
      return;
    }
    if (Math.abs(kaders[0].top - vorige) < 2) uit[uit.length - 1][1] = tot;
    else uit.push([van, tot]);
    vorige = kaders[0].top;
  };
  for (const treffer of tekst.data.matchAll(/\S+/g)) add(treffer.index, treffer.index + treffer[0].length, true);
  return uit;
}

/** With an ellipsis where the element shows one. */
function shorten(tekst: Text, woorden: string, links: number, stijl: CSSStyleDeclaration): string {
  const ouder = tekst.parentElement;
  if (stijl.textOverflow !== "ellipsis" || !ouder || ouder.scrollWidth <= ouder.clientWidth || !meter) return woorden;
  const ruimte = ouder.getBoundingClientRect().right - links;
  const letters = [...woorden];
  while (letters.length && meter.measureText(`${letters.join("")}…`).width > ruimte) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
