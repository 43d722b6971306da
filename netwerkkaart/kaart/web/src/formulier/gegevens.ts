// What the page of a form is given, and what it saves.

export interface Band {
  organisatie: string;
  weten: string;
  code: string;
  school?: string;
}

export interface Gegevens {
  formaat: string;
  versie: number;
  bestand: string;
  inleiding: [string, string][];
  lijst: [string, string][];
  scholen: string[];
  lijstblad: [string, string, string];
  kern: [string, string, string, string][];
  vragen: { code: string; vraag: string; uitleg: string; keuzes: string[] }[];
  eigen: { code: string; vraag: string; nu: string }[];
  koppen: Record<string, string[]>;
  kolommen: Record<string, string[]>;
  banden: Band[];
  schoolbanden: Band[];
  aanbod: { naam: string; weten: string; code: string }[] | null;
  stappen: [string, string][];
  themas: [string, string][];
  doelgroepen: [string, string][];
  jaNee: string[];
  sterktes: [string, string][];
}

/** One row of a sheet, by our names of its columns. */
export type Rij = Record<string, string>;

/** A filled form: the sheets of the workbook, as text. */
export interface Bewaard {
  formaat: string;
  versie: number;
  tijdstip: string;
  bladen: { naam: string; rijen: string[][] }[];
}
