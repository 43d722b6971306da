// What the filters of the summed map let through, in numbers.
// An organisation counts when it passes every filter. A tie counts when it is in a chosen group, fits the theme with
// both ends, and has an end that passes every filter: as on the other map. By step no tie is known: then none is counted.

import type { Paar } from "../data/sommen";
import type { Banden, Verzameling } from "./gegevens";
import type { Toestand } from "./toestand";

export interface Zicht {
  /** False when ties cannot be told apart as the filters ask. */
  metBanden: boolean;
  /** True when pairs of municipalities with few ties could not be filtered, and were left out. */
  weggelaten: boolean;
  organisaties: number;
  banden: number;
  /** Ties within one municipality. */
  thuis: number;
  /** Organisations per municipality, and per municipality and kind: row after row. */
  totaal: Int32Array;
  aantal: Int32Array;
  binnen: Int32Array;
  buiten: Int32Array;
  /** Most ties first. */
  paren: Paar[];
  /** Ties per two kinds, the lower first: row after row. */
  kruis: Int32Array;
  /** How many there are under the other filters. */
  perSoort: Int32Array;
  perStap: Int32Array;
  perGroep: Int32Array;
}

/** Which kinds, groups and codes pass. */
interface Keuze {
  thema: number;
  regio: number;
  soort: Uint8Array;
  stap: number;
  groep: Uint8Array;
  /** Per code of two kinds and a group: 1 when the first is a chosen kind, 2 when the second is, 3 when both are. */
  raakt: Uint8Array;
  groepVan: Uint8Array;
}

export function filter(v: Verzameling, t: Toestand): Zicht {
  const { g } = v;
  const keuze = choose(v, t);
  const metBanden = !t.stappen.size;
  const uit: Zicht = {
    metBanden,
    weggelaten: false,
    organisaties: 0,
    banden: 0,
    thuis: 0,
    totaal: new Int32Array(g.gemeenten.nis.length),
    aantal: new Int32Array(g.gemeenten.nis.length * g.soorten.length),
    binnen: new Int32Array(g.gemeenten.nis.length),
    buiten: new Int32Array(g.gemeenten.nis.length),
    paren: [],
    kruis: new Int32Array(g.soorten.length * g.soorten.length),
    perSoort: new Int32Array(g.soorten.length),
    perStap: new Int32Array(g.stappen.length),
    perGroep: new Int32Array(g.banden.length),
  };
  countOrganisations(v, keuze, uit);
  if (!t.soorten.size && !t.stappen.size && !t.thema && !t.regio) uit.organisaties = g.organisaties;
  if (!metBanden) return uit;
  countTotals(v, keuze, uit);
  countPlaces(v, keuze, uit);
  countPairs(v, keuze, uit, t.soorten.size + t.groepen.size > 0 || t.thema !== "");
  return uit;
}

function choose(v: Verzameling, t: Toestand): Keuze {
  const { soorten, banden, regios } = v.g;
  const soort = Uint8Array.from(soorten, ({ code }) => (!t.soorten.size || t.soorten.has(code) ? 1 : 0));
  const groep = Uint8Array.from(banden, ({ code }) => (!t.groepen.size || t.groepen.has(code) ? 1 : 0));
  const raakt = new Uint8Array(v.watten);
  const groepVan = new Uint8Array(v.watten);
  for (let wat = 0; wat < v.watten; wat++) {
    const [p, q, welke] = v.split(wat);
    raakt[wat] = soort[p] | (soort[q] << 1);
    groepVan[wat] = welke;
  }
  const stap = [...t.stappen].reduce((bits, nummer) => bits | (1 << (nummer - 1)), 0);
  return { thema: Number(t.thema), regio: regios.findIndex(({ code }) => code === t.regio), soort, stap, groep, raakt, groepVan };
}

