// The order of a list by a column. Names of a hundred thousand ties are compared once, not at every filter.

import type { Kolom, Lijst } from "./lijst";

export class Volgorde {
  private readonly vergelijk = new Intl.Collator("nl-BE", { numeric: true }).compare;
  /** Order of all rows by a column that never changes: upwards, and downwards. */
  private readonly bewaard = new Map<Kolom, [Int32Array?, Int32Array?]>();

  /** The rows in sight, in order; equal ones by their number. */
  sort(lijst: Lijst, kolom: Kolom, omgekeerd: boolean): number[] {
    const rijen = lijst.rijen();
    if (!kolom.vast || lijst.omvang === undefined) return this.order(rijen, kolom, omgekeerd);
    const beide = this.bewaard.get(kolom) ?? [];
    this.bewaard.set(kolom, beide);
    const alle = (beide[Number(omgekeerd)] ??= Int32Array.from(this.order(Array.from({ length: lijst.omvang }, (_, i) => i), kolom, omgekeerd)));
    const inZicht = new Uint8Array(lijst.omvang);
    for (const rij of rijen) inZicht[rij] = 1;
    return Array.from(alle.filter((rij) => inZicht[rij] > 0));
  }

  private order(rijen: readonly number[], kolom: Kolom, omgekeerd: boolean): number[] {
    const richting = omgekeerd ? -1 : 1;
    const met = rijen.map((rij) => ({ rij, waarde: kolom.waarde(rij) }));
    met.sort((p, q) => {
      const verschil = typeof p.waarde === "number" && typeof q.waarde === "number" ? p.waarde - q.waarde : this.vergelijk(String(p.waarde), String(q.waarde));
      return richting * verschil || p.rij - q.rij;
    });
    return met.map(({ rij }) => rij);
  }
}
