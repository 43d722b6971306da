// The ties of the ring: as streams that meet at gates; those of a chosen sector or pair opened into one line per two cells.

import { inChoice, ringChoice } from "../data/ringkeuze";
import { Stromen, type Stroomtal } from "../data/stromen";
import type { Omgeving } from "../omgeving";
import type { Kijk } from "../teken/doek";
import type { Pad } from "../teken/pad";
import type { Ringlijnen } from "../teken/ringlijnen";
import { planStreams } from "../teken/stroomplan";

/** Pixels of the thickest stream between two sectors, and how far those within education may pass it. */
const DIKST = 17;
const RUIMER = 1.5;
/** A weak stream must stay visible beside a strong one: less than proportional. */
const MACHT = 0.7;
const DUNST = 0.8;
/** Pixels of the thickest of the opened lines. */
const DIKST_OPEN = 9;
/** How many pixels a pointer may be off. */
const RUIM = 6;
/** How pale what is not chosen stays. */
const BLEEK = 0.07;
const DEKKING_STAM = 0.95;
const DEKKING_TAK = 0.8;
/** Ties within education and seats: hundreds, and not what the view asks. */
const DEKKING_VAST = 0.16;

/** Width of a stream of `n` ties, in pixels of the whole picture. */
function streamWidth(n: number, hoogste: number): number {
  return Math.max(DUNST, DIKST * Math.min(RUIMER, (n / hoogste) ** MACHT));
}

/** Width of an opened line of `n` ties: where one holds hundreds, all shrink together. */
function openWidth(n: number, hoogste: number): number {
  const maat = Math.min(1, DIKST_OPEN / (0.85 * Math.sqrt(hoogste)));
  return 0.6 + 0.85 * maat * Math.sqrt(Math.max(0.25, n - 0.5));
}

/** A trunk under the pointer. */
export interface Stamlijn {
  a: number;
  b: number;
  aantal: number;
}

/** A stream as it is drawn: a trunk is a line with a gradient, others are bands of one colour. */
interface Streek {
  pad: Pad;
  dekking: number;
  kleur: string;
  stam: { a: number; b: number; breed: number } | null;
}

export class Stroomtekening {
  private readonly stromen: Stromen;
  private readonly stampaden = new Map<string, Pad>();
  /** A context of its own to ask which path lies under a point. */
  private proef: CanvasRenderingContext2D | null = null;
  private geteld: { bron: ArrayLike<number>; tal: Stroomtal } | null = null;
  private gelegd: { tal: Stroomtal; maat: number; streken: Streek[] } | null = null;

  constructor(
    private readonly om: Omgeving,
    private readonly lijnen: Ringlijnen,
  ) {
    this.stromen = new Stromen(om.model.g.ring);
    for (const { a, b } of this.stromen.stammen) this.stampaden.set(`${a} ${b}`, lijnen.stromen.trunk(a, b));
  }

  private get tal(): Stroomtal {
    const bron = this.om.bundelAantal;
    if (this.geteld?.bron !== bron) this.geteld = { bron, tal: this.stromen.count(bron) };
    return this.geteld.tal;
  }

  /** Most ties of one line as it is drawn now, those within education and seats left out. */
  get hoogste(): number {
    return this.om.t.zone < 0 ? this.thickest : this.thickestOpen;
  }

  /** As the legend draws it: width of `n` ties. */
  width(n: number): number {
    return (this.om.t.zone < 0 ? streamWidth : openWidth)(n, this.hoogste);
  }

  private get thickest(): number {
    const { stammen } = this.tal;
    return this.stromen.stammen.reduce((top, { klasse }, i) => (klasse ? top : Math.max(top, stammen[i])), 1);
  }

  private get thickestOpen(): number {
    const aantal = this.om.bundelAantal;
    return this.opened().reduce((top, { i, flets }) => (flets ? top : Math.max(top, aantal[i])), 1);
  }

  /** The bundles of what is chosen; fixed ties and seats are faint, unless they are what was asked for. */
  private opened(): { i: number; flets: boolean }[] {
    const { bundels, cellen } = this.om.model.g.ring;
    const keuze = ringChoice(this.om.model, this.om.t);
    return bundels.klasse.flatMap((klasse, i) => (inChoice(keuze, cellen.zone[bundels.a[i]], cellen.zone[bundels.b[i]]) ? [{ i, flets: klasse === 1 && keuze.partner < 0 }] : []));
  }

