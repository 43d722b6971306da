// Long columns of numbers, which Python writes as text (kaart/kolommen.py), read back.

import { Getalstroom } from "./getalstroom";
import { LETTERS } from "./letters";

const VERSCHIL = 1;
const LOPEND = 2;
/** A list of so many or more is a column, or holds none. */
const LANG = 64;

/** The data with every packed column as the list that it was. */
export function unpack<T>(waarde: T): T {
  return open(waarde) as T;
}

function open(waarde: unknown): unknown {
  if (typeof waarde !== "object" || waarde === null) return waarde;
  if (Array.isArray(waarde)) return waarde.length < LANG ? waarde.map(open) : waarde;
  const { kolom, lijsten } = waarde as { kolom?: unknown; lijsten?: unknown };
  if (typeof kolom === "string") return readColumn(kolom);
  if (Array.isArray(lijsten)) return split(lijsten.map(open) as [number[], number[]]);
  return Object.fromEntries(Object.entries(waarde).map(([sleutel, deel]) => [sleutel, open(deel)]));
}

function split([lengtes, plat]: [number[], number[]]): number[][] {
  let begin = 0;
  return lengtes.map((lengte) => plat.slice(begin, (begin += lengte)));
}

/** The numbers of one column. */
function readColumn(tekst: string): number[] {
  const soort = LETTERS.indexOf(tekst[0]);
  const getallen = new Getalstroom(tekst, 1);
  const uit: number[] = [];
  let som = 0;
  while (!getallen.op) {
    const code = getallen.next();
    const deel = code % 2 ? -(code + 1) / 2 : code / 2;
    for (let hoeVaak = soort & LOPEND ? getallen.next() : 1; hoeVaak > 0; hoeVaak--) uit.push(soort & VERSCHIL ? (som += deel) : deel);
  }
  return uit;
}
