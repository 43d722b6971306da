// Ties between two sectors, as the panels of Netwerk count and colour them.

import { lijnkleur } from "../data/kleuren";
import type { Omgeving } from "../omgeving";

export interface Sectorpaar {
  a: number;
  b: number;
  aantal: number;
}

/** Ties in sight between each pair of zones that belong to different sectors, most first. */
export function sectorPairs(om: Omgeving): Sectorpaar[] {
  const { model, zicht } = om;
  const { zones } = model.g;
  const tel = new Int32Array(zones.length * zones.length);
  for (let i = 0; i < model.m; i++) {
    if (!zicht.band[i] || !model.over[i]) continue;
    const a = model.zone[model.van[i]];
    const b = model.zone[model.naar[i]];
    tel[Math.min(a, b) * zones.length + Math.max(a, b)]++;
  }
  const aanwezig = new Set(model.g.ring.zones.map(([zone]) => zone));
  const paren: Sectorpaar[] = [];
  for (let a = 0; a < zones.length; a++) {
    for (let b = a + 1; b < zones.length; b++) {
      const telt = aanwezig.has(a) && aanwezig.has(b) && zones[a].kleur !== zones[b].kleur;
      if (!telt || zones[a].kleur === "overleg" || zones[b].kleur === "overleg") continue;
      paren.push({ a, b, aantal: tel[a * zones.length + b] });
    }
  }
  return paren.sort((p, q) => q.aantal - p.aantal || p.a - q.a || p.b - q.b);
}

/** From the colour of one zone to that of another, for a bar. */
export function pairGradient({ model }: Omgeving, a: number, b: number): string {
  const { zones } = model.g;
  return `linear-gradient(90deg,${lijnkleur(zones[a].kleur)} 20%,${lijnkleur(zones[b].kleur)} 80%)`;
}
