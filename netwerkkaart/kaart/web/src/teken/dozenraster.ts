// Boxes by the squares of the window that they touch: a label is compared with what lies near it, not with all there is.

import { type Doos, overlaps, type Veld } from "./etiketten";

/** Side of a square in pixels: about a label wide. */
const ZIJDE = 64;

export class Dozenraster {
  private readonly vakken: Doos[][];
  private readonly breed: number;
  private readonly hoog: number;

  constructor(veld: Veld) {
    this.breed = Math.max(1, Math.ceil(veld.breed / ZIJDE));
    this.hoog = Math.max(1, Math.ceil(veld.hoog / ZIJDE));
    this.vakken = Array.from({ length: this.breed * this.hoog }, () => []);
  }

  add(doos: Doos): void {
    this.find(doos, (hier) => {
      hier.push(doos);
      return false;
    });
  }

  /** True when a box in the window overlaps one that was added. */
  covers(doos: Doos): boolean {
    return this.find(doos, (hier) => hier.some((ander) => overlaps(doos, ander)));
  }

  /** Visit the squares of the window that a box touches until one answers yes; a turned box touches those of its circle. */
  private find({ x, y, b, h, hoek }: Doos, vraag: (hier: Doos[]) => boolean): boolean {
    const straal = Math.hypot(b, h) / 2;
    const rx = hoek ? straal : b / 2;
    const ry = hoek ? straal : h / 2;
    const rechts = Math.min(this.breed - 1, Math.floor((x + rx) / ZIJDE));
    const onder = Math.min(this.hoog - 1, Math.floor((y + ry) / ZIJDE));
    for (let j = Math.max(0, Math.floor((y - ry) / ZIJDE)); j <= onder; j++) {
      for (let i = Math.max(0, Math.floor((x - rx) / ZIJDE)); i <= rechts; i++) if (vraag(this.vakken[j * this.breed + i])) return true;
    }
    return false;
  }
}
