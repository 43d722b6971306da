// A file from the page: its name says what it is and of when.

import type { Herkomst } from "../meenemen/blad";
import type { Lijst } from "../views/lijst";
import { toCsv } from "./csv";
import { el } from "./dom";

/** Save something under `netwerkkaart-limburg-<wat>-2026-11-24.<soort>`. */
export function saveFile({ titel, datum }: Pick<Herkomst, "titel" | "datum">, blob: Blob, wat: string, soort: string): void {
  const dag = datum.split("-").reverse().join("-");
  const adres = URL.createObjectURL(blob);
  el("a", { href: adres, download: `${["netwerkkaart", slug(titel), wat, dag].filter(Boolean).join("-")}.${soort}` }).click();
  window.setTimeout(() => URL.revokeObjectURL(adres), 10_000);
}

/** Save rows of a list, for Excel. */
export function saveCsv(herkomst: Pick<Herkomst, "titel" | "datum">, lijst: Lijst, rijen: readonly number[], wat: string): void {
  saveFile(herkomst, new Blob([toCsv(lijst, rijen)], { type: "text/csv;charset=utf-8" }), wat, "csv");
}

/** A text as part of a file name: letters, digits and hyphens, at most forty. */
function slug(tekst: string): string {
  const kaal = tekst.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return kaal.replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 40).replace(/-$/, "");
}
