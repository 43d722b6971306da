// The lists of what the map draws: organisations, ties, municipalities.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { countSchools, known, total } from "../data/scholen";
import { OORDEEL_NAAM, procent, STATUS_WOORD } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { choose } from "../paneel/hulp";
import { glyphElement } from "../teken/glyfen";
import type { Kolom, Lijst } from "./lijst";

export function basicLists(om: Omgeving): Lijst[] {
  return [organisations(om), tieList(om), municipalities(om)];
}

function organisations(om: Omgeving): Lijst {
  const { model } = om;
  const { organisaties } = model.g;
  return {
    naam: "Organisaties",
    wat: ["organisatie", "organisaties"],
    omvang: model.n,
    rijen: () => organisaties.naam.flatMap((_, i) => (om.zicht.org[i] ? [i] : [])),
    gekozen: (i) => i === om.t.keuze,
    kolommen: [
      { kop: "Naam", vast: true, waarde: (i) => model.naam(i), cel: (i) => orgCell(om, i) },
      { kop: "Soort", vast: true, waarde: (i) => model.soort(i).enkel },
      { kop: "Gemeente", vast: true, waarde: (i) => model.gemeenteNaam(i) },
      { kop: "Banden", tal: true, vast: true, waarde: (i) => model.graad[i] },
      { kop: "Keten", waarde: (i) => (model.isSchool[i] ? (OORDEEL_NAAM[model.oordeel(i, om.t.thema)] ?? "") : "") },
      { kop: "Bevestigd op", vast: true, waarde: (i) => model.g.datums[organisaties.bevestigd[i]] },
    ],
  };
}

function tieList(om: Omgeving): Lijst {
  const { model } = om;
  const { banden, datums, teksten, bandgroepen } = model.g;
  return {
    naam: "Banden",
    wat: ["band", "banden"],
    omvang: model.m,
    rijen: () => Array.from({ length: model.m }, (_, i) => i).filter((i) => om.zicht.band[i]),
    gekozen: (i) => om.t.keuze >= 0 && (model.van[i] === om.t.keuze || model.naar[i] === om.t.keuze),
    kolommen: [
      { kop: "Van", vast: true, waarde: (i) => model.naam(model.van[i]), cel: (i) => orgCell(om, model.van[i]) },
      { kop: "Band", vast: true, waarde: (i) => bandgroepen[model.groep[i]].naam },
      { kop: "Naar", vast: true, waarde: (i) => model.naam(model.naar[i]), cel: (i) => orgCell(om, model.naar[i]) },
      { kop: "Status", vast: true, waarde: (i) => STATUS_WOORD[banden.status[i]] },
      { kop: "Bron", vast: true, waarde: (i) => teksten[banden.bron[i]] },
      { kop: "Datum", vast: true, waarde: (i) => datums[banden.datum[i]] },
    ],
  };
}

function municipalities(om: Omgeving): Lijst {
  const { gemeenten } = om.model.g;
  let telling = countSchools(om).gemeenten;
  let aantal: number[] = [];
  return {
    naam: "Gemeenten",
    wat: ["gemeente", "gemeenten"],
    rijen: () => {
      telling = countSchools(om).gemeenten;
      aantal = gemeenten.nis.map(() => 0);
      om.model.g.organisaties.gemeente.forEach((g, i) => {
        if (g >= 0 && om.zicht.org[i]) aantal[g]++;
      });
      return gemeenten.nis.flatMap((_, i) => (aantal[i] || total(telling[i]) ? [i] : []));
    },
    gekozen: (i) => i === om.t.gemeente,
    kolommen: [
      { kop: "Gemeente", waarde: (i) => gemeenten.naam[i], cel: (i) => placeCell(om, i) },
      { kop: "Organisaties", tal: true, waarde: (i) => aantal[i] },
      { kop: "Scholen", tal: true, waarde: (i) => total(telling[i]) },
      ...OORDEEL_NAAM.map((naam, v): Kolom => ({ kop: naam, tal: true, waarde: (i) => telling[i].per[v] })),
      { kop: "Aandeel gesloten", tal: true, waarde: (i) => (known(telling[i]) ? procent(telling[i].per[0], total(telling[i])) : "?") },
    ],
  };
}

export function orgCell(om: Omgeving, org: number): Node {
  return el(
    "span",
    {},
    glyphElement(om.model.soort(org), 15),
    el("button", { type: "button", onclick: () => choose(om, org), "data-sleutel": `tabel-${org}` }, om.model.naam(org)),
  );
}

function placeCell(om: Omgeving, gemeente: number): Node {
  const klik = (): void => om.winkel.set({ gemeente, keuze: GEEN });
  return el("button", { type: "button", onclick: klik, "data-sleutel": `plaats-${gemeente}` }, om.model.g.gemeenten.naam[gemeente]);
}
