// Cells, offers and chains: the columns of the block "diepte" with the questions that views ask of them.
// Verdicts and counts come from Python; the lists behind a count are found here by the same rule.

import { type Brugblok, type Diepte, readDiepte, type Tijdblok } from "./gegevens";
import type { Model } from "./model";

/** A (theme, step) pair by its place; `stap` is the place in `meta.stappen`. */
export interface Stap {
  plek: number;
  thema: string;
  stap: number;
}

/** Two steps for theme 1, four for theme 2, as in `STAPPEN` of the analyses. */
export const STAPPEN: readonly Stap[] = [0, 1, 2, 3, 4, 5].map((plek) => ({ plek, thema: plek < 2 ? "1" : "2", stap: plek < 2 ? plek : plek - 2 }));
export const GROEPEN = 4;
const CELLEN = STAPPEN.length * GROEPEN;

export interface Cel {
  gebied: number;
  stap: Stap;
  groep: number;
  /** Verdict as in the legend; −1: no schools. */
  oordeel: number;
  scholen: number;
  bereikt: number;
  aanbod: number;
  vrij: number;
}

/** One step of the chain of a school. */
export interface Ketenstap {
  stap: Stap;
  oordeel: number;
  /** Offer on the route; −1 when the step is open. */
  aanbod: number;
  /** Organisations on the way, the provider last, each with the tie that leads to it. */
  weg: { org: number; band: number }[];
  open: { remedie: number; dicht: number; wie: number; km: number; van: number; naar: number } | null;
}

export class Verdieping {
  readonly aanbod: NonNullable<Diepte["aanbod"]>;
  readonly inventaris: NonNullable<Diepte["inventaris"]>;
  readonly matrix: NonNullable<Diepte["matrix"]>;
  readonly keten: NonNullable<Diepte["keten"]>;
  readonly tandem: NonNullable<Diepte["tandem"]>;
  /** Place of each school in the columns of chains. */
  private readonly plek: Map<number, number>;
  private readonly begin: Int32Array;
  private readonly beginOpen: Int32Array;
  private readonly bandVanCel = new Map<number, [number, number]>();

  private constructor(
    private readonly model: Model,
    private readonly d: Diepte,
  ) {
    this.aanbod = d.aanbod as NonNullable<Diepte["aanbod"]>;
    this.inventaris = d.inventaris as NonNullable<Diepte["inventaris"]>;
    this.matrix = d.matrix as NonNullable<Diepte["matrix"]>;
    this.keten = d.keten as NonNullable<Diepte["keten"]>;
    this.tandem = d.tandem as NonNullable<Diepte["tandem"]>;
    const { scholen, past, oordeel } = this.keten;
    this.plek = new Map(scholen.map((school, i) => [school, i]));
    this.begin = new Int32Array(scholen.length + 1);
    this.beginOpen = new Int32Array(scholen.length + 1);
    for (let i = 0; i < scholen.length; i++) {
      const aantal = STAPPEN.filter(({ plek }) => (past[i] >> plek) & 1).length;
      this.begin[i + 1] = this.begin[i] + aantal;
      let open = 0;
      for (let rij = this.begin[i]; rij < this.begin[i + 1]; rij++) if (oordeel[rij] > 0) open++;
      this.beginOpen[i + 1] = this.beginOpen[i] + open;
    }
    const { band } = this.matrix;
    for (let i = 0; i < band.length; i += 3) this.bandVanCel.set(band[i], [band[i + 1], band[i + 2]]);
  }

  get bruggen(): Brugblok | null {
    return this.d.bruggen;
  }

  get tijd(): Tijdblok | null {
    return this.d.tijd;
  }

  static read(model: Model): Verdieping | null {
    const d = readDiepte();
    return d?.matrix ? new Verdieping(model, d) : null;
  }

  /** Links off the map that a route over a new tie can use. */
  get ommeland(): { eerste: number[]; verder: number[] } {
    return this.d.ommeland ?? { eerste: [], verder: [] };
  }

  /** Organisations that this page numbers, on the map or not. */
  get aantal(): number {
    return this.model.n + this.d.elders.naam.length;
  }

  naam(org: number): string {
    return org < this.model.n ? this.model.naam(org) : this.d.elders.naam[org - this.model.n];
  }

  /** Place of the kind in `soorten`; −1: none that the map draws. */
  soort(org: number): number {
    return org < this.model.n ? this.model.g.organisaties.soort[org] : this.d.elders.soort[org - this.model.n];
  }

