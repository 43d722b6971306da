// What a step changed, in words, for who cannot see it.

import { stepWords } from "../data/ketenwoorden";
import type { Toestand } from "../data/toestand";
import { hoofdletter, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import type { View } from "../views/view";

export function filtersDiffer(a: Toestand, b: Toestand): boolean {
  return (["soorten", "groepen", "oordelen", "thema", "regio"] as const).some((sleutel) => a[sleutel] !== b[sleutel]);
}

/**
 * What became of the page, in one message: a later one would push an earlier one out.
 *
 * `paneel` is the head of the panel, which names what was opened. Empty when nothing worth a word changed.
 */
export function tellChange(om: Omgeving, view: View, vorig: Toestand, paneel: readonly string[]): string {
  const nu = om.t;
  if (nu.hand !== vorig.hand || nu.greep !== vorig.greep) return om.hand?.melding ?? view.titel();
  const gekozen = nu.keuze !== vorig.keuze && nu.keuze >= 0;
  // Of a school its chain is asked: each step with its verdict.
  if (nu.view === "keten" && nu.keuze >= 0 && (gekozen || nu.view !== vorig.view)) {
    return sentences(view.titel(), om.diepte ? hoofdletter(stepWords(om.model, om.diepte, nu.keuze, nu.thema)) : "");
  }
  if (nu.view !== vorig.view) return view.titel();
  if (gekozen) return `${om.model.naam(nu.keuze)} gekozen. Het paneel toont de banden.`;
  if (filtersDiffer(nu, vorig)) {
    const { aantalOrg, aantalBand } = om.zicht;
    return `${telwoord(aantalOrg, "organisatie", "organisaties")} en ${telwoord(aantalBand, "band", "banden")}.`;
  }
  if (nu.vak !== vorig.vak || nu.bevinding !== vorig.bevinding || nu.zone !== vorig.zone || nu.gemeente !== vorig.gemeente) {
    const open = nu.vak || nu.bevinding >= 0 || nu.zone >= 0 || nu.gemeente >= 0;
    return open ? sentences(...paneel) : sentences(view.titel());
  }
  return nu.keuze !== vorig.keuze ? `${om.model.naam(vorig.keuze)} losgelaten.` : "";
}

function sentences(...zinnen: readonly string[]): string {
  return zinnen.filter(Boolean).map((zin) => (/[.?!]$/.test(zin) ? zin : `${zin}.`)).join(" ");
}
