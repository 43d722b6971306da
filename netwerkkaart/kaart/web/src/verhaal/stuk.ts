// A story: an ordered list of views with text. Read and checked as `kaart/verhaal.py` does; text stays text.

import type { Model } from "../data/model";
import { numberOf, readSets } from "../hand/greep";

/** One view of a story, with what is told over it. */
export interface Stuk {
  /** Address of the view within the page, from `#` on. */
  beeld: string;
  kop: string;
  tekst: string;
}

export interface Verhaal {
  titel: string;
  stukken: Stuk[];
}

const FORMAAT = "netwerkkaart-verhaal";
const VERSIE = 1;
const MEESTE = 200;
const KORT = 200;
const LANG = 4000;

/** The story in a text; throws with a Dutch sentence when it is none. */
export function readStory(inhoud: string): Verhaal {
  let gelezen: unknown;
  try {
    gelezen = JSON.parse(inhoud);
  } catch {
    throw new Error("Dit bestand is geen verhaal: het is geen JSON.");
  }
  if (!isRecord(gelezen) || gelezen.formaat !== FORMAAT) throw new Error("Dit bestand is geen verhaal van Netwerkkaart.");
  if (gelezen.versie !== VERSIE) throw new Error("Dit verhaal komt van een nieuwere Netwerkkaart. Maak de kaart opnieuw.");
  const { stukken } = gelezen;
  if (!Array.isArray(stukken) || stukken.length > MEESTE) throw new Error(`Een verhaal telt hoogstens ${MEESTE} stukken.`);
  const text = (waarde: unknown, meest: number): string => (typeof waarde === "string" ? waarde.slice(0, meest) : "");
  return {
    titel: text(gelezen.titel, KORT),
    stukken: stukken.filter(isRecord).map((stuk) => ({ beeld: text(stuk.beeld, LANG), kop: text(stuk.kop, KORT), tekst: text(stuk.tekst, LANG) })),
  };
}

export function writeStory({ titel, stukken }: Verhaal): string {
  return `${JSON.stringify({ formaat: FORMAAT, versie: VERSIE, titel, stukken }, null, 2)}\n`;
}

function isRecord(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === "object" && waarde !== null && !Array.isArray(waarde);
}

/** What a piece asks of this map that it does not have, in Dutch; empty when all is there. */
export function faultsOf(model: Model, views: readonly string[], { beeld }: Stuk): string[] {
  const [view, ...rest] = beeld.replace(/^#/, "").split("&");
  const fouten = views.includes(view) ? [] : [`De weergave "${view}" bestaat niet.`];
  const delen = new Map(rest.map((deel) => [deel.split("=")[0], deel.split("=")[1] ?? ""]));
  for (const id of organisationsOf(delen)) if (numberOf(model, id) < 0) fouten.push(`De organisatie "${decode(id)}" staat niet op deze kaart.`);
  const gemeente = delen.get("gemeente");
  if (gemeente && !model.g.gemeenten.nis.includes(gemeente)) fouten.push(`De gemeente "${gemeente}" staat niet op deze kaart.`);
  return fouten;
}

/** The organisations that an address names, as they stand in it. */
function organisationsOf(delen: ReadonlyMap<string, string>): string[] {
  const greep = delen.get("greep") ?? "";
  const gekozen = delen.get("kies") ? [delen.get("kies") ?? ""] : [];
  const hand = delen.get("hand") ?? "";
  const vast = hand.startsWith("vergelijk") ? readSets(greep).flat() : greep.split(/[,;]/);
  return [...gekozen, ...vast.filter((term) => term && !/^[@$]/.test(term))];
}

function decode(tekst: string): string {
  try {
    return decodeURIComponent(tekst);
  } catch {
    return tekst;
  }
}
