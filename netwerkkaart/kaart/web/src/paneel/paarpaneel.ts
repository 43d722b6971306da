// Right panel of one bridge between two sectors: between which municipalities its ties run, and which have none.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { inChoice, type Ringkeuze } from "../data/ringkeuze";
import { getal, opsomming, telwoord } from "../data/zinnen";
import { handButton } from "../hand/hand";
import type { Omgeving } from "../omgeving";
import { bar, heading, paragraph, subheading } from "./hulp";
import { pairGradient } from "./sectorparen";

const GETOOND = 8;

/** A municipality, or a region where the picture joins those. */
interface Plaatspaar {
  van: number;
  naar: number;
  aantal: number;
}

/** Do the streams run from region to region? Once one region is chosen, its municipalities tell more. */
function perRegio({ model, t }: Omgeving): boolean {
  return model.g.ring.perRegio && !t.regio;
}

/** Ties in sight of a pair of zones per two places (`plaats` of each organisation), most first; `van` is on the side of the zone, −1 is unknown. */
export function placePairs({ model, zicht }: Omgeving, keuze: Ringkeuze, plaats: ArrayLike<number>): Plaatspaar[] {
  let breedte = 1;
  for (let i = 0; i < model.n; i++) breedte = Math.max(breedte, plaats[i] + 2);
  const tel = new Map<number, number>();
  for (let i = 0; i < model.m; i++) {
    const [a, b] = [model.van[i], model.naar[i]];
    if (!zicht.band[i] || !inChoice(keuze, model.zone[a], model.zone[b])) continue;
    const [eigen, ander] = model.zone[a] === keuze.zone ? [a, b] : [b, a];
    const sleutel = (plaats[eigen] + 1) * breedte + plaats[ander] + 1;
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
  const groot = perRegio(om);
  const gemeenten = placePairs(om, keuze, g.organisaties.gemeente);
  const paren = groot ? placePairs(om, keuze, g.organisaties.regio) : gemeenten;
  const totaal = paren.reduce((som, { aantal }) => som + aantal, 0);
  const naam = (plaats: number): string => (groot ? regionName(om, plaats) : plaats >= 0 ? g.gemeenten.naam[plaats] : "gemeente onbekend");
  const kleur = pairGradient(om, keuze.zone, keuze.partner);
  const rest = paren.length - GETOOND;
  return [
    heading(`${telwoord(totaal, "band", "banden")} tussen ${zone.naam} en ${partner.naam}`),
    ...(paren.length
      ? [
          subheading(`${zone.kort} – ${partner.kort}`, "banden"),
          ...paren.slice(0, GETOOND).map(({ van, naar, aantal }) => bar(`${naam(van)} – ${naam(naar)}`, aantal, [{ deel: aantal / paren[0].aantal, kleur }])),
          ...(rest > 0 ? [paragraph(`En nog ${telwoord(rest, "ander paar", "andere paren")} van ${groot ? "regio's" : "gemeenten"}.`)] : []),
        ]
      : []),
    ...without(om, keuze.zone, keuze.partner, new Set(gemeenten.map(({ van }) => van))),
    ...without(om, keuze.partner, keuze.zone, new Set(gemeenten.map(({ naar }) => naar))),
    el("div", { class: "handknoppen" }, handButton("Toon alle sectoren", "alle-sectoren", () => om.winkel.set({ zone: GEEN, vak: "" }))),
  ];
}

function regionName({ model }: Omgeving, nummer: number): string {
  return model.g.regios.find((regio) => regio.nummer === nummer)?.naam ?? "regio onbekend";
}

/** The municipalities of a zone that have no tie with the other: there a bridge may be missing. */
function without(om: Omgeving, zone: number, partner: number, met: ReadonlySet<number>): Node[] {
  const { zones, gemeenten } = om.model.g;
  const plaatsen = [...placesOf(om, zone)];
  const leeg = plaatsen.filter((gemeente) => !met.has(gemeente));
  const zonder = leeg.map((gemeente) => gemeenten.naam[gemeente]);
  if (!zonder.length || zones[zone].kleur === "overleg") return [];
  return [
    subheading(`${zones[zone].naam}: geen band bekend met ${zones[partner].naam}`, `${zonder.length} van ${telwoord(plaatsen.length, "gemeente", "gemeenten")}`),
    ...(perRegio(om) ? perRegion(om, plaatsen, leeg) : [paragraph(`${opsomming(zonder.sort((a, b) => a.localeCompare(b, "nl")), 12)}.`, "")]),
  ];
}

/** How many of its municipalities each region misses; a click opens that region, where they are named. */
function perRegion(om: Omgeving, plaatsen: readonly number[], leeg: readonly number[]): Node[] {
  const { regio } = om.model.g.gemeenten;
  const rijen = om.model.g.regios.map(({ code, nummer, naam }) => {
    const [mist, alle] = [leeg, plaatsen].map((lijst) => lijst.filter((gemeente) => regio[gemeente] === nummer).length);
    return { code, naam, mist, alle };
  });
  const knop = ({ code, naam, mist, alle }: (typeof rijen)[number]): Node =>
    el("button", { type: "button", class: "telrij knop", onclick: () => om.winkel.set({ regio: code }), "data-sleutel": `mist-${code}` }, el("span", {}, naam), el("b", {}, `${getal(mist)} van ${getal(alle)}`));
  return [el("ul", { class: "lijst kaal" }, ...rijen.filter(({ mist }) => mist > 0).map((rij) => el("li", {}, knop(rij))))];
}
