// How the streams of the ring lie side by side: pure, so that it says nothing of canvas or colour.

import type { Stromen, Stroomtal } from "../data/stromen";
import type { Dwars } from "./ringstromen";

export interface Stroomplan {
  stammen: { a: number; b: number; breed: number }[];
  takken: { tros: number; zone: number; partner: number; begin: Dwars; eind: Dwars }[];
  twijgen: { cel: number; zone: number; breed: number; eind: Dwars }[];
}

/** The cross-section of a stream, in which others take their places from left to right, each as wide as its share. */
class Bedding {
  private gehad = 0;

  constructor(
    private readonly som: number,
    private readonly breed: number,
    private readonly dunst: number,
  ) {}

  take(n: number): Dwars {
    const naast = this.breed * ((this.gehad + n / 2) / this.som - 0.5);
    this.gehad += n;
    return { naast, breed: Math.max(this.dunst, (this.breed * n) / this.som) };
  }
}

/** Lay out the streams of one class.
 *
 * Seen from the centre, twigs come in at their cluster in the order of their cells, branches leave it in the order of their
 * gates, and come in at a gate in the order of their clusters: streams that share an end do not cross there.
 *
 * @param gate angle of the gate of a zone towards a partner
 * @param width width of a stream of so many ties
 * @param dunst least width: thinner, a band would vanish on its way
 */
export function planStreams(
  stromen: Stromen,
  tal: Stroomtal,
  klasse: number,
  gate: (zone: number, partner: number) => number,
  width: (n: number) => number,
  dunst: number,
): Stroomplan {
  const { stammen, takken, twijgen } = stromen;
  const bedding = (som: number): Bedding => new Bedding(som, width(som), dunst);
  const plan: Stroomplan = { stammen: [], takken: [], twijgen: [] };
  const poorten = new Map<string, Bedding>();
  stammen.forEach(({ a, b, klasse: eigen }, i) => {
    const som = tal.stammen[i];
    if (!som || eigen !== klasse) return;
    plan.stammen.push({ a, b, breed: width(som) });
    poorten.set(`${a} ${b}`, bedding(som)).set(`${b} ${a}`, bedding(som));
  });
  const perTros = new Map<number, number>();
  twijgen.forEach(({ tros, klasse: eigen }, i) => {
    if (eigen === klasse && tal.twijgen[i]) perTros.set(tros, (perTros.get(tros) ?? 0) + tal.twijgen[i]);
  });
  const [aankomst, vertrek] = [0, 1].map(() => new Map(Array.from(perTros, ([tros, som]) => [tros, bedding(som)])));
  for (const i of stromen.twijgorde) {
    const { cel, tros, zone, klasse: eigen } = twijgen[i];
    const eind = eigen === klasse && tal.twijgen[i] ? aankomst.get(tros)?.take(tal.twijgen[i]) : undefined;
    if (eind) plan.twijgen.push({ cel, zone, breed: width(tal.twijgen[i]), eind });
  }
  const eigen = stromen.takorde.filter((i) => takken[i].klasse === klasse && tal.takken[i]);
  const hoek = (i: number): number => gate(takken[i].zone, takken[i].partner);
  const begin = new Map([...eigen].sort((i, j) => hoek(i) - hoek(j)).map((i) => [i, vertrek.get(takken[i].tros)?.take(tal.takken[i])]));
  for (const i of eigen) {
    const { tros, zone, partner } = takken[i];
    const van = begin.get(i);
    const eind = poorten.get(`${zone} ${partner}`)?.take(tal.takken[i]);
    if (van && eind) plan.takken.push({ tros, zone, partner, begin: van, eind });
  }
  return plan;
}
