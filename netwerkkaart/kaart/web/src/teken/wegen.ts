// Bridges on the map: roads for the strong ones, dots for the fragile, the highlighter for the new.

import { BREEKBAAR, GEEL, INKT, PAPIER, ROOD, ZACHT } from "../data/kleuren";

export interface Boog {
  van: [number, number];
  naar: [number, number];
  buig: [number, number];
}

/** A quadratic curve that bends away from a centre. */
export function arc(van: [number, number], naar: [number, number], midden: [number, number], bocht = 0.14): Boog {
  const mx = (van[0] + naar[0]) / 2;
  const my = (van[1] + naar[1]) / 2;
  const dx = naar[0] - van[0];
  const dy = naar[1] - van[1];
  const kant = (mx - midden[0]) * -dy + (my - midden[1]) * dx >= 0 ? 1 : -1;
  return { van, naar, buig: [mx - dy * 2 * bocht * kant, my + dx * 2 * bocht * kant] };
}

export function pointOn({ van, naar, buig }: Boog, t: number): [number, number] {
  const u = 1 - t;
  return [u * u * van[0] + 2 * u * t * buig[0] + t * t * naar[0], u * u * van[1] + 2 * u * t * buig[1] + t * t * naar[1]];
}

export function trace(ctx: CanvasRenderingContext2D, boog: Boog): void {
  ctx.beginPath();
  ctx.moveTo(...boog.van);
  ctx.quadraticCurveTo(...boog.buig, ...boog.naar);
}

/** Draw a curve in one line; its caps are those of the canvas. */
export function strokeBoog(ctx: CanvasRenderingContext2D, boog: Boog, kleur: string, breed: number, streep: number[] = []): void {
  ctx.strokeStyle = kleur;
  ctx.lineWidth = breed;
  ctx.setLineDash(streep);
  trace(ctx, boog);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A road: ink casing, cream core, a round town at both ends. */
export function drawRoad(ctx: CanvasRenderingContext2D, boog: Boog, breed: number): void {
  ctx.lineCap = "round";
  strokeBoog(ctx, boog, INKT, breed + 2.6);
  strokeBoog(ctx, boog, "#FBF4DE", breed);
  ctx.lineCap = "butt";
}

export function drawTown(ctx: CanvasRenderingContext2D, [x, y]: [number, number], r = 5): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = "#FFFFFF";
  ctx.fill();
  ctx.lineWidth = 1.8;
  ctx.strokeStyle = INKT;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x, y, r * 0.36, 0, 2 * Math.PI);
  ctx.fillStyle = INKT;
  ctx.fill();
}

export function drawFragile(ctx: CanvasRenderingContext2D, boog: Boog): void {
  ctx.lineCap = "round";
  strokeBoog(ctx, boog, PAPIER, 7);
  strokeBoog(ctx, boog, BREEKBAAR, 3.4, [0.1, 6.4]);
  ctx.lineCap = "butt";
}

export function drawNew(ctx: CanvasRenderingContext2D, boog: Boog): void {
  ctx.lineCap = "round";
  strokeBoog(ctx, boog, "#FFFFFF", 15);
  strokeBoog(ctx, boog, GEEL, 11.5);
  strokeBoog(ctx, boog, INKT, 2.4, [8, 6]);
  ctx.lineCap = "butt";
}

/** A white disc with an outline, for a mark to stand on. */
export function drawDisc(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, rand: string, breed: number, vul = "#FFFFFF"): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = vul;
  ctx.fill();
  ctx.lineWidth = breed;
  ctx.strokeStyle = rand;
  ctx.stroke();
}

const KRUIS = { rand: ZACHT, omtrek: 1.2, lijn: 2.4 };

/** A red cross on a white disc: what was here is gone. Its arms are `d` long. */
export function drawCross(ctx: CanvasRenderingContext2D, x: number, y: number, r = 10, d = 0.42 * r, { rand, omtrek, lijn } = KRUIS): void {
  drawDisc(ctx, x, y, r, rand, omtrek);
  ctx.strokeStyle = ROOD;
  ctx.lineWidth = lijn;
  ctx.beginPath();
  ctx.moveTo(x - d, y - d);
  ctx.lineTo(x + d, y + d);
  ctx.moveTo(x + d, y - d);
  ctx.lineTo(x - d, y + d);
  ctx.stroke();
}
