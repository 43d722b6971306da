// Legend of the ring: how wide a stream of so many ties is, or what the lines around one organisation mean.

import { GEEL, INKT, SECTORKLEUR } from "../data/kleuren";
import type { Ringkeuze } from "../data/ringkeuze";
import { telwoord } from "../data/zinnen";
import type { Stroomtekening } from "./stroomtekening";
import type { Legende } from "./view";

export function streamRows(stromen: Stroomtekening, keuze: Ringkeuze): Legende["rijen"] {
  const { hoogste } = stromen;
  const voorbeelden = hoogste > 40 ? [1, round(hoogste / 4), round(hoogste)] : [1, 4, 9];
  const breed = (n: number): Legende["rijen"][number] => ({
    tekst: telwoord(n, "band", "banden"),
    teken: (ctx, b, h) => {
      ctx.globalAlpha = 0.9;
      stroke(ctx, b, h, SECTORKLEUR.onderwijs.vul, stromen.width(n));
    },
  });
  const flets: Legende["rijen"][number] = {
    tekst: "binnen onderwijs, overleg",
    teken: (ctx, b, h) => {
      ctx.globalAlpha = 0.3;
      stroke(ctx, b, h, SECTORKLEUR.onderwijs.vul, 4);
    },
  };
  // Between two chosen sectors nothing is faint.
  return [...voorbeelden.map(breed), ...(keuze.partner >= 0 ? [] : [flets])];
}

export function focusRows(): Legende["rijen"] {
  return [
    {
      tekst: "voorgestelde nieuwe band",
      teken: (ctx, b, h) => {
        stroke(ctx, b, h, GEEL, 11);
        ctx.setLineDash([8, 5]);
        stroke(ctx, b, h, INKT, 2.4);
      },
    },
    { tekst: "band, bevestigd", teken: (ctx, b, h) => stroke(ctx, b, h, INKT, 3) },
    {
      tekst: "band, nog niet bevestigd",
      teken: (ctx, b, h) => {
        ctx.setLineDash([8, 5]);
        stroke(ctx, b, h, INKT, 3);
      },
    },
    { tekst: "band van een partner", teken: (ctx, b, h) => stroke(ctx, b, h, "#8D959C", 1) },
  ];
}

/** To one figure: a sample of a width needs no more. */
function round(n: number): number {
  const maat = 10 ** Math.floor(Math.log10(n));
  return Math.max(1, Math.floor(n / maat) * maat);
}

function stroke(ctx: CanvasRenderingContext2D, b: number, h: number, kleur: string, breed: number): void {
  ctx.strokeStyle = kleur;
  ctx.lineWidth = breed;
  ctx.beginPath();
  ctx.moveTo(2, h / 2);
  ctx.lineTo(b - 2, h / 2);
  ctx.stroke();
}
