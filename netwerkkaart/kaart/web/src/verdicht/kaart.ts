// The summed map as a picture: a ring per municipality, a line per pair; closer by, more of both.

import { font, GEEL, INKT, PAPIER } from "../data/kleuren";
import { GEEN } from "../data/model";
import { getal, telwoord } from "../data/zinnen";
import { type Kijk, type Tekenaar, toX, toY, type Vak } from "../teken/doek";
import { around, drawLabels, type Etiket, type Geplaatst, place, size } from "../teken/etiketten";
import type { Kaartbasis } from "../teken/kaartbasis";
import { type Bol, drawRing, pushApart, SECTORVOLGORDE } from "../teken/ringen";
import { arc, trace } from "../teken/wegen";
import type { Paar, Verzameling } from "./gegevens";

/** Lines in one picture; closer by they are other lines. */
const LIJNEN = 240;
const RUIM = 8.5;

/** A number in a small ring: 12.400 as 12k, 1.300.000 as 1,3M. */
export function kort(n: number): string {
  if (n < 1000) return getal(n);
  if (n < 1e6) return `${n < 9950 ? String(Math.round(n / 100) / 10).replace(".", ",") : Math.round(n / 1000)}k`;
  return `${String(Math.round(n / 1e5) / 10).replace(".", ",")}M`;
}

export class Sommenkaart implements Tekenaar {
  gekozen = GEEN;
  zweef = GEEN;
  drempel = 1;
  private bollen: (Bol | null)[] = [];
  /** Told when a municipality is chosen, or let go. */
  kies: (gemeente: number) => void = () => undefined;
  vraagTop: () => void = () => undefined;
  kopHoogte: () => number = () => 60;

  constructor(
    private readonly v: Verzameling,
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
    const meest = Math.max(1, ...this.v.totaal);
    const gevuld = Math.max(1, this.v.totaal.filter(Boolean).length);
    // As large as fits: the sum of the areas is a share of the picture, whatever the numbers are.
    const grootste = Math.min(34, 0.34 * Math.sqrt((kijk.breed * kijk.hoog) / gevuld)) * Math.min(2.2, kijk.zoom ** 0.55);
    this.bollen = this.v.totaal.map((n, i) => {
      const punt = this.basis.point(i, kijk);
      return n && punt ? { x: punt[0], y: punt[1], r: 3 + (grootste - 3) * Math.sqrt(n / meest) } : null;
    });
    pushApart(this.bollen.filter((bol): bol is Bol => bol !== null), 2, 50);
  }

  /** The strongest ties with an end in sight; of the chosen municipality, when there is one. */
  private lines(kijk: Kijk): Paar[] {
    const uit: Paar[] = [];
    for (const paar of this.v.paren) {
      if (this.gekozen >= 0 && paar.a !== this.gekozen && paar.b !== this.gekozen) continue;
      const p = this.bollen[paar.a];
      const q = this.bollen[paar.b];
      if (!p || !q || !(inside(p, kijk) || inside(q, kijk))) continue;
      uit.push(paar);
      if (uit.length >= LIJNEN) break;
    }
    return uit;
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    this.basis.drawGround(ctx, kijk);
    this.basis.inGrid(ctx, kijk, (px) => {
      this.basis.vormen.forEach((vorm, i) => {
        if (!vorm) return;
        ctx.fillStyle = i === this.gekozen ? "#FFFDF4" : "#F0E9DA";
        ctx.fill(vorm.pad);
        ctx.strokeStyle = i === this.gekozen ? INKT : "#D6CBB4";
        ctx.lineWidth = (i === this.gekozen ? 2 : 1) * px;
        ctx.stroke(vorm.pad);
      });
    });
    this.placeRings(kijk);
    const lijnen = this.lines(kijk);
    this.drempel = lijnen[lijnen.length - 1]?.aantal ?? 1;
    const hoogste = Math.max(1, this.v.paren[0]?.aantal ?? 1);
    const midden: [number, number] = [kijk.breed / 2, kijk.hoog / 2];
    ctx.lineCap = "round";
    ctx.strokeStyle = "#71879A";
    for (const { a, b, aantal } of [...lijnen].reverse()) {
      const p = this.bollen[a];
      const q = this.bollen[b];
      if (!p || !q) continue;
      ctx.globalAlpha = 0.35 + (0.4 * aantal) / hoogste;
      ctx.lineWidth = 0.7 + (RUIM * aantal) / hoogste;
      trace(ctx, arc([p.x, p.y], [q.x, q.y], midden, 0.09));
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    ctx.lineCap = "butt";
    this.bollen.forEach((bol, i) => {
      if (bol) drawRing(ctx, bol.x, bol.y, bol.r, this.v.delen(i, SECTORVOLGORDE), bol.r > 11 ? kort(this.v.totaal[i]) : "");
    });
    this.outline(ctx, this.gekozen, GEEL, 4);
    const dozen = this.bollen.flatMap((bol) => (bol && bol.r > 6 ? [{ x: bol.x, y: bol.y, b: 1.7 * bol.r, h: 1.7 * bol.r, hoek: 0 }] : []));
    dozen.push(...this.basis.drawScale(ctx, kijk, 66, 24));
    const geplaatst = place([...this.names(kijk), ...this.around(kijk)], [...kijk.bezet, ...dozen], kijk, 160);
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  private names(kijk: Kijk): Etiket[] {
    const { naam } = this.v.g.gemeenten;
    return this.bollen.flatMap((bol, i) => {
      if (!bol || !inside(bol, kijk)) return [];
      const kaal: Etiket = { regels: [naam[i]], fonts: [font(bol.r > 14 ? 12.8 : 11.5, bol.r > 14 ? 700 : 400)], kleur: INKT, halo: "#F0E9DA", belang: this.v.totaal[i], plekken: [] };
      const [b, h] = size(kaal);
      return [{ ...kaal, plekken: around(bol.x, bol.y, bol.r + 3, b, h) }];
    });
  }

  /** Names of what lies around, where nothing of our own is. */
  private around(kijk: Kijk): Etiket[] {
    return this.v.g.buurnamen.map(({ naam, punten }) => {
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
    if (gemeente < 0) return "";
    const { g, totaal } = this.v;
    return `${g.gemeenten.naam[gemeente]}\n${telwoord(totaal[gemeente], "organisatie", "organisaties")}\n${telwoord(g.buiten[gemeente], "band", "banden")} naar andere gemeenten`;
  }

  click(x: number, y: number, kijk: Kijk): void {
    const gemeente = this.at(x, y, kijk);
    this.kies(gemeente === this.gekozen ? GEEN : gemeente);
  }

  /** The nearest municipality in a direction from the one under the keys. */
  next(dx: number, dy: number): number {
    const van = this.bollen[this.zweef >= 0 ? this.zweef : this.gekozen] ?? this.bollen[this.v.totaal.indexOf(Math.max(...this.v.totaal))];
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

function inside({ x, y }: { x: number; y: number }, kijk: Kijk): boolean {
  return x >= 0 && y >= 0 && x <= kijk.breed && y <= kijk.hoog;
}
