// Islands and bridges: the columns of the block with the questions that the view asks of them.

import type { Brugblok } from "./gegevens";
import type { Model } from "./model";
import type { Omgeving } from "../omgeving";

/** Firm, fragile, broken, proposed: in the order of the legend, each with its code in the address. */
export const LAGEN = ["stevig", "breekbaar", "afgebroken", "voorstel"] as const;
export type Laag = (typeof LAGEN)[number];
export const LAAG_NAAM: Readonly<Record<Laag, string>> = { stevig: "Stevige brug", breekbaar: "Breekbare brug", afgebroken: "Afgebroken brug", voorstel: "Voorstel" };

/** On what the bridges between two islands hang (blokken/bruggen.py). */
export const HANGT = { stevig: 0, enig: 1, persoon: 2, organisatie: 3 } as const;

/** No tie known; an island too small here, or no organisation. */
const LOS = -1;

/** One bridge: between two islands (`a`, `b`), or a single tie between two organisations. */
export interface Brug {
  /** As in the address: a letter for its list, and its place there. */
  code: string;
  laag: Laag;
  /** Place in its own list. */
  rij: number;
  /** Islands of both ends; negative when an end lies on none. */
  a: number;
  b: number;
  /** Both ends; −1 when it joins islands. */
  van: number;
  naar: number;
  /** The organisation on which all hangs; −1: none. */
  aan: number;
}

export class Bruggenboek {
  readonly eiland: Int16Array;
  readonly leden: number[][];
  readonly bruggen: Brug[];
  /** Fragile bridges on which a step of some school hangs, or that are all there is between two islands; the worst first. */
  readonly wankel: readonly Brug[];
  private readonly perCode: Map<string, Brug>;

  constructor(
    model: Model,
    readonly blok: Brugblok,
  ) {
    this.eiland = new Int16Array(model.n);
    const { van, naam } = blok.eilanden;
    let org = 0;
    for (let i = 0; i < van.length; i += 2) for (let n = van[i + 1]; n > 0; n--) this.eiland[org++] = van[i];
    this.leden = naam.map(() => []);
    for (let i = 0; i < model.n; i++) if (this.eiland[i] >= 0) this.leden[this.eiland[i]].push(i);
    this.bruggen = [...this.between(), ...this.single(model.n)];
    this.wankel = this.findShaky();
    this.perCode = new Map(this.bruggen.map((brug) => [brug.code, brug]));
  }

  private between(): Brug[] {
    const { a, b, hangt, aan } = this.blok.tussen;
    return a.map((een, rij) => ({ code: `b${rij + 1}`, laag: hangt[rij] === HANGT.stevig ? "stevig" : "breekbaar", rij, a: een, b: b[rij], van: -1, naar: -1, aan: aan[rij] }));
  }

  private single(n: number): Brug[] {
    const { breekbaar, afgebroken, voorstellen } = this.blok;
    const island = (org: number): number => (org >= 0 && org < n ? this.eiland[org] : -2);
    const make = (letter: string, laag: Laag, { van, naar, aan }: { van: number[]; naar: number[]; aan?: number[] }): Brug[] =>
      van.map((een, rij) => ({ code: `${letter}${rij + 1}`, laag, rij, a: island(een), b: island(naar[rij]), van: een, naar: naar[rij], aan: aan?.[rij] ?? -1 }));
    return [...make("k", "breekbaar", breekbaar), ...(afgebroken ? make("a", "afgebroken", afgebroken) : []), ...make("v", "voorstel", voorstellen)];
  }

  get(code: string): Brug | null {
    return this.perCode.get(code) ?? null;
  }

  naam(eiland: number): string {
    return this.blok.eilanden.naam[eiland] ?? "";
  }

  /** How many bridges there are in a layer. */
  aantal(laag: Laag): number {
    if (laag === "afgebroken") return this.blok.afgebroken?.totaal ?? 0;
    return this.bruggen.filter((brug) => brug.laag === laag).length;
  }

  private findShaky(): Brug[] {
    const scholen = (brug: Brug): number => (brug.van < 0 ? 0 : this.blok.breekbaar.scholen[brug.rij].length);
    const alle = this.bruggen.filter((brug) => brug.laag === "breekbaar" && (brug.van < 0 || scholen(brug) > 0));
    return alle.sort((p, q) => scholen(q) - scholen(p) || p.rij - q.rij);
  }

  /** Organisations without any known tie. */
  get los(): number[] {
    return [...this.eiland].flatMap((eiland, org) => (eiland === LOS ? [org] : []));
  }
}

const BOEKEN = new WeakMap<Model, Bruggenboek>();

/** The islands and bridges of the page; null when it holds none. */
export function bridgesOf(om: Omgeving): Bruggenboek | null {
  const blok = om.diepte?.bruggen;
  if (!blok) return null;
  let boek = BOEKEN.get(om.model);
  if (!boek) BOEKEN.set(om.model, (boek = new Bruggenboek(om.model, blok)));
  return boek;
}

/** Ties between two sectors of which the ends lie on two islands, in sight. */
export function tiesBetween(om: Omgeving, boek: Bruggenboek, brug: Brug): number[] {
  const { model } = om;
  const uit: number[] = [];
  for (let i = 0; i < model.m; i++) {
    if (!model.over[i]) continue;
    const p = boek.eiland[model.van[i]];
    const q = boek.eiland[model.naar[i]];
    if ((p === brug.a && q === brug.b) || (p === brug.b && q === brug.a)) uit.push(i);
  }
  return uit;
}
