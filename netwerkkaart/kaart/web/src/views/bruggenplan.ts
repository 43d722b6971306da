// Where islands lie and bridges run: computed once from the data, so that the same data always look the same.

import type { Bruggenboek } from "../data/bruggen";
import type { Model } from "../data/model";
import type { Vak } from "../teken/doek";
import { type Bol, pushApart } from "../teken/uiteen";
import { type Boog, pointOn } from "../teken/wegen";

const BREED = 1000;
const HOOG = 700;
/** Share of the sheet that the islands take. */
const VULLING = 0.25;
const PUNTEN = 72;
const TUSSEN = 62;

export interface Eiland {
  x: number;
  y: number;
  /** Half of its width, coast included. */
  r: number;
  /** The coast: points around its middle. */
  kust: [number, number][];
}

export interface Weg {
  /** Place in the list of bridges between islands. */
  rij: number;
  boog: Boog;
  /** Roads that it crosses. */
  kruist: number;
}

export interface Plan {
  vak: Vak;
  steek: number;
  eilanden: Eiland[];
  /** Place of each organisation; absent for those on no island. */
  plek: Map<number, [number, number]>;
  wegen: Weg[];
}

/** Schools at the left of an island, help at the right: kinds in the order of the legend. */
export function makePlan(model: Model, boek: Bruggenboek): Plan {
  const som = Math.max(1, boek.leden.reduce((n, leden) => n + leden.length, 0));
  const steek = Math.min(15, Math.sqrt((VULLING * BREED * HOOG) / (som * 1.1)));
  const marge = Math.max(9, 1.15 * steek);
  const midden = centres(model, boek, steek, marge);
  const plek = new Map<number, [number, number]>();
  const eilanden = boek.leden.map((leden, i) => settle(model, leden, midden[i], steek, marge, boek.naam(i), plek));
  return { vak: extent(eilanden), steek, eilanden, plek, wegen: roads(boek, eilanden) };
}

/** By geography, spread over the sheet and pushed apart. */
function centres(model: Model, boek: Bruggenboek, steek: number, marge: number): Bol[] {
  const { x, y } = model.g.organisaties;
  const ruw = boek.leden.map((leden) => {
    const met = leden.filter((org) => x[org] !== null && y[org] !== null);
    const gem = (kolom: readonly (number | null)[]): number => (met.length ? met.reduce((s, org) => s + (kolom[org] ?? 0), 0) / met.length : 0);
    return { x: gem(x), y: gem(y), r: Math.sqrt((leden.length * 0.95 * steek * steek) / Math.PI) + marge };
  });
  const spread = (as: "x" | "y", lengte: number): ((waarde: number, r: number) => number) => {
    const waarden = ruw.map((bol) => bol[as]);
    const laag = Math.min(...waarden);
    const bereik = Math.max(...waarden) - laag;
    return (waarde, r) => (bereik > 0 ? r + ((waarde - laag) / bereik) * (lengte - 2 * r) : lengte / 2);
  };
  const [sx, sy] = [spread("x", BREED), spread("y", HOOG)];
  const bollen = ruw.map(({ x: bx, y: by, r }) => ({ x: sx(bx, r), y: sy(by, r), r: 1.1 * r }));
  for (let beurt = 0; beurt < 6; beurt++) {
    pushApart(bollen, TUSSEN, 120);
    for (const bol of bollen) {
      bol.x = Math.min(BREED - bol.r, Math.max(bol.r, bol.x));
      bol.y = Math.min(HOOG - bol.r, Math.max(bol.r, bol.y));
    }
  }
  return bollen;
}

/** A number from 0 to 1 that depends on a text alone. */
function chance(tekst: string, nr: number): number {
  let som = 2166136261 + nr * 7919;
  for (const teken of tekst) som = Math.imul(som ^ (teken.codePointAt(0) ?? 0), 16777619);
  return ((som >>> 0) % 10_000) / 10_000;
}

/** Organisations in a hexagonal grid within a coast that is not quite round. */
function settle(model: Model, leden: readonly number[], { x, y }: Bol, steek: number, marge: number, naam: string, plek: Map<number, [number, number]>): Eiland {
  const fase = [0, 1, 2].map((nr) => 2 * Math.PI * chance(naam, nr));
  const bocht = (hoek: number): number => 1 + 0.075 * Math.sin(2 * hoek + fase[0]) + 0.055 * Math.sin(3 * hoek + fase[1]) + 0.03 * Math.sin(5 * hoek + fase[2]);
  const rijen = Math.ceil(Math.sqrt(leden.length)) + 3;
  const punten: [number, number, number][] = [];
  for (let j = -rijen; j <= rijen; j++) {
    for (let i = -rijen; i <= rijen; i++) {
      const px = (i + (j % 2 ? 0.5 : 0)) * steek;
      const py = j * steek * 0.866;
      punten.push([px, py, Math.hypot(px, py) / bocht(Math.atan2(py, px))]);
    }
  }
  punten.sort((p, q) => p[2] - q[2] || p[0] - q[0] || p[1] - q[1]);
  const gekozen = punten.slice(0, leden.length);
  const rand = (gekozen[gekozen.length - 1]?.[2] ?? 0) + marge;
  gekozen.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const { soort } = model.g.organisaties;
  const rang = (org: number): number => (model.isSchool[org] ? 0 : 100) + soort[org];
  const orde = [...leden].sort((p, q) => rang(p) - rang(q) || p - q);
  orde.forEach((org, i) => plek.set(org, [x + gekozen[i][0], y + gekozen[i][1]]));
  const kust = Array.from({ length: PUNTEN }, (_, i): [number, number] => {
    const hoek = (2 * Math.PI * i) / PUNTEN;
    const r = rand * bocht(hoek);
    return [x + r * Math.cos(hoek), y + r * Math.sin(hoek)];
  });
  return { x, y, r: Math.max(...kust.map(([px, py]) => Math.hypot(px - x, py - y))), kust };
}

