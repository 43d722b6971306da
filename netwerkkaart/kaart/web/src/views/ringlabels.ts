// Names around the ring: zones upright, municipalities along the radius.

import { font, INKT, PAPIER, SECTORKLEUR, ZACHT } from "../data/kleuren";
import { getal, opEtiket } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import type { Kijk } from "../teken/doek";
import { around, type Etiket, type Plek, size } from "../teken/etiketten";
import type { Ringtekening } from "./ringtekening";

export function ringLabels(om: Omgeving, tekening: Ringtekening, kijk: Kijk, dof: boolean): Etiket[] {
  const namen = [...zoneLabels(om, tekening, kijk, dof), ...cellLabels(om, tekening, kijk, dof)];
  return dof ? namen : [...namen, ...dotLabels(om, tekening, kijk)];
}

const STIPPEN = 40;

/** Zoomed in far enough to read them: names of the organisations with most ties. */
function dotLabels(om: Omgeving, tekening: Ringtekening, kijk: Kijk): Etiket[] {
  const r = tekening.dotRadius(kijk);
  if (r < 4.5) return [];
  const { model, zicht } = om;
  const inBeeld: [number, number, number][] = [];
  for (let org = 0; org < model.n; org++) {
    const [x, y] = tekening.pixel(org, kijk);
    if (zicht.org[org] && x > 0 && y > 0 && x < kijk.breed && y < kijk.hoog) inBeeld.push([org, x, y]);
  }
  inBeeld.sort((p, q) => model.graad[q[0]] - model.graad[p[0]] || p[0] - q[0]);
  return inBeeld.slice(0, 3 * STIPPEN).map(([org, x, y], i) => {
    const etiket: Etiket = {
      regels: [opEtiket(model.naam(org))],
      fonts: [font(11)],
      kleur: INKT,
      halo: PAPIER,
      belang: -i,
      plekken: [],
    };
    const [b, h] = size(etiket);
    return { ...etiket, plekken: around(x, y, r + 2, b, h) };
  });
}

function zoneCounts(om: Omgeving): Int32Array {
  const aantal = new Int32Array(om.model.g.zones.length);
  for (let i = 0; i < om.model.n; i++) if (om.zicht.org[i]) aantal[om.model.zone[i]]++;
  return aantal;
}

function zoneLabels(om: Omgeving, tekening: Ringtekening, kijk: Kijk, dof: boolean): Etiket[] {
  const { g } = om.model;
  const aantal = zoneCounts(om);
  const klein = om.smal;
  return g.ring.zones.map(([zone, begin, eind]) => {
    const { naam, kort, kleur, code } = g.zones[zone];
    const midden = (begin + eind) / 2;
    const schuin = dof ? 0.55 : 1;
    const etiket: Etiket = {
      regels: klein ? [kort] : naam.length > 14 ? splitName(naam) : [naam],
      fonts: [font(klein ? 12 : 14, 700)],
      kleur: fade(SECTORKLEUR[kleur].tekst, schuin),
      halo: PAPIER,
      // Narrow zones have the fewest places for their name: they choose first.
      belang: 1000 + 1e7 / (eind - begin),
      regelhoogte: 16,
      marge: 4,
      plekken: [],
      staart: { tekst: getal(aantal[zone]), font: font(klein ? 11 : 13), kleur: fade(ZACHT, schuin) },
    };
    const [b, h] = size(etiket);
    const ver = code === "scholen" && !klein && !g.ring.perRegio;
    const straal = tekening.buiten[zone] * kijk.k + (ver ? 108 : 8);
    const plekken: Plek[] = [];
    // Among the names of municipalities rather than nowhere: they make way.
    for (const extra of ver ? [0, 14, 28, 45, 60, -25, -50, -75] : [0, 10, 22, 38, 56]) {
      for (const deel of [0, -0.15, 0.15, -0.3, 0.3, -0.42, 0.42]) {
        const hoek = midden + deel * (eind - begin);
        const [x, y] = tekening.ray(kijk, hoek, straal + extra);
        const s = Math.sin(hoek / 10_000);
        const c = -Math.cos(hoek / 10_000);
        for (const opzij of [0, -0.45, 0.45]) {
          const naast = { x: x + (s * b) / 2 + opzij * b * Math.abs(c), y: y + (c * h) / 2 + opzij * h * Math.abs(s) };
          const plek = pushOut(kijk, naast, b, h, [s, c], straal - 2);
          plekken.push({ ...plek, prijs: Math.abs(extra) + Math.abs(deel) * 20 + Math.abs(opzij) * 18 });
        }
      }
    }
    return { ...etiket, plekken, belang: ver ? 900 : etiket.belang };
  });
}

/** Move a box outwards until no part of it lies inside the circle of the ring. */
function pushOut(kijk: Kijk, plek: Plek, b: number, h: number, [dx, dy]: [number, number], straal: number): Plek {
  let { x, y } = plek;
  for (let stap = 0; stap < 40; stap++) {
    const nx = Math.max(x - b / 2, Math.min(x + b / 2, kijk.x));
    const ny = Math.max(y - h / 2, Math.min(y + h / 2, kijk.y));
    if (Math.hypot(nx - kijk.x, ny - kijk.y) >= straal) break;
    x += 2 * dx;
    y += 2 * dy;
  }
  return { ...plek, x, y };
}

