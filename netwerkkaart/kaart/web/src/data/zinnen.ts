// Dutch words and numbers; every sentence that holds a number is made here or from these.

const GETAL = new Intl.NumberFormat("nl-BE");

export function getal(n: number): string {
  return GETAL.format(n);
}

/** A number with its noun: `1 school`, `20 scholen`. */
export function telwoord(n: number, enkel: string, meer: string): string {
  return `${getal(n)} ${n === 1 ? enkel : meer}`;
}

export function procent(deel: number, geheel: number): string {
  return geheel ? `${Math.round((100 * deel) / geheel)}%` : "?";
}

export function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** `Bree, Bocholt en Peer`, at most so many names, the rest counted. */
export function opsomming(namen: readonly string[], hoogstens = 5): string {
  if (namen.length === 1) return namen[0];
  const getoond = namen.slice(0, namen.length > hoogstens ? hoogstens - 1 : hoogstens);
  const rest = namen.length - getoond.length;
  if (rest > 0) return `${getoond.join(", ")} en nog ${rest} andere`;
  return `${getoond.slice(0, -1).join(", ")} en ${getoond[getoond.length - 1]}`;
}

/** Break a name of a municipality at its hyphens into lines of some nine letters. */
export function regels(naam: string, lengte = 9): string[] {
  const delen = opEtiket(naam).split(/(?<=-)|\s/);
  const uit: string[] = [];
  for (const deel of delen) {
    const vorige = uit[uit.length - 1];
    const samen = vorige === undefined ? "" : vorige.endsWith("-") ? vorige + deel : `${vorige} ${deel}`;
    if (vorige !== undefined && samen.length <= lengte) uit[uit.length - 1] = samen;
    else uit.push(deel);
  }
  return uit;
}

export const OORDEEL_NAAM = ["Gesloten keten", "Volzet", "Niet verbonden", "Hiaat", "Witte vlek"];
export const OORDEEL_UITLEG = [
  "hulp bereikbaar én plaats",
  "band is er, geen plaats",
  "aanbod is er, geen band",
  "geen passend aanbod",
  "niemand bracht dit in kaart",
];
export const STATUS_WOORD = ["nog niet bevestigd", "bevestigd", "één kant bevestigt", "betwist"];

const LANGSTE = 70;
/** Signs that turn the direction of what follows, and letters that run from right to left: as in kaart/richting.py. */
const DRAAIERS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const VAN_RECHTS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
// Not in every browser that we serve.
const letters = "Segmenter" in Intl ? new Intl.Segmenter("nl", { granularity: "grapheme" }) : null;

/** The letters of a text as people count them: what is joined, as an emoji of a family, is one. */
export function lettersOf(tekst: string): string[] {
  return letters ? Array.from(letters.segment(tekst), ({ segment }) => segment) : Array.from(tekst);
}

/** Cut after so many letters, and never within one. */
function cut(tekst: string, langste: number): string {
  // As long as counted in code units it is short enough, it is in letters.
  if (tekst.length <= langste) return tekst;
  const alle = lettersOf(tekst.slice(0, 12 * langste));
  return alle.length > langste ? `${alle.slice(0, langste - 1).join("")}…` : tekst;
}

/** A name within a sentence: no longer than that reads, on one line, and without signs that turn the direction of what follows. */
export function inZin(naam: string): string {
  const kort = cut(naam.replace(DRAAIERS, "").replace(/\s+/g, " "), LANGSTE);
  return VAN_RECHTS.test(kort) ? `\u2068${kort}\u2069` : kort;
}

const LANGSTE_ETIKET = 46;

/** A name on a label: one of five hundred letters is told whole in the panel. */
export function opEtiket(naam: string): string {
  return cut(naam, LANGSTE_ETIKET);
}
