// Which bridges of the ring are chosen: all, those of one zone, or those between two.

import { GEEN, type Model } from "./model";
import type { Toestand } from "./toestand";

/** The zone and its partner; −1 for none. */
export interface Ringkeuze {
  zone: number;
  partner: number;
}

export function ringChoice({ g }: Model, { zone, vak }: Toestand): Ringkeuze {
  const partner = zone >= 0 && vak ? g.zones.findIndex(({ code }) => code === vak) : GEEN;
  return { zone, partner: partner === zone ? GEEN : partner };
}

/** The part of the state that chooses a zone, or a pair; the same once more lets it go. */
export function chooseRing({ g }: Model, nu: Ringkeuze, zone: number, partner = GEEN): Pick<Toestand, "keuze" | "gemeente" | "bevinding" | "zone" | "vak"> {
  const zelfde = (nu.zone === zone && nu.partner === partner) || (partner >= 0 && nu.zone === partner && nu.partner === zone);
  return {
    keuze: GEEN,
    gemeente: GEEN,
    bevinding: GEEN,
    zone: zelfde ? GEEN : zone,
    vak: zelfde || partner < 0 ? "" : g.zones[partner].code,
  };
}

/** Two zones as people name them: schools first, they are what the map is about. */
export function inWords({ g }: Model, a: number, b: number): [number, number] {
  const { zones } = g;
  return zones[b].code === "scholen" || (zones[b].code === "clb" && zones[a].code !== "scholen") ? [b, a] : [a, b];
}

/** Does a tie between two zones belong to the choice? */
export function inChoice({ zone, partner }: Ringkeuze, a: number, b: number): boolean {
  if (zone < 0) return true;
  return partner < 0 ? a === zone || b === zone : (a === zone && b === partner) || (a === partner && b === zone);
}

/** Is a zone one of those chosen? */
export function touches({ zone, partner }: Ringkeuze, een: number): boolean {
  return zone < 0 || een === zone || een === partner;
}
