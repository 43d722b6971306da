// How one steers over a picture: the directions of the arrow keys, and the buttons that zoom.

import type { Doek } from "../teken/doek";
import { el } from "./dom";

export const RICHTING: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Buttons to look nearer, from farther, and at all. */
export function zoomButtons(doek: Doek): HTMLElement[] {
  const button = (teken: string, naam: string, klik: () => void): HTMLElement => el("button", { type: "button", title: naam, onclick: klik }, el("span", { "aria-hidden": "true" }, teken));
  return [button("+", "Zoom in", () => doek.zoomBy(1.6)), button("−", "Zoom uit", () => doek.zoomBy(1 / 1.6)), button("⌂", "Toon alles", () => doek.reset())];
}
