// Right panel of one bridge between two sectors: between which municipalities its ties run, and which have none.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { inChoice, type Ringkeuze } from "../data/ringkeuze";
import { opsomming, telwoord } from "../data/zinnen";
import { handButton } from "../hand/hand";
import type { Omgeving } from "../omgeving";
import { bar, heading, paragraph, subheading } from "./hulp";
import { pairGradient } from "./sectorparen";

const GETOOND = 8;

interface Plaatspaar {
  van: number;
  naar: number;
  aantal: number;
}

/** Ties in sight of a pair of zones per two municipalities, most first; `van` is on the side of the zone, −1 is unknown. */
export function placePairs({ model, zicht }: Omgeving, keuze: Ringkeuze): Plaatspaar[] {
  const { gemeente } = model.g.organisaties;
  const breedte = model.g.gemeenten.nis.length + 1;
  const tel = new Map<number, number>();
  for (let i = 0; i < model.m; i++) {
    const [a, b] = [model.van[i], model.naar[i]];
    if (!zicht.band[i] || !inChoice(keuze, model.zone[a], model.zone[b])) continue;
    const [eigen, ander] = model.zone[a] === keuze.zone ? [a, b] : [b, a];
    const sleutel = (gemeente[eigen] + 1) * breedte + gemeente[ander] + 1;
    tel.set(sleutel, (tel.get(sleutel) ?? 0) + 1);
  }
  return Array.from(tel, ([sleutel, aantal]) => ({ van: Math.floor(sleutel / breedte) - 1, naar: (sleutel % breedte) - 1, aantal })).sort(
    (p, q) => q.aantal - p.aantal || p.van - q.van || p.naar - q.naar,
  );
}

/** Municipalities with organisations of a zone in sight. */
function placesOf({ model, zicht }: Omgeving, zone: number): Set<number> {
  const { gemeente } = model.g.organisaties;
  const plaatsen = new Set<number>();
  for (let i = 0; i < model.n; i++) if (zicht.org[i] && model.zone[i] === zone && gemeente[i] >= 0) plaatsen.add(gemeente[i]);
  return plaatsen;
}

export function pairPanel(om: Omgeving, keuze: Ringkeuze): Node[] {
  const { g } = om.model;
  const [zone, partner] = [g.zones[keuze.zone], g.zones[keuze.partner]];
  const paren = placePairs(om, keuze);
  const totaal = paren.reduce((som, { aantal }) => som + aantal, 0);
  const naam = (gemeente: number): string => (gemeente >= 0 ? g.gemeenten.naam[gemeente] : "gemeente onbekend");
  const kleur = pairGradient(om, keuze.zone, keuze.partner);
  const rest = paren.length - GETOOND;
  return [
    heading(`${telwoord(totaal, "band", "banden")} tussen ${zone.naam} en ${partner.naam}`),
    ...(paren.length
      ? [
          subheading(`${zone.kort} – ${partner.kort}`, "banden"),
          ...paren.slice(0, GETOOND).map(({ van, naar, aantal }) => bar(`${naam(van)} – ${naam(naar)}`, aantal, [{ deel: aantal / paren[0].aantal, kleur }])),
          ...(rest > 0 ? [paragraph(`En nog ${telwoord(rest, "ander paar", "andere paren")} van gemeenten.`)] : []),
        ]
      : []),
    ...without(om, keuze.zone, keuze.partner, new Set(paren.map(({ van }) => van))),
    ...without(om, keuze.partner, keuze.zone, new Set(paren.map(({ naar }) => naar))),
    el("div", { class: "handknoppen" }, handButton("Toon alle sectoren", "alle-sectoren", () => om.winkel.set({ zone: GEEN, vak: "" }))),
  ];
}

/** The municipalities of a zone that have no tie with the other: there a bridge may be missing. */
function without(om: Omgeving, zone: number, partner: number, met: ReadonlySet<number>): Node[] {
  const { zones, gemeenten } = om.model.g;
  const plaatsen = [...placesOf(om, zone)];
  const zonder = plaatsen.filter((gemeente) => !met.has(gemeente)).map((gemeente) => gemeenten.naam[gemeente]);
  if (!zonder.length || zones[zone].kleur === "overleg") return [];
  return [
    subheading(`${zones[zone].kort}: geen band met ${zones[partner].kort} bekend`, `${zonder.length} van ${telwoord(plaatsen.length, "gemeente", "gemeenten")}`),
    paragraph(`${opsomming(zonder.sort((a, b) => a.localeCompare(b, "nl")), 12)}.`, ""),
  ];
}
