// The data with what every view needs beside it: ties per organisation, sectors, degrees.

import type { Gegevens, Kaartsoort } from "./gegevens";

export const GEEN = -1;

/** Place of a verdict in `meta.oordelen`. */
export const OORDEEL = { gesloten: 0, volzet: 1, nietVerbonden: 2, hiaat: 3, witteVlek: 4 } as const;

/** How grave a verdict is, by its place: what is not known (witte vlek) yields to what is. */
const ERNST = [0, 2, 3, 4, 1];

/** The graver of two verdicts; what has none yields. */
function graver(a: number, b: number): number {
  if (a < 0 || b < 0) return Math.max(a, b);
  return ERNST[a] >= ERNST[b] ? a : b;
}

export class Model {
  readonly n: number;
  readonly m: number;
  readonly van: Int32Array;
  readonly naar: Int32Array;
  readonly groep: Uint8Array;
  /** Zone of the ring of each organisation. */
  readonly zone: Uint8Array;
  /** Number of ties of each organisation. */
  readonly graad: Int32Array;
  /** 1 where a tie runs between two sectors (seats in fora never do). */
  readonly over: Uint8Array;
  readonly isSchool: Uint8Array;
  private readonly begin: Int32Array;
  private readonly lijst: Int32Array;
  /** Kinds of organisations and groups of ties that occur on this map. */
  readonly soorten: ReadonlySet<number>;
  readonly groepen: ReadonlySet<number>;
  private nummers: Map<string, number> | null = null;
  private readonly zwaarste: Int8Array;

  constructor(readonly g: Gegevens) {
    const { organisaties: org, banden } = g;
    this.n = org.id.length;
    this.m = banden.van.length;
    this.van = Int32Array.from(banden.van);
    this.naar = Int32Array.from(banden.naar);
    this.groep = Uint8Array.from(banden.groep);
    const zoneVanCode = new Map(g.zones.map((zone, i) => [zone.code, i]));
    const zoneVanSoort = g.soorten.map((soort) => zoneVanCode.get(soort.zone) ?? 0);
    this.zone = Uint8Array.from(org.soort, (s) => zoneVanSoort[s]);
    this.isSchool = Uint8Array.from(org.soort, (s) => (g.soorten[s].zone === "scholen" ? 1 : 0));
    this.over = new Uint8Array(this.m);
    for (let i = 0; i < this.m; i++) {
      const a = this.kleur(this.van[i]);
      const b = this.kleur(this.naar[i]);
      this.over[i] = a !== b && a !== "overleg" && b !== "overleg" ? 1 : 0;
    }
    this.soorten = new Set(org.soort);
    this.groepen = new Set(this.groep);
    this.zwaarste = Int8Array.from(org.oordeel1, (a, i) => graver(a, org.oordeel2[i]));
    [this.begin, this.lijst] = this.index();
    this.graad = new Int32Array(this.n);
    for (let i = 0; i < this.n; i++) this.graad[i] = this.begin[i + 1] - this.begin[i];
  }

  private index(): [Int32Array, Int32Array] {
    const begin = new Int32Array(this.n + 1);
    for (let i = 0; i < this.m; i++) {
      begin[this.van[i] + 1]++;
      begin[this.naar[i] + 1]++;
    }
    for (let i = 0; i < this.n; i++) begin[i + 1] += begin[i];
    const plaats = begin.slice();
    const lijst = new Int32Array(2 * this.m);
    for (let i = 0; i < this.m; i++) {
      lijst[plaats[this.van[i]]++] = i;
      lijst[plaats[this.naar[i]]++] = i;
    }
    return [begin, lijst];
  }

  /** Numbers of the ties of an organisation. */
  bandenVan(org: number): Int32Array {
    return this.lijst.subarray(this.begin[org], this.begin[org + 1]);
  }

  /** The other end of a tie. */
  anderEind(band: number, org: number): number {
    return this.van[band] === org ? this.naar[band] : this.van[band];
  }

  soort(org: number): Kaartsoort {
    return this.g.soorten[this.g.organisaties.soort[org]];
  }

  /** Code of the colour, which is the sector. */
  kleur(org: number): string {
    return this.g.soorten[this.g.organisaties.soort[org]].kleur;
  }

  naam(org: number): string {
    return this.g.organisaties.naam[org];
  }

  gemeenteNaam(org: number): string {
    const g = this.g.organisaties.gemeente[org];
    return g >= 0 ? this.g.gemeenten.naam[g] : "";
  }

  /** The verdict on a school for a theme; without theme the graver of both; −1 for none. */
  oordeel(org: number, thema: string): number {
    return this.oordelen(thema)[org];
  }

  /** The same for all, for who goes through thousands: −1 also for what is no school. */
  oordelen(thema: string): ArrayLike<number> {
    const { oordeel1, oordeel2 } = this.g.organisaties;
    return thema === "1" ? oordeel1 : thema === "2" ? oordeel2 : this.zwaarste;
  }

  /** Why a school has its verdict: texts that are not empty. */
  redenen(org: number): string[] {
    const { reden1, reden2 } = this.g.organisaties;
    return [...new Set([reden1[org], reden2[org]])].filter((r) => r > 0).map((r) => this.g.teksten[r]);
  }

  /** Whether a tie is a seat in a forum or network, or another tie of those who coordinate: none between organisations. */
  isSeat(band: number): boolean {
    return this.g.bandgroepen[this.groep[band]].overleg;
  }

  /** The number of an organisation by its id; −1 when it is not on this map. */
  nummerVan(id: string): number {
    this.nummers ??= new Map(this.g.organisaties.id.map((eigen, i) => [eigen, i]));
    return this.nummers.get(id) ?? GEEN;
  }
}
