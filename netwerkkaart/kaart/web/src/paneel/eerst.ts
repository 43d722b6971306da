// Right panels of Matrix and Keten before anything is chosen: where to look first.

import { el } from "../bediening/dom";
import { CEL_NAAM, LEEFTIJD } from "../data/celwoorden";
import { GROEPEN, STAPPEN, type Stap, type Verdieping } from "../data/diepte";
import { celcode } from "../data/vak";
import { getal, hoofdletter, OORDEEL_NAAM, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { longList, subheading } from "./hulp";
import { verdictIcon } from "./merken";

/** Worst first: a gap, what is not connected, what is full. A blank spot says nothing yet. */
const ERNST = [3, 2, 1];

interface Gat {
  stap: Stap;
  groep: number;
  oordeel: number;
  zonder: number;
  scholen: number;
  regios: number;
}

/** The cells of one area, or of all regions together, that ask for work, each to open. */
export function gapsFirst(om: Omgeving, diepte: Verdieping, gebied: number, themas: readonly string[]): Node[] {
  const gebieden = gebied >= 0 ? [gebied] : diepte.beoordeeld();
  const gaten = STAPPEN.filter((stap) => themas.includes(stap.thema)).flatMap((stap) => Array.from({ length: GROEPEN }, (_, groep) => gap(diepte, gebieden, stap, groep)));
  const orde = gaten.filter((gat) => gat !== null).sort((p, q) => ERNST.indexOf(p.oordeel) - ERNST.indexOf(q.oordeel) || q.regios - p.regios || q.zonder - p.zonder);
  if (!orde.length) return [];
  return [subheading("Hier eerst kijken", telwoord(orde.length, "cel", "cellen")), longList(orde.map((gat) => () => row(om, gat, gebieden.length)), 8, (rest) => `Toon nog ${telwoord(rest, "cel", "cellen")}`)];
}

/** The worst verdict on a cell, and how many regions have it; null when nothing asks for work. */
function gap(diepte: Verdieping, gebieden: readonly number[], stap: Stap, groep: number): Gat | null {
  const cellen = gebieden.map((gebied) => diepte.cel(gebied, stap, groep));
  const oordeel = ERNST.find((welk) => cellen.some((cel) => cel.oordeel === welk));
  if (oordeel === undefined) return null;
  const zo = cellen.filter((cel) => cel.oordeel === oordeel);
  const scholen = zo.reduce((som, cel) => som + cel.scholen, 0);
  return { stap, groep, oordeel, scholen, zonder: scholen - zo.reduce((som, cel) => som + cel.bereikt, 0), regios: zo.length };
}

function row(om: Omgeving, { stap, groep, oordeel, zonder, scholen, regios }: Gat, alle: number): HTMLElement {
  const { meta } = om.model.g;
  const waar = alle > 1 ? `in ${getal(regios)} van ${getal(alle)} regio's` : `${zonder < scholen ? `${getal(zonder)} van ` : ""}${telwoord(scholen, "school", "scholen")}`;
  return el(
    "button",
    { type: "button", class: "orgknop", "data-sleutel": `eerst-${celcode(om.model, stap, groep)}`, onclick: () => om.winkel.set({ vak: celcode(om.model, stap, groep), keuze: -1 }) },
    el("span", { class: `merk c${oordeel}` }, verdictIcon(oordeel, 16)),
    el("span", { class: "orgtekst" }, el("b", {}, `${LEEFTIJD[stap.thema]}: ${meta.stappen[stap.stap]}, ${meta.doelgroepen[groep]}`), el("span", { class: "bewijs" }, `${CEL_NAAM[oordeel]} · ${waar}`)),
  );
}

/** Per step how many of these schools do not reach it, by what stands in the way. */
export function stepsFirst(om: Omgeving, diepte: Verdieping, scholen: readonly number[]): Node[] {
  const open = (per: readonly number[]): number => per.slice(1).reduce((som, n) => som + n, 0);
  const rijen = diepte.oordelenPerStap(scholen, om.t.thema).filter(({ per }) => open(per)).sort((p, q) => open(q.per) - open(p.per) || p.stap.plek - q.stap.plek);
  if (!rijen.length) return [];
  return [subheading("Wat het vaakst ontbreekt", "scholen"), ...rijen.map(({ stap, per }) => stepBar(om, stap, per, open(rijen[0].per), open(per)))];
}

function stepBar(om: Omgeving, stap: Stap, per: readonly number[], meest: number, open: number): HTMLElement {
  const balk = el("div", { class: "staaf", "aria-hidden": "true" });
  per.forEach((n, oordeel) => {
    if (!n || !oordeel) return;
    const stuk = el("i", { class: `oordeel${oordeel}` });
    stuk.style.width = `${(100 * n) / meest}%`;
    balk.append(stuk);
  });
  const woorden = per.flatMap((n, oordeel) => (n && oordeel ? [`${getal(n)} ${OORDEEL_NAAM[oordeel].toLowerCase()}`] : []));
  return el(
    "div",
    { class: "staafrij", title: woorden.join(", ") },
    el("span", { class: "kop2" }, el("span", {}, `${LEEFTIJD[stap.thema]}: ${hoofdletter(om.model.g.meta.stappen[stap.stap])}`), el("b", {}, `${getal(open)} van ${getal(open + per[0])}`)),
    balk,
  );
}
