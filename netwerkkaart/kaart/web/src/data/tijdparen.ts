// Ties that came or went between two days, summed per two municipalities. Where each tie belongs is found once;
// a filter only counts.

import { mostFirst } from "./sommen";
import type { Aard } from "./tijd";

/** Two municipalities, and how many ties between them differ. */
export interface Tijdpaar {
  a: number;
  b: number;
  aantal: number;
}

/** One tie that differs: why, the municipalities of its ends, and the place by which the filters know it. */
export interface Verandering {
  aard: Aard;
  a: number;
  b: number;
  plek: number;
}

/** What differs for one reason: the cell that each tie counts in, and the cells, as first municipality × n + second, in order. */
interface Telrij {
  plek: Int32Array;
  cel: Int32Array;
  cellen: Int32Array;
}

const LEEG: Telrij = { plek: new Int32Array(), cel: new Int32Array(), cellen: new Int32Array() };

export class Tijdparen {
  private readonly rijen: ReadonlyMap<Aard, Telrij>;

  /** @param n number of municipalities */
  constructor(
    veranderingen: readonly Verandering[],
    private readonly n: number,
  ) {
    const per = new Map<Aard, Verandering[]>();
    for (const verandering of veranderingen) {
      const rij = per.get(verandering.aard);
      if (rij) rij.push(verandering);
      else per.set(verandering.aard, [verandering]);
    }
    this.rijen = new Map([...per].map(([aard, rij]) => [aard, this.index(rij)]));
  }

  private index(rij: readonly Verandering[]): Telrij {
    const code = rij.map(({ a, b }) => Math.min(a, b) * this.n + Math.max(a, b));
    const cellen = Int32Array.from(new Set(code)).sort();
    const nummer = new Map([...cellen].map((cel, i) => [cel, i]));
    return { plek: Int32Array.from(rij, ({ plek }) => plek), cel: Int32Array.from(code, (c) => nummer.get(c) ?? 0), cellen };
  }

  /** What is in sight. @param mag whether the filters let a tie through */
  count(aard: Aard, mag: (plek: number) => boolean): Tijdsom {
    const { plek, cel, cellen } = this.rijen.get(aard) ?? LEEG;
    const tal = new Int32Array(cellen.length);
    for (let i = 0; i < plek.length; i++) if (mag(plek[i])) tal[cel[i]]++;
    return new Tijdsom(tal, cellen, this.n);
  }
}

/** What differs in sight for one reason. */
export class Tijdsom {
  constructor(
    private readonly tal: Int32Array,
    private readonly cellen: Int32Array,
    private readonly n: number,
  ) {}

  private first(i: number): number {
    return Math.floor(this.cellen[i] / this.n);
  }

  private second(i: number): number {
    return this.cellen[i] % this.n;
  }

  /** The pairs of two different municipalities with most, and among equals in their order; at most so many. */
  most(hoogstens: number): Tijdpaar[] {
    const tussen = this.tal.map((aantal, i) => (this.first(i) === this.second(i) ? 0 : aantal));
    return mostFirst(tussen, hoogstens).map((i) => ({ a: this.first(i), b: this.second(i), aantal: tussen[i] }));
  }

  /** How many differ in and around a municipality. O(pairs). */
  around(gemeente: number): number {
    let som = 0;
    for (let i = 0; i < this.tal.length; i++) {
      if (this.first(i) === gemeente || this.second(i) === gemeente) som += this.tal[i];
    }
    return som;
  }
}
