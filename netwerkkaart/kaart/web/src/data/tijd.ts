// When each thing was there: the columns of the block with what differs between two moments.
// Three states: the first day as it was known then, the same as it is known now, and the last day as known now.
// From the first to the second is knowledge, from the second to the third is what happened.

import type { Omgeving } from "../omgeving";
import type { Tijdblok } from "./gegevens";
import { CEL_NAAM } from "./celwoorden";
import { unpackLetters } from "./letters";
import { Tijdparen, type Tijdsom, type Verandering } from "./tijdparen";
import { getal } from "./zinnen";

/** What is counted, in the order of the bars; the first five by their numbers in `combinaties`. */
export const SOORTEN = ["band", "zetel", "lid", "organisatie", "aanbod", "keten", "cel"] as const;
export type Soort = (typeof SOORTEN)[number];
const TIES: ReadonlySet<Soort> = new Set<Soort>(["band", "zetel", "lid"]);
export const MEERVOUD: Readonly<Record<Soort, [string, string]>> = {
  band: ["band", "banden"],
  zetel: ["deelname aan een forum", "deelnames aan fora"],
  lid: ["lid van een lerend netwerk", "leden van een lerend netwerk"],
  organisatie: ["organisatie", "organisaties"],
  aanbod: ["aanbod", "aanbod"],
  keten: ["gesloten keten", "gesloten ketens"],
  cel: ["gedekte cel", "gedekte cellen"],
};

/** Why something differs, each with its code in the address. */
export const AARDEN = ["gebeurd", "kaart", "weg"] as const;
export type Aard = (typeof AARDEN)[number];
export const AARD_NAAM: Readonly<Record<Aard, string>> = { gebeurd: "echt gebeurd", kaart: "in kaart gebracht, bestond al", weg: "verdwenen: gestopt, of klopte niet" };

export const KETEN_NAAM = ["Gesloten", ...CEL_NAAM.slice(1)];

/** How many things were there (1) or not (0) in each of the three states: place 0b100·then + 0b010·then by now + 0b001·now. */
export type Telling = number[];

/** How many things came because it happened, came because it was mapped, or went. */
export function perAard(c: Telling): Readonly<Record<Aard, number>> {
  return { gebeurd: c[1] + c[5], kaart: c[2] + c[3], weg: c[4] + c[5] + c[2] + c[6] };
}

/** A number of them with its sign. */
export function signed(aard: Aard, n: number): string {
  return `${aard === "weg" ? "−" : "+"}${getal(n)}`;
}

/** One thing that differs between two states that follow each other. */
export interface Verschil {
  soort: Soort;
  aard: Aard;
  /** Did it come, or go? */
  erbij: boolean;
  /** By knowledge, or by time. */
  kennis: boolean;
  naam: string;
  was: string;
  werd: string;
  /** Ends of a tie, or the organisation or school itself and −1. */
  een: number;
  ander: number;
  /** Number of a tie of the map; −1: none. */
  band: number;
  dag: string;
  bron: string;
}

function isoToDutch(iso: string): string {
  return iso.split("-").reverse().join("-");
}

/** What is told of a thing: its bits, its place in a column or outside it, its combination. */
type Bezoek = (stand: number, plek: number, buiten: boolean, combinatie: number) => void;

/** The verdicts in the three states, and in which of them it was good. */
interface Uitspraak {
  oordelen: [string, string, string];
  stand: number;
}

interface Keten {
  school: number;
  thema: string;
  verloop: string;
}

export class Tijdboek {
  readonly dagen: string[];
  readonly ketens: Keten[];
  private readonly banden: Int32Array;
  private readonly organisaties: Int32Array;
  private readonly aanbod: Int32Array;
  private readonly geteld = new Map<string, Telling>();
  private geteldVoor: unknown = null;
  /** Ties in sight per combination: all sorts and all days are sums of these. */
  private perCombinatie: Int32Array | null = null;
  private paren: { dagen: string; tel: Tijdparen } | null = null;
  /** Begin of each tie of the map that began after the first moment. */
  private readonly begin: Map<number, number>;

