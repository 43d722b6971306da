// Places along the edge of a window, in given directions, kept apart.

import type { Vak } from "../teken/doek";

/** Length along the edge, clockwise from the upper left corner, of where a direction from the middle ends. */
function along(hoek: number, b: number, h: number): number {
  const c = Math.cos(hoek);
  const s = Math.sin(hoek);
  const t = Math.min(b / 2 / Math.max(1e-9, Math.abs(c)), h / 2 / Math.max(1e-9, Math.abs(s)));
  const x = b / 2 + c * t;
  const y = h / 2 + s * t;
  if (y <= 1e-6) return x;
  if (x >= b - 1e-6) return b + y;
  if (y >= h - 1e-6) return b + h + (b - x);
  return 2 * b + h + (h - y);
}

function pointAt(s: number, b: number, h: number): [number, number] {
  const rond = 2 * (b + h);
  const t = ((s % rond) + rond) % rond;
  if (t < b) return [t, 0];
  if (t < b + h) return [b, t - b];
  if (t < 2 * b + h) return [2 * b + h - t, h];
  return [0, rond - t];
}

/** A place on the edge for each direction (radians, y down), at least `tussen` apart along the edge. */
export function edgePlaces(hoeken: readonly number[], vak: Vak, tussen: number): [number, number][] {
  const b = vak.rechts - vak.links;
  const h = vak.onder - vak.boven;
  const rond = 2 * (b + h);
  const ruimte = Math.min(tussen, rond / Math.max(1, hoeken.length));
  const plekken = hoeken.map((hoek, i) => ({ i, s: along(hoek, b, h) })).sort((p, q) => p.s - q.s || p.i - q.i);
  for (let beurt = 0; beurt < 60; beurt++) {
    for (let k = 0; k < plekken.length && plekken.length > 1; k++) {
      const p = plekken[k];
      const q = plekken[(k + 1) % plekken.length];
      const gat = q.s - p.s + (k === plekken.length - 1 ? rond : 0);
      if (gat >= ruimte) continue;
      p.s -= (ruimte - gat) / 2;
      q.s += (ruimte - gat) / 2;
    }
  }
  const uit: [number, number][] = new Array(hoeken.length);
  for (const { i, s } of plekken) {
    const [x, y] = pointAt(s, b, h);
    uit[i] = [vak.links + x, vak.boven + y];
  }
  return uit;
}
