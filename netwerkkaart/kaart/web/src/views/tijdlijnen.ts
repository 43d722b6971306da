// The changes on the map of Tijd: ties that came or went, summed per two municipalities, and chains per municipality.

import { alfa, BREEKBAAR, font, INKT, ROOD } from "../data/kleuren";
import { layersOn } from "../data/lagen";
import { type Aard, AARDEN, type Tijdboek } from "../data/tijd";
import type { Tijdpaar, Tijdsom } from "../data/tijdparen";
import { getal, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import type { Kijk } from "../teken/doek";
import { type Doos, textWidth } from "../teken/etiketten";
import { arc, drawCross, pointOn, strokeBoog } from "../teken/wegen";

const KLEUR: Readonly<Record<Aard, string>> = { gebeurd: INKT, kaart: alfa("#5A6B7C", 0.75), weg: ROOD };
const STREEP: Readonly<Record<Aard, number[]>> = { gebeurd: [], kaart: [5, 4], weg: [0.1, 5] };
/** Most pairs of municipalities that are drawn of each kind. */
const MEEST: Readonly<Record<Aard, number>> = { gebeurd: 16, kaart: 14, weg: 7 };

export class Tijdlijnen {
  private readonly som: Readonly<Record<Aard, Tijdsom>>;
  /** What is drawn of each kind, and one more when there is more. */
  private readonly paren: Readonly<Record<Aard, Tijdpaar[]>>;
  /** Chains that closed and that opened, per municipality. */
  private readonly dicht: number[];
  private readonly open: number[];

  constructor(
    private readonly om: Omgeving,
    boek: Tijdboek,
    van: number,
    tot: number,
  ) {
    const { organisaties, gemeenten } = om.model.g;
    this.som = boek.pairs(van, tot);
    const most = (aard: Aard): Tijdpaar[] => this.som[aard].most(MEEST[aard] + 1);
    this.paren = { gebeurd: most("gebeurd"), kaart: most("kaart"), weg: most("weg") };
    this.dicht = gemeenten.nis.map(() => 0);
    this.open = gemeenten.nis.map(() => 0);
    for (const { keten, oordelen } of boek.chainChanges(van, tot)) {
      const plaats = organisaties.gemeente[keten.school] ?? -1;
      if (plaats < 0) continue;
      if (oordelen[1] !== "0" && oordelen[2] === "0") this.dicht[plaats]++;
      if (oordelen[1] === "0" && oordelen[2] !== "0") this.open[plaats]++;
    }
  }

  /** True when more pairs of municipalities differ than are drawn. */
  get beperkt(): boolean {
    return [...layersOn(this.om, AARDEN)].some((aard) => this.paren[aard].length > MEEST[aard]);
  }

  /** Draw; give the boxes of marks, and of points along the lines. */
  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): { merken: Doos[]; lijnen: Doos[] } {
    const { basis } = this.om;
    const lijnen: Doos[] = [];
    const aan = layersOn(this.om, AARDEN);
    const bezet: Doos[] = [];
    const weg: [number, number][] = [];
    // What was mapped lies below, what happened on top of it; each bends its own way, so that none hides another.
    for (const [aard, bocht] of [["kaart", -0.1], ["gebeurd", 0.1], ["weg", 0.16]] as const) {
      if (!aan.has(aard)) continue;
      const hoogste = Math.max(1, this.paren[aard][0]?.aantal ?? 1);
      for (const { a, b, aantal } of this.paren[aard].slice(0, MEEST[aard]).reverse()) {
        const [p, q] = [basis.point(a, kijk), basis.point(b, kijk)];
        if (!p || !q) continue;
        const boog = arc(p, q, [kijk.breed / 2, 0], bocht);
        const breed = 1.2 + 2.8 * (aantal / hoogste);
        ctx.lineCap = aard === "weg" ? "round" : "butt";
        strokeBoog(ctx, boog, "rgba(255,255,255,0.75)", breed + 2.4);
        strokeBoog(ctx, boog, KLEUR[aard], aard === "weg" ? 2.3 : breed, STREEP[aard]);
        if (aard === "weg") weg.push(pointOn(boog, 0.5));
        for (let t = 0.06; t < 1; t += 0.06) {
          const [x, y] = pointOn(boog, t);
          lijnen.push({ x, y, b: 7, h: 7, hoek: 0 });
        }
      }
    }
    const kruisen = weg.map(([x, y]): Doos => {
      drawCross(ctx, x, y, 6.5, 2.8, { rand: BREEKBAAR, omtrek: 1, lijn: 1.9 });
      return { x, y, b: 16, h: 16, hoek: 0 };
    });
    // The largest first; one that would lie over another is left to the pointer.
    const som = (gemeente: number): number => this.dicht[gemeente] + this.open[gemeente];
    const orde = this.dicht.map((_, gemeente) => gemeente).filter((gemeente) => som(gemeente) > 0);
    for (const gemeente of orde.sort((p, q) => som(q) - som(p) || p - q)) {
      const punt = basis.point(gemeente, kijk);
      const vrij = punt && !bezet.some((doos) => Math.abs(doos.x - punt[0]) < doos.b / 2 + 17 && Math.abs(doos.y - punt[1]) < doos.h / 2 + 7);
      if (vrij) bezet.push(...this.badge(ctx, punt, this.dicht[gemeente], this.open[gemeente]));
    }
    return { merken: [...bezet, ...kruisen], lijnen };
  }

  /** Chains that closed (▲, ink) and opened (▼, red) in a municipality. */
  private badge(ctx: CanvasRenderingContext2D, [x, y]: readonly [number, number], dicht: number, open: number): Doos[] {
    const delen = [dicht ? { teken: -1, n: dicht, kleur: "#0B4F4F" } : null, open ? { teken: 1, n: open, kleur: ROOD } : null].filter((deel) => deel !== null);
    const bold = font(11.5, 700);
    const maten = delen.map(({ n }) => 17 + textWidth(getal(n), bold));
    const b = maten.reduce((s, maat) => s + maat, 6);
    ctx.beginPath();
    ctx.roundRect(x - b / 2, y - 9, b, 18, 9);
    ctx.fillStyle = "#FFFFFF";
    ctx.fill();
    ctx.lineWidth = 1.3;
    ctx.strokeStyle = INKT;
    ctx.stroke();
    ctx.font = bold;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    let px = x - b / 2 + 9;
    delen.forEach(({ teken, n, kleur }, i) => {
      ctx.fillStyle = kleur;
      ctx.beginPath();
      ctx.moveTo(px, y + 4.2 * teken);
      ctx.lineTo(px - 4.4, y - 3.6 * teken);
      ctx.lineTo(px + 4.4, y - 3.6 * teken);
      ctx.closePath();
      ctx.fill();
      ctx.fillText(getal(n), px + 6, y + 0.5);
      px += maten[i];
    });
    return [{ x, y, b: b + 4, h: 22, hoek: 0 }];
  }

  /** What changed in and around a municipality, for the pointer. */
  words(gemeente: number): string[] {
    const raakt = (aard: Aard): number => this.som[aard].around(gemeente);
    return [
      raakt("gebeurd") ? `${telwoord(raakt("gebeurd"), "band", "banden")} echt gelegd` : "",
      raakt("kaart") ? `${telwoord(raakt("kaart"), "band", "banden")} in kaart gebracht` : "",
      raakt("weg") ? `${telwoord(raakt("weg"), "band", "banden")} verdwenen` : "",
      this.dicht[gemeente] ? `${telwoord(this.dicht[gemeente], "keten sloot", "ketens sloten")}` : "",
      this.open[gemeente] ? `${telwoord(this.open[gemeente], "keten ging", "ketens gingen")} weer open` : "",
    ].filter(Boolean);
  }
}
