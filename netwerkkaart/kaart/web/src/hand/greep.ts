// What the tools hold, as text in the address; and how a choice of an organisation answers a tool that asks for one.
//
// A path holds two organisations (`a;b`), what-if holds pairs (`a;b,c;d`, the last one may still lack an end), a
// comparison two sets (`terms;terms`). Ids are written as in an address, so that `,` `;` `@` `$` can part them.

import { GEEN, type Model } from "../data/model";
import type { Toestand } from "../data/toestand";

/** The tools; `vergelijk-b` is the comparison while choices go to its second set. */
export const HANDEN = ["pad", "watals", "vergelijk", "vergelijk-b"];

/** The number of an organisation by its id in an address; −1 when it is not on this map. */
export function numberOf(model: Model, tekst: string): number {
  try {
    return model.nummerVan(decodeURIComponent(tekst));
  } catch {
    return GEEN;
  }
}

export function idText(model: Model, org: number): string {
  return org < 0 ? "" : encodeURIComponent(model.g.organisaties.id[org]);
}

/** Pairs of organisations; an end that is not chosen yet, or not on this map, is −1. */
export type Paren = readonly (readonly [number, number])[];

export function readPairs(model: Model, greep: string): Paren {
  const paren = greep.split(",").map((paar) => {
    const [a = "", b = ""] = paar.split(";");
    return [numberOf(model, a), numberOf(model, b)] as const;
  });
  return paren.filter(([a, b]) => a >= 0 || b >= 0);
}

export function writePairs(model: Model, paren: Paren): string {
  return paren.map(([a, b]) => `${idText(model, a)};${idText(model, b)}`).join(",");
}

/** The two ends of a path. */
export function readEnds(model: Model, greep: string): readonly [number, number] {
  const [a, b] = readPairs(model, greep)[0] ?? [GEEN, GEEN];
  return [a, b === a ? GEEN : b];
}

/** What-if ties: the pairs that have both ends, and the end that waits for another. */
export function readTies(model: Model, greep: string): { banden: Paren; wacht: number } {
  const paren = readPairs(model, greep);
  const los = paren.find(([a, b]) => a < 0 || b < 0);
  return { banden: paren.filter(([a, b]) => a >= 0 && b >= 0 && a !== b), wacht: los ? Math.max(...los) : GEEN };
}

/** Two texts of terms, of the first and the second set (`hand/keuze.ts` reads them). */
export function readSets(greep: string): [string[], string[]] {
  const [a = "", b = ""] = greep.split(";");
  return [a.split(",").filter(Boolean), b.split(",").filter(Boolean)];
}

export function writeSets([a, b]: readonly [readonly string[], readonly string[]]): string {
  return `${a.join(",")};${b.join(",")}`;
}

/** Add an organisation to the terms of a set, or take it away; one that a rule brings in is taken out by name. */
export function toggleTerm(model: Model, termen: readonly string[], org: number): string[] {
  const id = idText(model, org);
  const rest = termen.filter((term) => term !== id && term !== `$${id}`);
  const vanzelf = termsHold(model, rest, org);
  if (termsHold(model, termen, org)) return vanzelf ? [...rest, `$${id}`] : rest;
  return vanzelf ? rest : [...rest, id];
}

/** Whether a tie may be drawn from or to an organisation: fora, networks and coordinators have no ties. */
export function mayTie(model: Model, org: number): boolean {
  return model.kleur(org) !== "overleg";
}

/** A change of state, after the tool in hand took the organisation that it names. */
export function graspChoice(model: Model, nu: Toestand, deel: Partial<Toestand>, erbij: boolean): Partial<Toestand> {
  const { keuze } = deel;
  if (keuze === undefined || keuze < 0 || deel.hand !== undefined) return deel;
  // Who goes to another view for an organisation puts the tool down.
  if (deel.view !== undefined && deel.view !== nu.view) return { ...deel, hand: "", greep: "" };
  if (erbij && !nu.hand.startsWith("vergelijk")) {
    const samen = nu.hand ? [keuze] : [nu.keuze, keuze].filter((org, i, alle) => org >= 0 && alle.indexOf(org) === i);
    return { hand: "vergelijk", greep: writeSets([samen.map((org) => idText(model, org)), []]), keuze: GEEN };
  }
  if (nu.hand === "pad") {
    const [a] = readEnds(model, nu.greep);
    return { greep: writePairs(model, [a < 0 || a === keuze ? [keuze, GEEN] : [a, keuze]]) };
  }
  if (nu.hand === "watals") {
    if (!mayTie(model, keuze)) return {};
    const { banden, wacht } = readTies(model, nu.greep);
    const erin = banden.some(([a, b]) => Math.min(a, b) === Math.min(keuze, wacht) && Math.max(a, b) === Math.max(keuze, wacht));
    const nieuw: Paren = wacht === keuze || erin ? [] : wacht >= 0 ? [[wacht, keuze]] : [[keuze, GEEN]];
    return { greep: writePairs(model, [...banden, ...nieuw]) };
  }
  if (nu.hand.startsWith("vergelijk")) {
    const stellen = readSets(nu.greep);
    const welke = nu.hand === "vergelijk" ? 0 : 1;
    stellen[welke] = toggleTerm(model, stellen[welke], keuze);
    return { greep: writeSets(stellen) };
  }
  return deel;
}

/** The views that draw what a tool holds. */
export const TEKENT: readonly string[] = ["netwerk", "geografisch"];

/** The views that carry its title: those that draw it, and the list from which it is filled. */
export const HEET: readonly string[] = [...TEKENT, "tabel"];

/** A tool that is taken up where nothing of it would be seen opens the network; what belonged to the view alone stays behind. */
export function toSeen(nu: Toestand, deel: Partial<Toestand>): Partial<Toestand> {
  if (!deel.hand || nu.hand || deel.view !== undefined || HEET.includes(nu.view)) return deel;
  return { ...deel, view: "netwerk", bevinding: GEEN, zone: GEEN, gemeente: GEEN, vak: "", lagen: "", periode: "" };
}

/** What a rule (`@kind.municipality.region.theme.verdict`, each may be empty) asks of an organisation. */
export function ruleHolds(model: Model, regel: string, org: number): boolean {
  const [soort, nis, regio, thema, oordeel] = regel.slice(1).split(".");
  const { g } = model;
  const o = g.organisaties;
  if (soort && g.soorten[o.soort[org]].code !== soort) return false;
  if (nis && (o.gemeente[org] < 0 || g.gemeenten.nis[o.gemeente[org]] !== nis)) return false;
  if (regio && o.regio[org] !== (g.regios.find((r) => r.code === regio)?.nummer ?? -2)) return false;
  // Who states no theme works for both, as in the filters.
  if (thema && o.thema[org] && !(o.thema[org] & (1 << (Number(thema) - 1)))) return false;
  // A rule speaks of organisations: fora and coordinators come in by their own kind alone.
  if (!soort && model.kleur(org) === "overleg") return false;
  return !oordeel || !model.isSchool[org] || encodeURIComponent(g.meta.oordelen[model.oordeel(org, thema)] ?? "") === oordeel;
}

/** Whether an organisation is in a set. */
function termsHold(model: Model, termen: readonly string[], org: number): boolean {
  const id = idText(model, org);
  if (termen.includes(`$${id}`)) return false;
  return termen.includes(id) || termen.some((term) => term.startsWith("@") && ruleHolds(model, term, org));
}
