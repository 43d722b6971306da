// The summed map as lists: municipalities, pairs of them, pairs of kinds.

import { el } from "../bediening/dom";
import { SECTORVOLGORDE } from "../teken/ringen";
import type { Kolom, Lijst } from "../views/lijst";
import type { Verzameling } from "./gegevens";
import { sectorName } from "./kaart";
import type { Zicht } from "./zicht";

/** What the lists are made from; the page changes it. */
export interface Lijstbron {
  readonly v: Verzameling;
  readonly zicht: Zicht;
  readonly gekozen: number;
  kies(gemeente: number): void;
}

export function lists(bron: Lijstbron): Lijst[] {
  return [municipalities(bron), pairList(bron), kindPairs(bron)];
}

function municipalities(bron: Lijstbron): Lijst {
  const { v } = bron;
  const { gemeenten, regios, soorten, zones } = v.g;
  const kleuren = SECTORVOLGORDE.filter((kleur) => soorten.some((soort, k) => soort.kleur === kleur && v.groepen.soort.includes(k)));
  const perSector = (kleur: string): Kolom => ({
    kop: sectorName(zones, kleur),
    tal: true,
    waarde: (i) => soorten.reduce((som, soort, k) => som + (soort.kleur === kleur ? bron.zicht.aantal[i * soorten.length + k] : 0), 0),
  });
  const ties = (kop: string, kolom: "binnen" | "buiten"): Kolom => ({ kop, tal: true, waarde: (i) => (bron.zicht.metBanden ? bron.zicht[kolom][i] : "?") });
  return {
    naam: "Gemeenten",
    wat: ["gemeente", "gemeenten"],
    breed: true,
    rijen: () => gemeenten.nis.flatMap((_, i) => (bron.zicht.totaal[i] || bron.zicht.binnen[i] || bron.zicht.buiten[i] ? [i] : [])),
    gekozen: (i) => i === bron.gekozen,
    kolommen: [
      { kop: "Gemeente", waarde: (i) => gemeenten.naam[i], cel: (i) => placeCell(bron, i) },
      ...(regios.length > 1 ? [{ kop: "Regio", waarde: (i: number) => regios[v.regio[i]]?.naam ?? "" }] : []),
      { kop: "Organisaties", tal: true, waarde: (i) => bron.zicht.totaal[i] },
      ...kleuren.map(perSector),
      ties("Banden binnen", "binnen"),
      ties("Banden naar buiten", "buiten"),
    ],
  };
}

function pairList(bron: Lijstbron): Lijst {
  const { naam } = bron.v.g.gemeenten;
  return {
    naam: "Paren",
    wat: ["paar gemeenten", "paren gemeenten"],
    rijen: () => bron.zicht.paren.map((_, i) => i),
    gekozen: (i) => bron.gekozen >= 0 && (bron.zicht.paren[i].a === bron.gekozen || bron.zicht.paren[i].b === bron.gekozen),
    kolommen: [
      { kop: "Gemeente", waarde: (i) => naam[bron.zicht.paren[i].a], cel: (i) => placeCell(bron, bron.zicht.paren[i].a) },
      { kop: "Met gemeente", waarde: (i) => naam[bron.zicht.paren[i].b], cel: (i) => placeCell(bron, bron.zicht.paren[i].b) },
      { kop: "Banden", tal: true, waarde: (i) => bron.zicht.paren[i].aantal },
      { kop: "Over een sectorgrens", tal: true, waarde: (i) => bron.zicht.paren[i].over },
    ],
  };
}

function kindPairs(bron: Lijstbron): Lijst {
  const { soorten } = bron.v.g;
  const een = (i: number): string => soorten[Math.floor(i / soorten.length)].naam;
  const ander = (i: number): string => soorten[i % soorten.length].naam;
  return {
    naam: "Soorten",
    wat: ["paar soorten", "paren soorten"],
    rijen: () => [...bron.zicht.kruis].flatMap((n, i) => (n ? [i] : [])),
    gekozen: () => false,
    kolommen: [
      { kop: "Soort", waarde: een },
      { kop: "Met soort", waarde: ander },
      { kop: "Banden", tal: true, waarde: (i) => bron.zicht.kruis[i] },
    ],
  };
}

function placeCell(bron: Lijstbron, gemeente: number): Node {
  return el("button", { type: "button", onclick: () => bron.kies(gemeente), "data-sleutel": `plaats-${gemeente}` }, bron.v.g.gemeenten.naam[gemeente]);
}
