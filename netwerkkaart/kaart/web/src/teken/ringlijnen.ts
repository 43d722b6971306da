// Lines of the ring that are drawn one by one: splines that run from a cell over its cluster and the gate to the other side.

import { curveBundle, line } from "d3-shape";
import { lijnkleur } from "../data/kleuren";
import type { Model } from "../data/model";
import { type Kijk, toX, toY } from "./doek";
import { Pad } from "./pad";
import { onRing, type Punt, Ringstromen } from "./ringstromen";

const TROS = 0.8;

export class Ringlijnen {
  readonly stromen: Ringstromen;
  private readonly celpunt: Punt[];
  private readonly trospunt: Punt[];
  private readonly paden: (Pad | undefined)[];

  constructor(private readonly model: Model) {
    const { ring } = model.g;
    this.stromen = new Ringstromen(ring);
    this.celpunt = ring.cellen.begin.map((begin, i) => onRing(ring, (begin + ring.cellen.eind[i]) / 2, 1));
    this.trospunt = ring.trossen.map(([, midden]) => onRing(ring, midden, TROS));
    this.paden = new Array<Pad | undefined>(ring.bundels.a.length);
  }

  /** Control points from a cell to the gate towards a partner. */
  private inward(cel: number, partner: number): Punt[] {
    const { cellen } = this.model.g.ring;
    return [this.celpunt[cel], this.trospunt[cellen.tros[cel]], this.stromen.gatePoint(cellen.zone[cel], partner)];
  }

  private spline(punten: Punt[], beta: number): Pad {
    const pad = new Pad();
    // d3 asks for a canvas context; a path has the same methods for lines.
    line<Punt>().curve(curveBundle.beta(beta)).context(pad as unknown as CanvasRenderingContext2D)(punten);
    return pad;
  }

  private between(van: number, naar: number): Punt[] {
    const { zone } = this.model.g.ring.cellen;
    return [...this.inward(van, zone[naar]), ...this.inward(naar, zone[van]).reverse()];
  }

  /** Path of a bundle, in coordinates of the ring; made once. */
  bundle(i: number): Pad {
    const { a, b } = this.model.g.ring.bundels;
    return (this.paden[i] ??= this.spline(this.between(a[i], b[i]), 0.86));
  }

  /** Path of a single tie, from dot to dot. */
  tie(van: number, naar: number, beta = 0.72): Pad {
    const { cel } = this.model.g.organisaties;
    const { cellen } = this.model.g.ring;
    const zelfdeZone = cellen.zone[cel[van]] === cellen.zone[cel[naar]];
    const tros = (org: number): Punt[] => [this.celpunt[cel[org]], this.trospunt[cellen.tros[cel[org]]]];
    const midden = zelfdeZone ? [...tros(van), ...tros(naar).reverse()] : this.between(cel[van], cel[naar]);
    return this.spline([this.dot(van), ...midden, this.dot(naar)], zelfdeZone ? 0.95 : beta);
  }

  dot(org: number): Punt {
    const { rx, ry } = this.model.g.organisaties;
    return [rx[org] / 10, ry[org] / 10];
  }

  zoneColour(zone: number): string {
    return streamColour(this.model.g.zones[zone].kleur);
  }

  /** Gradient between the colours of two zones, from one point to another; the colour itself when they have the same. */
  gradient(ctx: CanvasRenderingContext2D, a: number, b: number, begin: Punt, eind: Punt, rand = 0.15): CanvasGradient | string {
    const [van, naar] = [this.zoneColour(a), this.zoneColour(b)];
    if (van === naar) return van;
    const kleur = ctx.createLinearGradient(...begin, ...eind);
    kleur.addColorStop(rand, van);
    kleur.addColorStop(1 - rand, naar);
    return kleur;
  }

  bundleGradient(ctx: CanvasRenderingContext2D, i: number): CanvasGradient | string {
    const { bundels, cellen } = this.model.g.ring;
    const [a, b] = [bundels.a[i], bundels.b[i]];
    return this.gradient(ctx, cellen.zone[a], cellen.zone[b], this.celpunt[a], this.celpunt[b]);
  }

  trunkGradient(ctx: CanvasRenderingContext2D, a: number, b: number): CanvasGradient | string {
    return this.gradient(ctx, a, b, this.stromen.gatePoint(a, b), this.stromen.gatePoint(b, a), 0.05);
  }

  pixel(org: number, kijk: Kijk): Punt {
    const [x, y] = this.dot(org);
    return [toX(kijk, x), toY(kijk, y)];
  }
}

/** Seats in fora stay grey in streams: in ink, hundreds of them would outweigh every bridge. */
function streamColour(sector: string): string {
  return sector === "overleg" ? "#A3A9AD" : lijnkleur(sector);
}