function splitName(naam: string): string[] {
  const woorden = naam.split(" ");
  const half = Math.ceil(woorden.length / 2);
  return [woorden.slice(0, half).join(" "), woorden.slice(half).join(" ")].filter(Boolean);
}

/** Mix a colour with paper. */
function fade(hex: string, deel: number): string {
  if (deel >= 1) return hex;
  const a = Number.parseInt(hex.slice(1), 16);
  const b = Number.parseInt(PAPIER.slice(1), 16);
  const mix = [16, 8, 0].map((s) => Math.round(((a >> s) & 255) * deel + ((b >> s) & 255) * (1 - deel)));
  return `rgb(${mix.join(",")})`;
}

function cellLabels(om: Omgeving, tekening: Ringtekening, kijk: Kijk, dof: boolean): Etiket[] {
  const { g } = om.model;
  const { cellen, perRegio } = g.ring;
  // Small rings have no room for names of municipalities; zooming in brings them.
  if (kijk.k * g.ring.straal < 200) return [];
  const perCel = new Int32Array(cellen.zone.length);
  for (let i = 0; i < om.model.n; i++) perCel[g.organisaties.cel[i]]++;
  const grens = quantile(perCel, cellen.zone.map((z) => g.zones[z].code === "scholen"), 0.72);
  const etiketten: Etiket[] = [];
  for (let c = 0; c < cellen.zone.length; c++) {
    const scholen = g.zones[cellen.zone[c]].code === "scholen";
    const naam = cellName(om, c);
    // Beside the schools, names come when a cell is wide enough on the screen.
    const breed = ((cellen.eind[c] - cellen.begin[c]) / 10_000) * g.ring.straal * kijk.k;
    if (!naam || (!scholen && (breed < 13 || kijk.zoom < 1.8))) continue;
    const groot = scholen && perCel[c] >= grens;
    const etiket: Etiket = {
      regels: [naam],
      fonts: [font(groot ? 12 : 11, groot ? 700 : 400)],
      kleur: fade(groot ? INKT : "#48545E", dof ? 0.4 : 1),
      halo: "",
      belang: scholen ? 500 + perCel[c] : perCel[c],
      regelhoogte: 12,
      plekken: [],
    };
    const straal = tekening.buiten[cellen.zone[c]] * kijk.k + 5;
    const midden = (cellen.begin[c] + cellen.eind[c]) / 2;
    etiketten.push({
      ...etiket,
      plekken: perRegio
        ? arc(tekening, kijk, midden, cellen.eind[c] - cellen.begin[c], straal, etiket)
        : radial(tekening, kijk, midden, straal, etiket),
    });
  }
  return etiketten;
}

function cellName(om: Omgeving, cel: number): string {
  const { cellen, perRegio } = om.model.g.ring;
  if (perRegio) return om.model.g.regios.find((regio) => regio.nummer === cellen.regio[cel])?.naam ?? "";
  return cellen.gemeente[cel] >= 0 ? om.model.g.gemeenten.naam[cellen.gemeente[cel]] : "";
}

/** Along the radius, reading outwards on the right and inwards on the left; may shift a little. */
function radial(tekening: Ringtekening, kijk: Kijk, midden: number, straal: number, etiket: Etiket): Plek[] {
  const [b] = size(etiket);
  return [0, 6, -6, 11, -11].map((schuif) => {
    const hoek = midden + (schuif / straal) * 10_000;
    const [x, y] = tekening.ray(kijk, hoek, straal + b / 2);
    const rad = hoek / 10_000;
    const links = Math.sin(rad) < 0;
    return { x, y, hoek: rad + (links ? Math.PI / 2 : -Math.PI / 2), prijs: Math.abs(schuif) };
  });
}

/** Upright beside the ring. */
function arc(tekening: Ringtekening, kijk: Kijk, midden: number, breedte: number, straal: number, etiket: Etiket): Plek[] {
  const [b, h] = size(etiket);
  return [0, -0.15, 0.15, -0.3, 0.3, -0.42, 0.42].flatMap((deel) =>
    [0, 12, 24].map((extra) => {
      const rad = (midden + deel * breedte) / 10_000;
      const [x, y] = tekening.ray(kijk, midden + deel * breedte, straal + extra);
      const prijs = extra + Math.abs(deel) * 30;
      const plek = { x: x + (Math.sin(rad) * b) / 2, y: y - (Math.cos(rad) * h) / 2, prijs };
      return pushOut(kijk, plek, b, h, [Math.sin(rad), -Math.cos(rad)], straal);
    }),
  );
}

function quantile(waarden: Int32Array, telt: boolean[], deel: number): number {
  const gekozen = Array.from(waarden).filter((_, i) => telt[i]).sort((a, b) => a - b);
  return gekozen.length ? gekozen[Math.floor(gekozen.length * deel)] : 0;
}
