// How one steers over a picture: the directions of the arrow keys, and the buttons that zoom.

import type { Doek } from "../teken/doek";
import { el } from "./dom";

export const RICHTING: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** How far one press slides the picture, in pixels. */
const STAP = 80;
const KANTEN = [
  ["◂", "links", -1, 0],
  ["▸", "rechts", 1, 0],
  ["▴", "boven", 0, -1],
  ["▾", "onder", 0, 1],
] as const;

function button(teken: string, naam: string, klik: () => void, soort = ""): HTMLElement {
  return el("button", { type: "button", class: soort, title: naam, onclick: klik }, el("span", { "aria-hidden": "true" }, teken));
}

/** Slide the picture so that what lies in a direction comes into sight. */
export function pan(doek: Doek, [dx, dy]: readonly [number, number]): void {
  doek.panBy(-STAP * dx, -STAP * dy);
}

/** Buttons to look nearer, from farther, and at all; once zoomed in, also to slide without dragging. */
export function steerButtons(doek: Doek): HTMLElement[] {
  return [
    button("+", "Zoom in", () => doek.zoomBy(1.6)),
    button("−", "Zoom uit", () => doek.zoomBy(1 / 1.6)),
    button("⌂", "Toon alles", () => doek.reset()),
    ...KANTEN.map(([teken, naar, dx, dy]) => button(teken, `Schuif naar ${naar}`, () => pan(doek, [dx, dy]), "opzij")),
  ];
}
