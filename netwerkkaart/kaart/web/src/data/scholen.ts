// Schools and their verdicts, per municipality and in all. A share is closed chains over all sites (the
// low end of the range); the high end counts every witte vlek as closed.

import type { Omgeving } from "../omgeving";
import { OORDEEL } from "./model";

export interface Telling {
  /** Schools per verdict. */
  per: number[];
  scholen: number[];
}

export function empty(): Telling {
  return { per: [0, 0, 0, 0, 0], scholen: [] };
}

export function total(telling: Telling): number {
  return telling.per.reduce((som, n) => som + n, 0);
}

/** Schools of which something is known. */
export function known(telling: Telling): number {
  return total(telling) - telling.per[OORDEEL.witteVlek];
}

export type Gemeentestaat = "geen" | "wit" | "hiaat" | "deel";

/** How a municipality is drawn: without schools, unmapped, a gap (half of its schools), or by its share. */
export function stateOf(telling: Telling): Gemeentestaat {
  const som = total(telling);
  if (!som) return "geen";
  if (telling.per[OORDEEL.witteVlek] * 2 >= som) return "wit";
  return telling.per[OORDEEL.hiaat] * 2 >= som ? "hiaat" : "deel";
}

/** Count the schools that fit theme, region and kind; the filter on verdicts does not change shares. */
export function countSchools(om: Omgeving): { geheel: Telling; gemeenten: Telling[] } {
  const { model, t } = om;
  const { g } = model;
  const regio = g.regios.find((r) => r.code === t.regio)?.nummer;
  const schoolsoorten = g.soorten.filter((soort) => soort.zone === "scholen").map((soort) => soort.code);
  const opSoort = schoolsoorten.some((code) => t.soorten.has(code));
  const oordelen = model.oordelen(t.thema);
  const geheel = empty();
  const gemeenten = g.gemeenten.nis.map(empty);
  for (let i = 0; i < model.n; i++) {
    if (!model.isSchool[i]) continue;
    const oordeel = oordelen[i];
    if (oordeel < 0 || (regio !== undefined && g.organisaties.regio[i] !== regio)) continue;
    if (opSoort && !t.soorten.has(model.soort(i).code)) continue;
    geheel.per[oordeel]++;
    geheel.scholen.push(i);
    const gemeente = gemeenten[g.organisaties.gemeente[i]];
    if (!gemeente) continue;
    gemeente.per[oordeel]++;
    gemeente.scholen.push(i);
  }
  return { geheel, gemeenten };
}
