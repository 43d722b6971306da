// The ladder of Keten: steps side by side, depth is distance in ties, a dotted limit after the last that counts.

import { el } from "../bediening/dom";
import { breakable } from "../bediening/lang";
import { STAP_NAAM, telSchakels } from "../data/celwoorden";
import type { Ketenstap, Verdieping } from "../data/diepte";
import { actie, afstand, REMEDIE } from "../data/ketenwoorden";
import { GEEN } from "../data/model";
import { stapcode } from "../data/vak";
import { hoofdletter, STATUS_WOORD } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { choose } from "../paneel/hulp";
import { roomWords, verdictIcon } from "../paneel/merken";
import { glyphElement } from "../teken/glyfen";

/** Rows of the grid: rail, school, one per tie, beyond the limit, what to do. */
export function ladder(om: Omgeving, diepte: Verdieping, school: number, stappen: readonly Ketenstap[]): HTMLElement {
  const lagen = om.model.g.meta.schakels;
  const host = el("div", { class: "ladder" });
  host.style.setProperty("--stappen", String(stappen.length));
  host.style.setProperty("--lagen", String(lagen));
  host.append(...bands(lagen, stappen.length), schoolBar(om, school, stappen));
  stappen.forEach((stap, i) => host.append(column(om, diepte, school, stap, i, lagen)));
  return host;
}

/** Place an element in the grid; on the phone the style sheet stacks them. */
function at<T extends HTMLElement>(element: T, rij: string, kolom: string): T {
  element.style.gridRow = rij;
  element.style.gridColumn = kolom;
  return element;
}

function bands(lagen: number, stappen: number): HTMLElement[] {
  const uit = Array.from({ length: lagen }, (_, i) => at(el("div", { class: `laag laag${i % 2}`, "aria-hidden": "true" }, el("span", {}, telSchakels(i + 1))), String(3 + i), `1 / ${stappen + 2}`));
  uit.push(at(el("div", { class: "laag ver", "aria-hidden": "true" }, el("span", {}, "te ver of niet gekend")), String(3 + lagen), `1 / ${stappen + 2}`));
  return uit;
}

function schoolBar(om: Omgeving, school: number, stappen: readonly Ketenstap[]): HTMLElement {
  const { model } = om;
  const thema = stappen[0]?.stap.thema ?? "";
  return at(
    el("div", { class: "schoolbalk" }, glyphElement(model.soort(school), 20), el("b", {}, model.naam(school)), el("span", {}, [model.gemeenteNaam(school), `thema ${thema}`].filter(Boolean).join(" · ")), el("em", {}, "vertrekpunt van elke leerling")),
    "2",
    `1 / ${stappen.length + 2}`,
  );
}

function column(om: Omgeving, diepte: Verdieping, school: number, stap: Ketenstap, i: number, lagen: number): HTMLElement {
  const code = stapcode(stap.stap);
  const aan = om.t.vak === code;
  const kolom = String(i + 1);
  const naam = `${stap.stap.stap + 1} ${hoofdletter(om.model.g.meta.stappen[stap.stap.stap])}`;
  const { kop, zin } = actie(om.model, diepte, stap);
  const delen: HTMLElement[] = [
    at(
      el(
        "button",
        { type: "button", class: `station s${stap.oordeel}`, "aria-pressed": String(aan), "data-sleutel": `stap-${code}`, onclick: () => om.winkel.set({ vak: aan ? "" : code }) },
        el("span", { class: "stapnaam" }, naam),
        el("span", { class: "rail", "aria-hidden": "true" }),
        el("span", { class: `merk rond c${stap.oordeel}` }, verdictIcon(stap.oordeel, 22)),
        el("b", { class: "stapoordeel" }, STAP_NAAM[stap.oordeel]),
      ),
      "1",
      kolom,
    ),
  ];
  const cellen: HTMLElement[][] = Array.from({ length: lagen + 1 }, () => []);
  if (stap.open) missing(om, diepte, school, stap, cellen);
  else reached(om, diepte, stap, cellen);
  cellen.forEach((inhoud, laag) => {
    if (inhoud.length) delen.push(at(el("div", { class: "trede" }, ...inhoud), String(3 + laag), kolom));
  });
  delen.push(at(el("p", { class: "doen" }, el("b", {}, kop), ` ${zin}`), String(4 + lagen), kolom));
  if (aan) delen.unshift(at(el("div", { class: "kolomrand", "aria-hidden": "true" }), `1 / ${5 + lagen}`, kolom));
  return el("section", { class: "kolom", "aria-label": `Stap ${naam}: ${STAP_NAAM[stap.oordeel].toLowerCase()}` }, ...delen);
}

