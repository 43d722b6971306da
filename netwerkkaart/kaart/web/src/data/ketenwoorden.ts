// What would open a step, in words; the order is that of `REMEDIES` of the analysis.

import { STAP_NAAM } from "./celwoorden";
import type { Ketenstap, Verdieping } from "./diepte";
import type { Model } from "./model";
import { foraVan } from "./overleg";

export const REMEDIE = { band: 0, plaats: 1, aanbod: 2, nagaan: 3, aanbieder: 4 } as const;

/** A distance as the crow flies, between addresses or centres of municipalities; empty when it is not known. */
export function afstand(km10: number): string {
  if (km10 < 0) return "";
  // Without coordinates of an address centres are measured: nothing between them is the same municipality.
  if (km10 === 0) return "in dezelfde gemeente";
  return `${(km10 / 10).toLocaleString("nl-BE", { maximumFractionDigits: 1 })} km in vogelvlucht`;
}

/** Each step of a school with its verdict: "voorkomen bereikt, heroriënteren naar onderwijs volzet". */
export function stepWords(model: Model, diepte: Verdieping, school: number, thema: string): string {
  return diepte
    .ketenVan(school, thema)
    .map(({ stap, oordeel }) => `${model.g.meta.stappen[stap.stap]} ${STAP_NAAM[oordeel].toLowerCase()}`)
    .join(", ");
}

/** What to do about a step. */
export function actie(model: Model, diepte: Verdieping, stap: Ketenstap): { kop: string; zin: string } {
  if (!stap.open) return { kop: "Loopt goed.", zin: "Geen actie nodig." };
  const { remedie, van, naar } = stap.open;
  if (remedie === REMEDIE.band && van >= 0) {
    const [forum, uitnodigen] = whereToRaise(model, van, naar);
    const waar =
      forum < 0 ? "Op deze kaart zitten ze in geen forum." : uitnodigen < 0 ? `Leg het op tafel bij ${model.naam(forum)}: beide zitten daar.` : `Leg het op tafel bij ${model.naam(forum)}, en nodig ${diepte.naam(uitnodigen)} daar uit.`;
    return { kop: "Eén nieuwe band.", zin: `${diepte.naam(van)} met ${diepte.naam(naar)}. ${waar}` };
  }
  if (remedie === REMEDIE.plaats) return { kop: "Plaats maken.", zin: "Bespreek de wachttijd met wie dit aanbiedt: een band helpt hier niet." };
  if (remedie === REMEDIE.aanbod) return { kop: "Nieuw aanbod.", zin: "Meld dit hiaat aan de coördinator." };
  if (remedie === REMEDIE.nagaan) return { kop: "In kaart brengen.", zin: "Vraag na wie dit aanbiedt." };
  return { kop: "Een andere aanbieder.", zin: "Wie dit aanbiedt, is een school of CLB, of niet gekend." };
}

/** A forum of both ends, else one of either with who is to be invited; −1 for none. */
export function whereToRaise(model: Model, een: number, ander: number): [number, number] {
  const links = foraVan(model, een);
  const rechts = foraVan(model, ander);
  const samen = links.find((forum) => rechts.includes(forum));
  if (samen !== undefined) return [samen, -1];
  const groot = (fora: readonly number[]): number | undefined => [...fora].sort((a, b) => model.graad[b] - model.graad[a] || a - b)[0];
  const bij = groot(links);
  if (bij !== undefined) return [bij, ander];
  const daar = groot(rechts);
  return daar === undefined ? [-1, -1] : [daar, een];
}
