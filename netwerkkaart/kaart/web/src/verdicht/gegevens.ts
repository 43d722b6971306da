// The data of the summed map (kaart/verdicht.py), unpacked into columns that a filter walks along.

import { Getalstroom } from "../data/getalstroom";
import type { Gemeenten, Kaartsoort, Zone } from "../data/gegevens";
import type { Herkomst } from "../meenemen/blad";

export interface Sommen {
  versie: number;
  meta: Herkomst & { bevestigd: number[]; maanden: number; uitleg: string[] };
  /** From how many organisations on a map is summed. */
  grens: number;
  /** Code of the region that the page is of; empty for all. */
  regio: string;
  organisaties: number;
  /** Organisations whose municipality is not known. */
  zonder: number;
  /** With the address of its own map where one was written beside this page; else empty. */
  regios: { code: string; nummer: number; naam: string; organisaties: number; kaart: string }[];
  soorten: Kaartsoort[];
  banden: { code: string; naam: string; lijn: string }[];
  zones: Zone[];
  stappen: string[];
  /** Packed numbers (kaart/sommen.py). */
  tellingen: { organisaties: string; regios: string; gemeenten: string; paren: string };
  /** Number of a region that is not known. */
  nergens: number;
  /** From how many ties on a pair of municipalities is split by kind. */
  fijn: number;
  gemeenten: Gemeenten;
  buurnamen: { naam: string; punten: [number, number][] }[];
}

/** Organisations that are alike, per municipality. */
export interface Groepen {
  gemeente: Uint16Array;
  soort: Uint8Array;
  thema: Uint8Array;
  stap: Uint8Array;
  aantal: Int32Array;
}

/**
 * Ties that are alike: where, between which kinds in which group, how many, and how many fit each theme. The first
 * kind stands in the first of two regions or municipalities; of one municipality it is its own.
 */
export interface Banden {
  plek: Int32Array;
  wat: Int32Array;
  /** Numbers without a theme, and by theme. */
  aantal: readonly [Int32Array, Int32Array, Int32Array];
}

/** Pairs of municipalities; the cells of pair `i` are those from `begin[i]` to `begin[i + 1]`, none when it is not split. */
export interface Paren {
  a: Int32Array;
  b: Int32Array;
  totaal: Int32Array;
  over: Int32Array;
  begin: Int32Array;
  cellen: Banden;
}

const VERSIE = 2;

export function readSommen(): Sommen {
  const gelezen = JSON.parse(document.getElementById("gegevens")?.textContent ?? "null") as Sommen | null;
  if (!gelezen || gelezen.versie !== VERSIE) throw new Error("Het gegevensblok past niet bij deze pagina.");
  return gelezen;
}

export class Verzameling {
  readonly groepen: Groepen;
  readonly perRegio: Banden;
  readonly perGemeente: Banden;
  readonly paren: Paren;
  /** Region of each municipality as its place in `regios`; −1 when unknown. */
  readonly regio: number[];
  /** Per code of two kinds and a group: 1 when the kinds are of two sectors. */
  readonly over: Uint8Array;

  constructor(readonly g: Sommen) {
    const { tellingen, gemeenten, regios } = g;
    this.over = Uint8Array.from({ length: this.watten }, (_, wat) => {
      const [p, q] = this.split(wat);
      return Number(g.soorten[p].kleur !== g.soorten[q].kleur);
    });
    this.groepen = this.readGroups(tellingen.organisaties);
    this.perRegio = this.readTable(tellingen.regios);
    this.perGemeente = this.readTable(tellingen.gemeenten);
    this.paren = this.readPairs(tellingen.paren);
    this.regio = gemeenten.regio.map((nummer) => regios.findIndex((regio) => regio.nummer === nummer));
  }

  /** How many codes there are for two kinds and a group of ties. */
  get watten(): number {
    const { soorten, banden } = this.g;
    return soorten.length * soorten.length * banden.length;
  }

  /** The two kinds of a code, and its group. */
  split(wat: number): [number, number, number] {
    const { soorten, banden } = this.g;
    const paar = Math.floor(wat / banden.length);
    return [Math.floor(paar / soorten.length), paar % soorten.length, wat % banden.length];
  }

  private readGroups(tekst: string): Groepen {
    const stappen = 1 << this.g.stappen.length;
    const maskers = 4 * stappen;
    const k = this.g.soorten.length;
    const stroom = new Getalstroom(tekst);
    const rijen: number[][] = [[], [], [], [], []];
    for (let cel = 0; !stroom.op; ) {
      cel += stroom.next();
      const plek = Math.floor(cel / maskers);
      const delen = [Math.floor(plek / k), plek % k, Math.floor((cel % maskers) / stappen), cel % stappen, stroom.next()];
      delen.forEach((deel, i) => rijen[i].push(deel));
    }
    return { gemeente: Uint16Array.from(rijen[0]), soort: Uint8Array.from(rijen[1]), thema: Uint8Array.from(rijen[2]), stap: Uint8Array.from(rijen[3]), aantal: Int32Array.from(rijen[4]) };
  }

  private readTable(tekst: string): Banden {
    const stroom = new Getalstroom(tekst);
    const uit = new Kolommen();
    for (let cel = 0; !stroom.op; ) {
      cel += stroom.next();
      uit.add(Math.floor(cel / this.watten), cel % this.watten, stroom);
    }
    return uit.columns();
  }

  private readPairs(tekst: string): Paren {
    const breed = Math.max(1, this.g.gemeenten.nis.length);
    const stroom = new Getalstroom(tekst);
    const cellen = new Kolommen();
    const [a, b, totaal, over, begin]: number[][] = [[], [], [], [], [0]];
    for (let paar = 0; !stroom.op; ) {
      paar += stroom.next();
      a.push(Math.floor(paar / breed));
      b.push(paar % breed);
      const lengte = stroom.next();
      let som = 0;
      let buiten = 0;
      if (!lengte) [som, buiten] = [stroom.next(), stroom.next()];
      for (let i = 0, wat = 0; i < lengte; i++) {
        wat += stroom.next();
        const n = cellen.add(a.length - 1, wat, stroom);
        som += n;
        buiten += this.over[wat] * n;
      }
      totaal.push(som);
      over.push(buiten);
      begin.push(cellen.lengte);
    }
    return { a: Int32Array.from(a), b: Int32Array.from(b), totaal: Int32Array.from(totaal), over: Int32Array.from(over), begin: Int32Array.from(begin), cellen: cellen.columns() };
  }
}

/** Columns of ties while they are read. */
class Kolommen {
  private readonly plek: number[] = [];
  private readonly wat: number[] = [];
  private readonly aantal: number[][] = [[], [], []];

  get lengte(): number {
    return this.wat.length;
  }

  /** Read how many there are, and how many fit each theme (`_counts` in Python); gives the first. */
  add(plek: number, wat: number, stroom: Getalstroom): number {
    const getal = stroom.next();
    const n = Math.floor(getal / 4);
    const hoe = getal % 4;
    const een = hoe === 3 ? stroom.next() : hoe === 2 ? 0 : n;
    const twee = hoe === 3 ? stroom.next() : hoe === 1 ? 0 : n;
    this.plek.push(plek);
    this.wat.push(wat);
    [n, een, twee].forEach((waarde, i) => this.aantal[i].push(waarde));
    return n;
  }

  columns(): Banden {
    const [alle, een, twee] = this.aantal.map((kolom) => Int32Array.from(kolom));
    return { plek: Int32Array.from(this.plek), wat: Int32Array.from(this.wat), aantal: [alle, een, twee] };
  }
}
