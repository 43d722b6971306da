// The borders of an area of municipalities: around all of it, and between them.

export type Punt = readonly [number, number];

/** A piece of border: its points in order, and whether it comes back to the first of them. */
export interface Randstuk {
  punten: Punt[];
  dicht: boolean;
}

/**
 * The pieces of the rings that stand in no other ring, in either direction.
 * What was cut up as one keeps the same points on both sides; where two neighbours do not, both stay. O(n).
 * @param ringen closed rings with whole coordinates, the first point not repeated at the end
 */
export function outerBorder(ringen: readonly (readonly Punt[])[]): Randstuk[] {
  const keren = new Map<string, number>();
  const zijden = ringen.map((ring) => ring.map((punt, i) => side(punt, ring[(i + 1) % ring.length])));
  for (const zijde of zijden.flat()) keren.set(zijde, (keren.get(zijde) ?? 0) + 1);
  return ringen.flatMap((ring, r) => pieces(ring, zijden[r].map((zijde) => keren.get(zijde) === 1)));
}

/** Every side of the rings once, also where two of them share it. O(n). */
export function allBorders(ringen: readonly (readonly Punt[])[]): Randstuk[] {
  const gehad = new Set<string>();
  return ringen.flatMap((ring) =>
    pieces(
      ring,
      ring.map((punt, i) => {
        const zijde = side(punt, ring[(i + 1) % ring.length]);
        return !gehad.has(zijde) && gehad.add(zijde) !== null;
      }),
    ),
  );
}

/** The same text for a side from either end. */
function side([ax, ay]: Punt, [bx, by]: Punt): string {
  return ax < bx || (ax === bx && ay < by) ? `${ax} ${ay} ${bx} ${by}` : `${bx} ${by} ${ax} ${ay}`;
}

/** Runs of sides that stay; `blijft[i]` is about the side from point i to the next. */
function pieces(ring: readonly Punt[], blijft: readonly boolean[]): Randstuk[] {
  const n = ring.length;
  const gat = blijft.indexOf(false);
  if (gat < 0) return n ? [{ punten: [...ring], dicht: true }] : [];
  const stukken: Randstuk[] = [];
  let punten: Punt[] = [];
  // From behind a side that goes, so that no run is cut where the ring happens to begin.
  for (let stap = 1; stap <= n; stap++) {
    const i = (gat + stap) % n;
    if (blijft[i]) punten.push(ring[i]);
    else if (punten.length) {
      stukken.push({ punten: [...punten, ring[i]], dicht: false });
      punten = [];
    }
  }
  return stukken;
}