  constructor(
    private readonly om: Omgeving,
    readonly blok: Tijdblok,
  ) {
    this.dagen = blok.momenten.map(isoToDutch);
    this.banden = unpackLetters(blok.banden);
    this.organisaties = unpackLetters(blok.organisaties);
    this.aanbod = unpackLetters(blok.aanbod.letters);
    const vol = (1 << this.dagen.length) - 1;
    let volgende = 0;
    this.begin = new Map();
    this.banden.forEach((nr, band) => {
      if (nr >= 0 && blok.combinaties[nr][2] !== vol) this.begin.set(band, blok.begin[volgende++]);
    });
    this.ketens = this.chains();
  }

  private chains(): Keten[] {
    const { school, thema, ook, ookThema, letters, verlopen } = this.blok.ketens;
    const nummers = unpackLetters(letters);
    const scholen: number[] = [];
    let hier = 0;
    for (let i = 0; i < school.length; i += 2) for (let n = school[i + 1]; n > 0; n--) scholen.push((hier += school[i]));
    const themas: number[] = [];
    for (let i = 0; i < thema.length; i += 2) for (let n = thema[i + 1]; n > 0; n--) themas.push(thema[i]);
    scholen.push(...ook);
    themas.push(...ookThema);
    return scholen.map((school, i) => ({ school, thema: String(themas[i]), verloop: verlopen[nummers[i]] }));
  }

  get laatste(): number {
    return this.dagen.length - 1;
  }

  /** Name of an organisation, offer or forum by its number; of those that are there no more too. */
  naam(nummer: number): string {
    return nummer <= -2 ? this.blok.vroeger.naam[-2 - nummer] : (this.om.diepte?.naam(nummer) ?? "");
  }

  gemeente(nummer: number): string {
    return nummer <= -2 ? this.blok.vroeger.gemeente[-2 - nummer] : (this.om.diepte?.gemeente(nummer) ?? "");
  }

  private inSight(nummer: number): boolean {
    return nummer >= 0 && nummer < this.om.model.n ? this.om.zicht.org[nummer] > 0 : !this.om.winkel.hasFilters;
  }

  /** The bits of each combination of a sort in the three states; −1 for another sort. */
  private states(soort: Soort, van: number, tot: number): Int8Array {
    const nr = SOORTEN.indexOf(soort);
    return Int8Array.from(this.blok.combinaties, ([wat, toen, achteraf]) => (wat === nr ? (((toen >> van) & 1) << 2) | (((achteraf >> van) & 1) << 1) | ((achteraf >> tot) & 1) : -1));
  }

  /** The same, with −1 also for what was there in all three states, or in none. */
  private changed(soort: Soort, van: number, tot: number): Int8Array {
    return this.states(soort, van, tot).map((stand) => (stand === 7 || stand === 0 ? -1 : stand));
  }

  /** Visit what is in sight and has bits in `standen`. Quick: no object for each. */
  private scan(soort: Soort, standen: Int8Array, bezoek: Bezoek): void {
    const { zicht } = this.om;
    const [kolom, mag] = TIES.has(soort) ? [this.banden, zicht.band] : soort === "organisatie" ? [this.organisaties, zicht.org] : [this.aanbod, null];
    for (let plek = 0; plek < kolom.length; plek++) {
      const c = kolom[plek];
      if (c >= 0 && standen[c] >= 0 && (!mag || mag[plek])) bezoek(standen[c], plek, false, c);
    }
    this.scanElsewhere(soort, standen, bezoek);
  }

  /** The same for what stands in no column of the map: it lies outside it, or is no longer there. */
  private scanElsewhere(soort: Soort, standen: Int8Array, bezoek: Bezoek): void {
    const { buiten, weg, aanbod } = this.blok;
    const rows = (kolom: readonly number[], mag: (plek: number) => boolean): void => {
      for (let plek = 0; plek < kolom.length; plek++) if (standen[kolom[plek]] >= 0 && mag(plek)) bezoek(standen[kolom[plek]], plek, true, kolom[plek]);
    };
    if (TIES.has(soort)) rows(buiten.combinatie, (plek) => this.inSight(buiten.van[plek]) || this.inSight(buiten.naar[plek]));
    else if (soort === "organisatie") rows(weg.combinatie, (plek) => this.inSight(weg.org[plek]));
    else rows(aanbod.combinatie, () => true);
  }

