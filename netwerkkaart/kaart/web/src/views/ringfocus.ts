// One organisation in focus: its ties in full colour, the second step in thin lines, all else pale.

import { GEEL, INKT, PAPIER, SECTORKLEUR } from "../data/kleuren";
import type { Omgeving } from "../omgeving";
import type { Kijk } from "../teken/doek";
import type { Doos, Etiket } from "../teken/etiketten";
import { nameplate } from "../teken/naambord";
import type { Ringlijnen } from "../teken/ringlijnen";
import type { Ringtekening } from "./ringtekening";

export interface Buur {
  org: number;
  banden: number[];
  bevestigd: boolean;
}

/** The organisations that a chosen one has ties with (in sight), those with most ties first. */
export function neighbours(om: Omgeving, org: number): Buur[] {
  const buren = new Map<number, Buur>();
  for (const band of om.model.bandenVan(org)) {
    if (!om.zicht.band[band]) continue;
    const ander = om.model.anderEind(band, org);
    const buur = buren.get(ander) ?? { org: ander, banden: [], bevestigd: false };
    buur.banden.push(band);
    buur.bevestigd ||= om.model.g.banden.status[band] === 1;
    buren.set(ander, buur);
  }
  return [...buren.values()].sort((a, b) => om.model.graad[b.org] - om.model.graad[a.org] || a.org - b.org);
}

/** Proposed ties of an organisation: ends of its own, or that would help it. */
export function proposals(om: Omgeving, org: number): { van: number; naar: number; scholen: number[]; forum: string }[] {
  return om.model.g.nieuw.filter((band) => band.van === org || band.naar === org || band.scholen.includes(org));
}

const MET_NAAM = 14;
const TWEEDE_STAP = 600;

export class Ringfocus {
  /** Ties of partners that were left out, to be told. */
  weggelaten = 0;

  constructor(
    private readonly om: Omgeving,
    private readonly lijnen: Ringlijnen,
    private readonly tekening: Ringtekening,
  ) {}

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number): { etiketten: Etiket[]; bezet: Doos[] } {
    const buren = neighbours(this.om, org);
    const nieuw = proposals(this.om, org);
    this.drawSecond(ctx, kijk, org, buren);
    this.drawDirect(ctx, kijk, org, buren);
    for (const band of nieuw) this.drawProposal(ctx, kijk, band.van, band.naar);
    const r = buren.length > 40 ? 4.5 : buren.length > 16 ? 6 : 7.5;
    for (const buur of buren) {
      this.tekening.drawMark(ctx, kijk, buur.org, r, this.edge(buur.org), buren.length > 40 ? 1 : 1.6);
    }
    const partners = [...new Set(nieuw.flatMap((band) => [band.van, band.naar]))].filter((o) => o !== org);
    for (const partner of partners) this.tekening.drawMark(ctx, kijk, partner, 7.5, this.edge(partner));
    this.tekening.drawMark(ctx, kijk, org, 9, GEEL, 4);
    const namen = [...new Set([...partners, ...buren.map((buur) => buur.org)])].slice(0, this.om.smal ? 5 : MET_NAAM);
    const bekend = new Set(buren.map((buur) => buur.org));
    return {
      etiketten: [this.label(kijk, org, true, false), ...namen.map((o) => this.label(kijk, o, false, !bekend.has(o)))],
      bezet: [org, ...partners, ...(buren.length > 40 ? [] : buren.map((buur) => buur.org))].map((o) => this.box(kijk, o)),
    };
  }

  private edge(org: number): string {
    return SECTORKLEUR[this.om.model.kleur(org)].rand;
  }

  private box(kijk: Kijk, org: number): Doos {
    const [x, y] = this.lijnen.pixel(org, kijk);
    return { x, y, b: 17, h: 17, hoek: 0 };
  }

  /** Ties of the partners, schools left out: thin. */
  private drawSecond(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number, buren: readonly Buur[]): void {
    const { model, zicht } = this.om;
    let getekend = 0;
    this.weggelaten = 0;
    this.tekening.inRing(ctx, kijk, (px) => {
      ctx.globalAlpha = 0.38;
      ctx.lineWidth = 0.9 * px;
      for (const buur of buren) {
        // A forum or coordinator knows everybody: its lines would drown all others.
        if (model.kleur(buur.org) === "overleg") continue;
        for (const band of model.bandenVan(buur.org)) {
          const verder = model.anderEind(band, buur.org);
          if (verder === org || model.isSchool[verder] || model.isSchool[buur.org] || !zicht.band[band]) continue;
          if (getekend >= TWEEDE_STAP) {
            this.weggelaten++;
            continue;
          }
          getekend++;
          ctx.strokeStyle = this.om.lijnkleur(buur.org, verder);
          ctx.stroke(this.lijnen.tie(buur.org, verder));
        }
      }
      ctx.globalAlpha = 1;
    });
  }

  private drawDirect(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number, buren: readonly Buur[]): void {
    const breed = buren.length > 40 ? 1.1 : buren.length > 16 ? 2 : 3;
    this.tekening.inRing(ctx, kijk, (px) => {
      for (const buur of [...buren].reverse()) {
        const pad = this.lijnen.tie(org, buur.org);
        if (breed > 1.5) {
          ctx.strokeStyle = PAPIER;
          ctx.lineWidth = 2 * breed * px;
          ctx.stroke(pad);
        }
        ctx.strokeStyle = this.om.lijnkleur(org, buur.org);
        ctx.lineWidth = breed * px;
        ctx.setLineDash(buur.bevestigd ? [] : [9 * px, 5 * px]);
        ctx.stroke(pad);
        ctx.setLineDash([]);
      }
    });
  }

  /** The highlighter: yellow on white, with a dashed ink core. */
  private drawProposal(ctx: CanvasRenderingContext2D, kijk: Kijk, van: number, naar: number): void {
    this.tekening.inRing(ctx, kijk, (px) => {
      const pad = this.lijnen.tie(van, naar);
      ctx.lineCap = "round";
      for (const [kleur, breed, streep] of [
        ["#FFFFFF", 16, false],
        [GEEL, 12, false],
        [INKT, 2.6, true],
      ] as const) {
        ctx.strokeStyle = kleur;
        ctx.lineWidth = breed * px;
        ctx.setLineDash(streep ? [9 * px, 6 * px] : []);
        ctx.stroke(pad);
      }
      ctx.setLineDash([]);
      ctx.lineCap = "butt";
    });
  }

  private label(kijk: Kijk, org: number, zelf: boolean, voorstel: boolean): Etiket {
    return nameplate(this.om.model.naam(org), this.lijnen.pixel(org, kijk), [kijk.x, kijk.y], {
      eigen: zelf,
      rand: this.edge(org),
      streep: voorstel,
      belang: zelf ? 5000 : 3000 + this.om.model.graad[org] / 1000,
    });
  }
}
