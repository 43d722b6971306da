// Shapes of the streams of the ring. Every end is radial, so that a twig flows into its branch and a branch into its trunk.

import type { Ring } from "../data/gegevens";
import { Pad } from "./pad";

export type Punt = [number, number];

/** Where the gates are, in parts of the radius. */
const POORT = 0.55;

/** Angles in ten-thousandths of a radian, as the data have them. */
export function onRing({ straal }: Ring, hoek: number, deel: number): Punt {
  const r = straal * deel;
  return [r * Math.sin(hoek / 10_000), -r * Math.cos(hoek / 10_000)];
}

/** How far the handles of an arc between two gates reach in, as a part of the radius of the gates.
 *
 * The arc meets the circle of the gates at right angles at both ends: a line of Poincaré's disc. Two such lines cross at
 * most once, and only when their ends lie across. A cubic Bézier over an angle φ has handles of 4/3 tan(φ/4) × its radius.
 */
function reach(hoek: number): number {
  const over = Math.PI - hoek;
  // Straight through the middle: the radius is infinite, the handles are a third of the way.
  return over < 1e-3 ? 2 / 3 : (4 / 3) * Math.tan(over / 4) * Math.tan(hoek / 2);
}

/** Where a band lies across what it flows into: how far its middle is to the right of that, seen from the centre, and how wide it is. */
export interface Dwars {
  naast: number;
  breed: number;
}

/** An end of a band: its angle, radius, that of its handle, and where it lies across. */
type Rand = [number, number, number, Dwars];

export class Ringstromen {
  /** Where each cell is its own cluster there are no twigs, and branches begin at the ring. */
  readonly hasTwigs: boolean;
  /** Where the twigs of a cluster meet, in parts of the radius. */
  private readonly tros: number;
  private readonly poorten = new Map<string, number>();

  constructor(private readonly ring: Ring) {
    this.hasTwigs = !ring.perRegio;
    this.tros = this.hasTwigs ? 0.83 : 1;
    for (const [zone, partner, hoek] of ring.poorten) this.poorten.set(`${zone} ${partner}`, hoek);
  }

  /** Angle of the gate of a zone towards a partner. */
  gate(zone: number, partner: number): number {
    return this.poorten.get(`${zone} ${partner}`) ?? 0;
  }

  gatePoint(zone: number, partner: number): Punt {
    return this.at(this.gate(zone, partner), POORT);
  }

  /** From a cell, `breed` wide, to its place among the others at the point of its cluster. */
  twig(cel: number, breed: number, eind: Dwars): Pad {
    const { cellen, trossen } = this.ring;
    const hoek = (cellen.begin[cel] + cellen.eind[cel]) / 2;
    return this.band([hoek, 1, 0.91, { naast: 0, breed }], [trossen[cellen.tros[cel]][1], this.tros, 0.9, eind]);
  }

  /** Between the gates of two zones. */
  trunk(a: number, b: number): Pad {
    const [van, naar] = [this.gate(a, b), this.gate(b, a)];
    const ver = (Math.abs(van - naar) / 10_000) % (2 * Math.PI);
    const diep = POORT * (1 - reach(Math.min(ver, 2 * Math.PI - ver)));
    const pad = new Pad();
    pad.moveTo(...this.at(van, POORT));
    pad.bezierCurveTo(...this.at(van, diep), ...this.at(naar, diep), ...this.at(naar, POORT));
    return pad;
  }

  /** From its place at the point of a cluster to its place in the trunk towards a partner. */
  branch(tros: number, partner: number, begin: Dwars, eind: Dwars): Pad {
    const [zone, hoek] = this.ring.trossen[tros];
    return this.band([hoek, this.tros, this.hasTwigs ? 0.76 : 0.78, begin], [this.gate(zone, partner), POORT, 0.62, eind]);
  }

  private band([van, vanRand, vanGreep, begin]: Rand, [naar, naarRand, naarGreep, eind]: Rand): Pad {
    const p = (kant: number, straal: number): Punt => this.beside(van, straal, begin.naast + (kant * begin.breed) / 2);
    const q = (kant: number, straal: number): Punt => this.beside(naar, straal, eind.naast + (kant * eind.breed) / 2);
    const pad = new Pad();
    pad.moveTo(...p(-1, vanRand));
    pad.bezierCurveTo(...p(-1, vanGreep), ...q(-1, naarGreep), ...q(-1, naarRand));
    pad.lineTo(...q(1, naarRand));
    pad.bezierCurveTo(...q(1, naarGreep), ...p(1, vanGreep), ...p(1, vanRand));
    pad.closePath();
    return pad;
  }

  private at(hoek: number, deel: number): Punt {
    return onRing(this.ring, hoek, deel);
  }

  /** A point as far to the right of a ray, seen from the middle. */
  private beside(hoek: number, deel: number, ver: number): Punt {
    const [x, y] = this.at(hoek, deel);
    return [x + ver * Math.cos(hoek / 10_000), y + ver * Math.sin(hoek / 10_000)];
  }
}
