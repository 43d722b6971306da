// The parts of the ring: tinted zones, cells, bundles, dots.

import { alfa, PAPIER, SECTORKLEUR } from "../data/kleuren";
import type { Omgeving } from "../omgeving";
import { type Kijk, toX, toY } from "../teken/doek";
import type { Ringlijnen } from "../teken/ringlijnen";
import type { Stip } from "../teken/stippen";

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
    this.inRing(ctx, kijk, () => {
      for (const [zone, begin, eind] of ring.zones) {
        const tint = SECTORKLEUR[g.zones[zone].kleur];
        const uit = this.om.t.zone >= 0 && this.om.t.zone !== zone;
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

  /** Bundles, thin below thick, fixed ties and seats below all. */
  drawBundles(ctx: CanvasRenderingContext2D, kijk: Kijk, sterkte: number): void {
    const { ring, zones } = this.om.model.g;
    const { bundels, cellen } = ring;
    const aantal = this.om.bundelAantal;
    const hoogste = Math.max(1, ...Array.from(bundels.klasse, (k, i) => (k === 0 ? aantal[i] : 0)));
    // Where one bundle holds hundreds of ties, widths shrink together so that all stay legible.
    const maat = Math.min(1, 9 / (0.85 * Math.sqrt(hoogste)));
    const grof = 1 / Math.max(1, hoogste / 14);
    const schaal = Math.max(0.55, Math.min(1.5, (kijk.k * ring.straal) / 284 / Math.sqrt(kijk.zoom)));
    const gekozen = this.om.t.zone;
    this.inRing(ctx, kijk, (px) => {
      ctx.lineCap = "butt";
      for (const klasse of [1, 0]) {
        for (let i = 0; i < aantal.length; i++) {
          const n = aantal[i];
          if (!n || bundels.klasse[i] !== klasse) continue;
          const za = cellen.zone[bundels.a[i]];
          const zb = cellen.zone[bundels.b[i]];
          const raakt = gekozen < 0 || za === gekozen || zb === gekozen;
          const gezond = zones[za].code === "gezondheid" || zones[zb].code === "gezondheid";
          const dekking = klasse ? 0.1 : Math.min(0.85, (gezond ? 0.46 : 0.3) + 0.08 * n * grof);
          ctx.globalAlpha = dekking * sterkte * (raakt ? 1 : 0.07);
          ctx.lineWidth = (0.6 + 0.85 * maat * Math.sqrt(Math.max(0.25, n - 0.5))) * px * schaal;
          ctx.strokeStyle = this.lijnen.gradient(ctx, i);
          ctx.stroke(this.lijnen.bundle(i));
        }
      }
      ctx.globalAlpha = 1;
    });
  }

  drawDots(ctx: CanvasRenderingContext2D, kijk: Kijk, dof: boolean): void {
    const { model, zicht, t } = this.om;
    const r = this.dotRadius(kijk);
    const { soort } = model.g.organisaties;
    const rand = 0.3 * Math.max(kijk.breed, kijk.hoog);
    const stippen: Stip[] = [];
    for (let i = 0; i < model.n; i++) {
      const [x, y] = this.lijnen.pixel(i, kijk);
      if (x < -rand || y < -rand || x > kijk.breed + rand || y > kijk.hoog + rand) continue;
      const uit = !zicht.org[i] || (t.zone >= 0 && model.zone[i] !== t.zone && !dof);
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
    ctx.beginPath();
    ctx.arc(x, y, r + 2.5, 0, 2 * Math.PI);
    ctx.fillStyle = PAPIER;
    ctx.fill();
    ctx.lineWidth = breed;
    ctx.strokeStyle = ring;
    ctx.stroke();
    this.om.sprites.draw(ctx, this.om.model.g.organisaties.soort[org], x, y, r * 0.82, kijk.dpr);
  }

  /** Pixel on the ray at an angle of the ring. */
  ray(kijk: Kijk, hoek: number, straal: number): [number, number] {
    const h = hoek / 10_000;
    return [toX(kijk, 0) + Math.sin(h) * straal, toY(kijk, 0) - Math.cos(h) * straal];
  }
}
