// The sheet that one takes along: the picture with its titles, the legend, and below them the source and the day.

import { byId } from "../bediening/dom";
import { font, INKT, PAPIER, ZACHT } from "../data/kleuren";
import { inZin, lettersOf } from "../data/zinnen";
import type { Doek } from "../teken/doek";

/** What a sheet and a file say of where they come from. */
export interface Herkomst {
  readonly titel: string;
  readonly datum: string;
  readonly bron: string;
  readonly grenzen: string;
  readonly profiel: string;
}

/** What is taken along: a view that draws itself, or one that is a list. */
export interface Getoond {
  readonly naam: string;
  readonly tekenaar?: object | undefined;
}

const RAND = 20;
const REGEL = 17;

export interface Blad {
  breed: number;
  /** Height of the picture or the list, in pixels. */
  hoog: number;
  /** The legend where a narrow screen shows it below the picture, and its height. */
  legende: HTMLElement | null;
  legendehoog: number;
  /** Lines of the source, and the height of all. */
  voet: string[];
  geheel: number;
}

/** Measure the sheet of what is shown now: as wide as the picture, and as high as all that scrolls in it. */
export function measureSheet(herkomst: Herkomst, view: Getoond): Blad {
  const midden = byId("midden");
  const onder = byId("onder");
  // A table on a narrow screen slides sideways: on the sheet it stands in full.
  const meer = [...onder.querySelectorAll(":scope > :not([data-scherm])")].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  const breed = midden.clientWidth + Math.max(0, ...meer);
  const hoog = view.tekenaar ? midden.clientHeight : onder.offsetTop + onder.scrollHeight;
  const eronder = document.querySelector<HTMLElement>("#rechts .legendeonder");
  const legende = eronder && eronder.offsetHeight > 0 ? eronder : null;
  const legendehoog = legende ? legende.offsetHeight + RAND : 0;
  const voet = sourceLines(herkomst, breed - 2 * RAND);
  return { breed, hoog, legende, legendehoog, voet, geheel: hoog + legendehoog + voet.length * REGEL + 2 * RAND };
}

/** Source, day and borders, in sentences. */
export function sourceText({ titel, datum, bron, grenzen, profiel }: Herkomst): string {
  const intern = profiel === "intern" ? "INTERN: alleen voor coördinatoren, niet doorsturen." : "";
  return [intern, `Netwerkkaart ${inZin(titel)}${datum ? `, stand van ${datum}` : ""}.`, bron ? `Bron: ${bron}.` : "Bron niet genoemd.", grenzen].filter(Boolean).join(" ");
}

/** A word that no line holds, in pieces that do. */
function fitting(ctx: CanvasRenderingContext2D, woord: string, breed: number): string[] {
  const uit = [""];
  for (const letter of lettersOf(woord)) {
    const langer = uit[uit.length - 1] + letter;
    if (ctx.measureText(langer).width > breed) uit.push(letter);
    else uit[uit.length - 1] = langer;
  }
  return uit;
}

/** The same, broken into lines that fit. */
function sourceLines(herkomst: Herkomst, breed: number): string[] {
  const ctx = document.createElement("canvas").getContext("2d");
  if (!ctx) return [];
  ctx.font = font(11.5);
  const regels: string[] = [];
  let regel = "";
  const delen = sourceText(herkomst).split(" ").flatMap((woord) => (ctx.measureText(woord).width > breed ? fitting(ctx, woord, breed) : [woord]));
  for (const woord of delen) {
    const langer = regel ? `${regel} ${woord}` : woord;
    if (regel && ctx.measureText(langer).width > breed) {
      regels.push(regel);
      regel = woord;
    } else regel = langer;
  }
  return regel ? [...regels, regel] : regels;
}

/** How a kind of file draws the elements of the page: those over the picture, and the legend with its corner at a place. */
export interface Bladpen {
  /** Pixels of the file per pixel of the page. */
  schaal: number;
  midden(): void;
  legende(x: number, y: number): void;
}

/** Draw the sheet: the picture on paper, the page's words over it, the legend and the source below. */
export function drawSheet(ctx: CanvasRenderingContext2D, blad: Blad, view: Getoond, doek: Doek, pen: Bladpen): void {
  const { breed, hoog, geheel } = blad;
  ctx.fillStyle = PAPIER;
  ctx.fillRect(0, 0, breed, geheel);
  if (view.tekenaar) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, breed, hoog);
    ctx.clip();
    doek.drawOn(ctx, pen.schaal);
    ctx.restore();
  }
  pen.midden();
  if (blad.legende) pen.legende(RAND, hoog + RAND / 2);
  drawSource(ctx, blad);
}

/** The lines of the source, below all else. */
function drawSource(ctx: CanvasRenderingContext2D, blad: Blad): void {
  const y = blad.hoog + blad.legendehoog + RAND;
  ctx.strokeStyle = INKT;
  ctx.lineWidth = 0.6;
  ctx.beginPath();
  ctx.moveTo(RAND, y - RAND / 2);
  ctx.lineTo(blad.breed - RAND, y - RAND / 2);
  ctx.stroke();
  ctx.fillStyle = ZACHT;
  ctx.font = font(11.5);
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  blad.voet.forEach((regel, i) => ctx.fillText(regel, RAND, y + i * REGEL));
}
