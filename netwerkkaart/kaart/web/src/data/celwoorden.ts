// Words for verdicts on cells and steps, and what to do next.

import type { Model } from "./model";

export const CEL_NAAM = ["Gedekt", "Volzet", "Niet verbonden", "Hiaat", "Witte vlek"];

/** What each verdict means, as the legend and the hover say it. */
export function celUitleg(model: Model): string[] {
  const { schakels, wacht } = model.g.meta;
  return [
    "Er is passend aanbod met plaats en de meeste scholen geraken er.",
    `Er is aanbod, maar het is overal vol of de wachttijd is langer dan ${wacht} weken.`,
    `Er is aanbod, maar veel scholen hebben geen route van hoogstens ${telSchakels(schakels)}.`,
    "In kaart gebracht: er is geen passend aanbod.",
    "Nog niemand heeft dit volledig in kaart gebracht.",
  ];
}

export const STAP_NAAM = ["Bereikt", "Volzet", "Niet verbonden", "Hiaat", "Witte vlek"];

export function telSchakels(n: number): string {
  return n === 1 ? "één schakel" : n === 2 ? "twee schakels" : `${n} schakels`;
}

/** Themes as people say them. */
export const THEMA_NAAM: Readonly<Record<string, string>> = { "1": "−12, kleuter en lager", "2": "+12, secundair" };

/** Terms from the glossary (docs/woordenlijst.md), for hover and focus. */
export const TERM: Readonly<Record<string, string>> = {
  cel: "Een cel is een regio of gemeente, met één thema, één stap en één doelgroep.",
  aanbod: "Aanbod: wat een organisatie aanbiedt, voor een thema, stap en doelgroep.",
  route: "Route: de weg van een school naar een aanbieder, in schakels.",
  schakel: "Schakel: één band langs een route.",
  tandem: "Tandem: de coördinator lerend netwerk met de coördinator Samen tegen Schooluitval.",
  forum: "Forum: een bestaand overleg waaraan organisaties deelnemen.",
  inkaart: "In kaart gebracht: een volledige inventarisatie noemt dit thema, deze stap, doelgroep en gemeente.",
};
