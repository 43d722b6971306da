// The shape of the data block that Python writes (kaart/gegevens.py), and how it is read.

import { unpack } from "./kolommen";

export interface Kaartsoort {
  code: string;
  naam: string;
  enkel: string;
  zone: string;
  kleur: string;
  vorm: string;
  letter: string;
}

export interface Zone {
  code: string;
  naam: string;
  kort: string;
  kleur: string;
  rijen: number;
}

export interface Bandgroep {
  code: string;
  naam: string;
  lijn: string;
  vast: boolean;
  overleg: boolean;
}

/** Rings of one polygon as flat lists of differences: x0, y0, dx, dy, … */
export type Veelhoek = number[][];

export interface Gemeenten {
  nis: string[];
  naam: string[];
  regio: number[];
  x: (number | null)[];
  y: (number | null)[];
  vormen: Veelhoek[][];
  rond: Veelhoek[][];
}

export interface Organisaties {
  id: string[];
  naam: string[];
  soort: number[];
  gemeente: number[];
  regio: number[];
  thema: number[];
  x: (number | null)[];
  y: (number | null)[];
  precies: number[];
  adres: string[];
  telefoon: string[];
  email: string[];
  website: string[];
  leerlingen: number[];
  bevestigd: number[];
  /** 1: one person, whom partners see without her name; 2: one who released it to them; 0: all others. */
  zelfstandig: number[];
  cel: number[];
  rx: number[];
  ry: number[];
  oordeel1: number[];
  oordeel2: number[];
  reden1: number[];
  reden2: number[];
}

export interface Banden {
  van: number[];
  naar: number[];
  groep: number[];
  status: number[];
  stap: number[];
  bron: number[];
  datum: number[];
}

export interface Ring {
  straal: number;
  buiten: number;
  perRegio: boolean;
  zones: [number, number, number][];
  trossen: [number, number][];
  /** Zone, partner, angle: where their stream leaves the zone. */
  poorten: [number, number, number][];
  cellen: {
    zone: number[];
    tros: number[];
    gemeente: number[];
    regio: number[];
    begin: number[];
    eind: number[];
  };
  bundels: { a: number[]; b: number[]; klasse: number[]; aantal: number[] };
}

export interface Bevinding {
  soort: "hiaat" | "brug" | "nieuw" | "andere";
  kop: string;
  zin: [string, "" | "vet" | "winst"][];
  uitleg: string;
  actie: string;
  gemeenten: number[];
  organisaties: number[];
  verbinding: [] | [number, number];
}

export interface Gegevens {
  versie: number;
  meta: {
    titel: string;
    datum: string;
    profiel: "intern" | "partners" | "openbaar";
    bevestigd: [number, number];
    maanden: number;
    bron: string;
    grenzen: string;
    benaderd: boolean;
    uitleg: string[];
    buiten: number;
    stappen: string[];
    oordelen: string[];
    doelgroepen: string[];
    /** Most links of a route; an offer with a longer waiting time, in weeks, is full. */
    schakels: number;
    wacht: number;
  };
  regios: { code: string; nummer: number; naam: string }[];
  soorten: Kaartsoort[];
  zones: Zone[];
  bandgroepen: Bandgroep[];
  gemeenten: Gemeenten;
  organisaties: Organisaties;
  banden: Banden;
  ring: Ring;
  /** Names around the own area, each with the points where it may stand. */
  buurnamen: { naam: string; punten: [number, number][] }[];
  paren: { a: number[]; b: number[]; aantal: number[]; over: number[] };
  bevindingen: Bevinding[];
  breekbaar: { van: number; naar: number; reden: string }[];
  nieuw: { van: number; naar: number; scholen: number[]; forum: string }[];
  teksten: string[];
  datums: string[];
}

/** Names and places of what the map does not show itself: numbers from `n` on. */
export interface Elders {
  naam: string[];
  soort: number[];
  gemeente: string[];
}

export interface Waar {
  regios: number[][];
  gemeenten: number[][];
}

