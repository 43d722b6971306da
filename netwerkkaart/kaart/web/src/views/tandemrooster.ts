// The grid of Tandem: kinds down, columns across; one mark per organisation, hollow where nobody comes.

import { byId, el } from "../bediening/dom";
import { KOLOM, KOLOM_CODE, KOLOM_NAAM, KOLOMMEN, type Tandemdeel } from "../data/tandem";
import { getal, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { drawGlyph, glyphElement } from "../teken/glyfen";
import { sketch } from "../teken/schets";

/** From mark to mark; closer where a row holds many. */
const STEEK = 13;
const DICHT = 9;
const VEEL = 66;
const PER_RIJ = 143;
/** Pixels beside the marks: margins, names of kinds (above them on a narrow screen), gaps. */
const NAAST = 346;
const NAAST_SMAL = 100;
/** Where names of kinds go above their row: as in `stijl/tandem.css`. */
const SMAL = "screen and (max-width: 1240px)";
const MEEST = 231;

export function kindGrid(om: Omgeving, deel: Tandemdeel): HTMLElement {
  const { soorten } = om.model.g;
  const { soort } = om.model.g.organisaties;
  const aanwezig = soorten.map((_, i) => i).filter((i) => deel.alle.some((org) => soort[org] === i));
  const netwerk = deel.per[KOLOM.netwerk].length + deel.per[KOLOM.beide].length;
  const sts = deel.per[KOLOM.sts].length + deel.per[KOLOM.beide].length;
  const kop = el(
    "tr",
    {},
    el("th", { scope: "col" }, el("span", { class: "stil" }, "Soort")),
    ...KOLOMMEN.map((kolom) => el("th", { scope: "col", class: `tk${kolom}` }, el("b", {}, getal(deel.per[kolom].length)), el("span", {}, KOLOM_NAAM[kolom]))),
  );
  const rijen = aanwezig.map((i) => {
    const leden = KOLOMMEN.map((kolom) => deel.per[kolom].filter((org) => soort[org] === i));
    const som = leden.reduce((n, lijst) => n + lijst.length, 0);
    // One scale for a whole row, so that its columns can be compared.
    const meest = Math.max(...leden.map((lijst) => lijst.length));
    const per = Math.ceil(meest / MEEST);
    const steek = meest / per > VEEL ? DICHT : STEEK;
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, glyphElement(soorten[i], 16), el("span", {}, soorten[i].naam), el("b", {}, getal(som)), per > 1 && el("small", {}, `één teken is ${per}`)),
      ...KOLOMMEN.map((kolom) => el("td", { class: `tk${kolom}` }, cell(om, i, kolom, leden[kolom], per, steek))),
    );
  });
  return el(
    "div",
    { class: "tandem" },
    el(
      "div",
      { class: "tandemkop" },
      el("div", { class: "balk1" }, `Coördinator lerend netwerk: ${getal(netwerk)}`),
      el("div", { class: "balk2" }, `Coördinator STS: ${getal(sts)}`),
    ),
    el("table", {}, el("caption", { class: "stil" }, "Wie bereikt wie, per soort organisatie"), el("thead", {}, kop), el("tbody", {}, ...rijen)),
  );
}

/** One cell: the organisations as marks; a button that lists them. */
function cell(om: Omgeving, soort: number, kolom: number, leden: readonly number[], per: number, steek: number): Node {
  if (!leden.length) return el("span", { class: "stil" }, "geen");
  const { soorten } = om.model.g;
  const code = `${soorten[soort].code}.${KOLOM_CODE[kolom]}`;
  return el(
    "button",
    {
      type: "button",
      class: "tekens",
      "aria-pressed": String(om.t.vak === code),
      "aria-label": `${telwoord(leden.length, soorten[soort].enkel, soorten[soort].naam)}, bereikt door ${KOLOM_NAAM[kolom]}`,
      "data-sleutel": `groep-${code}`,
      onclick: () => om.winkel.set({ vak: om.t.vak === code ? "" : code, keuze: -1 }),
    },
    marks(om, soort, Math.ceil(leden.length / per), steek, kolom === KOLOM.niemand),
  );
}

function marks(om: Omgeving, soort: number, tekens: number, steek: number, hol: boolean): HTMLCanvasElement {
  const ruimte = (byId("midden").clientWidth - (window.matchMedia(SMAL).matches ? NAAST_SMAL : NAAST)) / 4;
  const rij = Math.max(3, Math.floor(Math.min(PER_RIJ, ruimte) / steek));
  const breed = Math.min(rij, tekens) * steek;
  const hoog = Math.ceil(tekens / rij) * steek;
  return sketch(breed, hoog, (ctx) => {
    for (let i = 0; i < tekens; i++) {
      drawGlyph(ctx, om.model.g.soorten[soort], (i % rij) * steek + steek / 2, Math.floor(i / rij) * steek + steek / 2, steek === DICHT ? 3.7 : 5, hol);
    }
  });
}
