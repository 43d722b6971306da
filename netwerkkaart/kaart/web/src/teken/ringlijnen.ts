// Lines of the ring: splines that run from a cell over its cluster and zone to the other side.

import { curveBundle, line } from "d3-shape";
import { lijnkleur } from "../data/kleuren";
import type { Model } from "../data/model";
import { type Kijk, toX, toY } from "./doek";
import { Pad } from "./pad";

type Punt = [number, number];

const KLUSTER = 0.8;
const ZONE = 0.52;

export class Ringlijnen {
  private readonly celpunt: Punt[];
  private readonly trospunt: Punt[];
  private readonly zonepunt = new Map<number, Punt>();
  private readonly paden: (Pad | undefined)[];

  constructor(private readonly model: Model) {
    const { ring } = model.g;
    const point = (hoek: number, straal: number): Punt => [
      straal * Math.sin(hoek / 10_000),
      -straal * Math.cos(hoek / 10_000),
    ];
    this.celpunt = ring.cellen.begin.map((begin, i) => point((begin + ring.cellen.eind[i]) / 2, ring.straal));
    this.trospunt = ring.trossen.map(([, midden]) => point(midden, ring.straal * KLUSTER));
    for (const [zone, begin, eind] of ring.zones) this.zonepunt.set(zone, point((begin + eind) / 2, ring.straal * ZONE));
    this.paden = new Array<Pad | undefined>(ring.bundels.a.length);
  }

  /** Control points from a cell inwards. */
  private inward(cel: number): Punt[] {
    const { cellen } = this.model.g.ring;
    return [this.celpunt[cel], this.trospunt[cellen.tros[cel]], this.zonepunt.get(cellen.zone[cel]) ?? [0, 0]];
  }

  private spline(punten: Punt[], beta: number): Pad {
    const pad = new Pad();
    // d3 asks for a canvas context; a path has the same methods for lines.
    line<Punt>().curve(curveBundle.beta(beta)).context(pad as unknown as CanvasRenderingContext2D)(punten);
    return pad;
  }

  /** Path of a bundle, in coordinates of the ring; made once. */
  bundle(i: number): Pad {
    const { a, b } = this.model.g.ring.bundels;
    return (this.paden[i] ??= this.spline([...this.inward(a[i]), ...this.inward(b[i]).reverse()], 0.86));
  }

  /** Path of a single tie, from dot to dot. */
  tie(van: number, naar: number, beta = 0.72): Pad {
    const { cel } = this.model.g.organisaties;
    const { cellen } = this.model.g.ring;
    const a = this.inward(cel[van]);
    const b = this.inward(cel[naar]);
    const zelfdeZone = cellen.zone[cel[van]] === cellen.zone[cel[naar]];
    const midden = zelfdeZone ? [a[0], a[1], b[1], b[0]] : [...a, ...b.reverse()];
    return this.spline([this.dot(van), ...midden, this.dot(naar)], zelfdeZone ? 0.95 : beta);
  }

  dot(org: number): Punt {
    const { rx, ry } = this.model.g.organisaties;
    return [rx[org] / 10, ry[org] / 10];
  }

  /** Gradient between the colours of the two zones of a bundle; the colour itself when they have the same. */
  gradient(ctx: CanvasRenderingContext2D, i: number): CanvasGradient | string {
    const { g } = this.model;
    const { a, b } = g.ring.bundels;
    const begin = bundleColour(g.zones[g.ring.cellen.zone[a[i]]].kleur);
    const eind = bundleColour(g.zones[g.ring.cellen.zone[b[i]]].kleur);
    if (begin === eind) return begin;
    const [x1, y1] = this.celpunt[a[i]];
    const [x2, y2] = this.celpunt[b[i]];
    const kleur = ctx.createLinearGradient(x1, y1, x2, y2);
    kleur.addColorStop(0.15, begin);
    kleur.addColorStop(0.85, eind);
    return kleur;
  }

  pixel(org: number, kijk: Kijk): Punt {
    const [x, y] = this.dot(org);
    return [toX(kijk, x), toY(kijk, y)];
  }
}

/** Seats in fora stay grey in bundles: in ink, hundreds of them would outweigh every bridge. */
function bundleColour(sector: string): string {
  return sector === "overleg" ? "#A3A9AD" : lijnkleur(sector);
}
