// Thousands of small marks at once. A canvas spends more on each copy than a mark of a few pixels is worth:
// so they are laid over each other in a plain array of pixels, and that goes to the canvas in one copy.

import type { Kaartsoort } from "../data/gegevens";
import { drawGlyph, type Sprites } from "./glyfen";
import { asPen } from "./svgpen";

export interface Stip {
  /** Number of the kind, whose mark it is. */
  soort: number;
  x: number;
  y: number;
  /** Opacity, from 0 to 1. */
  dekking: number;
}

/** Parts of a pixel at which a mark is drawn; finer no eye sees. */
const DELEN = 4;
/** Fewer, or larger in pixels, and the canvas copies them as quickly itself. */
const VEEL = 400;
const KLEIN = 24;

/** The mark of a kind at a part of a pixel, as pixels. */
interface Stempel {
  zijde: number;
  pixels: Uint8ClampedArray;
}

export class Stippen {
  private readonly stempels = new Map<string, Stempel>();
  private readonly vel = document.createElement("canvas");

  constructor(
    private readonly soorten: readonly Kaartsoort[],
    private readonly sprites: Sprites,
  ) {}

  /** Draw marks of one radius, the later over the earlier. */
  draw(ctx: CanvasRenderingContext2D, stippen: readonly Stip[], r: number, dpr: number): void {
    const stap = Math.round(r * 4) / 4;
    const zijde = Math.ceil((2.6 * stap + 3) * dpr);
    if (stippen.length < VEEL || zijde > KLEIN || asPen(ctx) || !this.drawPixels(ctx, stippen, stap, zijde)) {
      for (const { soort, x, y, dekking } of stippen) {
        ctx.globalAlpha = dekking;
        this.sprites.draw(ctx, soort, x, y, r, dpr);
      }
      ctx.globalAlpha = 1;
    }
  }

  /** False when the canvas is turned or stretched: a pixel of ours is then none of its own. */
  private drawPixels(ctx: CanvasRenderingContext2D, stippen: readonly Stip[], stap: number, zijde: number): boolean {
    const { a: schaal, b, c, d, e, f } = ctx.getTransform();
    if (b || c || schaal !== d) return false;
    // Upper left corners, in parts of a pixel of the canvas.
    const hoekX = Int32Array.from(stippen, ({ x }) => Math.round((schaal * x + e - zijde / 2) * DELEN));
    const hoekY = Int32Array.from(stippen, ({ y }) => Math.round((schaal * y + f - zijde / 2) * DELEN));
    const [links, rechts] = span(hoekX, zijde, ctx.canvas.width);
    const [boven, onder] = span(hoekY, zijde, ctx.canvas.height);
    if (rechts <= links || onder <= boven) return true;
    const beeld = new ImageData(rechts - links, onder - boven);
    stippen.forEach(({ soort, dekking }, i) => {
      const stempel = this.stempel(soort, stap, schaal, zijde, hoekX[i] & (DELEN - 1), hoekY[i] & (DELEN - 1));
      lay(beeld, stempel, Math.floor(hoekX[i] / DELEN) - links, Math.floor(hoekY[i] / DELEN) - boven, dekking);
    });
    this.vel.width = beeld.width;
    this.vel.height = beeld.height;
    this.vel.getContext("2d")?.putImageData(beeld, 0, 0);
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = 1;
    ctx.drawImage(this.vel, links, boven);
    ctx.restore();
    return true;
  }

  private stempel(soort: number, stap: number, schaal: number, zijde: number, deelX: number, deelY: number): Stempel {
    const sleutel = `${soort}|${stap}|${schaal}|${deelX}|${deelY}`;
    let stempel = this.stempels.get(sleutel);
    if (!stempel) {
      const doek = document.createElement("canvas");
      doek.width = doek.height = zijde;
      const ctx = doek.getContext("2d", { willReadFrequently: true });
      if (ctx) {
        ctx.translate(zijde / 2 + deelX / DELEN, zijde / 2 + deelY / DELEN);
        ctx.scale(schaal, schaal);
        drawGlyph(ctx, this.soorten[soort], 0, 0, stap);
      }
      stempel = { zijde, pixels: ctx?.getImageData(0, 0, zijde, zijde).data ?? new Uint8ClampedArray(4 * zijde * zijde) };
      this.stempels.set(sleutel, stempel);
    }
    return stempel;
  }
}

/** From where to where corners and what hangs on them lie on the canvas, in pixels. */
function span(hoeken: Int32Array, zijde: number, maat: number): [number, number] {
  let [laag, hoog] = [Infinity, -Infinity];
  for (const hoek of hoeken) {
    if (hoek < laag) laag = hoek;
    if (hoek > hoog) hoog = hoek;
  }
  return [Math.max(0, Math.floor(laag / DELEN)), Math.min(maat, Math.floor(hoog / DELEN) + zijde)];
}

/** Lay a mark over what is there (Porter and Duff's "over"; colours are not multiplied by their opacity). */
function lay(beeld: ImageData, { zijde, pixels }: Stempel, x: number, y: number, dekking: number): void {
  const { data, width, height } = beeld;
  for (let j = Math.max(0, -y); j < zijde && y + j < height; j++) {
    for (let i = Math.max(0, -x); i < zijde && x + i < width; i++) {
      const bron = 4 * (j * zijde + i);
      if (!pixels[bron + 3]) continue;
      const doel = 4 * ((y + j) * width + x + i);
      const boven = (pixels[bron + 3] / 255) * dekking;
      const onder = (data[doel + 3] / 255) * (1 - boven);
      const som = boven + onder;
      for (let k = 0; k < 3; k++) data[doel + k] = (pixels[bron + k] * boven + data[doel + k] * onder) / som;
      data[doel + 3] = 255 * som;
    }
  }
}
