// Right panel of Geografisch: the strongest neighbours, and where nobody asked yet.

import { el } from "../bediening/dom";
import { countSchools, stateOf } from "../data/scholen";
import { opsomming, procent, telwoord } from "../data/zinnen";
import { viewTools } from "../hand/begin";
import type { Omgeving } from "../omgeving";
import { bar, heading, paragraph, subheading } from "./hulp";

const OVER = "#2C4758";
const ZELFDE = "#8FA3B3";

/** Ties inside one municipality, and between two, seats left out. */
function tieSpread(om: Omgeving): { binnen: number; tussen: number } {
  const { model, zicht } = om;
  const { gemeente } = model.g.organisaties;
  let binnen = 0;
  let tussen = 0;
  for (let i = 0; i < model.m; i++) {
    if (!zicht.band[i] || model.isSeat(i)) continue;
    const a = gemeente[model.van[i]];
    const b = gemeente[model.naar[i]];
    if (a < 0 || b < 0) continue;
    if (a === b) binnen++;
    else tussen++;
  }
  return { binnen, tussen };
}

export function geoPanel(om: Omgeving): Node[] {
  const { gemeenten } = om.model.g;
  const { binnen, tussen } = tieSpread(om);
  const sterk = om.paren.slice(0, 6);
  const hoogste = Math.max(1, sterk[0]?.aantal ?? 1);
  const wit = countSchools(om)
    .gemeenten.map(stateOf)
    .flatMap((staat, i) => (staat === "wit" ? [gemeenten.naam[i]] : []));
  const titel = binnen >= tussen ? "De meeste banden blijven in de eigen gemeente" : "De meeste banden gaan over de gemeentegrens";
  return [
    heading(titel),
    paragraph(
      `${telwoord(binnen, "band", "banden")} (${procent(binnen, binnen + tussen)}) binnen één gemeente, ${telwoord(tussen, "band", "banden")} tussen twee gemeenten. Overleg telt niet mee.`,
    ),
    subheading("Sterkste buren", "banden"),
    ...sterk.map(({ a, b, aantal, over }) =>
      bar(
        `${gemeenten.naam[a]} – ${gemeenten.naam[b]}`,
        aantal,
        [
          { deel: over / hoogste, kleur: OVER },
          { deel: (aantal - over) / hoogste, kleur: ZELFDE },
        ],
        () => om.winkel.set({ gemeente: a }),
      ),
    ),
    el("p", { class: "sleutel" }, key(OVER, "over een sectorgrens"), key(ZELFDE, "zelfde sector")),
    ...(wit.length
      ? [
          subheading("Niet in kaart gebracht"),
          el(
            "p",
            {},
            `${opsomming(wit, 8)}: de scholen en diensten staan op de kaart, maar nog niemand vroeg er naar hun banden. `,
            el("b", {}, "Geen lijn betekent hier niet: geen band."),
          ),
        ]
      : []),
    subheading("Verder"),
    viewTools(om),
  ];
}

function key(kleur: string, tekst: string): HTMLElement {
  const vak = el("i", { class: "staal" });
  vak.style.background = kleur;
  return el("span", {}, vak, ` ${tekst}`);
}
