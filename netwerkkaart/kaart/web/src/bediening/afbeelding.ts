// The view as a PNG for print: the picture drawn anew at a higher scale, and over it titles, legend and lists as
// the page shows them (an SVG image of their elements), with the source and the day below. Nothing is cut: a view
// that scrolls is taken at its full height.

import { font, INKT, PAPIER, SANS, ZACHT } from "../data/kleuren";
import type { Omgeving } from "../omgeving";
import type { Doek } from "../teken/doek";
import type { View } from "../views/view";
import { byId, drawForPrint } from "./dom";
import type { Kop } from "./kop";

/** Width of an A4 on its side at 300 dots an inch. */
const DRUKBREEDTE = 3508;
const MEESTE_PUNTEN = 40_000_000;
const RAND = 20;
const REGEL = 17;
const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";

export async function makePng(om: Omgeving, kop: Kop, view: View, doek: Doek): Promise<Blob> {
  const midden = byId("midden");
  const breed = midden.clientWidth;
  const onder = byId("onder");
  const hoog = view.tekenaar ? midden.clientHeight : onder.offsetTop + onder.scrollHeight;
  const voet = sourceLines(om, breed - 2 * RAND);
  const geheel = hoog + voet.length * REGEL + 2 * RAND;
  const schaal = Math.max(1, Math.min(DRUKBREEDTE / breed, 6, Math.sqrt(MEESTE_PUNTEN / (breed * geheel))));
  drawForPrint(Math.ceil(schaal));
  let lagen: HTMLImageElement;
  let beeld: HTMLCanvasElement | null;
  try {
    kop.update(view);
    lagen = await asImage(midden, breed, hoog, Boolean(view.tekenaar));
    beeld = view.tekenaar ? doek.snapshot(schaal) : null;
  } finally {
    drawForPrint(0);
    kop.update(view);
  }
  const uit = document.createElement("canvas");
  uit.width = Math.round(breed * schaal);
  uit.height = Math.round(geheel * schaal);
  const ctx = uit.getContext("2d");
  if (!ctx) throw new Error("geen canvas");
  ctx.fillStyle = PAPIER;
  ctx.fillRect(0, 0, uit.width, uit.height);
  if (beeld) ctx.drawImage(beeld, 0, 0);
  ctx.scale(schaal, schaal);
  ctx.drawImage(lagen, 0, 0);
  drawSource(ctx, voet, hoog + RAND, breed);
  return new Promise((klaar, mislukt) => uit.toBlob((blob) => (blob ? klaar(blob) : mislukt(new Error("geen PNG"))), "image/png"));
}

/** Source, day and borders, broken into lines that fit. */
function sourceLines(om: Omgeving, breed: number): string[] {
  const { titel, datum, bron, grenzen, profiel } = om.model.g.meta;
  const ctx = document.createElement("canvas").getContext("2d");
  if (!ctx) return [];
  ctx.font = font(11.5);
  const intern = profiel === "intern" ? "INTERN: alleen voor coördinatoren, niet doorsturen." : "";
  const delen = [intern, `Netwerkkaart ${titel}${datum ? `, stand van ${datum}` : ""}.`, bron ? `Bron: ${bron}.` : "Bron niet genoemd.", grenzen];
  const regels: string[] = [];
  let regel = "";
  for (const woord of delen.filter(Boolean).join(" ").split(" ")) {
    const langer = regel ? `${regel} ${woord}` : woord;
    if (regel && ctx.measureText(langer).width > breed) {
      regels.push(regel);
      regel = woord;
    } else regel = langer;
  }
  return regel ? [...regels, regel] : regels;
}

function drawSource(ctx: CanvasRenderingContext2D, regels: readonly string[], y: number, breed: number): void {
  ctx.strokeStyle = INKT;
  ctx.lineWidth = 0.6;
  ctx.beginPath();
  ctx.moveTo(RAND, y - RAND / 2);
  ctx.lineTo(breed - RAND, y - RAND / 2);
  ctx.stroke();
  ctx.fillStyle = ZACHT;
  ctx.font = font(11.5);
  ctx.textBaseline = "top";
  regels.forEach((regel, i) => ctx.fillText(regel, RAND, y + i * REGEL));
}

/** The elements over the picture as an image. Its width is that of the window, so that narrow rules hold as on screen. */
async function asImage(midden: HTMLElement, breed: number, hoog: number, opBeeld: boolean): Promise<HTMLImageElement> {
  const kopie = midden.cloneNode(true) as HTMLElement;
  const canvassen = midden.querySelectorAll("#legende canvas, #onder canvas");
  kopie.querySelectorAll("#doek, #knoppen, [data-scherm]").forEach((element) => element.remove());
  kopie.querySelectorAll("canvas").forEach((element, i) => element.replaceWith(still(canvassen[i] as HTMLCanvasElement)));
  Object.assign(kopie.style, { width: `${breed}px`, height: `${hoog}px`, overflow: "visible" });
  const onder = kopie.querySelector<HTMLElement>("#onder");
  if (onder && !opBeeld) Object.assign(onder.style, { overflow: "visible", flex: "none" });
  const { view, geopend } = document.documentElement.dataset;
  const lijf = document.createElementNS(XHTML, "div") as HTMLElement;
  lijf.setAttribute("data-view", view ?? "");
  lijf.setAttribute("data-geopend", geopend ?? "");
  Object.assign(lijf.style, { width: `${breed}px`, height: `${hoog}px`, display: "flex", color: INKT, font: `13px/1.4 ${SANS}` });
  lijf.append(kopie);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(Math.max(breed, window.innerWidth)));
  svg.setAttribute("height", String(hoog));
  const stijl = document.createElementNS(SVG, "style");
  stijl.textContent = document.querySelector("style")?.textContent ?? "";
  const vlak = document.createElementNS(SVG, "foreignObject");
  vlak.setAttribute("width", String(breed));
  vlak.setAttribute("height", String(hoog));
  vlak.append(lijf);
  svg.append(stijl, vlak);
  const beeld = new Image();
  // A data address: a blob of elements would lock the canvas in some browsers.
  beeld.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await beeld.decode();
  return beeld;
}

/** A canvas as it stands, for the copy: a copied canvas is empty. */
function still(doek: HTMLCanvasElement): HTMLImageElement {
  const beeld = new Image();
  beeld.src = doek.toDataURL();
  beeld.style.cssText = doek.style.cssText;
  beeld.width = doek.clientWidth;
  beeld.height = doek.clientHeight;
  return beeld;
}
