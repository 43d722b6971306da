// Right panel of Netwerk: how many ties cross a sector line, between which sectors, and where none do.

import { el } from "../bediening/dom";
import { lijnkleur } from "../data/kleuren";
import { chooseRing, inWords, ringChoice } from "../data/ringkeuze";
import { telwoord } from "../data/zinnen";
import { viewTools } from "../hand/begin";
import type { Omgeving } from "../omgeving";
import { bar, heading, paragraph, subheading } from "./hulp";
import { pairPanel } from "./paarpaneel";
import { pairGradient, sectorPairs } from "./sectorparen";

export function networkPanel(om: Omgeving): Node[] {
  const { g } = om.model;
  const keuze = ringChoice(om.model, om.t);
  if (keuze.partner >= 0) return pairPanel(om, keuze);
  const gekozen = keuze.zone;
  const paren = sectorPairs(om).filter(({ a, b }) => gekozen < 0 || a === gekozen || b === gekozen);
  const totaal = paren.reduce((som, paar) => som + paar.aantal, 0);
  const hoogste = Math.max(1, paren[0]?.aantal ?? 0);
  // Who is of no sector has no bridge to miss.
  const zonder = paren.filter(({ a, b, aantal }) => aantal === 0 && ![a, b].some((zone) => g.zones[zone].code === "andere")).slice(0, 6);
  const wie = gekozen >= 0 ? ` van ${g.zones[gekozen].naam}` : "";
  return [
    heading(`${telwoord(totaal, "band", "banden")}${wie} ${totaal === 1 ? "gaat" : "gaan"} over een sectorgrens`),
    paragraph("Banden binnen onderwijs en deelname aan overleg tellen hier niet mee. Ze staan lichter getekend."),
    subheading("Sterkste bruggen", "banden"),
    ...paren
      .filter((paar) => paar.aantal > 0)
      .slice(0, 8)
      .map(({ a, b, aantal }) => {
        const [p, q] = inWords(om.model, a, b);
        const kleur = pairGradient(om, p, q);
        return bar(`${g.zones[p].kort} – ${g.zones[q].kort}`, aantal, [{ deel: aantal / hoogste, kleur }], () => om.winkel.set(chooseRing(om.model, keuze, p, q)));
      }),
    ...(zonder.length
      ? [
          subheading("Hier ontbreekt een brug"),
          el("ul", { class: "lijst kaal" }, ...zonder.map(({ a, b }) => el("li", {}, missing(om, ...inWords(om.model, a, b))))),
        ]
      : []),
    ...(g.meta.buiten
      ? [paragraph(`${telwoord(g.meta.buiten, "band gaat", "banden gaan")} naar organisaties buiten ${g.meta.titel}. Die staan niet op deze kaart.`)]
      : []),
    subheading("Verder"),
    viewTools(om),
    paragraph("Klik op een stip om één organisatie te volgen, op een sector om alleen haar bruggen te zien, of op een brug om te zien wie met wie."),
  ];
}

function missing(om: Omgeving, a: number, b: number): HTMLElement {
  const { zones } = om.model.g;
  const bol = (zone: number): HTMLElement => {
    const stip = el("i", { class: "bol" });
    stip.style.background = lijnkleur(zones[zone].kleur);
    return stip;
  };
  const ander = zones[b].kort;
  return el(
    "span",
    { class: "ontbreekt" },
    el("span", { class: "stippel", "aria-hidden": "true" }, bol(a), bol(b)),
    el("span", {}, `${zones[a].kort} en ${["GGZ", "NAFT"].includes(ander) ? ander : ander.toLowerCase()}: `, el("b", {}, "geen band bekend")),
  );
}