function countOrganisations(v: Verzameling, keuze: Keuze, uit: Zicht): void {
  const { gemeente, soort, thema, stap, aantal } = v.groepen;
  const k = v.g.soorten.length;
  for (let i = 0; i < aantal.length; i++) {
    if (keuze.regio >= 0 && v.regio[gemeente[i]] !== keuze.regio) continue;
    // Who states no theme works for both.
    if (keuze.thema && thema[i] && !(thema[i] & keuze.thema)) continue;
    const inStap = !keuze.stap || (stap[i] & keuze.stap) > 0;
    if (inStap) uit.perSoort[soort[i]] += aantal[i];
    if (!keuze.soort[soort[i]]) continue;
    for (let s = 0; s < uit.perStap.length; s++) if (stap[i] & (1 << s)) uit.perStap[s] += aantal[i];
    if (!inStap) continue;
    uit.organisaties += aantal[i];
    uit.totaal[gemeente[i]] += aantal[i];
    uit.aantal[gemeente[i] * k + soort[i]] += aantal[i];
  }
}

/** Totals from the ties between regions, of which all are split. */
function countTotals(v: Verzameling, keuze: Keuze, uit: Zicht): void {
  const { plek, wat, aantal } = v.perRegio;
  const breed = v.g.nergens + 1;
  const nummer = v.g.regios[keuze.regio]?.nummer ?? -1;
  const groepen = v.g.banden.length;
  const k = v.g.soorten.length;
  for (let i = 0; i < wat.length; i++) {
    if (!(keuze.raakt[wat[i]] & within(nummer, Math.floor(plek[i] / breed), plek[i] % breed))) continue;
    const n = aantal[keuze.thema][i];
    uit.perGroep[keuze.groepVan[wat[i]]] += n;
    if (!keuze.groep[keuze.groepVan[wat[i]]]) continue;
    uit.banden += n;
    const paar = Math.floor(wat[i] / groepen);
    const [p, q] = [Math.floor(paar / k), paar % k];
    uit.kruis[p < q ? paar : q * k + p] += n;
  }
}

/** Which ends lie in the chosen region, bit by bit as in `raakt`; both when none is chosen (−1). */
function within(regio: number, een: number, ander: number): number {
  return regio < 0 ? 3 : (een === regio ? 1 : 0) | (ander === regio ? 2 : 0);
}

/** How many ties of a row pass, of which these ends lie in the chosen region. */
function passes(banden: Banden, keuze: Keuze, i: number, einden: number): number {
  const wat = banden.wat[i];
  return keuze.raakt[wat] & einden && keuze.groep[keuze.groepVan[wat]] ? banden.aantal[keuze.thema][i] : 0;
}

function countPlaces(v: Verzameling, keuze: Keuze, uit: Zicht): void {
  const { perGemeente } = v;
  for (let i = 0; i < perGemeente.wat.length; i++) {
    const plek = perGemeente.plek[i];
    const gemeente = Math.floor(plek / 3);
    if (keuze.regio >= 0 && v.regio[gemeente] !== keuze.regio) continue;
    // Beyond the region of the municipality (2) only its own end lies in the chosen one.
    const n = passes(perGemeente, keuze, i, keuze.regio >= 0 && plek % 3 === 2 ? 1 : 3);
    if (plek % 3) uit.buiten[gemeente] += n;
    else {
      uit.binnen[gemeente] += n;
      uit.thuis += n;
    }
  }
}

function countPairs(v: Verzameling, keuze: Keuze, uit: Zicht, gesplitst: boolean): void {
  const { a, b, totaal, over, begin, cellen } = v.paren;
  for (let i = 0; i < a.length; i++) {
    const einden = within(keuze.regio, v.regio[a[i]], v.regio[b[i]]);
    if (!einden) continue;
    if (!gesplitst) {
      uit.paren.push({ a: a[i], b: b[i], aantal: totaal[i], over: over[i] });
      continue;
    }
    if (begin[i] === begin[i + 1]) {
      uit.weggelaten = true;
      continue;
    }
    let som = 0;
    let buiten = 0;
    for (let cel = begin[i]; cel < begin[i + 1]; cel++) {
      const n = passes(cellen, keuze, cel, einden);
      if (!n) continue;
      som += n;
      buiten += v.over[cellen.wat[cel]] * n;
    }
    if (som) uit.paren.push({ a: a[i], b: b[i], aantal: som, over: buiten });
  }
  uit.paren.sort((p, q) => q.aantal - p.aantal || p.a - q.a || p.b - q.b);
}
