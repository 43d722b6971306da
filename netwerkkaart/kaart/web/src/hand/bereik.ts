// What each school reaches, with ties that do not exist yet: the same definition as `analyse/routes.py` and
// `analyse/bereik.py` (a test holds them equal). A route has at most so many links; the first goes from the school to
// who serves it, works with it, or to which it refers (a Clb only by guiding it), each further one to who works with it
// or to which it refers; no link ends at a School, and only a first one at a Clb.

import { type Verdieping, STAPPEN } from "../data/diepte";
import type { Model } from "../data/model";
import type { Paren } from "./greep";

/** Bits of the steps of each theme. */
export const THEMABITS: Readonly<Record<string, number>> = {
  "1": STAPPEN.filter(({ thema }) => thema === "1").reduce((bits, { plek }) => bits | (1 << plek), 0),
  "2": STAPPEN.filter(({ thema }) => thema === "2").reduce((bits, { plek }) => bits | (1 << plek), 0),
};

type Lijst = readonly number[];
const NIEMAND: Lijst = [];

/** The offer over which a step is reached, and the organisations on the way to who provides it. */
export interface Weg {
  aanbod: number;
  orgs: number[];
}

export class Bereiker {
  private readonly eerste: (number[] | undefined)[];
  private readonly verder: (number[] | undefined)[];
  private readonly helpt = new Map<number, Uint8Array>();
  /** What the schools reach as it is, in the order of the chains. */
  readonly nu: Uint8Array;

  constructor(
    private readonly model: Model,
    private readonly diepte: Verdieping,
  ) {
    this.eerste = new Array<number[] | undefined>(diepte.aantal);
    this.verder = new Array<number[] | undefined>(diepte.aantal);
    this.readTies();
    this.nu = this.reach([]);
  }

  private isClb(org: number): boolean {
    return org < this.model.n && this.model.soort(org).code === "clb";
  }

  private isSchool(org: number): boolean {
    return org < this.model.n && this.model.isSchool[org] === 1;
  }

  private readTies(): void {
    const { model } = this;
    const { van, naar, groep } = model;
    const add = (lijst: (number[] | undefined)[], a: number, b: number): void => void (lijst[a] ??= []).push(b);
    for (let i = 0; i < model.m; i++) {
      const code = model.g.bandgroepen[groep[i]].code;
      const [a, b] = [van[i], naar[i]];
      if (code === "clb" && this.isSchool(b) && !this.isSchool(a)) add(this.eerste, b, a);
      else if (code === "ondersteuning") this.link(b, a, this.isSchool(b), add);
      else if (code === "doorverwijzing") this.link(a, b, true, add);
      else if (code === "samenwerking") {
        this.link(a, b, true, add);
        this.link(b, a, true, add);
      }
    }
    const { ommeland } = this.diepte;
    for (let i = 0; i < ommeland.eerste.length; i += 2) add(this.eerste, ommeland.eerste[i], ommeland.eerste[i + 1]);
    for (let i = 0; i < ommeland.verder.length; i += 2) add(this.verder, ommeland.verder[i], ommeland.verder[i + 1]);
  }

  /** A link from one to another, as the first of a school or a further one; none ends at a School or another's Clb. */
  private link(a: number, b: number, telt: boolean, add: (lijst: (number[] | undefined)[], a: number, b: number) => void): void {
    if (telt && !this.isSchool(b) && !this.isClb(b)) add(this.isSchool(a) ? this.eerste : this.verder, a, b);
  }

  /** Per organisation the steps with which it helps in a municipality: offers that reach it and are not full. */
  private helpers(gemeente: number): Uint8Array {
    let bits = this.helpt.get(gemeente);
    if (bits) return bits;
    bits = new Uint8Array(this.diepte.aantal);
    const { vol, stappen, aanbieders } = this.diepte.aanbod;
    for (let i = 0; i < vol.length; i++) {
      if (vol[i] || gemeente < 0 || !this.diepte.isOfferedIn(i, gemeente)) continue;
      for (const wie of aanbieders[i]) bits[wie] |= stappen[i];
    }
    this.helpt.set(gemeente, bits);
    return bits;
  }

  /** Links that ties to be would make. */
  private extra(nieuw: Paren): [Map<number, number[]>, Map<number, number[]>] {
    const eerste = new Map<number, number[]>();
    const verder = new Map<number, number[]>();
    for (const [p, q] of nieuw) {
      for (const [a, b] of [[p, q], [q, p]]) {
        if (this.isSchool(b) || this.isClb(b)) continue;
        const kaart = this.isSchool(a) ? eerste : verder;
        kaart.set(a, [...(kaart.get(a) ?? NIEMAND), b]);
      }
    }
    return [eerste, verder];
  }

  /** The steps that each school of the chains reaches, as bits, with some ties to be. O(schools × who is near). */
  reach(nieuw: Paren): Uint8Array {
    const { scholen, past } = this.diepte.keten;
    const [eerste, verder] = this.extra(nieuw);
    const uit = new Uint8Array(scholen.length);
    const gezien = new Int32Array(this.diepte.aantal).fill(-1);
    const nu = nieuw.length ? this.nu : new Uint8Array(scholen.length);
    scholen.forEach((school, i) => {
      // A tie only ever adds: who reaches all is done.
      if (nu[i] === past[i]) return void (uit[i] = nu[i]);
      const bits = this.helpers(this.model.g.organisaties.gemeente[school]);
      let mag = bits[school] | nu[i];
      let rand: number[] = [school];
      for (let ver = 0; ver < this.model.g.meta.schakels && rand.length && (mag & past[i]) !== past[i]; ver++) {
        const volgende: number[] = [];
        for (const org of rand) {
          const lijst = ver ? this.verder : this.eerste;
          const bij = (ver ? verder : eerste).get(org);
          for (const ander of bij ? [...(lijst[org] ?? NIEMAND), ...bij] : (lijst[org] ?? NIEMAND)) {
            if (gezien[ander] === i) continue;
            gezien[ander] = i;
            mag |= bits[ander];
            volgende.push(ander);
          }
        }
        rand = volgende;
      }
      uit[i] = mag & past[i];
    });
    return uit;
  }

  /** A shortest way of a school to a step, with some ties to be; null when there is none. */
  way(school: number, plek: number, nieuw: Paren): Weg | null {
    const [eerste, verder] = this.extra(nieuw);
    const gemeente = this.model.g.organisaties.gemeente[school];
    const bits = this.helpers(gemeente);
    let rand: number[][] = [[school]];
    const gezien = new Set<number>();
    for (let ver = 0; ver <= this.model.g.meta.schakels; ver++) {
      const klaar = rand.find((weg) => (bits[weg[weg.length - 1]] >> plek) & 1);
      if (klaar) return { aanbod: this.offerOf(klaar[klaar.length - 1], plek, gemeente), orgs: klaar.slice(1) };
      rand = rand.flatMap((weg) => {
        const hier = weg[weg.length - 1];
        const lijst = [...((ver ? this.verder : this.eerste)[hier] ?? NIEMAND), ...((ver ? verder : eerste).get(hier) ?? NIEMAND)];
        return lijst.filter((ander) => !gezien.has(ander) && gezien.add(ander)).map((ander) => [...weg, ander]);
      });
    }
    return null;
  }

  private offerOf(wie: number, plek: number, gemeente: number): number {
    const { vol, stappen, aanbieders } = this.diepte.aanbod;
    return vol.findIndex((v, i) => !v && (stappen[i] >> plek) & 1 && aanbieders[i].includes(wie) && this.diepte.isOfferedIn(i, gemeente));
  }
}
