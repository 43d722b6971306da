// The view as a PNG for print: the picture drawn anew at a higher scale, and over it titles, legend and lists as
// the page shows them (an SVG image of their elements), with the source and the day below. Nothing is cut: a view
// that scrolls is taken at its full height.

import { byId } from "../bediening/dom";
import { INKT, SANS } from "../data/kleuren";
import type { Doek } from "../teken/doek";
import { drawingOf, sketch } from "../teken/schets";
import { drawSheet, type Getoond, type Herkomst, measureSheet } from "./blad";

/** Width of an A4 on its side at 300 dots an inch. */
const DRUKBREEDTE = 3508;
const MEESTE_PUNTEN = 40_000_000;
const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";

export async function makePng(herkomst: Herkomst, view: Getoond, doek: Doek): Promise<Blob> {
  const blad = measureSheet(herkomst, view);
  const { breed, hoog, legende, geheel } = blad;
  const schaal = Math.max(1, Math.min(DRUKBREEDTE / breed, 6, Math.sqrt(MEESTE_PUNTEN / (breed * geheel))));
  const midden = copy(byId("midden"), schaal);
  Object.assign(midden.style, { width: `${breed}px`, height: `${hoog}px`, overflow: "visible" });
  const onder = midden.querySelector<HTMLElement>("#onder");
  if (onder && !view.tekenaar) Object.assign(onder.style, { overflow: "visible", flex: "none" });
  const lagen = await asImage(midden, breed, hoog);
  const eronder = legende && (await legendImage(legende, schaal));
  const uit = document.createElement("canvas");
  uit.width = Math.round(breed * schaal);
  uit.height = Math.round(geheel * schaal);
  const ctx = uit.getContext("2d");
  if (!ctx) throw new Error("geen canvas");
  ctx.scale(schaal, schaal);
  drawSheet(ctx, blad, view, doek, {
    schaal,
    midden: () => ctx.drawImage(lagen, 0, 0),
    legende: (x, y) => eronder && ctx.drawImage(eronder, x, y),
  });
  return new Promise((klaar, mislukt) => uit.toBlob((blob) => (blob ? klaar(blob) : mislukt(new Error("geen PNG"))), "image/png"));
}

/** The legend of a narrow screen, without the room around it. */
function legendImage(legende: HTMLElement, schaal: number): Promise<HTMLImageElement> {
  const { offsetWidth: breed, offsetHeight: hoog } = legende;
  const rechts = document.createElement("aside");
  const kopie = copy(legende, schaal);
  Object.assign(kopie.style, { width: `${breed}px`, margin: "0" });
  rechts.append(kopie);
  return asImage(rechts, breed, hoog);
}

/** A copy without what is for the screen alone, its small drawings as sharp as the print. */
function copy(element: HTMLElement, schaal: number): HTMLElement {
  const kopie = element.cloneNode(true) as HTMLElement;
  const doeken = [...element.querySelectorAll<HTMLCanvasElement>("canvas")].filter((doek) => !doek.closest("#doek"));
  kopie.querySelectorAll("#doek, #knoppen, [data-scherm]").forEach((deel) => deel.remove());
  const buiten = doeken.filter((doek) => !doek.closest("[data-scherm]"));
  kopie.querySelectorAll("canvas").forEach((deel, i) => deel.replaceWith(still(buiten[i], schaal)));
  return kopie;
}

/** Elements as an image. Its width is that of the window, so that narrow rules hold as on screen. */
async function asImage(element: HTMLElement, breed: number, hoog: number): Promise<HTMLImageElement> {
  const lijf = document.createElementNS(XHTML, "div") as HTMLElement;
  // Which view, what is open: rules of the style sheet ask for it.
  Object.assign(lijf.dataset, document.documentElement.dataset);
  Object.assign(lijf.style, { width: `${breed}px`, height: `${hoog}px`, display: "flex", color: INKT, font: `13px/1.4 ${SANS}` });
  lijf.append(element);
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
function still(doek: HTMLCanvasElement, schaal: number): HTMLImageElement {
  const { clientWidth: b, clientHeight: h } = doek;
  const teken = drawingOf(doek);
  const beeld = new Image();
  beeld.src = (teken ? sketch(b, h, teken, {}, Math.ceil(schaal)) : doek).toDataURL();
  beeld.style.cssText = doek.style.cssText;
  // Rules for a canvas do not hold for an image; as text in a line it would be given room for descenders.
  beeld.style.display = getComputedStyle(doek).display;
  beeld.width = b;
  beeld.height = h;
  return beeld;
}
