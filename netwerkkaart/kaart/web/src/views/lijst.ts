// A list of the tab Tabel: rows by number, columns that give a value each.

export interface Kolom {
  kop: string;
  tal?: boolean;
  waarde: (rij: number) => string | number;
  cel?: (rij: number) => Node;
}

export interface Lijst {
  naam: string;
  wat: [string, string];
  /** Numbers of the rows in sight. */
  rijen: () => number[];
  kolommen: Kolom[];
  gekozen: (rij: number) => boolean;
  /** Many columns: cells may wrap. */
  breed?: boolean;
}
