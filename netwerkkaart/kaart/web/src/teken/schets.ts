// Small drawings in the page: a canvas that knows how it was drawn, so that it can be drawn again for print.

import { el, pixelRatio } from "../bediening/dom";

type Teken = (ctx: CanvasRenderingContext2D, breed: number, hoog: number) => void;

const TEKENINGEN = new WeakMap<Element, Teken>();

/** A canvas of some pixels of the page; `dpr` is its sharpness. */
export function sketch(breed: number, hoog: number, teken: Teken, eigenschappen: Readonly<Record<string, string>> = { "aria-hidden": "true" }, dpr = pixelRatio()): HTMLCanvasElement {
  const doek = el("canvas", eigenschappen);
  doek.width = breed * dpr;
  doek.height = hoog * dpr;
  doek.style.width = `${breed}px`;
  doek.style.height = `${hoog}px`;
  const ctx = doek.getContext("2d");
  if (ctx) {
    ctx.scale(dpr, dpr);
    teken(ctx, breed, hoog);
  }
  TEKENINGEN.set(doek, teken);
  return doek;
}

/** A straight line in such a drawing, as a sample: from `links` to so far from the right side. */
export function drawSample(ctx: CanvasRenderingContext2D, breed: number, hoog: number, kleur: string, dik: number, links = 2, rechts = links): void {
  ctx.strokeStyle = kleur;
  ctx.lineWidth = dik;
  ctx.beginPath();
  ctx.moveTo(links, hoog / 2);
  ctx.lineTo(breed - rechts, hoog / 2);
  ctx.stroke();
}

/** How a small canvas was drawn; undefined for one of another kind. */
export function drawingOf(doek: Element): Teken | undefined {
  return TEKENINGEN.get(doek);
}
