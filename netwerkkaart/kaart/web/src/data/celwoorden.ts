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

/** The ages of a theme: how people name it. */
export const LEEFTIJD: Readonly<Record<string, string>> = { "1": "−12", "2": "+12" };
export const THEMA_NAAM: Readonly<Record<string, string>> = { "1": `${LEEFTIJD["1"]}, kleuter en lager`, "2": `${LEEFTIJD["2"]}, secundair` };

/** Terms for hover and focus, in the words of the glossary (docs/woordenlijst.md); a test holds them equal. */
export const TERM: Readonly<Record<string, string>> = {
  aanbod: "wat een organisatie aanbiedt, voor een thema, stap en doelgroep",
  band: "een relatie tussen twee organisaties: BEGELEIDT, ONDERSTEUNT, ADVISEERT, WERKT_SAMEN_MET of VERWIJST_NAAR. Samen in een forum zitten is geen band",
  brug: "een band tussen twee sectoren",
  cel: "regio of gemeente × thema × stap × doelgroep",
  forum: "een bestaand overleg waaraan organisaties deelnemen",
  "in kaart gebracht": "een volledige inventarisatie noemt dit thema, deze stap, doelgroep en gemeente",
  "passend aanbod": "aanbod dat nu geldt, voor dit thema en deze stap, dat de gemeente van de school bereikt",
  peildatum: "de dag waarop alles berekend is",
  route: "de weg van een school naar een aanbieder, in schakels",
  schakel: "één stap langs een route; *stap* is alleen voor het continuüm",
  sector: "onderwijs, NAFT, welzijn, gezondheid, werk, lokaal bestuur, andere",
  stap: "voorkomen, heroriënteren, toeleiden naar werk, alternatieve dagbesteding",
  tandem: "de coördinator lerend netwerk met de coördinator Samen tegen Schooluitval",
};
