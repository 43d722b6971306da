// The data of the summed map (kaart/verdicht.py): numbers per municipality and zone.

import type { Gemeenten, Zone } from "../data/gegevens";

export interface Sommen {
  titel: string;
  datum: string;
  profiel: string;
  bron: string;
  grenzen: string;
  /** From how many organisations on a map is summed. */
  grens: number;
  organisaties: number;
  /** Organisations whose municipality is not known. */
  zonder: number;
  zones: Zone[];
  /** Organisations per municipality and zone: row after row. */
  aantal: number[];
  banden: number;
  paren: { a: number[]; b: number[]; aantal: number[]; over: number[] };
  /** Ties per pair of zones, the lower first: row after row. */
  sectoren: number[];
  binnen: number[];
  buiten: number[];
  gemeenten: Gemeenten;
  buurnamen: { naam: string; punten: [number, number][] }[];
}

export interface Paar {
  a: number;
  b: number;
  aantal: number;
  over: number;
}

export class Verzameling {
  readonly paren: Paar[];
  /** Organisations per municipality. */
  readonly totaal: number[];

  constructor(readonly g: Sommen) {
    const { paren, gemeenten, zones } = g;
    this.paren = paren.a.map((a, i) => ({ a, b: paren.b[i], aantal: paren.aantal[i], over: paren.over[i] })).sort((p, q) => q.aantal - p.aantal || p.a - q.a || p.b - q.b);
    this.totaal = gemeenten.nis.map((_, i) => g.aantal.slice(i * zones.length, (i + 1) * zones.length).reduce((som, n) => som + n, 0));
  }

  /** Organisations of a municipality by colour, which is the sector. */
  delen(gemeente: number, volgorde: readonly string[]): { kleur: string; aantal: number }[] {
    const { zones, aantal } = this.g;
    return volgorde.flatMap((kleur) => {
      const som = zones.reduce((n, zone, z) => n + (zone.kleur === kleur ? aantal[gemeente * zones.length + z] : 0), 0);
      return som ? [{ kleur, aantal: som }] : [];
    });
  }

  /** The strongest neighbours of a municipality, or of all. */
  sterkste(gemeente: number, hoeveel: number): Paar[] {
    return (gemeente < 0 ? this.paren : this.paren.filter(({ a, b }) => a === gemeente || b === gemeente)).slice(0, hoeveel);
  }
}
