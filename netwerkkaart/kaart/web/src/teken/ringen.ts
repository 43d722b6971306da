// Rings of sectors per municipality: slices and number.

import { font, INKT, SECTORKLEUR } from "../data/kleuren";
import type { Omgeving } from "../omgeving";
import { textWidth } from "./etiketten";

/** Slices of a ring, clockwise from the top. */
export const SECTORVOLGORDE = ["onderwijs", "naft", "welzijn", "gezondheid", "werk", "lokaal", "andere"];

export interface Ringdeel {
  kleur: string;
  aantal: number;
}

/** Organisations in sight per municipality and sector; fora and coordinators lie nowhere. */
export function slices(om: Omgeving): Ringdeel[][] {
  const { g } = om.model;
  const tel = g.gemeenten.nis.map(() => new Map<string, number>());
  for (let i = 0; i < om.model.n; i++) {
    const gemeente = g.organisaties.gemeente[i];
    const kleur = om.model.kleur(i);
    if (gemeente < 0 || !om.zicht.org[i] || kleur === "overleg") continue;
    tel[gemeente].set(kleur, (tel[gemeente].get(kleur) ?? 0) + 1);
  }
  return tel.map((per) => SECTORVOLGORDE.flatMap((kleur) => (per.has(kleur) ? [{ kleur, aantal: per.get(kleur) ?? 0 }] : [])));
}

/** Thinner than this a pattern is noise. */
const DIK_GENOEG = 4.2;
/** From this radius on a ring has room for that beside its number. */
const RUIM_GENOEG = 9;

/** A strip of a sector with its own pattern, so that it can be told apart without colour; `lijn` runs along it, so far from its middle. */
export function drawSector(ctx: CanvasRenderingContext2D, sector: string, dik: number, lijn: (naast: number) => void): void {
  const veeg = (kleur: string, breed: number, streep: number[] = [], naast = 0): void => {
    ctx.strokeStyle = kleur;
    ctx.lineWidth = breed;
    ctx.setLineDash(streep);
    ctx.beginPath();
    lijn(naast);
    ctx.stroke();
  };
  veeg(SECTORKLEUR[sector].vul, dik);
  if (dik < DIK_GENOEG) return;
  const licht = "rgba(255,255,255,0.9)";
  if (sector === "naft") veeg(licht, dik * 0.32, [2, 2.2]);
  else if (sector === "welzijn") veeg(licht, 1.2);
  else if (sector === "gezondheid") veeg("#6B4A00", dik * 0.3, [1.8, 2.4]);
  else if (sector === "werk") veeg(licht, dik, [1, 2.6]);
  else if (sector === "lokaal") veeg(licht, dik * 0.36, [], -dik * 0.22);
  ctx.setLineDash([]);
}

export function drawRing(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  delen: readonly Ringdeel[],
  tekst: string,
  dof = false,
): void {
  const som = delen.reduce((s, deel) => s + deel.aantal, 0);
  const dik = Math.max(r >= RUIM_GENOEG ? DIK_GENOEG : Math.min(2.2, r), r * 0.36);
  ctx.beginPath();
  ctx.arc(x, y, r + 1.6, 0, 2 * Math.PI);
  ctx.fillStyle = "#FFFFFF";
  ctx.fill();
  ctx.globalAlpha = dof ? 0.35 : 1;
  let hoek = -Math.PI / 2;
  for (const { kleur, aantal } of delen) {
    const begin = hoek;
    const eind = hoek + (2 * Math.PI * aantal) / Math.max(1, som);
    drawSector(ctx, kleur, dik, (naast) => ctx.arc(x, y, Math.max(0, r - dik / 2 + naast), begin, eind));
    hoek = eind;
  }
  if (delen.length > 1) {
    ctx.strokeStyle = "#FFFFFF";
    ctx.lineWidth = 0.9;
    for (const { aantal } of delen) {
      hoek += (2 * Math.PI * aantal) / Math.max(1, som);
      ctx.beginPath();
      ctx.moveTo(x + (r - dik) * Math.cos(hoek), y + (r - dik) * Math.sin(hoek));
      ctx.lineTo(x + r * Math.cos(hoek), y + r * Math.sin(hoek));
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
  const letter = font(Math.max(8.6, Math.min(14, r * 0.5 + 2.6)), 700);
  // A number that would run over its ring says less than none.
  if (r >= 8.4 && tekst && textWidth(tekst, letter) <= 2 * (r - dik) + 3) {
    ctx.fillStyle = INKT;
    ctx.font = letter;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(tekst, x, y + 0.5);
  }
}
