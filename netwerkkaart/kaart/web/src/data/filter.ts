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
  // What is asked of a kind or a verdict is looked up once, not for each organisation.
  const soortIn = Uint8Array.from(g.soorten, (soort) => (!t.soorten.size || t.soorten.has(soort.code) ? 1 : 0));
  const oordeelIn = Uint8Array.from(g.meta.oordelen, (_, v) => (!t.oordelen.size || t.oordelen.has(v) ? 1 : 0));
  const zonderOordeel = !t.oordelen.size || t.oordelen.has(-1);
  const oordelen = model.oordelen(t.thema);
  const thema = new Uint8Array(n);
  const zicht = new Uint8Array(n);
  let aantalOrg = 0;
  for (let i = 0; i < n; i++) {
    // Who states no theme works for both.
    const inThema = !bit || !org.thema[i] || (org.thema[i] & bit) !== 0;
    const inRegio = regio === undefined || org.regio[i] === regio;
    const inSoort = soortIn[org.soort[i]] > 0;
    const oordeel = model.isSchool[i] ? oordelen[i] : -1;
    const inOordeel = !model.isSchool[i] || (oordeel < 0 ? zonderOordeel : oordeelIn[oordeel] > 0);
    thema[i] = inThema ? 1 : 0;
    if (inThema && inRegio && inOordeel) perSoort[org.soort[i]]++;
    if (inThema && inRegio && inSoort && oordeel >= 0) perOordeel[oordeel]++;
    if (inThema && inRegio && inSoort && inOordeel) {
      zicht[i] = 1;
      aantalOrg++;
    }
  }
  const perGroep = new Int32Array(g.bandgroepen.length);
  const inGroep = Uint8Array.from(g.bandgroepen, (groep) => (!t.groepen.size || t.groepen.has(groep.code) ? 1 : 0));
  const band = new Uint8Array(m);
  let aantalBand = 0;
  for (let i = 0; i < m; i++) {
    const a = model.van[i];
    const b = model.naar[i];
    if (!thema[a] || !thema[b] || !(zicht[a] || zicht[b])) continue;
    const groep = model.groep[i];
    perGroep[groep]++;
    if (!inGroep[groep]) continue;
    band[i] = 1;
    aantalBand++;
  }
  const actief = t.soorten.size + t.groepen.size + t.oordelen.size > 0 || t.thema !== "" || t.regio !== "";
  return { org: zicht, band, aantalOrg, aantalBand, perSoort, perGroep, perOordeel, actief };
}
