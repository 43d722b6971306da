// Names on the map of Overzicht: inside their municipality, away from roads and marks.

import { font, INKT, PAPIER } from "../data/kleuren";
import { stateOf, total } from "../data/scholen";
import { procent, regels } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { type Kijk, toX, toY } from "../teken/doek";
import { type Doos, type Etiket, type Geplaatst, type Plek, place, size } from "../teken/etiketten";
import { contains } from "../teken/kaartbasis";
import type { Overzichtkaart } from "./overzichtkaart";

const DONKER = "#146F6E";

/** Name and share; where that does not fit, the name alone. */
export function mapLabels(
  om: Omgeving,
  kaart: Overzichtkaart,
  kijk: Kijk,
  wegen: readonly [number, number][],
  bezet: readonly Doos[],
): Geplaatst[] {
  const veel = om.basis.vormen.length > 110;
  const over = new Set(om.model.g.gemeenten.nis.keys());
  const geplaatst: Geplaatst[] = [];
  const vormen: ((g: number) => Etiket)[] = om.smal
    ? [(g) => label(om, kaart, g, "naam", 10.5)]
    : [
        (g) => label(om, kaart, g, "beide", 12),
        (g) => label(om, kaart, g, "beide", 11),
        (g) => label(om, kaart, g, "naam", 11),
      ];
  for (const maak of vormen) {
    const ronde: Etiket[] = [];
    const vanEtiket = new Map<Etiket, number>();
    for (const g of over) {
      const kaal = maak(g);
      if (!kaal.regels.length) continue;
      const plekken = candidates(om, kijk, g, kaal, wegen, veel);
      if (!plekken.length) continue;
      const etiket = { ...kaal, plekken };
      vanEtiket.set(etiket, g);
      ronde.push(etiket);
    }
    const nieuw = place(ronde, [...bezet, ...geplaatst.map((p) => p.doos)], kijk);
    for (const p of nieuw) over.delete(vanEtiket.get(p.etiket) ?? -1);
    geplaatst.push(...nieuw);
  }
  return geplaatst;
}

function label(om: Omgeving, kaart: Overzichtkaart, g: number, wat: "beide" | "naam", grootte: number): Etiket {
  const telling = kaart.telling.gemeenten[g];
  const staat = stateOf(telling);
  const vul = kaart.fillOf(g);
  const deel = staat === "geen" ? "" : staat === "wit" ? "?" : procent(telling.per[0], total(telling));
  const naam = regels(om.model.g.gemeenten.naam[g]);
  const onder = wat === "naam" || !deel ? [] : [deel];
  return {
    regels: [...naam, ...onder],
    fonts: [...naam.map(() => font(grootte, 400)), ...onder.map(() => font(grootte, 700))],
    kleur: vul === DONKER ? "#FFFFFF" : staat === "wit" || staat === "geen" ? "#5A6570" : INKT,
    halo: vul,
    belang: total(telling) + (staat === "hiaat" ? 40 : 0),
    regelhoogte: grootte + 1.5,
    plekken: [],
  };
}

function candidates(
  om: Omgeving,
  kijk: Kijk,
  g: number,
  etiket: Etiket,
  wegen: readonly [number, number][],
  veel: boolean,
): Plek[] {
  const [b, h] = size(etiket);
  const vorm = om.basis.vormen[g];
  if (vorm) {
    const breed = kijk.k * (vorm.vak.rechts - vorm.vak.links);
    // A name much wider than its municipality would seem to be its neighbour's.
    if (breed < b * (veel ? 0.9 : 0.6)) return [];
  }
  const dichtbij = wegen.filter(([x, y]) => {
    const hart = vorm?.hart;
    return hart && Math.abs(toX(kijk, hart[0]) - x) < 130 && Math.abs(toY(kijk, hart[1]) - y) < 110;
  });
  return om.basis
    .places(g, kijk, b, h)
    .filter((plek) => plek.prijs < (veel ? 50 : 78))
    .map((plek) => {
      const onder = dichtbij.filter(([x, y]) => Math.abs(x - plek.x) < b / 2 + 4 && Math.abs(y - plek.y) < h / 2 + 4).length;
      return { ...plek, prijs: plek.prijs + 9 * onder };
    });
}

/** Names of what lies around: spaced capitals on open ground. */
export function neighbourLabels(om: Omgeving, kijk: Kijk): Etiket[] {
  if (om.smal) return [];
  return om.model.g.buurnamen.map(({ naam, punten }) => {
    const etiket: Etiket = {
      regels: [[...naam.toUpperCase()].join("\u2002")],
      fonts: [font(11.5)],
      kleur: "#8A8674",
      halo: PAPIER,
      belang: 0,
      regelhoogte: 13,
      marge: 12,
      plekken: [],
    };
    const [b, h] = size(etiket);
    const plekken = punten
      .map(([x, y]) => ({ x: toX(kijk, x), y: toY(kijk, y) }))
      .filter((plek) => plek.x > b / 2 && plek.x < kijk.breed - b / 2 && isOpen(om, kijk, plek, b, h))
      .map((plek) => ({ ...plek, prijs: Math.hypot(plek.x - kijk.breed / 2, plek.y - kijk.hoog / 2) }));
    return { ...etiket, plekken };
  });
}

function isOpen(om: Omgeving, kijk: Kijk, plek: { x: number; y: number }, b: number, h: number): boolean {
  for (let u = -0.5; u <= 0.5; u += 0.125) {
    for (const v of [-0.8, 0, 0.8]) {
      const gx = (plek.x + u * b - kijk.x) / kijk.k;
      const gy = (plek.y + v * h - kijk.y) / kijk.k;
      if (om.basis.vormen.some((vorm) => vorm !== null && contains(vorm, gx, gy))) return false;
    }
  }
  return true;
}