function extent(eilanden: readonly Eiland[]): Vak {
  const punten = eilanden.flatMap(({ kust }) => kust);
  if (!punten.length) return { links: 0, boven: 0, rechts: BREED, onder: HOOG };
  const xs = punten.map(([x]) => x);
  const ys = punten.map(([, y]) => y);
  return { links: Math.min(...xs), rechts: Math.max(...xs), boven: Math.min(...ys), onder: Math.max(...ys) };
}

function within({ kust }: Eiland, [x, y]: readonly [number, number]): boolean {
  let binnen = false;
  for (let i = 0, j = kust.length - 1; i < kust.length; j = i++) {
    const [ax, ay] = kust[i];
    const [bx, by] = kust[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) binnen = !binnen;
  }
  return binnen;
}

const BOCHTEN = [0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.32, -0.32, 0.44, -0.44];
const STAPPEN = 28;

/** The strongest first: each takes the bend that costs least in length, in crossings and in islands on its way. */
function roads(boek: Bruggenboek, eilanden: readonly Eiland[]): Weg[] {
  const { a, b, aantal } = boek.blok.tussen;
  const orde = a.map((_, rij) => rij).sort((p, q) => aantal[q] - aantal[p] || p - q);
  const wegen: Weg[] = [];
  const lijnen: [number, number][][] = [];
  for (const rij of orde) {
    const [p, q] = [eilanden[a[rij]], eilanden[b[rij]]];
    let beste: { prijs: number; weg: Weg; lijn: [number, number][] } | null = null;
    for (const bocht of BOCHTEN) {
      const boog = between(p, q, bocht);
      const lijn = Array.from({ length: STAPPEN + 1 }, (_, i) => pointOn(boog, i / STAPPEN));
      const kruist = lijnen.filter((ander) => crosses(lijn, ander)).length;
      const over = eilanden.filter((eiland) => eiland !== p && eiland !== q && lijn.some(([x, y]) => Math.hypot(x - eiland.x, y - eiland.y) < eiland.r + 6)).length;
      const prijs = 2 * Math.abs(bocht) + 0.55 * kruist + 3 * over;
      if (!beste || prijs < beste.prijs - 1e-9) beste = { prijs, weg: { rij, boog, kruist: kruist + 10 * over }, lijn };
    }
    if (!beste) continue;
    wegen.push(beste.weg);
    lijnen.push(beste.lijn);
  }
  return wegen;
}

/** A curve from coast to coast. */
function between(p: Eiland, q: Eiland, bocht: number): Boog {
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  const heel: Boog = { van: [p.x, p.y], naar: [q.x, q.y], buig: [(p.x + q.x) / 2 - dy * 2 * bocht, (p.y + q.y) / 2 + dx * 2 * bocht] };
  let van = 0;
  let naar = 1;
  for (let t = 0; t <= 0.5 && within(p, pointOn(heel, t)); t += 0.01) van = t;
  for (let t = 1; t >= 0.5 && within(q, pointOn(heel, t)); t -= 0.01) naar = t;
  return part(heel, van, naar);
}

/** The piece of a curve between two of its parameters. */
export function part(boog: Boog, s: number, t: number): Boog {
  const mix = (p: readonly [number, number], q: readonly [number, number], u: number): [number, number] => [p[0] + (q[0] - p[0]) * u, p[1] + (q[1] - p[1]) * u];
  const buig = mix(mix(boog.van, boog.buig, s), mix(boog.buig, boog.naar, s), t);
  return { van: pointOn(boog, s), buig, naar: pointOn(boog, t) };
}

function crosses(p: readonly [number, number][], q: readonly [number, number][]): boolean {
  for (let i = 1; i < p.length; i++) for (let j = 1; j < q.length; j++) if (cut(p[i - 1], p[i], q[j - 1], q[j])) return true;
  return false;
}

function cut(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number], d: readonly [number, number]): boolean {
  const kant = (p: readonly [number, number], q: readonly [number, number], r: readonly [number, number]): number => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return kant(a, b, c) * kant(a, b, d) < 0 && kant(c, d, a) * kant(c, d, b) < 0;
}
