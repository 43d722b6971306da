// A list of the tab Tabel: rows by number, columns that give a value each.

export interface Kolom {
  kop: string;
  tal?: boolean;
  /** What it says of a row depends on nothing that the reader chooses: the order by it is kept. */
  vast?: boolean;
  waarde: (rij: number) => string | number;
  cel?: (rij: number) => Node;
}

export interface Lijst {
  naam: string;
  wat: [string, string];
  /** Numbers of the rows in sight, from low to high. */
  rijen: () => number[];
  /** How many rows there are in all, in sight or not; only where a column is `vast`. */
  omvang?: number;
  kolommen: Kolom[];
  gekozen: (rij: number) => boolean;
  /** Many columns: cells may wrap. */
  breed?: boolean;
}