  gemeente(org: number): string {
    return org < this.model.n ? this.model.gemeenteNaam(org) : this.d.elders.gemeente[org - this.model.n];
  }

  /** Group, confirmation, source and day of a tie, on the map or not. */
  band(band: number): { van: number; naar: number; groep: number; status: number; bron: number; datum: number } {
    const [kolommen, i] = band < this.model.m ? [this.model.g.banden, band] : [this.d.schakels, band - this.model.m];
    return { van: kolommen.van[i], naar: kolommen.naar[i], groep: kolommen.groep[i], status: kolommen.status[i], bron: kolommen.bron[i], datum: kolommen.datum[i] };
  }

  /** Numbers of the areas: regions, or municipalities (of one region when it is named). */
  gebieden(per: "regio" | "gemeente", regio = ""): number[] {
    const { code, gemeente } = this.matrix;
    const nummer = this.model.g.regios.find((r) => r.code === regio)?.nummer;
    const welke = code.flatMap((naam, i) => {
      if (per === "regio") return gemeente[i] < 0 && (!regio || naam === regio) ? [i] : [];
      return gemeente[i] >= 0 && (nummer === undefined || this.model.g.gemeenten.regio[gemeente[i]] === nummer) ? [i] : [];
    });
    return per === "regio" ? welke : welke.sort((a, b) => this.matrix.naam[a].localeCompare(this.matrix.naam[b], "nl"));
  }

  /** The regions, of which only those with schools can be judged. */
  beoordeeld(regio = ""): number[] {
    const { scholen } = this.matrix;
    return this.gebieden("regio", regio).filter((gebied) => STAPPEN.some(({ plek }) => scholen[gebied * STAPPEN.length + plek] > 0));
  }

  cel(gebied: number, stap: Stap, groep: number): Cel {
    const { matrix } = this;
    const i = gebied * CELLEN + stap.plek * GROEPEN + groep;
    return {
      gebied,
      stap,
      groep,
      oordeel: matrix.oordeel[i],
      scholen: matrix.scholen[gebied * STAPPEN.length + stap.plek],
      bereikt: matrix.bereikt[i],
      aanbod: matrix.aanbod[i],
      vrij: matrix.vrij[i],
    };
  }

  /** The tie that one school of a cell lacks; null when none would help. */
  bandVan(cel: Cel): [number, number] | null {
    return this.bandVanCel.get(cel.gebied * CELLEN + cel.stap.plek * GROEPEN + cel.groep) ?? null;
  }

  private isIn(gebied: number, gemeente: number): boolean {
    const eigen = this.matrix.gemeente[gebied];
    if (gemeente < 0) return false;
    if (eigen >= 0) return gemeente === eigen;
    const regio = this.model.g.regios.find((r) => r.code === this.matrix.code[gebied])?.nummer;
    return this.model.g.gemeenten.regio[gemeente] === regio;
  }

  private names(waar: { regios: number[][]; gemeenten: number[][] }, i: number, gemeente: number): boolean {
    return waar.gemeenten[i].includes(gemeente) || waar.regios[i].includes(this.model.g.gemeenten.regio[gemeente]);
  }

  /** Whether an offer reaches a municipality. */
  isOfferedIn(aanbod: number, gemeente: number): boolean {
    return this.names(this.aanbod, aanbod, gemeente);
  }

  /** Schools of a cell, and which of them reach none of its offers with room. */
  scholen(cel: Cel): { alle: number[]; zonder: number[] } {
    const { scholen, past, raakt } = this.keten;
    const { gemeente } = this.model.g.organisaties;
    const bit = cel.stap.plek * GROEPEN + cel.groep;
    const alle: number[] = [];
    const zonder: number[] = [];
    scholen.forEach((school, i) => {
      if (!((past[i] >> cel.stap.plek) & 1) || !this.isIn(cel.gebied, gemeente[school])) return;
      alle.push(school);
      if (!((raakt[i] >> bit) & 1)) zonder.push(school);
    });
    return { alle, zonder };
  }

  /** Offers of a cell: for its step and target group, and reaching a municipality with one of its schools. */
  aanbodVan(cel: Cel): number[] {
    const { gemeente } = this.model.g.organisaties;
    const plaatsen = [...new Set(this.scholen(cel).alle.map((school) => gemeente[school]))];
    const { naam, stappen, groepen } = this.aanbod;
    return naam.flatMap((_, i) =>
      (stappen[i] >> cel.stap.plek) & 1 && (groepen[i] >> cel.groep) & 1 && plaatsen.some((g) => this.names(this.aanbod, i, g)) ? [i] : [],
    );
  }