  /** Ties in sight per combination. */
  private tiesInSight(): Int32Array {
    if (this.perCombinatie) return this.perCombinatie;
    const uit = new Int32Array(this.blok.combinaties.length);
    const { band } = this.om.zicht;
    for (let i = 0; i < this.banden.length; i++) if (band[i] && this.banden[i] >= 0) uit[this.banden[i]]++;
    return (this.perCombinatie = uit);
  }

  /** Ties in sight that came or went, by why, summed per two municipalities. */
  pairs(van: number, tot: number): Record<Aard, Tijdsom> {
    const { model, zicht } = this.om;
    const { buiten } = this.blok;
    const dagen = `${van}|${tot}`;
    if (this.paren?.dagen !== dagen) this.paren = { dagen, tel: new Tijdparen(this.changedTies(van, tot), model.g.gemeenten.nis.length) };
    const { tel } = this.paren;
    const mag = (plek: number): boolean => (plek < model.m ? zicht.band[plek] > 0 : this.inSight(buiten.van[plek - model.m]) || this.inSight(buiten.naar[plek - model.m]));
    return { gebeurd: tel.count("gebeurd", mag), kaart: tel.count("kaart", mag), weg: tel.count("weg", mag) };
  }

  /** The same before any filter, of ties with both ends in a municipality; those that stand outside the map are numbered on from its own. */
  private changedTies(van: number, tot: number): Verandering[] {
    const { model } = this.om;
    const { gemeente } = model.g.organisaties;
    const { buiten } = this.blok;
    const standen = this.changed("band", van, tot);
    const waar = (org: number): number => (org >= 0 && org < model.n ? gemeente[org] : -1);
    const uit: Verandering[] = [];
    const take = (combinatie: number, plek: number, een: number, ander: number): void => {
      const stand = combinatie < 0 ? -1 : standen[combinatie];
      const [a, b] = stand < 0 ? [-1, -1] : [waar(een), waar(ander)];
      if (a < 0 || b < 0) return;
      const [toen, achteraf, nu] = [stand & 4, stand & 2, stand & 1].map(Boolean);
      if (toen !== achteraf) uit.push({ aard: achteraf ? "kaart" : "weg", a, b, plek });
      if (achteraf !== nu) uit.push({ aard: nu ? "gebeurd" : "weg", a, b, plek });
    };
    this.banden.forEach((combinatie, plek) => take(combinatie, plek, model.van[plek], model.naar[plek]));
    buiten.combinatie.forEach((combinatie, plek) => take(combinatie, model.m + plek, buiten.van[plek], buiten.naar[plek]));
    return uit;
  }

  /** Visit the verdicts of chains in sight, or of cells, at the three states. Quick: no object for each. */
  private eachVerdict(soort: "keten" | "cel", van: number, tot: number, bezoek: (uitspraak: Uitspraak, plek: number) => void): void {
    const { cellen } = this.blok;
    const { thema } = this.om.t;
    const lengte = soort === "keten" ? this.ketens.length : cellen.verloop.length;
    // Many chains, few courses: each is read once.
    const gelezen = new Map<string, Uitspraak>();
    for (let plek = 0; plek < lengte; plek++) {
      const keten = soort === "keten" ? this.ketens[plek] : null;
      if (keten ? (thema && thema !== keten.thema) || !this.inSight(keten.school) : !this.cellInSight(plek)) continue;
      const verloop = keten ? keten.verloop : cellen.verloop[plek];
      let uitspraak = gelezen.get(verloop);
      if (!uitspraak) gelezen.set(verloop, (uitspraak = this.read(verloop, van, tot)));
      bezoek(uitspraak, plek);
    }
  }

  private read(verloop: string, van: number, tot: number): Uitspraak {
    const m = this.dagen.length;
    const oordelen: [string, string, string] = [verloop[van], verloop[m + van], verloop[m + tot]];
    return { oordelen, stand: oordelen.reduce((som, oordeel, i) => som | (oordeel === "0" ? 4 >> i : 0), 0) };
  }

  private cellInSight(plek: number): boolean {
    const [regio, thema] = this.blok.cellen.cel[plek].split("|");
    return (!this.om.t.regio || this.om.t.regio === regio) && (!this.om.t.thema || this.om.t.thema === thema);
  }

