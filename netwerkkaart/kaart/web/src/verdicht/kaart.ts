// The summed map as a picture: a ring per municipality, a line per pair; closer by, more of both.

import type { Zone } from "../data/gegevens";
import { font, GEEL, INKT, PAPIER } from "../data/kleuren";
import { GEEN } from "../data/model";
import type { Paar } from "../data/sommen";
import { getal, opEtiket, telwoord } from "../data/zinnen";
import { type Kijk, type Laag, type Tekenaar, toX, toY, type Vak } from "../teken/doek";
import { around, drawLabels, type Etiket, type Geplaatst, place, size } from "../teken/etiketten";
import type { Kaartbasis } from "../teken/kaartbasis";
import { drawRing, type Ringdeel, SECTORVOLGORDE } from "../teken/ringen";
import { type Bol, pushApart } from "../teken/uiteen";
import { arc, trace } from "../teken/wegen";
import type { Verzameling } from "./gegevens";
import type { Zicht } from "./zicht";

interface Lijn {
  paar: Paar;
  p: { x: number; y: number };
  q: { x: number; y: number };
}

export const LIJNKLEUR = "#71879A";

/** Lines in one picture; closer by they are other lines. */
const LIJNEN = 240;
const RUIM = 8.5;

/** A number in a small ring: 12.400 as 12k, 1.300.000 as 1,3M. */
export function kort(n: number): string {
  if (n < 1000) return getal(n);
  if (n < 1e6) return `${n < 9950 ? String(Math.round(n / 100) / 10).replace(".", ",") : Math.round(n / 1000)}k`;
  return `${String(Math.round(n / 1e5) / 10).replace(".", ",")}M`;
}

/** What the picture is drawn from; the page changes it. */
export interface Bron {
  readonly v: Verzameling;
  readonly zicht: Zicht;
  readonly gekozen: number;
  /** Place of the chosen region; −1 for all. */
  readonly regio: number;
  /** Choose a municipality, or let go. */
  kies(gemeente: number): void;
}

/** Organisations of a municipality by colour, which is the sector. */
function slicesOf({ v, zicht }: Bron, gemeente: number): Ringdeel[] {
  const { soorten } = v.g;
  return SECTORVOLGORDE.flatMap((kleur) => {
    const som = soorten.reduce((n, soort, k) => n + (soort.kleur === kleur ? zicht.aantal[gemeente * soorten.length + k] : 0), 0);
    return som ? [{ kleur, aantal: som }] : [];
  });
}

export class Sommenkaart implements Tekenaar {
  zweef = GEEN;
  /** Ties of the thinnest line that is drawn, and of the thickest there could be. */
  drempel = 1;
  hoogste = 1;
  /** True when closer by there are lines that are not drawn from here. */
  meer = false;
  private bollen: (Bol | null)[] = [];
  vraagTop: () => void = () => undefined;
  kopHoogte: () => number = () => 60;

  constructor(
    private readonly bron: Bron,
    private readonly basis: Kaartbasis,
  ) {}

  extent(): Vak {
    return this.basis.vak;
  }

  padding(breed: number): Vak {
    const zij = breed < 700 ? 20 : 50;
    return { links: zij, boven: this.kopHoogte() + 16, rechts: zij, onder: breed < 700 ? 40 : this.basis.wide ? 150 : 44 };
  }

  private placeRings(kijk: Kijk): void {
    const { totaal } = this.bron.zicht;
    const meest = Math.max(1, ...totaal);
    const gevuld = Math.max(1, totaal.reduce((n, som) => n + (som ? 1 : 0), 0));
    // As large as fits: the sum of the areas is a share of the picture, whatever the numbers are.
    const grootste = Math.min(34, 10 + 3 * Math.sqrt(meest), 0.34 * Math.sqrt((kijk.breed * kijk.hoog) / gevuld)) * Math.min(2.2, kijk.zoom ** 0.55);
    this.bollen = Array.from(totaal, (n, i) => {
      const punt = this.basis.point(i, kijk);
      return n && punt ? { x: punt[0], y: punt[1], r: 3 + (grootste - 3) * Math.sqrt(n / meest) } : null;
    });
    pushApart(this.bollen.filter((bol): bol is Bol => bol !== null), 2, 50);
  }

  /** Where a line ends: at the ring, or at the place of a municipality that has none under the filters. */
  private end(gemeente: number, kijk: Kijk): { x: number; y: number } | null {
    const punt = this.bollen[gemeente] ? null : this.basis.point(gemeente, kijk);
    return this.bollen[gemeente] ?? (punt && { x: punt[0], y: punt[1] });
  }

