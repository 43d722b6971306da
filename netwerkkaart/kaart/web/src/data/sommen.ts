// Ties in sight, summed as the ring and the maps draw them. Which sum a tie belongs to is found once; a filter only counts.

import type { Zicht } from "./filter";
import type { Model } from "./model";

/** Ties in sight per bundle of the ring; the counts from Python when nothing is filtered. */
export class Bundeltelling {
  private nummer: Int32Array | null = null;

  constructor(private readonly model: Model) {}

  count(zicht: Zicht): ArrayLike<number> {
    const { bundels } = this.model.g.ring;
    if (!zicht.actief) return bundels.aantal;
    return tally(zicht, (this.nummer ??= this.index()), bundels.aantal.length);
  }

  /** The bundle of each tie; −1 for ties inside one zone. */
  private index(): Int32Array {
    const { model } = this;
    const { bundels } = model.g.ring;
    const { cel } = model.g.organisaties;
    const cellen = model.g.ring.cellen.zone.length;
    const plaats = new Map<number, number>();
    for (let i = 0; i < bundels.a.length; i++) {
      plaats.set((bundels.a[i] * cellen + bundels.b[i]) * 2 + bundels.klasse[i], i);
    }
    return indexTies(model, (i) => {
      const a = cel[model.van[i]];
      const b = cel[model.naar[i]];
      return plaats.get((Math.min(a, b) * cellen + Math.max(a, b)) * 2 + (model.over[i] ? 0 : 1)) ?? -1;
    });
  }
}

export interface Paar {
  a: number;
  b: number;
  aantal: number;
  over: number;
}

/** Ties in sight per pair of municipalities: all, and those between two sectors. */
export class Paartelling {
  private nummer: Int32Array | null = null;
  private orde: Int32Array | null = null;

  constructor(private readonly model: Model) {}

  /** Pairs with ties in sight, most first. */
  count(zicht: Zicht): Paar[] {
    const { paren } = this.model.g;
    const [aantal, over] = zicht.actief ? this.inSight(zicht) : [paren.aantal, paren.over];
    const orde = (this.orde ??= this.inOrder());
    return mostFirst(Int32Array.from(orde, (i) => aantal[i])).map((plek) => {
      const i = orde[plek];
      return { a: paren.a[i], b: paren.b[i], aantal: aantal[i], over: over[i] };
    });
  }

  /** Pairs by their municipalities. */
  private inOrder(): Int32Array {
    const { a, b } = this.model.g.paren;
    return Int32Array.from(a, (_, i) => i).sort((p, q) => a[p] - a[q] || b[p] - b[q]);
  }

  private inSight(zicht: Zicht): [Int32Array, Int32Array] {
    const { model } = this;
    const nummer = (this.nummer ??= this.index());
    const over = new Int32Array(model.g.paren.a.length);
    const aantal = new Int32Array(over.length);
    const { band } = zicht;
    for (let i = 0; i < nummer.length; i++) {
      const paar = nummer[i];
      if (!band[i] || paar < 0) continue;
      aantal[paar]++;
      over[paar] += model.over[i];
    }
    return [aantal, over];
  }

  /** The pair of each tie; −1 for seats, and for ties inside a municipality or to no known one. */
  private index(): Int32Array {
    const { model } = this;
    const { paren, gemeenten, organisaties } = model.g;
    const breedte = gemeenten.nis.length;
    const plaats = new Map(paren.a.map((a, i) => [a * breedte + paren.b[i], i]));
    return indexTies(model, (i) => {
      const a = organisaties.gemeente[model.van[i]];
      const b = organisaties.gemeente[model.naar[i]];
      if (a < 0 || b < 0 || model.isSeat(i)) return -1;
      return plaats.get(Math.min(a, b) * breedte + Math.max(a, b)) ?? -1;
    });
  }
}

function indexTies(model: Model, nummer: (band: number) => number): Int32Array {
  const uit = new Int32Array(model.m);
  for (let i = 0; i < model.m; i++) uit[i] = nummer(i);
  return uit;
}

/** How many ties in sight have each number. */
function tally(zicht: Zicht, nummer: Int32Array, lengte: number): Int32Array {
  const uit = new Int32Array(lengte);
  const { band } = zicht;
  for (let i = 0; i < nummer.length; i++) if (band[i] && nummer[i] >= 0) uit[nummer[i]]++;
  return uit;
}

/**
 * Places of what counts more than nothing, most first, and equal ones in their order; at most so many.
 * One number says how many and, among equals, which comes first: numbers are sorted ten times as fast as objects.
 */
export function mostFirst(aantal: ArrayLike<number>, hoogstens = Infinity): number[] {
  const lengte = aantal.length;
  const sleutels = Float64Array.from(aantal, (n, plek) => (n > 0 ? plek - n * lengte : lengte)).sort();
  const uit: number[] = [];
  for (const sleutel of sleutels) {
    if (sleutel >= 0 || uit.length >= hoogstens) break;
    uit.push(((sleutel % lengte) + lengte) % lengte);
  }
  return uit;
}
