// The name of an organisation in focus, on a plate beside its dot: away from the middle, which is left to the lines.

import { font, GEEL, INKT } from "../data/kleuren";
import { opEtiket } from "../data/zinnen";
import { around, type Etiket, far, size } from "./etiketten";

export interface Bord {
  /** True for what was chosen itself: yellow, bold and edged in ink; others are white, edged in a colour. */
  eigen: boolean;
  rand: string;
  /** A dashed edge: what is not there yet. */
  streep?: boolean;
  belang: number;
}

/** The label of a name at a pixel of the window, with places that rather stand outward as seen from `midden`. */
export function nameplate(naam: string, [x, y]: readonly [number, number], [mx, my]: readonly [number, number], { eigen, rand, streep = false, belang }: Bord): Etiket {
  const kaal: Etiket = {
    regels: [opEtiket(naam)],
    fonts: [font(eigen ? 12.5 : 11.5, eigen ? 700 : 600)],
    kleur: INKT,
    halo: "",
    belang,
    regelhoogte: 14,
    marge: 4,
    leider: { x, y },
    plekken: [],
    kader: { rand: eigen ? INKT : rand, vul: eigen ? GEEL : "#FFFFFF", streep },
  };
  const [b, h] = size(kaal);
  const r0 = Math.hypot(x - mx, y - my) || 1;
  const plekken = [...around(x, y, 14, b, h), ...far(x, y, b, h, [32, 52, 76, 104])].map((plek) => {
    const verder = Math.hypot(plek.x - mx, plek.y - my) - r0;
    return { ...plek, prijs: (plek.prijs ?? 0) + (verder < 0 ? 12 - verder / 4 : 0) };
  });
  return { ...kaal, plekken };
}