function reached(om: Omgeving, diepte: Verdieping, stap: Ketenstap, cellen: HTMLElement[][]): void {
  const aanbod = stap.aanbod >= 0 ? el("span", { class: "aanbodregel" }, el("b", {}, ...breakable(diepte.aanbod.naam[stap.aanbod])), roomWords(om, stap.aanbod)) : "";
  if (!stap.weg.length) {
    cellen[0].push(el("div", { class: "knoop eigen" }, el("span", {}, el("span", {}, "De school biedt dit zelf."), aanbod)));
    return;
  }
  stap.weg.forEach(({ org, band }, i) => {
    const { groep, status } = diepte.band(band);
    const volgende = stap.weg[i + 1];
    const door = volgende ? (diepte.band(volgende.band).status === 1 ? "vast" : "los") : "";
    cellen[i].push(tie(om.model.g.bandgroepen[groep].naam, status), node(om, diepte, org, volgende ? "" : aanbod, false, door));
    if (door) cellen[i].push(rest(door));
  });
}

/** What lacks: the tie that would open the way, and beyond the limit the nearest offer with room. */
function missing(om: Omgeving, diepte: Verdieping, school: number, stap: Ketenstap, cellen: HTMLElement[][]): void {
  const { open } = stap;
  const ver = cellen[cellen.length - 1];
  if (!open) return;
  if (open.remedie === REMEDIE.band && open.van >= 0) {
    if (open.van !== school) {
      const band = tieBetween(om, school, open.van);
      cellen[0].push(band < 0 ? tie("verder op de weg", 0) : tie(om.model.g.bandgroepen[om.model.groep[band]].naam, om.model.g.banden.status[band]), node(om, diepte, open.van, "", false, "leeg"));
    }
    const laatste = cellen.length - 2;
    for (let laag = 0; laag < laatste; laag++) cellen[laag].push(rest("leeg"));
    cellen[laatste].push(el("p", { class: "bandregel leeg" }, trail(), el("mark", {}, "nog geen band bekend")), rest("leeg"));
  }
  if (open.wie >= 0) {
    const km = afstand(open.km);
    const aanbod = open.dicht >= 0 ? el("span", { class: "aanbodregel" }, el("b", {}, ...breakable(diepte.aanbod.naam[open.dicht])), roomWords(om, open.dicht)) : "";
    ver.push(el("p", { class: "zacht klein" }, `Dichtste passend aanbod${km ? `, ${km}` : ""}`), node(om, diepte, open.wie, aanbod, true));
    return;
  }
  const vol = diepte.passend(school, stap.stap);
  if (stap.oordeel === 1 && vol.length) {
    const wie = diepte.aanbod.aanbieders[vol[0]][0] ?? GEEN;
    const regel = el("span", { class: "aanbodregel" }, el("b", {}, ...breakable(diepte.aanbod.naam[vol[0]])), roomWords(om, vol[0]));
    ver.push(el("p", { class: "zacht klein" }, vol.length > 1 ? `Eén van ${vol.length} keer passend aanbod, alle vol` : "Het enige passende aanbod is vol"), wie >= 0 ? node(om, diepte, wie, regel, true) : el("div", { class: "knoop" }, regel));
    return;
  }
  ver.push(el("p", { class: "leegte" }, stap.oordeel === 4 ? "Nog niet in kaart gebracht in deze gemeente." : "Geen passend aanbod voor deze gemeente."));
}

function tieBetween(om: Omgeving, een: number, ander: number): number {
  if (ander >= om.model.n) return GEEN;
  return [...om.model.bandenVan(een)].find((band) => om.model.anderEind(band, een) === ander && !om.model.isSeat(band)) ?? GEEN;
}

/** The tie that leads to the node below it: which sort, and confirmed or not. */
function tie(soort: string, status: number): HTMLElement {
  const woord = STATUS_WOORD[status];
  return el("p", { class: status === 1 ? "bandregel vast" : "bandregel los" }, trail(), el("i", { "aria-hidden": "true" }, status === 1 ? "✓" : ""), el("span", {}, `${soort}, ${woord}`));
}

/** The line of the way itself, beside its words and below its marks. */
function trail(): HTMLElement {
  return el("span", { class: "spoor", "aria-hidden": "true" });
}

/** The line on to the next layer, as long as there is room. */
function rest(soort: "vast" | "los" | "leeg"): HTMLElement {
  return el("i", { class: `verder ${soort}`, "aria-hidden": "true" });
}

function node(om: Omgeving, diepte: Verdieping, org: number, onder: Node | string, hol = false, door = ""): HTMLElement {
  const soort = diepte.soort(org);
  const inhoud = [
    el("span", { class: hol ? "teken hol" : "teken" }, soort >= 0 ? glyphElement(om.model.g.soorten[soort], 26) : "", door && trail()),
    el("span", { class: "knooptekst" }, el("b", {}, ...breakable(diepte.naam(org))), el("small", {}, diepte.gemeente(org)), onder),
  ];
  const klasse = door ? `knoop door${door}` : "knoop";
  if (org >= om.model.n) return el("div", { class: klasse }, ...inhoud);
  return el("button", { type: "button", class: klasse, onclick: () => showOrg(om, org), title: "Toon deze organisatie in het netwerk" }, ...inhoud);
}

function showOrg(om: Omgeving, org: number): void {
  om.winkel.set({ view: "netwerk", vak: "" });
  choose(om, org);
}
