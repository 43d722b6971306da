// Right panel of Netwerk: how many ties cross a sector line, between which sectors, and where none do.

import { el } from "../bediening/dom";
import { lijnkleur } from "../data/kleuren";
import { telwoord } from "../data/zinnen";
import { viewTools } from "../hand/begin";
import type { Omgeving } from "../omgeving";
import { bar, heading, paragraph, subheading } from "./hulp";

interface Sectorpaar {
  a: number;
  b: number;
  aantal: number;
}

/** Ties in sight between each pair of zones that belong to different sectors, most first. */
export function sectorPairs(om: Omgeving): Sectorpaar[] {
  const { model, zicht } = om;
  const { zones } = model.g;
  const tel = new Int32Array(zones.length * zones.length);
  for (let i = 0; i < model.m; i++) {
    if (!zicht.band[i] || !model.over[i]) continue;
    const a = model.zone[model.van[i]];
    const b = model.zone[model.naar[i]];
    tel[Math.min(a, b) * zones.length + Math.max(a, b)]++;
  }
  const aanwezig = new Set(model.g.ring.zones.map(([zone]) => zone));
  const paren: Sectorpaar[] = [];
  for (let a = 0; a < zones.length; a++) {
    for (let b = a + 1; b < zones.length; b++) {
      const telt = aanwezig.has(a) && aanwezig.has(b) && zones[a].kleur !== zones[b].kleur;
      if (!telt || zones[a].kleur === "overleg" || zones[b].kleur === "overleg") continue;
      paren.push({ a, b, aantal: tel[a * zones.length + b] });
    }
  }
  return paren.sort((p, q) => q.aantal - p.aantal || p.a - q.a || p.b - q.b);
}

export function networkPanel(om: Omgeving): Node[] {
  const { g } = om.model;
  const gekozen = om.t.zone;
  const paren = sectorPairs(om).filter(({ a, b }) => gekozen < 0 || a === gekozen || b === gekozen);
  const totaal = paren.reduce((som, paar) => som + paar.aantal, 0);
  const hoogste = Math.max(1, paren[0]?.aantal ?? 0);
  // Schools first in a name: they are what the map is about.
  const name = (a: number, b: number): [string, string] => {
    const [p, q] = g.zones[b].code === "scholen" || (g.zones[b].code === "clb" && g.zones[a].code !== "scholen") ? [b, a] : [a, b];
    return [g.zones[p].kort, g.zones[q].kort];
  };
  const zonder = paren.filter((paar) => paar.aantal === 0).slice(0, 6);
  const wie = gekozen >= 0 ? ` van ${g.zones[gekozen].naam}` : "";
  return [
    heading(`${telwoord(totaal, "band", "banden")}${wie} ${totaal === 1 ? "gaat" : "gaan"} over een sectorgrens`),
    paragraph("Banden binnen onderwijs en deelname aan overleg tellen hier niet mee. Ze staan lichter getekend."),
    subheading("Sterkste bruggen", "banden"),
    ...paren
      .filter((paar) => paar.aantal > 0)
      .slice(0, 8)
      .map(({ a, b, aantal }) => {
        const [p, q] = name(a, b);
        const [ka, kb] = g.zones[a].kort === p ? [a, b] : [b, a];
        const kleur = `linear-gradient(90deg,${lijnkleur(g.zones[ka].kleur)} 20%,${lijnkleur(g.zones[kb].kleur)} 80%)`;
        return bar(`${p} – ${q}`, aantal, [{ deel: aantal / hoogste, kleur }], () => om.winkel.set({ zone: ka === gekozen ? kb : ka, keuze: -1 }));
      }),
    ...(zonder.length
      ? [
          subheading("Hier ontbreekt een brug"),
          el("ul", { class: "lijst kaal" }, ...zonder.map(({ a, b }) => el("li", {}, missing(om, a, b, name(a, b))))),
        ]
      : []),
    ...(g.meta.buiten
      ? [paragraph(`${telwoord(g.meta.buiten, "band gaat", "banden gaan")} naar organisaties buiten ${g.meta.titel}. Die staan niet op deze kaart.`)]
      : []),
    subheading("Verder"),
    viewTools(om),
    paragraph("Klik op een stip om één organisatie te volgen, of op een sector om alleen haar bruggen te zien."),
  ];
}

function missing(om: Omgeving, a: number, b: number, [p, q]: [string, string]): HTMLElement {
  const { zones } = om.model.g;
  const [ka, kb] = zones[a].kort === p ? [a, b] : [b, a];
  const bol = (zone: number): HTMLElement => {
    const stip = el("i", { class: "bol" });
    stip.style.background = lijnkleur(zones[zone].kleur);
    return stip;
  };
  return el(
    "span",
    { class: "ontbreekt" },
    el("span", { class: "stippel", "aria-hidden": "true" }, bol(ka), bol(kb)),
    el("span", {}, `${p} en ${q.toLowerCase() === "ggz" || q === "NAFT" ? q : q.toLowerCase()}: `, el("b", {}, "geen band bekend")),
  );
}