  /** How many things of a sort were there in which states; counted once while the filters stay. */
  count(soort: Soort, van: number, tot: number): Telling {
    if (this.geteldVoor !== this.om.zicht) {
      this.geteldVoor = this.om.zicht;
      this.geteld.clear();
      this.perCombinatie = null;
    }
    const sleutel = `${soort}|${van}|${tot}`;
    let uit = this.geteld.get(sleutel);
    if (!uit) this.geteld.set(sleutel, (uit = this.tally(soort, van, tot)));
    return uit;
  }

  private tally(soort: Soort, van: number, tot: number): Telling {
    const uit = new Array<number>(8).fill(0);
    if (soort === "keten" || soort === "cel") {
      this.eachVerdict(soort, van, tot, ({ stand }) => uit[stand]++);
      return uit;
    }
    const standen = this.states(soort, van, tot);
    if (TIES.has(soort)) {
      this.tiesInSight().forEach((n, combinatie) => {
        if (standen[combinatie] >= 0) uit[standen[combinatie]] += n;
      });
      this.scanElsewhere(soort, standen, (stand) => uit[stand]++);
    } else this.scan(soort, standen, (stand) => uit[stand]++);
    // Ties with an end outside the map that never changed are counted, not listed.
    if (!this.om.winkel.hasFilters) uit[7] = this.blok.aantal[soort][1][tot] - uit[3] - uit[1] - uit[5];
    return uit;
  }

  /** All that differs, sort after sort; first what became known, then what happened. */
  differences(van: number, tot: number, soorten: readonly Soort[] = SOORTEN): Verschil[] {
    return soorten.flatMap((soort) => (soort === "keten" || soort === "cel" ? this.judged(soort, van, tot) : this.counted(soort, van, tot)));
  }

  private counted(soort: Soort, van: number, tot: number): Verschil[] {
    const uit: Verschil[] = [];
    this.scan(soort, this.changed(soort, van, tot), (stand, plek, buiten, combinatie) => {
      const [toen, achteraf, nu] = [stand & 4, stand & 2, stand & 1].map(Boolean);
      const ding = { plek, buiten, combinatie };
      if (toen !== achteraf) uit.push(this.describe(soort, ding, true, achteraf));
      if (achteraf !== nu) uit.push(this.describe(soort, ding, false, nu));
    });
    return uit;
  }

  private describe(soort: Soort, ding: { plek: number; buiten: boolean; combinatie: number }, kennis: boolean, erbij: boolean): Verschil {
    const { model } = this.om;
    const { buiten, weg, aanbod } = this.blok;
    const { plek } = ding;
    const kaal = { soort, aard: (erbij ? (kennis ? "kaart" : "gebeurd") : "weg") as Aard, erbij, kennis, was: erbij ? "nee" : "ja", werd: erbij ? "ja" : "nee", band: -1, bron: "" };
    const wanneer = kennis ? this.mapped(ding.combinatie, erbij) : "";
    if (soort === "organisatie") {
      const org = ding.buiten ? weg.org[plek] : plek;
      return { ...kaal, naam: this.naam(org), een: org, ander: -1, dag: wanneer };
    }
    if (soort === "aanbod") return { ...kaal, naam: ding.buiten ? aanbod.naam[plek] : (this.om.diepte?.aanbod.naam[plek] ?? ""), een: -1, ander: -1, dag: wanneer };
    const { datums, teksten, banden } = model.g;
    const [een, ander] = ding.buiten ? [buiten.van[plek], buiten.naar[plek]] : [model.van[plek], model.naar[plek]];
    const sinds = ding.buiten ? buiten.sinds[plek] : (this.begin.get(plek) ?? 0);
    const tot = ding.buiten ? buiten.tot[plek] : 0;
    const dag = kennis ? wanneer : datums[erbij ? sinds : tot];
    return { ...kaal, naam: `${this.naam(een)} – ${this.naam(ander)}`, een, ander, band: ding.buiten ? -1 : plek, dag, bron: teksten[ding.buiten ? buiten.bron[plek] : banden.bron[plek]] };
  }

