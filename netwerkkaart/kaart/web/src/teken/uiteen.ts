// Circles pushed apart until none overlaps, and no farther from their place than that takes.

export interface Bol {
  x: number;
  y: number;
  r: number;
}

/** Pixels that a circle may move before those near it are looked for anew. */
const SPELING = 8;

/** Pairs that come near enough to touch, as first × count + second, in order; still right while none moved beyond `SPELING`. */
class Nabij {
  paren: number[] = [];
  private readonly waar: { x: number; y: number }[];

  constructor(
    private readonly bollen: readonly Bol[],
    private readonly tussen: number,
  ) {
    this.waar = bollen.map(() => ({ x: 0, y: 0 }));
    this.list();
  }

  private list(): void {
    const { bollen, tussen } = this;
    const n = bollen.length;
    this.paren = [];
    for (let i = 0; i < n; i++) {
      const a = bollen[i];
      this.waar[i] = { x: a.x, y: a.y };
      for (let j = i + 1; j < n; j++) {
        const b = bollen[j];
        const reik = a.r + b.r + tussen + 2 * SPELING;
        if (Math.abs(b.x - a.x) <= reik && Math.abs(b.y - a.y) <= reik) this.paren.push(i * n + j);
      }
    }
  }

  /** To be told of every circle that moved: true when the pairs were listed anew. */
  moved(i: number): boolean {
    const { x, y } = this.bollen[i];
    if (Math.abs(x - this.waar[i].x) <= SPELING && Math.abs(y - this.waar[i].y) <= SPELING) return false;
    this.list();
    return true;
  }
}

/**
 * Push circles apart, each pair by half of what is too little, as often as is asked; a circle is moved, not replaced.
 * Pairs are taken in the order of their numbers: as if all were compared, but O(n) a pass where few lie near each other.
 */
export function pushApart(bollen: readonly Bol[], tussen: number, beurten: number): void {
  const n = bollen.length;
  const thuis = bollen.map(({ x, y }) => ({ x, y }));
  const nabij = new Nabij(bollen, tussen);
  for (let beurt = 0; beurt < beurten; beurt++) {
    let bewogen = false;
    for (let p = 0; p < nabij.paren.length; p++) {
      const paar = nabij.paren[p];
      const i = Math.floor(paar / n);
      const j = paar % n;
      const a = bollen[i];
      const b = bollen[j];
      const nodig = a.r + b.r + tussen;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const d = Math.hypot(dx, dy);
      if (d >= nodig) continue;
      // Two in one place part in a direction that depends on their numbers alone.
      const ux = d > 1e-6 ? dx / d : Math.cos(i * 2.4 + j);
      const uy = d > 1e-6 ? dy / d : Math.sin(i * 2.4 + j);
      const duw = (nodig - d) / 2;
      a.x -= ux * duw;
      a.y -= uy * duw;
      b.x += ux * duw;
      b.y += uy * duw;
      bewogen = true;
      // Listed anew, those that come after this pair stand elsewhere.
      if (nabij.moved(i) || nabij.moved(j)) p = nabij.paren.filter((ander) => ander <= paar).length - 1;
    }
    if (!bewogen) break;
    // A weak pull home keeps the map recognisable; never in the last passes.
    if (beurt >= beurten * 0.7) continue;
    bollen.forEach((bol, i) => {
      bol.x += (thuis[i].x - bol.x) * 0.03;
      bol.y += (thuis[i].y - bol.y) * 0.03;
      nabij.moved(i);
    });
  }
}
