// The grid of Matrix: per theme a table of steps and target groups, one verdict a cell.

import { el } from "../bediening/dom";
import { CEL_NAAM, celUitleg, THEMA_NAAM } from "../data/celwoorden";
import { type Cel, GROEPEN, STAPPEN, type Stap } from "../data/diepte";
import { celcode } from "../data/vak";
import { getal, hoofdletter, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { swatch } from "../paneel/hulp";
import { verdictIcon } from "../paneel/merken";

/** What stands in a cell: one area, or how many regions have which verdict. */
export interface Celinhoud {
  cel: Cel;
  /** The same cell in every region; empty when one area is shown. */
  regios: Cel[];
}

export function grid(om: Omgeving, themas: readonly string[], inhoud: (stap: Stap, groep: number) => Celinhoud): HTMLElement {
  const host = el("div", { class: "matrix" }, ...themas.map((thema) => themeTable(om, thema, inhoud)));
  host.addEventListener("keydown", (event) => walk(event, host));
  return host;
}

function themeTable(om: Omgeving, thema: string, inhoud: (stap: Stap, groep: number) => Celinhoud): HTMLElement {
  const { meta } = om.model.g;
  const stappen = STAPPEN.filter((stap) => stap.thema === thema);
  const scholen = stappen.map((stap) => inhoud(stap, 0)).reduce((som, { cel, regios }) => Math.max(som, regios.length ? regios.reduce((n, c) => n + c.scholen, 0) : cel.scholen), 0);
  const titel = el("caption", {}, el("b", {}, `Thema ${thema}`), ` ${THEMA_NAAM[thema]}, ${telwoord(scholen, "school", "scholen")}`);
  const kop = el("tr", {}, el("th", { scope: "col" }, el("span", { class: "stil" }, "Stap")), ...meta.doelgroepen.map((groep) => el("th", { scope: "col" }, groep)));
  const rijen = stappen.map((stap) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, el("b", {}, String(stap.stap + 1)), el("span", {}, hoofdletter(meta.stappen[stap.stap]))),
      ...Array.from({ length: GROEPEN }, (_, groep) => el("td", {}, cell(om, inhoud(stap, groep), stap, groep))),
    ),
  );
  const tabel = el("table", { class: `thema${thema}` }, titel, el("thead", {}, kop), el("tbody", {}, ...rijen));
  return thema === "1" ? el("div", {}, tabel, key(om)) : el("div", {}, tabel);
}

function cell(om: Omgeving, { cel, regios }: Celinhoud, stap: Stap, groep: number): HTMLElement {
  const code = celcode(om.model, stap, groep);
  const aan = om.t.vak === code;
  const eerste = om.t.vak ? aan : stap.plek === 0 || (stap.plek === 2 && om.t.thema === "2") ? groep === 0 : false;
  const knop = el("button", {
    type: "button",
    "aria-pressed": String(aan),
    "data-sleutel": `cel-${code}`,
    "data-rij": String(stap.stap),
    "data-kolom": String((stap.thema === "2" ? GROEPEN : 0) + groep),
    tabindex: eerste ? "0" : "-1",
    onclick: () => om.winkel.set({ vak: aan ? "" : code, keuze: -1 }),
  });
  const { meta } = om.model.g;
  knop.append(el("span", { class: "stil" }, `Thema ${stap.thema}, ${meta.stappen[stap.stap]}, ${meta.doelgroepen[groep]}: `));
  if (regios.length) {
    const gedekt = regios.filter((c) => c.oordeel === 0).length;
    knop.className = "cel som";
    knop.append(
      el("span", { class: "tal" }, el("b", {}, String(gedekt)), ` van ${telwoord(regios.filter((c) => c.oordeel >= 0).length, "regio", "regio's")}`),
      el("span", { class: "rijtje" }, ...regios.filter((c) => c.oordeel >= 0).map((c) => c.oordeel).sort().map((oordeel) => swatch(oordeel))),
    );
    return knop;
  }
  if (cel.oordeel < 0) {
    knop.className = "cel geen";
    knop.disabled = true;
    knop.append(el("span", { class: "plaat" }, el("small", {}, "geen scholen")));
    return knop;
  }
  knop.className = `cel c${cel.oordeel}`;
  const meter = el("span", { class: "meter" }, el("i"));
  (meter.firstElementChild as HTMLElement).style.width = `${(100 * cel.bereikt) / Math.max(1, cel.scholen)}%`;
  const leeg = cel.aanbod === 0;
  knop.append(
    el(
      "span",
      { class: "plaat" },
      el("span", { class: "oordeel" }, verdictIcon(cel.oordeel, 14), el("span", {}, CEL_NAAM[cel.oordeel])),
      cel.oordeel === 4 ? el("small", {}, "nog niet in kaart") : el("span", { class: "tal" }, el("b", {}, getal(cel.aanbod)), " aanbod"),
      !leeg && meter,
      cel.oordeel === 4 ? "" : el("small", {}, leeg ? `voor ${telwoord(cel.scholen, "school", "scholen")}` : `${getal(cel.bereikt)} van ${getal(cel.scholen)}`, !leeg && el("span", { class: "stil" }, " scholen geraken er")),
    ),
  );
  return knop;
}

/** What the verdicts mean, in the room that theme 1 leaves: steps 3 and 4 are not for it. */
function key(om: Omgeving): HTMLElement {
  const uitleg = celUitleg(om.model);
  return el(
    "section",
    { class: "leeswijzer", "aria-label": "Leeswijzer" },
    el("h2", { class: "sub" }, "Leeswijzer"),
    el("ul", {}, ...CEL_NAAM.map((naam, i) => el("li", {}, el("span", { class: `merk c${i}` }, verdictIcon(i)), el("span", {}, el("b", {}, naam), ` ${uitleg[i]}`)))),
    el("p", {}, "Balkje: de scholen die aanbod met plaats bereiken. Stap 3 en 4 gelden niet voor thema 1."),
  );
}

/** Arrow keys walk from cell to cell, over both tables. */
function walk(event: KeyboardEvent, host: HTMLElement): void {
  const stap = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const hier = event.target;
  if (!stap || !(hier instanceof HTMLElement) || !hier.dataset.kolom) return;
  event.preventDefault();
  const rij = Number(hier.dataset.rij) + stap[0];
  const kolom = Number(hier.dataset.kolom) + stap[1];
  const daar = host.querySelector<HTMLButtonElement>(`.cel[data-rij="${rij}"][data-kolom="${kolom}"]:not(:disabled)`);
  if (!daar) return;
  hier.tabIndex = -1;
  daar.tabIndex = 0;
  daar.focus();
}
