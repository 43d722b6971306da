// The lists behind Matrix, Keten and Tandem: an equal alternative to the pictures, and what the CSV holds.

import { el } from "../bediening/dom";
import { CEL_NAAM, STAP_NAAM } from "../data/celwoorden";
import { GROEPEN, type Ketenstap, STAPPEN, type Verdieping } from "../data/diepte";
import { actie } from "../data/ketenwoorden";
import { stapcode } from "../data/vak";
import { hoofdletter } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { schoolsInSight } from "./ketenlijst";
import type { Lijst } from "./lijst";
import { orgCell } from "./lijsten";

const PER_GEBIED = STAPPEN.length * GROEPEN;
const TANDEM_NAAM = ["niemand", "alleen lerend netwerk", "alleen STS", "beide"];

export function deepLists(om: Omgeving): Lijst[] {
  return [cells(om), steps(om), tandem(om)];
}

/** Areas in sight: the chosen municipality, else the chosen region with its municipalities, else all. */
function areas(om: Omgeving, diepte: Verdieping): number[] {
  const { gemeente, regio } = om.t;
  if (gemeente >= 0) return diepte.gebieden("gemeente").filter((g) => diepte.matrix.gemeente[g] === gemeente);
  return [...diepte.gebieden("regio", regio), ...diepte.gebieden("gemeente", regio)];
}

function cells(om: Omgeving): Lijst {
  const { meta } = om.model.g;
  const cel = (rij: number) => {
    const diepte = om.diepte as Verdieping;
    const plek = rij % PER_GEBIED;
    return diepte.cel(Math.floor(rij / PER_GEBIED), STAPPEN[Math.floor(plek / GROEPEN)], plek % GROEPEN);
  };
  return {
    naam: "Cellen",
    wat: ["cel", "cellen"],
    breed: true,
    rijen: () => {
      const { diepte } = om;
      if (!diepte) return [];
      const alle = areas(om, diepte).flatMap((g) => Array.from({ length: PER_GEBIED }, (_, i) => g * PER_GEBIED + i));
      return alle.filter((rij) => cel(rij).oordeel >= 0 && (!om.t.thema || cel(rij).stap.thema === om.t.thema));
    },
    gekozen: () => false,
    kolommen: [
      { kop: "Gebied", waarde: (rij) => om.diepte?.matrix.naam[cel(rij).gebied] ?? "" },
      { kop: "Thema", waarde: (rij) => cel(rij).stap.thema },
      { kop: "Stap", waarde: (rij) => `${cel(rij).stap.stap + 1}. ${meta.stappen[cel(rij).stap.stap]}` },
      { kop: "Doelgroep", waarde: (rij) => meta.doelgroepen[cel(rij).groep] },
      { kop: "Oordeel", waarde: (rij) => CEL_NAAM[cel(rij).oordeel] },
      { kop: "Scholen", tal: true, waarde: (rij) => cel(rij).scholen },
      { kop: "Geraken er", tal: true, waarde: (rij) => cel(rij).bereikt },
      { kop: "Aanbod", tal: true, waarde: (rij) => cel(rij).aanbod },
      { kop: "Niet vol", tal: true, waarde: (rij) => cel(rij).vrij },
    ],
  };
}

function steps(om: Omgeving): Lijst {
  let rijen: { school: number; stap: Ketenstap }[] = [];
  const naam = (org: number): string => (org >= 0 ? (om.diepte?.naam(org) ?? "") : "");
  return {
    naam: "Ketenstappen",
    wat: ["stap", "stappen"],
    breed: true,
    rijen: () => {
      const { diepte } = om;
      if (!diepte) return [];
      const scholen = diepte.isKetenschool(om.t.keuze) ? [om.t.keuze] : schoolsInSight(om, diepte);
      rijen = scholen.flatMap((school) => diepte.ketenVan(school, om.t.thema).map((stap) => ({ school, stap })));
      return rijen.map((_, i) => i);
    },
    gekozen: () => false,
    kolommen: [
      { kop: "School", waarde: (i) => naam(rijen[i].school), cel: (i) => chainCell(om, rijen[i].school, rijen[i].stap) },
      { kop: "Gemeente", waarde: (i) => om.model.gemeenteNaam(rijen[i].school) },
      { kop: "Thema", waarde: (i) => rijen[i].stap.stap.thema },
      { kop: "Stap", waarde: (i) => `${rijen[i].stap.stap.stap + 1}. ${om.model.g.meta.stappen[rijen[i].stap.stap.stap]}` },
      { kop: "Oordeel", waarde: (i) => STAP_NAAM[rijen[i].stap.oordeel] },
      { kop: "Langs wie", waarde: (i) => rijen[i].stap.weg.map(({ org }) => naam(org)).join(" → ") },
      { kop: "Aanbod", waarde: (i) => om.diepte?.aanbod.naam[rijen[i].stap.open ? rijen[i].stap.open?.dicht ?? -1 : rijen[i].stap.aanbod] ?? "" },
      { kop: "Dichtste aanbieder", waarde: (i) => naam(rijen[i].stap.open?.wie ?? -1) },
      { kop: "Afstand (km)", tal: true, waarde: (i) => km(rijen[i].stap) },
      { kop: "Wat nu", waarde: (i) => (om.diepte && rijen[i].stap.open ? Object.values(actie(om.model, om.diepte, rijen[i].stap)).join(" ") : "") },
    ],
  };
}

/** Kilometres with a tenth; empty when there is nothing to measure or it is not known. */
function km(stap: Ketenstap): number | string {
  return stap.open && stap.open.km >= 0 ? stap.open.km / 10 : "";
}

function chainCell(om: Omgeving, school: number, stap: Ketenstap): Node {
  const code = stapcode(stap.stap);
  return el("button", { type: "button", onclick: () => om.winkel.set({ view: "keten", keuze: school, vak: code, thema: stap.stap.thema }), "data-sleutel": `stap-${school}-${code}` }, om.model.naam(school));
}

function tandem(om: Omgeving): Lijst {
  const wegen = (rol: number, org: number): string => {
    const nummers = om.diepte?.tandem.wegen[rol][org] ?? [];
    return [...new Set(nummers)].map((nummer) => om.model.g.teksten[nummer]).join(", ");
  };
  return {
    naam: "Tandem",
    wat: ["organisatie", "organisaties"],
    breed: true,
    rijen: () => (om.diepte?.tandem.code ?? []).flatMap((code, org) => (code >= 0 && om.zicht.org[org] ? [org] : [])),
    gekozen: (org) => org === om.t.keuze,
    kolommen: [
      { kop: "Naam", waarde: (org) => om.model.naam(org), cel: (org) => orgCell(om, org) },
      { kop: "Soort", waarde: (org) => om.model.soort(org).enkel },
      { kop: "Gemeente", waarde: (org) => om.model.gemeenteNaam(org) },
      { kop: "Bereikt door", waarde: (org) => hoofdletter(TANDEM_NAAM[om.diepte?.tandem.code[org] ?? 0]) },
      { kop: "Weg lerend netwerk", waarde: (org) => wegen(0, org) },
      { kop: "Weg STS", waarde: (org) => wegen(1, org) },
    ],
  };
}
