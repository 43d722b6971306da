// A part of the picture that stays the same while the reader filters, kept as pixels.
// Wide soft lines along every border cost more to draw than all the rest together; copying them costs next to nothing.

import { asPen } from "./svgpen";

/** The canvases of layers themselves: one layer may lie in another. */
const EIGEN = new WeakSet<HTMLCanvasElement>();

export class Laag {
  private readonly doek = document.createElement("canvas");
  private stand = "";

  constructor() {
    EIGEN.add(this.doek);
  }

  /**
   * Draw, or copy what was drawn before; pixel by pixel the same.
   * @param sleutel all that the drawing depends on, besides size and transform of the canvas
   * @param teken draws on an empty canvas, so that this must come first in the picture
   */
  draw(ctx: CanvasRenderingContext2D, sleutel: string, teken: (ctx: CanvasRenderingContext2D) => void): void {
    // Only the canvas of the page comes back with the same question: an export is drawn once.
    if (asPen(ctx) || !(ctx.canvas.isConnected || EIGEN.has(ctx.canvas))) {
      teken(ctx);
      return;
    }
    const { width, height } = ctx.canvas;
    const matrix = ctx.getTransform();
    const stand = [sleutel, width, height, matrix.a, matrix.d, matrix.e, matrix.f].join("|");
    if (this.stand !== stand) {
      this.doek.width = width;
      this.doek.height = height;
      const eigen = this.doek.getContext("2d");
      if (!eigen) {
        teken(ctx);
        return;
      }
      eigen.setTransform(matrix);
      teken(eigen);
      this.stand = stand;
    }
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(this.doek, 0, 0);
    ctx.restore();
  }
}

/** Where a window looks, as part of a key. */
export function lookKey({ k, x, y }: { k: number; x: number; y: number }): string {
  return `${k} ${x} ${y}`;
}
