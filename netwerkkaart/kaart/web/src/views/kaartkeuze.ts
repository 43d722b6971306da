// A chosen organisation on a map: the bows to its neighbours, and its glyph enlarged on a white disc.

import type { Omgeving } from "../omgeving";
import type { Kijk } from "../teken/doek";
import { arc, drawDisc, strokeBoog } from "../teken/wegen";
import { type Buur, neighbours } from "./ringfocus";

/** Where a map shows an organisation, in pixels of the window; null for nowhere. */
type Plaatser = (org: number) => [number, number] | null;

export interface Boogstijl {
  bocht: number;
  breed: number;
  /** Colour and width of the line beneath, that keeps it apart from others. */
  rand?: readonly [string, number];
  /** Dashes of a tie that is not confirmed; unbroken as the others when absent. */
  streep?: number[];
}

export interface Merk {
  schijf: number;
  r: number;
  kleur: string;
  breed: number;
}

/** The ties of an organisation that have both ends on the map; gives all neighbours, also those that lie elsewhere. */
export function drawBows(ctx: CanvasRenderingContext2D, kijk: Kijk, om: Omgeving, org: number, plaats: Plaatser, stijl: (aantal: number) => Boogstijl): Buur[] {
  const van = plaats(org);
  if (!van) return [];
  const buren = neighbours(om, org);
  const { bocht, breed, rand, streep = [] } = stijl(buren.length);
  for (const buur of buren) {
    const naar = plaats(buur.org);
    if (!naar) continue;
    const boog = arc(van, naar, [kijk.breed / 2, kijk.hoog / 2], bocht);
    if (rand) strokeBoog(ctx, boog, ...rand);
    strokeBoog(ctx, boog, om.lijnkleur(org, buur.org), breed, buur.bevestigd ? [] : streep);
  }
  return buren;
}

/** Mark an organisation, its glyph `r` in radius on a disc of `schijf`. */
export function markOrg(ctx: CanvasRenderingContext2D, kijk: Kijk, om: Omgeving, org: number, [x, y]: readonly [number, number], { schijf, r, kleur, breed }: Merk): void {
  drawDisc(ctx, x, y, schijf, kleur, breed);
  om.sprites.draw(ctx, om.model.g.organisaties.soort[org], x, y, r, kijk.dpr);
}
