// Long columns of numbers, which Python writes as text (kaart/kolommen.py), read back.

import { LETTERS } from "./letters";

/** Letters below this end a number. */
const HELFT = LETTERS.length / 2;
const VERSCHIL = 1;
const LOPEND = 2;
/** A list of so many or more is a column, or holds none. */
const LANG = 64;

const CIJFER = new Uint8Array(128);
[...LETTERS].forEach((letter, i) => (CIJFER[letter.charCodeAt(0)] = i));

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
export function readColumn(tekst: string): number[] {
  const soort = CIJFER[tekst.charCodeAt(0)];
  const uit: number[] = [];
  let plek = 1;
  const next = (): number => {
    let getal = 0;
    let gewicht = 1;
    for (;;) {
      const cijfer = CIJFER[tekst.charCodeAt(plek++)];
      getal += (cijfer % HELFT) * gewicht;
      if (cijfer < HELFT) return getal;
      gewicht *= HELFT;
    }
  };
  let som = 0;
  while (plek < tekst.length) {
    const code = next();
    const deel = code % 2 ? -(code + 1) / 2 : code / 2;
    for (let hoeVaak = soort & LOPEND ? next() : 1; hoeVaak > 0; hoeVaak--) uit.push(soort & VERSCHIL ? (som += deel) : deel);
  }
  return uit;
}
