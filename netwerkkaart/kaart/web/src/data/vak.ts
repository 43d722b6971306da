// What a view has chosen within itself, as it stands in the address: a cell "2.3.leerling", a station "2.3".

import { STAPPEN, type Stap } from "./diepte";
import type { Model } from "./model";

export function stapcode(stap: Stap): string {
  return `${stap.thema}.${stap.stap + 1}`;
}

export function celcode(model: Model, stap: Stap, groep: number): string {
  return `${stapcode(stap)}.${model.g.meta.doelgroepen[groep]}`;
}

/** The station that a code names; null for none. */
function readStap(vak: string): Stap | null {
  const [thema, nummer] = vak.split(".");
  return STAPPEN.find((stap) => stap.thema === thema && stap.stap + 1 === Number(nummer)) ?? null;
}

/** The cell that a code names; null for none. */
export function readCel(model: Model, vak: string): { stap: Stap; groep: number } | null {
  const stap = readStap(vak);
  const groep = model.g.meta.doelgroepen.indexOf(vak.split(".")[2]);
  return stap && groep >= 0 ? { stap, groep } : null;
}
