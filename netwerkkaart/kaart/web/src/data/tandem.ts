// The tandem of a region as the view shows it: organisations per column, fora, and the order of the fewest.

import type { Omgeving } from "../omgeving";
import { atTable } from "./overleg";

/** Columns in the order of the picture: only learning network, both, only STS, nobody. */
export const KOLOM = { netwerk: 0, beide: 1, sts: 2, niemand: 3 } as const;
export const KOLOMMEN = [0, 1, 2, 3] as const;
export const KOLOM_NAAM = ["alleen lerend netwerk", "beide", "alleen STS", "niemand"];
export const KOLOM_CODE = ["netwerk", "beide", "sts", "niemand"];
/** Column by the verdict of the analysis: nobody, learning network, STS, both. */
const VAN_CODE = [3, 0, 2, 1];

export interface Forum {
  org: number;
  zetels: number;
  netwerk: boolean;
  sts: boolean;
  gekozen: boolean;
  /** Organisations of the region at its table. */
  leden: number[];
}

export interface Tandemdeel {
  code: string;
  naam: string;
  regio: { nummer: number; wie: number[][]; gedekt: number; noot: string };
  alle: number[];
  per: number[][];
  fora: Forum[];
}

/** The tandem in sight: of the chosen region, or of the only one; null when there are several. */
export function tandemOf(om: Omgeving): Tandemdeel | null {
  const regios = om.diepte?.tandem.regios ?? [];
  const gekozen = om.model.g.regios.find((r) => r.code === om.t.regio)?.nummer;
  const regio = regios.length === 1 ? regios[0] : regios.find((r) => r.nummer === gekozen);
  return regio ? part(om, regio) : null;
}

export function tandemRegions(om: Omgeving): Tandemdeel[] {
  return (om.diepte?.tandem.regios ?? []).map((regio) => part(om, regio));
}

function part(om: Omgeving, regio: Tandemdeel["regio"]): Tandemdeel {
  const { model, diepte, zicht } = om;
  const tandem = diepte?.tandem;
  const { code = "", naam = "" } = model.g.regios.find((r) => r.nummer === regio.nummer) ?? {};
  const per: number[][] = [[], [], [], []];
  const alle: number[] = [];
  const hier = new Uint8Array(model.n);
  tandem?.code.forEach((oordeel, org) => {
    if (oordeel < 0 || model.g.organisaties.regio[org] !== regio.nummer) return;
    hier[org] = 1;
    if (!zicht.org[org]) return;
    alle.push(org);
    per[VAN_CODE[oordeel]].push(org);
  });
  const { fora } = tandem ?? { fora: { org: [], regio: [], zetels: [], rollen: [], gekozen: [] } };
  const lijst = fora.org.flatMap((org, i): Forum[] => {
    if (fora.regio[i] !== regio.nummer || org < 0) return [];
    const leden = [...new Set(atTable(model, org))].filter((lid) => hier[lid]);
    return [{ org, zetels: fora.zetels[i], netwerk: (fora.rollen[i] & 1) > 0, sts: (fora.rollen[i] & 2) > 0, gekozen: fora.gekozen[i] > 0, leden }];
  });
  return { code, naam, regio, alle, per, fora: lijst };
}

/** The fewest fora that reach everyone who sits in any, each adding as much as it can; with whom it adds. */
export function fewestFora(deel: Tandemdeel): { forum: Forum; nieuw: number; samen: number }[] {
  const gedekt = new Set<number>();
  let rest = deel.fora.filter((forum) => forum.gekozen);
  const uit: { forum: Forum; nieuw: number; samen: number }[] = [];
  while (rest.length) {
    const winst = (forum: Forum): number => forum.leden.filter((lid) => !gedekt.has(lid)).length;
    const beste = [...rest].sort((a, b) => winst(b) - winst(a) || a.org - b.org)[0];
    const nieuw = winst(beste);
    beste.leden.forEach((lid) => gedekt.add(lid));
    uit.push({ forum: beste, nieuw, samen: gedekt.size });
    rest = rest.filter((forum) => forum !== beste);
  }
  return uit;
}

/** Organisations of the region that sit in none of its fora. */
export function withoutForum(deel: Tandemdeel): number[] {
  const zit = new Set(deel.fora.flatMap((forum) => forum.leden));
  return deel.alle.filter((org) => !zit.has(org));
}
