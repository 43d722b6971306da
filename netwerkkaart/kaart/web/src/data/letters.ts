// Small numbers as letters, in an order of their own.

import type { Letters } from "./gegevens";

/** As in blokken/letters.py. */
export const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_`{|}~";

/** The numbers that a column holds, counted from −1. */
export function unpackLetters({ breed, lopend, tekst }: Letters): Int32Array {
  const waarde = new Map([...LETTERS].map((letter, i) => [letter, i]));
  const at = (plek: number): number => waarde.get(tekst[plek]) ?? 0;
  const uit: number[] = [];
  const stap = breed + lopend;
  for (let i = 0; i + stap <= tekst.length; i += stap) {
    const nummer = (breed === 1 ? at(i) : at(i) * LETTERS.length + at(i + 1)) - 1;
    for (let n = lopend ? at(i + breed) + 1 : 1; n > 0; n--) uit.push(nummer);
  }
  return Int32Array.from(uit);
}