  /** Between which days it became known. */
  private mapped(combinatie: number, erbij: boolean): string {
    const [, toen] = this.blok.combinaties[combinatie];
    if (!erbij) return "";
    const eerste = this.dagen.findIndex((_, i) => (toen >> i) & 1);
    return eerste > 0 ? `tussen ${this.dagen[eerste - 1]} en ${this.dagen[eerste]}` : `na ${this.dagen[this.laatste]}`;
  }

  private judged(soort: "keten" | "cel", van: number, tot: number): Verschil[] {
    const uit: Verschil[] = [];
    const woord = (code: string): string => (code === "-" ? (soort === "keten" ? "nee" : "geen scholen") : (soort === "keten" ? KETEN_NAAM : CEL_NAAM)[Number(code)].toLowerCase());
    this.eachVerdict(soort, van, tot, ({ oordelen }, plek) => {
      for (const kennis of [true, false]) {
        const [was, werd] = kennis ? [oordelen[0], oordelen[1]] : [oordelen[1], oordelen[2]];
        if (was === werd) continue;
        const school = soort === "keten" ? this.ketens[plek].school : -1;
        // Knowing and not knowing whether something lacks is no event, also when time passes (as in the analysis).
        const weten = kennis || (was === "4" && werd === "3") || (was === "3" && werd === "4");
        const aard: Aard = was === "0" ? "weg" : weten ? "kaart" : "gebeurd";
        uit.push({ soort, aard, erbij: werd === "0", kennis, naam: soort === "keten" ? `${this.naam(school)}, thema ${this.ketens[plek].thema}` : this.cellName(plek), was: woord(was), werd: woord(werd), een: school, ander: -1, band: -1, dag: "", bron: "" });
      }
    });
    return uit;
  }

  cellName(plek: number): string {
    const [regio, thema, stap, groep] = this.blok.cellen.cel[plek].split("|");
    const naam = this.om.model.g.regios.find(({ code }) => code === regio)?.naam ?? regio;
    return `${naam}: ${stap}, thema ${thema}, ${groep}`;
  }

  /** Chains of which the verdict differs, with the digits of the three states. */
  chainChanges(van: number, tot: number): { keten: Keten; oordelen: [string, string, string] }[] {
    const uit: { keten: Keten; oordelen: [string, string, string] }[] = [];
    this.eachVerdict("keten", van, tot, ({ oordelen }, plek) => {
      const [a, b, c] = oordelen;
      if (a !== b || b !== c) uit.push({ keten: this.ketens[plek], oordelen });
    });
    return uit;
  }

  /** Schools per municipality of the map, and how many chains of them were closed at a moment, as known now. */
  closedShare(tot: number): { alle: number[]; dicht: number[] } {
    const { gemeenten, organisaties } = this.om.model.g;
    const alle = gemeenten.nis.map(() => 0);
    const dicht = gemeenten.nis.map(() => 0);
    for (const { school, thema, verloop } of this.ketens) {
      const plaats = school >= 0 && school < this.om.model.n ? organisaties.gemeente[school] : -1;
      const code = verloop[this.dagen.length + tot];
      if (plaats < 0 || code === "-" || !this.inSight(school) || (this.om.t.thema && this.om.t.thema !== thema)) continue;
      alle[plaats]++;
      if (code === "0") dicht[plaats]++;
    }
    return { alle, dicht };
  }
}

const BOEKEN = new WeakMap<Tijdblok, Tijdboek>();

/** The past of the page; null when it knows none. */
export function timeOf(om: Omgeving): Tijdboek | null {
  const blok = om.diepte?.tijd;
  if (!blok) return null;
  let boek = BOEKEN.get(blok);
  if (!boek) BOEKEN.set(blok, (boek = new Tijdboek(om, blok)));
  return boek;
}

/** The moments that are compared: those that the address names, else the first and the last. */
export function period(om: Omgeving, boek: Tijdboek): [number, number] {
  const [van, tot] = om.t.periode.split(",").map((dag) => boek.blok.momenten.indexOf(dag));
  return van >= 0 && tot > van ? [van, tot] : [0, boek.laatste];
}

export function periodCode(boek: Tijdboek, van: number, tot: number): string {
  return van === 0 && tot === boek.laatste ? "" : `${boek.blok.momenten[van]},${boek.blok.momenten[tot]}`;
}
