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

  constructor(private readonly model: Model) {}

  /** Pairs with ties in sight, most first. */
  count(zicht: Zicht): Paar[] {
    const { paren } = this.model.g;
    const [aantal, over] = zicht.actief ? this.inSight(zicht) : [paren.aantal, paren.over];
    const lijst: Paar[] = [];
    for (let i = 0; i < paren.a.length; i++) {
      if (aantal[i] > 0) lijst.push({ a: paren.a[i], b: paren.b[i], aantal: aantal[i], over: over[i] });
    }
    return lijst.sort((p, q) => q.aantal - p.aantal || p.a - q.a || p.b - q.b);
  }

  private inSight(zicht: Zicht): [Int32Array, Int32Array] {
    const { model } = this;
    const nummer = (this.nummer ??= this.index());
    const over = new Int32Array(model.g.paren.a.length);
    for (let i = 0; i < model.m; i++) if (zicht.band[i] && model.over[i] && nummer[i] >= 0) over[nummer[i]]++;
    return [tally(zicht, nummer, over.length), over];
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
  for (let i = 0; i < nummer.length; i++) if (zicht.band[i] && nummer[i] >= 0) uit[nummer[i]]++;
  return uit;
}