  /** Offers that fit a step of a school, full or not. */
  passend(school: number, stap: Stap): number[] {
    const gemeente = this.model.g.organisaties.gemeente[school];
    const { naam, stappen } = this.aanbod;
    return gemeente < 0 ? [] : naam.flatMap((_, i) => ((stappen[i] >> stap.plek) & 1 && this.names(this.aanbod, i, gemeente) ? [i] : []));
  }

  /** Inventories that count and name something of a cell. */
  inventarisatiesVan(cel: Cel): number[] {
    const plaatsen = this.model.g.gemeenten.nis.flatMap((_, g) => (this.isIn(cel.gebied, g) ? [g] : []));
    const bit = cel.stap.plek * GROEPEN + cel.groep;
    return this.inventaris.id.flatMap((_, i) =>
      (this.inventaris.cellen[i] >> bit) & 1 && plaatsen.some((g) => this.names(this.inventaris, i, g)) ? [i] : [],
    );
  }

  isKetenschool(org: number): boolean {
    return this.plek.has(org);
  }

  /** The steps of the chain of a school; of one theme when it is named. */
  ketenVan(school: number, thema = ""): Ketenstap[] {
    const i = this.plek.get(school);
    if (i === undefined) return [];
    const { past, oordeel, aanbod, route, remedie, dicht, wie, km, van, naar } = this.keten;
    let rij = this.begin[i];
    let open = this.beginOpen[i];
    const uit: Ketenstap[] = [];
    for (const stap of STAPPEN) {
      if (!((past[i] >> stap.plek) & 1)) continue;
      const dicht_ = oordeel[rij] > 0 ? open++ : -1;
      if (!thema || stap.thema === thema) {
        uit.push({
          stap,
          oordeel: oordeel[rij],
          aanbod: aanbod[rij],
          weg: this.walk(school, route[rij]),
          open: dicht_ < 0 ? null : { remedie: remedie[dicht_], dicht: dicht[dicht_], wie: wie[dicht_], km: km[dicht_], van: van[dicht_], naar: naar[dicht_] },
        });
      }
      rij++;
    }
    return uit;
  }

  /** Whether a chain of this theme fits a school: what `ketenVan` gives is not empty. */
  heeftKeten(school: number, thema: string): boolean {
    const i = this.plek.get(school);
    return i !== undefined && STAPPEN.some((stap) => stap.thema === thema && (this.keten.past[i] >> stap.plek) & 1);
  }

  /** Schools per step and verdict, of the steps of one theme when it is named; steps that fit none of them are left out. */
  oordelenPerStap(scholen: readonly number[], thema = ""): { stap: Stap; per: number[] }[] {
    const { past, oordeel } = this.keten;
    const uit = STAPPEN.map((stap) => ({ stap, per: [0, 0, 0, 0, 0] }));
    const telt = STAPPEN.map((stap) => !thema || stap.thema === thema);
    for (const school of scholen) {
      const i = this.plek.get(school);
      if (i === undefined) continue;
      let rij = this.begin[i];
      for (let s = 0; s < STAPPEN.length; s++) {
        if (!((past[i] >> STAPPEN[s].plek) & 1)) continue;
        if (telt[s]) uit[s].per[oordeel[rij]]++;
        rij++;
      }
    }
    return uit.filter(({ per }) => per.some(Boolean));
  }

  private walk(school: number, route: readonly number[]): { org: number; band: number }[] {
    let hier = school;
    return route.map((nummer) => {
      const { van, naar } = this.band(nummer);
      hier = van === hier ? naar : van;
      return { org: hier, band: nummer };
    });
  }

  /** What is known of the room that an offer has: words, and whether it is full. */
  plaats(aanbod: number): { tekst: string; soort: "vrij" | "vol" | "onbekend" } {
    const { vol, wacht, plaatsen, bezet } = this.aanbod;
    const weken = wacht[aanbod];
    const wachten = weken > 0 ? `wachttijd ${weken} ${weken === 1 ? "week" : "weken"}` : "";
    if (vol[aanbod]) return { tekst: weken > this.model.g.meta.wacht ? wachten : "geen plaats", soort: "vol" };
    if (plaatsen[aanbod] >= 0 && bezet[aanbod] >= 0) return { tekst: ["plaats vrij", wachten].filter(Boolean).join(", "), soort: "vrij" };
    if (weken >= 0) return { tekst: wachten || "geen wachttijd", soort: "vrij" };
    return { tekst: "plaats niet gekend", soort: "onbekend" };
  }
}
