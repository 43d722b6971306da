// The parts of the ring: tinted zones, cells, dots, single ties.

import { alfa, PAPIER, SECTORKLEUR } from "../data/kleuren";
import { ringChoice, touches } from "../data/ringkeuze";
import type { Omgeving } from "../omgeving";
import { type Kijk, toX, toY } from "../teken/doek";
import type { Ringlijnen } from "../teken/ringlijnen";
import type { Stip } from "../teken/stippen";
import { drawDisc } from "../teken/wegen";

const UIT = 0.2;

/** Angle of the page's ring (clockwise from the top, in ten-thousandths) for canvas arcs. */
export function arcAngle(hoek: number): number {
  return hoek / 10_000 - Math.PI / 2;
}

export class Ringtekening {
  /** Outermost dot per zone, in coordinates of the ring. */
  readonly buiten: number[];

  constructor(
    private readonly om: Omgeving,
    private readonly lijnen: Ringlijnen,
  ) {
    const { g } = om.model;
    this.buiten = g.zones.map(() => g.ring.straal + 14);
    for (let i = 0; i < om.model.n; i++) {
      const [x, y] = lijnen.dot(i);
      this.buiten[om.model.zone[i]] = Math.max(this.buiten[om.model.zone[i]], Math.hypot(x, y) + 4);
    }
  }

  pixel(org: number, kijk: Kijk): [number, number] {
    return this.lijnen.pixel(org, kijk);
  }

  /** Radius of a dot in pixels. */
  dotRadius(kijk: Kijk): number {
    return Math.max(0.7, Math.min(9, 2.5 * kijk.k));
  }

  inRing(ctx: CanvasRenderingContext2D, kijk: Kijk, teken: (px: number) => void): void {
    ctx.save();
    ctx.translate(kijk.x, kijk.y);
    ctx.scale(kijk.k, kijk.k);
    teken(1 / kijk.k);
    ctx.restore();
  }

  drawZones(ctx: CanvasRenderingContext2D, kijk: Kijk, dof: boolean): void {
    const { g } = this.om.model;
    const { ring } = g;
    const keuze = ringChoice(this.om.model, this.om.t);
    this.inRing(ctx, kijk, () => {
      for (const [zone, begin, eind] of ring.zones) {
        const tint = SECTORKLEUR[g.zones[zone].kleur];
        const uit = !touches(keuze, zone);
        const kleur = g.zones[zone].kleur === "overleg" ? "#8D959C" : tint.vul;
        ctx.fillStyle = alfa(kleur, uit ? 0.05 : dof ? 0.07 : 0.13);
        ctx.beginPath();
        ctx.arc(0, 0, this.buiten[zone] + 2, arcAngle(begin) - 0.008, arcAngle(eind) + 0.008);
        ctx.arc(0, 0, ring.straal + 5, arcAngle(eind) + 0.008, arcAngle(begin) - 0.008, true);
        ctx.fill();
      }
      ctx.lineWidth = 3.2;
      const { cellen } = ring;
      for (let c = 0; c < cellen.zone.length; c++) {
        const tint = SECTORKLEUR[g.zones[cellen.zone[c]].kleur];
        ctx.strokeStyle = alfa(g.zones[cellen.zone[c]].kleur === "overleg" ? tint.rand : tint.vul, dof ? 0.25 : 0.95);
        const rand = Math.min(0.006, (cellen.eind[c] - cellen.begin[c]) / 60_000);
        ctx.beginPath();
        ctx.arc(0, 0, ring.straal + 3, arcAngle(cellen.begin[c]) + rand, arcAngle(cellen.eind[c]) - rand);
        ctx.stroke();
      }
    });
  }

  drawDots(ctx: CanvasRenderingContext2D, kijk: Kijk, dof: boolean): void {
    const { model, zicht, t } = this.om;
    const keuze = ringChoice(model, t);
    const r = this.dotRadius(kijk);
    const { soort } = model.g.organisaties;
    const rand = 0.3 * Math.max(kijk.breed, kijk.hoog);
    const stippen: Stip[] = [];
    for (let i = 0; i < model.n; i++) {
      const [x, y] = this.lijnen.pixel(i, kijk);
      if (x < -rand || y < -rand || x > kijk.breed + rand || y > kijk.hoog + rand) continue;
      const uit = !zicht.org[i] || (!touches(keuze, model.zone[i]) && !dof);
      stippen.push({ soort: soort[i], x, y, dekking: dof || uit ? UIT : 1 });
    }
    this.om.stippen.draw(ctx, stippen, r, kijk.dpr);
  }

  /** Zoomed in: single ties with both ends in the window; gives how many, and of how many. */
  drawSingle(ctx: CanvasRenderingContext2D, kijk: Kijk, hoogstens = 1500): [number, number] {
    const { model, zicht } = this.om;
    const inBeeld = new Uint8Array(model.n);
    for (let i = 0; i < model.n; i++) {
      const [x, y] = this.lijnen.pixel(i, kijk);
      inBeeld[i] = x >= 0 && y >= 0 && x <= kijk.breed && y <= kijk.hoog ? 1 : 0;
    }
    let getekend = 0;
    let geheel = 0;
    this.inRing(ctx, kijk, (px) => {
      ctx.lineWidth = 1 * px;
      ctx.globalAlpha = 0.4;
      for (let i = 0; i < model.m; i++) {
        const a = model.van[i];
        const b = model.naar[i];
        if (!zicht.band[i] || !inBeeld[a] || !inBeeld[b]) continue;
        geheel++;
        if (getekend >= hoogstens) continue;
        getekend++;
        ctx.strokeStyle = this.om.lijnkleur(a, b);
        ctx.stroke(this.lijnen.tie(a, b));
      }
      ctx.globalAlpha = 1;
    });
    return [getekend, geheel];
  }

  /** Mark an organisation: its glyph enlarged on a paper disc, with a ring in a colour. */
  drawMark(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number, r: number, ring: string, breed = 1.6): void {
    const [x, y] = this.lijnen.pixel(org, kijk);
    drawDisc(ctx, x, y, r + 2.5, ring, breed, PAPIER);
    this.om.sprites.draw(ctx, this.om.model.g.organisaties.soort[org], x, y, r * 0.82, kijk.dpr);
  }

  /** Pixel on the ray at an angle of the ring. */
  ray(kijk: Kijk, hoek: number, straal: number): [number, number] {
    const h = hoek / 10_000;
    return [toX(kijk, 0) + Math.sin(h) * straal, toY(kijk, 0) - Math.cos(h) * straal];
  }
}
