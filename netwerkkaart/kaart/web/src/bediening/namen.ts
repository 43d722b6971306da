// An index of names, forgiving of accents, capitals and typing errors.

import MiniSearch from "minisearch";

/** An empty index; what is found in `naam` comes before what is found in another field. */
export function nameIndex(velden: string[]): MiniSearch {
  return new MiniSearch({
    fields: velden,
    processTerm: (woord) => fold(woord) || null,
    searchOptions: { prefix: true, fuzzy: (woord) => (woord.length > 4 ? 0.2 : false), combineWith: "AND", boost: { naam: 3 } },
  });
}

function fold(tekst: string): string {
  return tekst
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}
