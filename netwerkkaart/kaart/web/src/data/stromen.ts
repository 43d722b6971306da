// Ties of the ring summed as they are drawn: one trunk per two zones, one branch per cluster and partner, one twig per cell.

import type { Ring } from "./gegevens";

/** Between two zones, `a < b`. */
export interface Stam {
  a: number;
  b: number;
  klasse: number;
}

/** From a cluster to the gate of its zone towards a partner. */
export interface Tak {
  tros: number;
  zone: number;
  partner: number;
  klasse: number;
}

/** From a cell to its cluster. */
export interface Twijg {
  cel: number;
  tros: number;
  zone: number;
  klasse: number;
}

/** Ties per trunk, branch and twig. */
export interface Stroomtal {
  stammen: Int32Array;
  takken: Int32Array;
  twijgen: Int32Array;
}

/** What has been numbered, each key once. */
class Nummering<T> {
  readonly lijst: T[] = [];
  private readonly nummers = new Map<number, number>();

  nummer(sleutel: number, maak: () => T): number {
    let nummer = this.nummers.get(sleutel);
    if (nummer === undefined) {
      nummer = this.lijst.push(maak()) - 1;
      this.nummers.set(sleutel, nummer);
    }
    return nummer;
  }
}

/** Which streams there are, and through which each bundle runs. */
export class Stromen {
  readonly stammen: readonly Stam[];
  readonly takken: readonly Tak[];
  readonly twijgen: readonly Twijg[];
  /** Numbers of twigs and of branches in the order in which they come in at a cluster or a gate: clockwise. */
  readonly twijgorde: readonly number[];
  readonly takorde: readonly number[];
  private readonly stam: Int32Array;
  /** Two per bundle: at `a`, at `b`. */
  private readonly tak: Int32Array;
  private readonly twijg: Int32Array;

  constructor({ bundels, cellen, trossen }: Ring) {
    const aantal = bundels.a.length;
    const zones = Math.max(0, ...cellen.zone) + 1;
    const stammen = new Nummering<Stam>();
    const takken = new Nummering<Tak>();
    const twijgen = new Nummering<Twijg>();
    this.stam = new Int32Array(aantal);
    this.tak = new Int32Array(2 * aantal);
    this.twijg = new Int32Array(2 * aantal);
    for (let i = 0; i < aantal; i++) {
      const klasse = bundels.klasse[i];
      const ends = [bundels.a[i], bundels.b[i]];
      const [p, q] = ends.map((cel) => cellen.zone[cel]);
      const [a, b] = p < q ? [p, q] : [q, p];
      this.stam[i] = stammen.nummer(2 * (a * zones + b) + klasse, () => ({ a, b, klasse }));
      ends.forEach((cel, kant) => {
        const [zone, partner] = kant ? [q, p] : [p, q];
        const tros = cellen.tros[cel];
        this.tak[2 * i + kant] = takken.nummer(2 * (tros * zones + partner) + klasse, () => ({ tros, zone, partner, klasse }));
        this.twijg[2 * i + kant] = twijgen.nummer(2 * cel + klasse, () => ({ cel, tros, zone, klasse }));
      });
    }
    this.stammen = stammen.lijst;
    this.takken = takken.lijst;
    this.twijgen = twijgen.lijst;
    this.twijgorde = order(this.twijgen, ({ cel }) => cellen.begin[cel]);
    this.takorde = order(this.takken, ({ tros }) => trossen[tros][1]);
  }

  /** Sum what runs through each stream, from the ties per bundle. O(bundles). */
  count(aantal: ArrayLike<number>): Stroomtal {
    const tal = {
      stammen: new Int32Array(this.stammen.length),
      takken: new Int32Array(this.takken.length),
      twijgen: new Int32Array(this.twijgen.length),
    };
    for (let i = 0; i < this.stam.length; i++) {
      tal.stammen[this.stam[i]] += aantal[i];
      for (const kant of [2 * i, 2 * i + 1]) {
        tal.takken[this.tak[kant]] += aantal[i];
        tal.twijgen[this.twijg[kant]] += aantal[i];
      }
    }
    return tal;
  }
}

function order<T>(lijst: readonly T[], hoek: (een: T) => number): number[] {
  return lijst.map((_, nummer) => nummer).sort((p, q) => hoek(lijst[p]) - hoek(lijst[q]) || p - q);
}
