// Which organisations and ties the filters let through, and the counts beside each row of the legend.

import type { Model } from "./model";
import type { Toestand } from "./toestand";

export interface Zicht {
  /** 1 where an organisation passes every filter. */
  org: Uint8Array;
  /** 1 where a tie is drawn: its group is chosen, both ends fit the theme, and one end passes every filter. */
  band: Uint8Array;
  aantalOrg: number;
  aantalBand: number;
  /** Per kind, group of ties and verdict: how many there are under the other filters. */
  perSoort: Int32Array;
  perGroep: Int32Array;
  perOordeel: Int32Array;
  /** False when no filter is set: everything is in sight. */
  actief: boolean;
}

export function filter(model: Model, t: Toestand): Zicht {
  const { g, n, m } = model;
  const { organisaties: org } = g;
  const regio = g.regios.find((r) => r.code === t.regio)?.nummer;
  const bit = t.thema ? 1 << (Number(t.thema) - 1) : 0;
  const perSoort = new Int32Array(g.soorten.length);
  const perOordeel = new Int32Array(g.meta.oordelen.length);
  const thema = new Uint8Array(n);
  const zicht = new Uint8Array(n);
  let aantalOrg = 0;
  for (let i = 0; i < n; i++) {
    // Who states no theme works for both.
    const inThema = !bit || !org.thema[i] || (org.thema[i] & bit) !== 0;
    const inRegio = regio === undefined || org.regio[i] === regio;
    const inSoort = !t.soorten.size || t.soorten.has(g.soorten[org.soort[i]].code);
    const oordeel = model.isSchool[i] ? model.oordeel(i, t.thema) : -1;
    const inOordeel = !t.oordelen.size || (model.isSchool[i] ? t.oordelen.has(oordeel) : true);
    thema[i] = inThema ? 1 : 0;
    if (inThema && inRegio && inOordeel) perSoort[org.soort[i]]++;
    if (inThema && inRegio && inSoort && oordeel >= 0) perOordeel[oordeel]++;
    if (inThema && inRegio && inSoort && inOordeel) {
      zicht[i] = 1;
      aantalOrg++;
    }
  }
  const perGroep = new Int32Array(g.bandgroepen.length);
  const inGroep = g.bandgroepen.map((groep) => !t.groepen.size || t.groepen.has(groep.code));
  const band = new Uint8Array(m);
  let aantalBand = 0;
  for (let i = 0; i < m; i++) {
    const a = model.van[i];
    const b = model.naar[i];
    if (!thema[a] || !thema[b] || !(zicht[a] || zicht[b])) continue;
    perGroep[model.groep[i]]++;
    if (!inGroep[model.groep[i]]) continue;
    band[i] = 1;
    aantalBand++;
  }
  const actief = t.soorten.size + t.groepen.size + t.oordelen.size > 0 || t.thema !== "" || t.regio !== "";
  return { org: zicht, band, aantalOrg, aantalBand, perSoort, perGroep, perOordeel, actief };
}

/** Ties in sight per bundle of the ring; the counts from Python when nothing is filtered. */
export class Bundeltelling {
  private nummer: Int32Array | null = null;

  constructor(private readonly model: Model) {}

  count(zicht: Zicht): ArrayLike<number> {
    const { bundels } = this.model.g.ring;
    if (!zicht.actief) return bundels.aantal;
    this.nummer ??= this.index();
    const aantal = new Int32Array(bundels.aantal.length);
    for (let i = 0; i < this.model.m; i++) if (zicht.band[i] && this.nummer[i] >= 0) aantal[this.nummer[i]]++;
    return aantal;
  }

  /** The bundle of each tie; −1 for ties inside one zone. */
  private index(): Int32Array {
    const { model } = this;
    const { bundels } = model.g.ring;
    const { cel } = model.g.organisaties;
    const cellen = model.g.ring.cellen.zone.length;
    const plaats = new Map<number, number>();
    for (let i = 0; i < bundels.a.length; i++) {
      plaats.set((bundels.a[i] * cellen + bundels.b[i]) * 2 + bundels.klasse[i], i);
    }
    return Int32Array.from({ length: model.m }, (_, i) => {
      const a = cel[model.van[i]];
      const b = cel[model.naar[i]];
      const sleutel = (Math.min(a, b) * cellen + Math.max(a, b)) * 2 + (model.over[i] ? 0 : 1);
      return plaats.get(sleutel) ?? -1;
    });
  }
}

export interface Paar {
  a: number;
  b: number;
  aantal: number;
  over: number;
}

/** Ties in sight per pair of municipalities, most first. */
export function pairs(model: Model, zicht: Zicht): Paar[] {
  const { paren } = model.g;
  const lijst: Paar[] = paren.a.map((a, i) => ({ a, b: paren.b[i], aantal: paren.aantal[i], over: paren.over[i] }));
  if (zicht.actief) {
    const breedte = model.g.gemeenten.nis.length;
    const plaats = new Map(lijst.map((paar) => [paar.a * breedte + paar.b, paar]));
    for (const paar of lijst) paar.aantal = paar.over = 0;
    const { gemeente } = model.g.organisaties;
    for (let i = 0; i < model.m; i++) {
      if (!zicht.band[i] || model.isSeat(i)) continue;
      const a = gemeente[model.van[i]];
      const b = gemeente[model.naar[i]];
      const paar = plaats.get(Math.min(a, b) * breedte + Math.max(a, b));
      if (!paar || a < 0 || b < 0) continue;
      paar.aantal++;
      paar.over += model.over[i];
    }
  }
  return lijst.filter((paar) => paar.aantal > 0).sort((p, q) => q.aantal - p.aantal || p.a - q.a || p.b - q.b);
}
