// Selections: what their terms mean, and figures over one or two of them.

import type { Model } from "../data/model";
import { isTafel } from "../data/overleg";
import type { Toestand } from "../data/toestand";
import { numberOf, ruleHolds } from "./greep";

/** Members of a set, in order. A rule brings in no fora or coordinators unless it names their kind. O(n × rules). */
export function membersOf(model: Model, termen: readonly string[]): number[] {
  const regels = termen.filter((term) => term.startsWith("@"));
  const bij = new Set(termen.filter((term) => !/^[@$]/.test(term)).map((term) => numberOf(model, term)));
  const weg = new Set(termen.filter((term) => term.startsWith("$")).map((term) => numberOf(model, term.slice(1))));
  const uit: number[] = [];
  for (let org = 0; org < model.n; org++) {
    if (weg.has(org)) continue;
    if (bij.has(org) || regels.some((regel) => ruleHolds(model, regel, org))) uit.push(org);
  }
  return uit;
}

/** Rules that select what the filters (and an opened municipality) show. */
export function rulesOfFilters(model: Model, t: Toestand): string[] {
  const nis = t.gemeente >= 0 ? model.g.gemeenten.nis[t.gemeente] : "";
  const soorten = t.soorten.size ? [...t.soorten].sort() : [""];
  const oordelen = t.oordelen.size ? [...t.oordelen].sort().map((i) => encodeURIComponent(model.g.meta.oordelen[i])) : [""];
  return soorten.flatMap((soort) => oordelen.map((oordeel) => `@${[soort, nis, t.regio, t.thema, oordeel].join(".")}`));
}

/** A rule in words: `alle CLB-vestigingen in Genk`. */
export function ruleName(model: Model, regel: string): string {
  const [soort, nis, regio, thema, oordeel] = regel.slice(1).split(".");
  const { g } = model;
  const wie = g.soorten.find((s) => s.code === soort)?.naam ?? "organisaties";
  const gemeente = nis ? g.gemeenten.naam[g.gemeenten.nis.indexOf(nis)] : "";
  const delen = [
    `alle ${/^[A-Z][a-z]/.test(wie) ? wie.charAt(0).toLowerCase() + wie.slice(1) : wie}`,
    gemeente || g.regios.find((r) => r.code === regio)?.naam ? `in ${gemeente || g.regios.find((r) => r.code === regio)?.naam}` : "",
    thema ? `voor thema ${thema}` : "",
    oordeel ? `met keten: ${decodeURIComponent(oordeel)}` : "",
  ];
  return delen.filter(Boolean).join(" ");
}

export interface Stelcijfers {
  leden: number[];
  /** Members per kind. */
  soorten: Map<number, number>;
  gemeenten: number;
  /** Ties with both ends among the members. */
  binnen: number;
  /** Others that a member has a tie with. */
  bereik: Set<number>;
  /** Sectors among these others. */
  sectoren: number;
  /** Chains of schools among the members: closed, and all. */
  gesloten: number;
  ketens: number;
  /** Fora and networks in which a member sits. */
  fora: Set<number>;
}

export function figuresOf(model: Model, leden: number[], thema: string): Stelcijfers {
  const erin = new Set(leden);
  const uit: Stelcijfers = { leden, soorten: new Map(), gemeenten: 0, binnen: 0, bereik: new Set(), sectoren: 0, gesloten: 0, ketens: 0, fora: new Set() };
  const { soort, gemeente, oordeel1, oordeel2 } = model.g.organisaties;
  const plaatsen = new Set<number>();
  for (const org of leden) {
    uit.soorten.set(soort[org], (uit.soorten.get(soort[org]) ?? 0) + 1);
    if (gemeente[org] >= 0) plaatsen.add(gemeente[org]);
    for (const [code, oordeel] of [["1", oordeel1[org]], ["2", oordeel2[org]]] as const) {
      if (oordeel < 0 || (thema && thema !== code)) continue;
      uit.ketens++;
      if (oordeel === 0) uit.gesloten++;
    }
    for (const band of model.bandenVan(org)) {
      const ander = model.anderEind(band, org);
      if (model.isSeat(band)) {
        if (isTafel(model, ander)) uit.fora.add(ander);
      } else if (!erin.has(ander)) uit.bereik.add(ander);
      else if (model.van[band] === org) uit.binnen++;
    }
  }
  uit.gemeenten = plaatsen.size;
  uit.sectoren = new Set([...uit.bereik].map((org) => model.kleur(org))).size;
  return uit;
}

/** Ties from one set to the other that lie within neither. */
export function tiesBetween(model: Model, a: readonly number[], b: readonly number[]): number[] {
  const inA = new Set(a);
  const inB = new Set(b);
  const uit: number[] = [];
  for (const org of a) {
    for (const band of model.bandenVan(org)) {
      const ander = model.anderEind(band, org);
      if (model.isSeat(band) || !inB.has(ander) || inA.has(ander) || inB.has(org)) continue;
      uit.push(band);
    }
  }
  return uit;
}
