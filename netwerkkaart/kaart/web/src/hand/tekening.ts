// How a tool in hand is drawn over a picture, on the ring as on the map: lines, marks, and labels that are placed.

import { GEEL, INKT, PAPIER, SECTORKLEUR } from "../data/kleuren";
import type { Omgeving } from "../omgeving";
import type { Kijk } from "../teken/doek";
import type { Doos, Etiket } from "../teken/etiketten";
import { nameplate } from "../teken/naambord";
import { arc, strokeBoog } from "../teken/wegen";
import type { Handbeeld, Rol } from "./hand";

/** Where a view puts an organisation, and the line between two. */
export interface Ondergrond {
  pixel(org: number): [number, number] | null;
  /** Stroke the line between two organisations in the present style; widths and dashes are in pixels. */
  stroke(van: number, naar: number, kleur: string, breed: number, streep: number[]): void;
  /** Labels rather stand away from here. */
  midden: [number, number];
}

/** The ground of a map: an organisation where it lies, lines that bend. */
export function arcs(ctx: CanvasRenderingContext2D, kijk: Kijk, pixel: (org: number) => [number, number] | null): Ondergrond {
  const midden: [number, number] = [kijk.breed / 2, kijk.hoog / 2];
  return {
    pixel,
    midden,
    stroke: (van, naar, kleur, breed, streep) => {
      const a = pixel(van);
      const b = pixel(naar);
      if (a && b) strokeBoog(ctx, arc(a, b, midden, 0.08), kleur, breed, streep);
    },
  };
}

export const STIJL: Readonly<Record<Rol, { r: number; ring: string; breed: number; streep: number[] }>> = {
  eind: { r: 9, ring: GEEL, breed: 4, streep: [] },
  tussen: { r: 7, ring: INKT, breed: 1.8, streep: [] },
  winst: { r: 6.5, ring: "#0B6E6E", breed: 3, streep: [] },
  a: { r: 5, ring: "#0A5EA8", breed: 3, streep: [] },
  b: { r: 5, ring: "#B5430E", breed: 3, streep: [3, 2.2] },
};

export function drawHand(ctx: CanvasRenderingContext2D, kijk: Kijk, om: Omgeving, beeld: Handbeeld, grond: Ondergrond): { etiketten: Etiket[]; bezet: Doos[] } {
  for (const { van, naar, soort } of beeld.lijnen) {
    if (soort === "nieuw") {
      ctx.lineCap = "round";
      grond.stroke(van, naar, "#FFFFFF", 15, []);
      grond.stroke(van, naar, GEEL, 11, []);
      grond.stroke(van, naar, INKT, 2.4, [9, 6]);
      ctx.lineCap = "butt";
      continue;
    }
    const kleur = om.lijnkleur(van, naar);
    if (soort === "dun") {
      ctx.globalAlpha = 0.55;
      grond.stroke(van, naar, kleur, 1.4, []);
      ctx.globalAlpha = 1;
      continue;
    }
    grond.stroke(van, naar, PAPIER, 7, []);
    grond.stroke(van, naar, kleur, 3.6, soort === "streep" ? [9, 5] : []);
  }
  const klein = beeld.orgs.length > 60 ? 0.75 : 1;
  const bezet: Doos[] = [];
  for (const rol of ["tussen", "winst", "b", "a", "eind"] as const) {
    const { ring, breed, streep } = STIJL[rol];
    const r = STIJL[rol].r * klein;
    const leden = beeld.orgs.filter((org) => org.rol === rol).map(({ org }) => ({ org, punt: grond.pixel(org) }));
    // Thousands of rings are one path; a few are drawn one after another, so that they lie over each other.
    const veel = leden.length > 200;
    for (const deel of veel ? [leden] : leden.map((lid) => [lid])) {
      ctx.beginPath();
      for (const { punt } of deel) {
        if (!punt) continue;
        ctx.moveTo(punt[0] + r + 2.5, punt[1]);
        ctx.arc(punt[0], punt[1], r + 2.5, 0, 2 * Math.PI);
      }
      ctx.fillStyle = PAPIER;
      ctx.fill();
      ctx.lineWidth = veel ? 1.6 : breed;
      ctx.strokeStyle = ring;
      ctx.setLineDash(streep);
      ctx.stroke();
      ctx.setLineDash([]);
      for (const { org, punt } of deel) {
        if (!punt) continue;
        om.sprites.draw(ctx, om.model.g.organisaties.soort[org], punt[0], punt[1], r * 0.82, kijk.dpr);
        if (beeld.orgs.length <= 60) bezet.push({ x: punt[0], y: punt[1], b: 2 * r + 6, h: 2 * r + 6, hoek: 0 });
      }
    }
  }
  const etiketten = beeld.orgs.filter(({ naam }) => naam).flatMap(({ org, rol }) => label(om, org, rol, grond));
  return { etiketten, bezet };
}

function label(om: Omgeving, org: number, rol: Rol, grond: Ondergrond): Etiket[] {
  const punt = grond.pixel(org);
  if (!punt) return [];
  const eind = rol === "eind";
  const belang = eind ? 6000 : 4000 + om.model.graad[org] / 1000;
  return [nameplate(om.model.naam(org), punt, grond.midden, { eigen: eind, rand: SECTORKLEUR[om.model.kleur(org)].rand, belang })];
}
