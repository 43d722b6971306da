// One canvas of the picture: larger than its window, so that it can slide before it has to be drawn again.

import type { Kijk } from "./doek";

/** How far a sheet reaches beyond its window on every side, as a share of it. */
const RUIM = 0.3;
/** The same where nothing of the picture lies outside. */
const KRAP = 0.02;

export class Vel {
  private readonly doek = document.createElement("canvas");
  private rand: [number, number] = [0, 0];
  private stand = "";

  constructor(host: HTMLElement) {
    host.append(this.doek);
  }

  /**
   * Draw on it anew; what the pen was set to does not stay for the next drawing.
   * @param ruim a part of the picture lies outside the window: the sheet reaches far beyond it
   */
  draw<T>(kijk: Kijk, ruim: boolean, teken: (ctx: CanvasRenderingContext2D) => T): T | null {
    const ctx = this.prepare(kijk, ruim);
    return ctx && apart(ctx, teken);
  }

  /**
   * Draw what lies on it, unless that lies there already.
   * @param sleutel all that the drawing depends on, besides where one looks
   */
  keep(kijk: Kijk, ruim: boolean, sleutel: string, teken: (ctx: CanvasRenderingContext2D) => void): void {
    const { k, x, y, breed, hoog, dpr } = kijk;
    const stand = [sleutel, k, x, y, breed, hoog, dpr, ruim].join("|");
    this.doek.hidden = false;
    if (stand === this.stand) this.lay();
    else this.draw(kijk, ruim, teken);
    this.stand = stand;
  }

  /** Show nothing; what was drawn stays for when it is asked for again. */
  hide(): void {
    this.doek.hidden = true;
  }

  /** Size it, empty it, and set the origin to the window's corner. */
  private prepare(kijk: Kijk, ruim: boolean): CanvasRenderingContext2D | null {
    const { doek } = this;
    const deel = ruim ? RUIM : KRAP;
    const [mx, my] = (this.rand = [Math.round(kijk.breed * deel), Math.round(kijk.hoog * deel)]);
    const b = kijk.breed + 2 * mx;
    const h = kijk.hoog + 2 * my;
    const ctx = doek.getContext("2d");
    if (doek.width !== Math.round(b * kijk.dpr) || doek.height !== Math.round(h * kijk.dpr)) {
      doek.width = Math.round(b * kijk.dpr);
      doek.height = Math.round(h * kijk.dpr);
      doek.style.width = `${b}px`;
      doek.style.height = `${h}px`;
    } else {
      ctx?.setTransform(1, 0, 0, 1, 0, 0);
      ctx?.clearRect(0, 0, doek.width, doek.height);
    }
    ctx?.setTransform(kijk.dpr, 0, 0, kijk.dpr, mx * kijk.dpr, my * kijk.dpr);
    this.lay();
    return ctx;
  }

  /** Where it lies when it was just drawn. */
  private lay(): void {
    this.doek.style.transform = `translate(${-this.rand[0]}px,${-this.rand[1]}px)`;
  }

  /**
   * Slide and scale what is drawn: the corner of the window goes to (x, y), `s` times as large.
   * True when it leaves a part of a window of so wide bare.
   */
  slide(s: number, x: number, y: number, breed: number): boolean {
    if (this.doek.hidden) return false;
    const [mx, my] = this.rand;
    const dx = x - s * mx;
    const dy = y - s * my;
    this.doek.style.transformOrigin = "0 0";
    this.doek.style.transform = `translate(${dx}px,${dy}px) scale(${s})`;
    return dx > 0 || dy > 0 || dx + s * (breed + 2 * mx) < breed;
  }
}

/** Draw, and leave the pen as it was. */
export function apart<T>(ctx: CanvasRenderingContext2D, teken: (ctx: CanvasRenderingContext2D) => T): T {
  ctx.save();
  const uit = teken(ctx);
  ctx.restore();
  return uit;
}
