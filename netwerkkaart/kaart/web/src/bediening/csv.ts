// Rows as CSV that a Dutch Excel opens by a double click, and that runs no formula.

import type { Lijst } from "../views/lijst";

/** As `bestanden.csv_safe` in Python: an apostrophe before what a spreadsheet would run; undone by taking it away. */
const TE_BESCHERMEN = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function csvSafe(tekst: string): string {
  return TE_BESCHERMEN.test(tekst) ? `'${tekst}` : tekst;
}

/** Around a name that would turn what follows it (kaart/richting.py): a cell needs none, and who looks it up has the name alone. */
const ROND = /[\u2066-\u2069]/g;

function cell(waarde: string | number): string {
  // A comma, as the spreadsheet of the reader expects of a number.
  if (typeof waarde === "number") return String(waarde).replace(".", ",");
  const tekst = csvSafe(waarde.replace(ROND, ""));
  return /[;"\r\n]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}

/** The whole list, with a byte order mark so that accents survive. */
export function toCsv(lijst: Lijst, rijen: readonly number[]): string {
  const regels = [lijst.kolommen.map(({ kop }) => cell(kop)), ...rijen.map((rij) => lijst.kolommen.map(({ waarde }) => cell(waarde(rij))))];
  return `\ufeff${regels.map((regel) => regel.join(";")).join("\r\n")}\r\n`;
}