/** What the views Matrix, Keten and Tandem read; parsed when the first of them opens. */
export interface Diepte {
  aanbod:
    | (Waar & { naam: string[]; stappen: number[]; groepen: number[]; vol: number[]; wacht: number[]; plaatsen: number[]; bezet: number[]; aanbieders: number[][] })
    | null;
  inventaris: (Waar & { id: string[]; datum: number[]; cellen: number[] }) | null;
  matrix: {
    code: string[];
    naam: string[];
    gemeente: number[];
    oordeel: number[];
    scholen: number[];
    bereikt: number[];
    aanbod: number[];
    vrij: number[];
    band: number[];
  } | null;
  keten: {
    scholen: number[];
    past: number[];
    raakt: number[];
    oordeel: number[];
    aanbod: number[];
    route: number[][];
    remedie: number[];
    dicht: number[];
    wie: number[];
    km: number[];
    van: number[];
    naar: number[];
  } | null;
  tandem: {
    code: number[];
    wegen: number[][][];
    fora: { org: number[]; regio: number[]; zetels: number[]; rollen: number[]; gekozen: number[] };
    regios: { nummer: number; wie: number[][]; gedekt: number; noot: string }[];
  } | null;
  /** Links off the map that a route over a new tie can use: start, end, start, end, … */
  ommeland: { eerste: number[]; verder: number[] } | null;
  /** Islands, and what joins them (blokken/bruggen.py). */
  bruggen: Brugblok | null;
  /** When each thing was there (blokken/tijd.py). */
  tijd: Tijdblok | null;
  schakels: Banden;
  elders: Elders;
}

export interface Brugblok {
  eilanden: { naam: string[]; van: number[] };
  tussen: { a: number[]; b: number[]; aantal: number[]; hangt: number[]; aan: number[] };
  breekbaar: { van: number[]; naar: number[]; reden: number[]; scholen: number[][]; aan: number[]; banden: number[][] };
  /** Null when the map does not know the past. */
  afgebroken: { van: number[]; naar: number[]; groep: number[]; sinds: number[]; tot: number[]; bron: number[]; totaal: number } | null;
  voorstellen: { van: number[]; naar: number[]; winst: number[]; scholen: number[][]; gesloten: number[][]; stappen: number[][]; fora: number[][]; forum: string[] };
  cijfers: { bruggen: number; breekbaar: number; organisatie: number; snijdend: number; scholen: number[] };
}

/** A column of small numbers as text (blokken/letters.py). */
export interface Letters {
  breed: number;
  lopend: number;
  tekst: string;
}

export interface Tijdblok {
  momenten: string[];
  banden: Letters;
  begin: number[];
  buiten: { van: number[]; naar: number[]; groep: number[]; sinds: number[]; tot: number[]; bron: number[]; combinatie: number[] };
  organisaties: Letters;
  weg: { org: number[]; combinatie: number[] };
  aanbod: { letters: Letters; naam: string[]; combinatie: number[] };
  ketens: { school: number[]; thema: number[]; ook: number[]; ookThema: number[]; letters: Letters; verlopen: string[] };
  cellen: { cel: string[]; verloop: string[] };
  aantal: Readonly<Record<string, [number[], number[]]>>;
  noten: string[];
  vroeger: { naam: string[]; soort: string[]; gemeente: string[] };
  /** Sort of thing, when it was there as known then, and as known now: bits by moment. */
  combinaties: [number, number, number][];
}

/** Read the block of the deeper views. */
export function readDiepte(): Diepte {
  return unpack(JSON.parse(document.getElementById("diepte")?.textContent ?? "null") as Diepte);
}

const VERSIE = 3;
/** What may stand before the domain of a website (kaart/inpakken.py). */
const SITES = ["https://www.", "https://", "http://www.", "http://", "www."];

/** Read the data block of the page. */
export function readGegevens(): Gegevens {
  const blok = document.getElementById("gegevens");
  const gelezen = JSON.parse(blok?.textContent ?? "null") as Gegevens | null;
  if (!gelezen || gelezen.versie !== VERSIE) throw new Error("Het gegevensblok past niet bij deze pagina.");
  const gegevens = unpack(gelezen);
  const { organisaties } = gegevens;
  // A number: the site has the domain of the mail address.
  organisaties.website = (organisaties.website as (string | number)[]).map((site, i) => (typeof site === "number" ? SITES[site] + organisaties.email[i].split("@")[1] : site));
  return gegevens;
}
