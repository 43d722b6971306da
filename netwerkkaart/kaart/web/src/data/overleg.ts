// Who sits together: the fora on the map, and where something can be laid on the table.

import type { Model } from "./model";

export interface Tafel {
  forum: number;
  /** How many of those who offer, and how many of the schools (or their CLB) sit there. */
  aanbieders: number;
  scholen: number;
}

/** Organisations at the table of a forum. */
export function atTable(model: Model, forum: number): number[] {
  return [...model.bandenVan(forum)].filter((band) => groep(model, band) === "overleg").map((band) => model.anderEind(band, forum));
}

/** Fora in which an organisation sits. */
export function foraVan(model: Model, org: number): number[] {
  if (org < 0 || org >= model.n) return [];
  const fora = [...model.bandenVan(org)].filter((band) => groep(model, band) === "overleg").map((band) => model.anderEind(band, org));
  return [...new Set(fora.filter((f) => model.soort(f).code === "forum"))];
}

/** Whether it is a table to sit at: a forum, or a learning network. */
export function isTafel(model: Model, org: number): boolean {
  return ["forum", "netwerk"].includes(model.soort(org).code);
}

/** Fora and networks in which an organisation sits. */
export function tafelsVan(model: Model, org: number): number[] {
  const zetels = [...model.bandenVan(org)].filter((band) => model.isSeat(band));
  return [...new Set(zetels.map((band) => model.anderEind(band, org)))].filter((tafel) => isTafel(model, tafel));
}

/** Fora where providers meet schools or their CLB, best first; `beide`: only where both sides sit. */
export function tables(model: Model, aanbieders: readonly number[], scholen: readonly number[], beide: boolean): Tafel[] {
  const tel = new Map<number, Tafel>();
  const add = (org: number, kant: "aanbieders" | "scholen"): void => {
    for (const forum of fora(org)) {
      const tafel = tel.get(forum) ?? { forum, aanbieders: 0, scholen: 0 };
      tafel[kant]++;
      tel.set(forum, tafel);
    }
  };
  const fora = memo((org: number) => foraVan(model, org));
  for (const aanbieder of new Set(aanbieders)) add(aanbieder, "aanbieders");
  for (const school of scholen) {
    const alle = new Set([school, ...clbsVan(model, school)].flatMap(fora));
    for (const forum of alle) {
      const tafel = tel.get(forum) ?? { forum, aanbieders: 0, scholen: 0 };
      tafel.scholen++;
      tel.set(forum, tafel);
    }
  }
  const waarde = (t: Tafel): number => t.aanbieders / Math.max(1, aanbieders.length) + t.scholen / Math.max(1, scholen.length);
  return [...tel.values()]
    .filter((t) => !beide || (t.aanbieders > 0 && t.scholen > 0))
    .sort((a, b) => waarde(b) - waarde(a) || a.forum - b.forum);
}

function clbsVan(model: Model, school: number): number[] {
  return [...model.bandenVan(school)].filter((band) => groep(model, band) === "clb").map((band) => model.anderEind(band, school));
}

function groep(model: Model, band: number): string {
  return model.g.bandgroepen[model.groep[band]].code;
}

function memo<T>(doe: (org: number) => T): (org: number) => T {
  const bekend = new Map<number, T>();
  return (org) => {
    let uit = bekend.get(org);
    if (uit === undefined) bekend.set(org, (uit = doe(org)));
    return uit;
  };
}