  /** The strongest ties with an end in sight; of the chosen municipality, when there is one. */
  private lines(kijk: Kijk): Lijn[] {
    const uit: Lijn[] = [];
    const { gekozen, zicht } = this.bron;
    for (const paar of zicht.paren) {
      if (gekozen >= 0 && paar.a !== gekozen && paar.b !== gekozen) continue;
      const p = this.end(paar.a, kijk);
      const q = this.end(paar.b, kijk);
      if (!p || !q || !(inside(p, kijk) || inside(q, kijk))) continue;
      uit.push({ paar, p, q });
      if (uit.length >= LIJNEN) break;
    }
    return uit;
  }

  lagen(): Laag[] {
    const { gekozen, regio } = this.bron;
    const teken: Laag["teken"] = (ctx, kijk) => this.basis.inGrid(ctx, kijk, (px) => this.drawMunicipalities(ctx, px));
    return [this.basis.grond, { sleutel: `gemeenten ${gekozen} ${regio}`, teken }];
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    const { gekozen, zicht } = this.bron;
    this.placeRings(kijk);
    const lijnen = this.lines(kijk);
    this.drempel = lijnen[lijnen.length - 1]?.paar.aantal ?? 0;
    // The thickest there is, so that a line keeps its width while one zooms.
    this.hoogste = Math.max(1, zicht.paren.find(({ a, b }) => gekozen < 0 || a === gekozen || b === gekozen)?.aantal ?? 1);
    this.meer = lijnen.length >= LIJNEN;
    this.drawLines(ctx, kijk, lijnen);
    this.bollen.forEach((bol, i) => {
      if (bol) drawRing(ctx, bol.x, bol.y, bol.r, slicesOf(this.bron, i), bol.r > 11 ? kort(zicht.totaal[i]) : "");
    });
    this.outline(ctx, gekozen, GEEL, 4);
    const dozen = this.bollen.flatMap((bol) => (bol && bol.r > 6 ? [{ x: bol.x, y: bol.y, b: 1.7 * bol.r, h: 1.7 * bol.r, hoek: 0 }] : []));
    dozen.push(...this.basis.drawScale(ctx, kijk, 66, 24));
    const geplaatst = place([...this.names(kijk), ...this.around(kijk)], [...kijk.bezet, ...dozen], kijk, 160);
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  private drawMunicipalities(ctx: CanvasRenderingContext2D, px: number): void {
    const { gekozen, regio, v } = this.bron;
    this.basis.vormen.forEach((vorm, i) => {
      if (!vorm) return;
      const buiten = regio >= 0 && v.regio[i] !== regio;
      ctx.fillStyle = i === gekozen ? "#FFFDF4" : buiten ? "#F3EFE5" : "#F0E9DA";
      ctx.fill(vorm.pad);
      ctx.strokeStyle = i === gekozen ? INKT : buiten ? "#E4DDCC" : "#D6CBB4";
      ctx.lineWidth = (i === gekozen ? 2 : 1) * px;
      ctx.stroke(vorm.pad);
    });
  }

  private drawLines(ctx: CanvasRenderingContext2D, kijk: Kijk, lijnen: readonly Lijn[]): void {
    const midden: [number, number] = [kijk.breed / 2, kijk.hoog / 2];
    ctx.lineCap = "round";
    ctx.strokeStyle = LIJNKLEUR;
    for (const { paar, p, q } of [...lijnen].reverse()) {
      ctx.globalAlpha = 0.35 + (0.4 * paar.aantal) / this.hoogste;
      ctx.lineWidth = lineWidth(paar.aantal, this.hoogste);
      trace(ctx, arc([p.x, p.y], [q.x, q.y], midden, 0.09));
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    ctx.lineCap = "butt";
    // A municipality that has nobody under the filters is still where a line ends.
    ctx.fillStyle = LIJNKLEUR;
    for (const gemeente of new Set(lijnen.flatMap(({ paar }) => [paar.a, paar.b]))) {
      const punt = this.bollen[gemeente] ? null : this.basis.point(gemeente, kijk);
      if (!punt) continue;
      ctx.beginPath();
      ctx.arc(punt[0], punt[1], 2.4, 0, 2 * Math.PI);
      ctx.fill();
    }
  }

  private names(kijk: Kijk): Etiket[] {
    const { v, zicht } = this.bron;
    const { naam } = v.g.gemeenten;
    return this.bollen.flatMap((bol, i) => {
      if (!bol || !inside(bol, kijk)) return [];
      const kaal: Etiket = { regels: [opEtiket(naam[i])], fonts: [font(bol.r > 14 ? 12.8 : 11.5, bol.r > 14 ? 700 : 400)], kleur: INKT, halo: "#F0E9DA", belang: zicht.totaal[i], plekken: [] };
      const [b, h] = size(kaal);
      return [{ ...kaal, plekken: around(bol.x, bol.y, bol.r + 3, b, h) }];
    });
  }

  /** Names of what lies around, where nothing of our own is. */
  private around(kijk: Kijk): Etiket[] {
    return this.bron.v.g.buurnamen.map(({ naam, punten }) => {
      const kaal: Etiket = { regels: [[...naam.toUpperCase()].join("\u2002")], fonts: [font(11.5)], kleur: "#76715F", halo: PAPIER, belang: 0, marge: 12, plekken: [] };
      const plekken = punten.map(([x, y]) => ({ x: toX(kijk, x), y: toY(kijk, y) })).filter(({ x, y }) => this.basis.at(x, y, kijk) < 0);
      return { ...kaal, plekken };
    });
  }

  private outline(ctx: CanvasRenderingContext2D, gemeente: number, kleur: string, breed: number): void {
    const bol = this.bollen[gemeente];
    if (!bol) return;
    ctx.beginPath();
    ctx.arc(bol.x, bol.y, bol.r + breed / 2 + 1.5, 0, 2 * Math.PI);
    ctx.strokeStyle = kleur;
    ctx.lineWidth = breed;
    ctx.stroke();
  }

  drawTop(ctx: CanvasRenderingContext2D): void {
    this.outline(ctx, this.zweef, INKT, 2.4);
  }

  private at(x: number, y: number, kijk: Kijk): number {
    const i = this.bollen.findIndex((bol) => bol !== null && Math.hypot(bol.x - x, bol.y - y) <= bol.r + 3);
    return i >= 0 ? i : this.basis.at(x, y, kijk);
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const gemeente = this.at(x, y, kijk);
    if (gemeente !== this.zweef) {
      this.zweef = gemeente;
      this.vraagTop();
    }
    return gemeente < 0 ? "" : this.words(gemeente).join("\n");
  }

  /** A municipality in lines of words: its name, its organisations by sector, its ties. */
  words(gemeente: number): string[] {
    const { v, zicht } = this.bron;
    const { zones, gemeenten } = v.g;
    const sectoren = slicesOf(this.bron, gemeente).sort((p, q) => q.aantal - p.aantal);
    const woorden = sectoren.map(({ kleur, aantal }) => `${sectorName(zones, kleur)} ${getal(aantal)}`);
    const buiten = zicht.buiten[gemeente];
    return [
      gemeenten.naam[gemeente],
      telwoord(zicht.totaal[gemeente], "organisatie", "organisaties") + (woorden.length ? `: ${woorden.join(", ")}` : ""),
      ...(zicht.metBanden ? [`${telwoord(zicht.binnen[gemeente], "band", "banden")} binnen de gemeente, ${getal(buiten)} naar buiten`] : []),
    ];
  }

  click(x: number, y: number, kijk: Kijk): void {
    const gemeente = this.at(x, y, kijk);
    this.bron.kies(gemeente === this.bron.gekozen ? GEEN : gemeente);
  }

  /** The nearest municipality in a direction from the one under the keys. */
  next(dx: number, dy: number): number {
    const { gekozen, zicht } = this.bron;
    const van = this.bollen[this.zweef >= 0 ? this.zweef : gekozen] ?? this.bollen[zicht.totaal.indexOf(Math.max(...zicht.totaal))];
    if (!van) return GEEN;
    let beste = GEEN;
    let prijs = Infinity;
    this.bollen.forEach((bol, i) => {
      if (!bol || bol === van) return;
      const langs = (bol.x - van.x) * dx + (bol.y - van.y) * dy;
      const dwars = Math.abs((bol.x - van.x) * dy) + Math.abs((bol.y - van.y) * dx);
      if (langs > 2 && langs + 2 * dwars < prijs) [beste, prijs] = [i, langs + 2 * dwars];
    });
    return beste;
  }
}

/** Width of a line for so many ties. */
export function lineWidth(aantal: number, hoogste: number): number {
  return 0.7 + (RUIM * aantal) / Math.max(1, hoogste);
}

/** A sector as people say it. */
export function sectorName(zones: readonly Zone[], kleur: string): string {
  return kleur === "onderwijs" ? "Onderwijs" : (zones.find((zone) => zone.kleur === kleur)?.naam ?? kleur);
}

function inside({ x, y }: { x: number; y: number }, kijk: Kijk): boolean {
  return x >= 0 && y >= 0 && x <= kijk.breed && y <= kijk.hoog;
}
