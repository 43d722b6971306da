// Colours and type of the page (see docs/kaart.md). Sector is fill, kind is shape.

export const PAPIER = "#F6F3EB";
export const INKT = "#1F2A33";
export const ZACHT = "#5A6570";
export const GEEL = "#FFE045";

export interface Tint {
  vul: string;
  rand: string;
  tekst: string;
}

/** Okabe–Ito, each with a darker outline and a shade that is legible as text on paper. */
export const SECTORKLEUR: Readonly<Record<string, Tint>> = {
  onderwijs: { vul: "#0072B2", rand: "#00517F", tekst: "#005A9C" },
  naft: { vul: "#CC79A7", rand: "#96527A", tekst: "#A14A80" },
  welzijn: { vul: "#009E73", rand: "#006B4E", tekst: "#00704F" },
  gezondheid: { vul: "#E69F00", rand: "#9A6A00", tekst: "#97600A" },
  werk: { vul: "#D55E00", rand: "#963F00", tekst: "#AD4A00" },
  lokaal: { vul: "#6B7280", rand: "#454B57", tekst: "#4B5563" },
  andere: { vul: "#56B4E9", rand: "#2277A8", tekst: "#1F6D9C" },
  overleg: { vul: "#FFFFFF", rand: "#1F2A33", tekst: "#1F2A33" },
};

/** Tints that a dot may have, with its dark edge, but that a line would be lost in on paper: under 3 to 1 (WCAG 1.4.11). */
const LIJN: Readonly<Record<string, string>> = { naft: "#B85F8F", welzijn: "#00946C", gezondheid: "#B97E00", andere: "#2E8BC0", overleg: INKT };

/** Colour of a line that belongs to a sector; forum lines are ink, not white. */
export function lijnkleur(sector: string): string {
  return LIJN[sector] ?? SECTORKLEUR[sector].vul;
}

export const OORDEELKLEUR = ["#0B6E6E", "#EDB02B", "#E07B39", "#8E1320", "#FFFFFF"];

/** Share of schools with a closed chain in five steps, monotone in lightness. */
export const TRAPPEN = ["#EFE0C4", "#D5DDBD", "#A5CDB6", "#5CA69B", "#146F6E"];
export const HIAAT_VLAK = "#EDC3B7";
/** What is lacking, or gone. */
export const ROOD = "#8E1320";
export const HIAAT_RAND = ROOD;
export const BREEKBAAR = "#B5430E";

export function trap(aandeel: number): number {
  return Math.min(4, Math.floor(aandeel * 5));
}

export const SANS = '"Segoe UI","Open Sans","Noto Sans",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif';

/** Of headings; Caladea has the widths of Cambria and travels with the page. */
export const SERIF = 'Cambria,Caladea,"Noto Serif",Georgia,serif';

/** A canvas font of our sans. */
export function font(grootte: number, dikte = 400): string {
  return `${dikte} ${grootte}px ${SANS}`;
}

/** A hex colour with an alpha. */
export function alfa(hex: string, a: number): string {
  const n = Number.parseInt(hex.slice(1), 16);
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${a})`;
}
