// Shortest paths over ties between organisations: any tie, either way; a seat in a forum is no tie.

import { GEEN, type Model } from "../data/model";

export interface Paden {
  /** Links of a shortest path; −1: none is known. */
  lengte: number;
  /** How many shortest paths there are, counted by their organisations. */
  aantal: number;
  /** The first of them, each as organisations from one end to the other. */
  paden: number[][];
  /** How many organisations each end hangs together with, itself included. */
  samen: [number, number];
}

/** The tie between two organisations that says most: a confirmed one first; −1 when there is none. */
export function tieBetween(model: Model, a: number, b: number): number {
  let beste = GEEN;
  for (const band of model.bandenVan(a)) {
    if (model.anderEind(band, a) !== b || model.isSeat(band)) continue;
    if (beste < 0 || (model.g.banden.status[band] === 1 && model.g.banden.status[beste] !== 1)) beste = band;
  }
  return beste;
}

/** Links to each organisation from one; −1 where there is no path. O(n + m). */
function distances(model: Model, van: number): Int32Array {
  const ver = new Int32Array(model.n).fill(GEEN);
  ver[van] = 0;
  let rand = [van];
  while (rand.length) {
    const verder: number[] = [];
    for (const org of rand) {
      for (const band of model.bandenVan(org)) {
        const ander = model.anderEind(band, org);
        if (ver[ander] >= 0 || model.isSeat(band)) continue;
        ver[ander] = ver[org] + 1;
        verder.push(ander);
      }
    }
    rand = verder;
  }
  return ver;
}

export function shortestPaths(model: Model, a: number, b: number, hoogstens = 6): Paden {
  const naarB = distances(model, b);
  const lengte = naarB[a];
  const samen = (ver: Int32Array): number => ver.reduce((som, v) => som + (v >= 0 ? 1 : 0), 0);
  if (lengte < 0) return { lengte, aantal: 0, paden: [], samen: [samen(distances(model, a)), samen(naarB)] };
  const geteld = new Map<number, number>([[b, 1]]);
  const volgende = (org: number): number[] => nextOnes(model, org, naarB);
  const count = (org: number): number => {
    let som = geteld.get(org);
    if (som === undefined) geteld.set(org, (som = volgende(org).reduce((tot, ander) => tot + count(ander), 0)));
    return som;
  };
  const paden: number[][] = [];
  const walk = (pad: number[]): void => {
    const hier = pad[pad.length - 1];
    if (hier === b) paden.push(pad);
    else for (const ander of volgende(hier)) if (paden.length < hoogstens) walk([...pad, ander]);
  };
  walk([a]);
  const geheel = samen(naarB);
  return { lengte, aantal: count(a), paden, samen: [geheel, geheel] };
}

/** Neighbours one link nearer to the goal: over confirmed ties first, then in order. */
function nextOnes(model: Model, org: number, ver: Int32Array): number[] {
  const buren = new Map<number, boolean>();
  for (const band of model.bandenVan(org)) {
    const ander = model.anderEind(band, org);
    if (ver[ander] !== ver[org] - 1 || model.isSeat(band)) continue;
    buren.set(ander, (buren.get(ander) ?? false) || model.g.banden.status[band] === 1);
  }
  return [...buren].sort(([p, pb], [q, qb]) => Number(qb) - Number(pb) || p - q).map(([ander]) => ander);
}
