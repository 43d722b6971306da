declare module "polylabel" {
  /** Pole of inaccessibility of a polygon (rings, outer first): x, y, and the distance to the border. */
  export default function polylabel(veelhoek: number[][][], precisie?: number): [number, number] & { distance: number };
}