  /** Draw in the coordinates of the ring; `px` is one pixel there. */
  draw(ctx: CanvasRenderingContext2D, kijk: Kijk, px: number, sterkte: number): void {
    const maat = px * this.scale(kijk);
    const open = this.om.t.zone >= 0;
    ctx.lineCap = "butt";
    for (const { pad, dekking, kleur, stam } of this.strokes(maat)) {
      ctx.globalAlpha = dekking * sterkte * (open ? BLEEK : 1);
      if (stam) {
        ctx.lineWidth = stam.breed;
        ctx.strokeStyle = this.lijnen.trunkGradient(ctx, stam.a, stam.b);
        ctx.stroke(pad);
      } else {
        ctx.fillStyle = kleur;
        ctx.fill(pad);
      }
    }
    if (open) this.drawOpen(ctx, maat, sterkte);
    ctx.globalAlpha = 1;
  }

  private scale(kijk: Kijk): number {
    return Math.max(0.55, Math.min(1.5, (kijk.k * this.om.model.g.ring.straal) / 284 / Math.sqrt(kijk.zoom)));
  }

  /** Fixed ties and seats below; in each class trunks, branches, twigs. Kept while only the place of the picture changes. */
  private strokes(maat: number): readonly Streek[] {
    const { tal } = this;
    if (this.gelegd?.tal === tal && this.gelegd.maat === maat) return this.gelegd.streken;
    const { stromen: vorm } = this.lijnen;
    const hoogste = this.thickest;
    const streken = [1, 0].flatMap((klasse): Streek[] => {
      const plan = planStreams(this.stromen, tal, klasse, (zone, partner) => vorm.gate(zone, partner), (n) => streamWidth(n, hoogste) * maat, 0.5 * maat);
      const band = (pad: Pad, zone: number): Streek => ({ pad, dekking: klasse ? DEKKING_VAST : DEKKING_TAK, kleur: this.lijnen.zoneColour(zone), stam: null });
      return [
        ...plan.stammen.map((stam) => ({ pad: this.trunk(stam.a, stam.b), dekking: klasse ? DEKKING_VAST : DEKKING_STAM, kleur: "", stam })),
        ...plan.takken.map(({ tros, zone, partner, begin, eind }) => band(vorm.branch(tros, partner, begin, eind), zone)),
        ...(vorm.hasTwigs ? plan.twijgen.map(({ cel, zone, breed, eind }) => band(vorm.twig(cel, breed, eind), zone)) : []),
      ];
    });
    this.gelegd = { tal, maat, streken };
    return streken;
  }

  private trunk(a: number, b: number): Pad {
    return this.stampaden.get(`${a} ${b}`) ?? this.lijnen.stromen.trunk(a, b);
  }

  /** One line per two cells, thin below thick. */
  private drawOpen(ctx: CanvasRenderingContext2D, maat: number, sterkte: number): void {
    const aantal = this.om.bundelAantal;
    const hoogste = this.thickestOpen;
    const grof = 1 / Math.max(1, hoogste / 14);
    const open = this.opened().filter(({ i }) => aantal[i] > 0);
    for (const { i, flets } of [...open.filter((een) => een.flets), ...open.filter((een) => !een.flets)]) {
      const n = aantal[i];
      ctx.globalAlpha = (flets ? 0.1 : Math.min(0.85, 0.35 + 0.08 * n * grof)) * sterkte;
      ctx.lineWidth = openWidth(n, hoogste) * maat;
      ctx.strokeStyle = this.lijnen.bundleGradient(ctx, i);
      ctx.stroke(this.lijnen.bundle(i));
    }
  }

  /** The trunk under a point of the ring, the thinnest first: a thick one is easily hit beside it. */
  trunkAt(x: number, y: number, kijk: Kijk): Stamlijn | null {
    const ctx = (this.proef ??= document.createElement("canvas").getContext("2d"));
    if (!ctx || this.om.t.zone >= 0) return null;
    const { tal, thickest } = this;
    const raak = this.stromen.stammen.flatMap(({ a, b }, i): Stamlijn[] => {
      const aantal = tal.stammen[i];
      if (!aantal) return [];
      ctx.lineWidth = (streamWidth(aantal, thickest) * this.scale(kijk) + RUIM) / kijk.k;
      return ctx.isPointInStroke(this.trunk(a, b), x, y) ? [{ a, b, aantal }] : [];
    });
    return raak.sort((p, q) => p.aantal - q.aantal)[0] ?? null;
  }
}
