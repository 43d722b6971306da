// Right panel of Keten: one station with its evidence, or the whole chain as a table.

import { el, onward } from "../bediening/dom";
import { breakable, tooLong } from "../bediening/lang";
import { STAP_NAAM, telSchakels } from "../data/celwoorden";
import type { Ketenstap, Verdieping } from "../data/diepte";
import { actie, afstand, REMEDIE, whereToRaise } from "../data/ketenwoorden";
import { GEEN } from "../data/model";
import { stapcode } from "../data/vak";
import { getal, hoofdletter, STATUS_WOORD, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";
import { offerRow } from "./celpaneel";
import { longList, orgButton, paragraph, subheading } from "./hulp";
import { verdictIcon } from "./merken";
import { reachLinks } from "./orgkop";
import { term } from "./term";

export function chainSummary(om: Omgeving, diepte: Verdieping, school: number, stappen: readonly Ketenstap[]): Node[] {
  const { model } = om;
  const rijen = stappen.map((stap) => {
    const code = stapcode(stap.stap);
    const langs = via(diepte, stap);
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, el("button", { type: "button", class: "kaartlink", "data-sleutel": `rij-${code}`, onclick: () => om.winkel.set({ vak: code }) }, `${stap.stap.stap + 1}. ${hoofdletter(model.g.meta.stappen[stap.stap.stap])}`)),
      el("td", {}, STAP_NAAM[stap.oordeel]),
      el("td", { class: tooLong(langs) ? "lang" : "" }, ...breakable(langs)),
    );
  });
  return [
    el("header", { class: "orgkop" }, el("span", { class: "gelering" }, glyphElement(model.soort(school), 26)), el("div", {}, el("h2", {}, model.naam(school)), el("p", { class: "zacht" }, [model.soort(school).enkel, model.gemeenteNaam(school)].filter(Boolean).join(" · ")))),
    el(
      "table",
      { class: "ketentabel" },
      el("caption", {}, "De keten als tabel"),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Stap"), el("th", { scope: "col" }, "Oordeel"), el("th", { scope: "col" }, "Langs wie"))),
      el("tbody", {}, ...rijen),
    ),
    el("p", { class: "zacht", "data-scherm": "" }, "Kies een stap om te zien waarop ze steunt."),
    ...whomToCall(om, stappen),
    el("button", { type: "button", class: "kaartlink", onclick: () => om.winkel.set({ view: "netwerk", vak: "" }) }, "Toon alle banden van deze school", onward()),
    el("div", { class: "handknoppen", "data-scherm": "" }, el("button", { type: "button", class: "handknop", onclick: () => window.print() }, "Druk deze keten af")),
  ];
}

/** How to reach who stands on the way, and who is nearest where a step is open. */
function whomToCall(om: Omgeving, stappen: readonly Ketenstap[]): Node[] {
  const wie = [...new Set(stappen.flatMap(({ weg, open }) => (open ? [open.wie] : weg.map(({ org }) => org))))];
  const rijen = wie.flatMap((org) => {
    const hoe = reachLinks(om, org);
    return hoe.length ? [el("li", {}, el("b", {}, om.model.naam(org)), ...hoe.map((link) => el("span", { class: "bewijs" }, link)))] : [];
  });
  return rijen.length ? [subheading("Wie u kunt bellen of mailen"), el("ul", { class: "lijst kaal belijst" }, ...rijen)] : [];
}

function via(diepte: Verdieping, stap: Ketenstap): string {
  if (stap.open) return stap.open.wie >= 0 ? `nog niet; dichtst: ${diepte.naam(stap.open.wie)}` : "–";
  return stap.weg.length ? stap.weg.map(({ org }) => diepte.naam(org)).join(" → ") : "de school zelf";
}

export function chainPanel(om: Omgeving, diepte: Verdieping, school: number, stap: Ketenstap): Node[] {
  const { meta } = om.model.g;
  const sluit = el("button", { type: "button", class: "sluit", "aria-label": "Sluit de stap", title: "Sluit", onclick: () => om.winkel.set({ vak: "" }) }, "×");
  return [
    el("header", { class: "orgkop" }, el("div", {}, el("p", { class: "boven" }, `Gekozen stap · ${om.model.naam(school)}`), el("h2", {}, `Stap ${stap.stap.stap + 1}, ${meta.stappen[stap.stap.stap]}`)), sluit),
    el("div", { class: "uitspraak" }, el("p", { class: "oordeelregel" }, el("span", { class: `merk c${stap.oordeel}` }, verdictIcon(stap.oordeel, 18)), el("b", {}, STAP_NAAM[stap.oordeel])), el("p", {}, sentence(om, diepte, school, stap))),
    ...evidence(om, diepte, stap),
    ...offers(om, diepte, school, stap),
    ...repair(om, diepte, stap),
  ];
}

function sentence(om: Omgeving, diepte: Verdieping, school: number, stap: Ketenstap): string {
  const { schakels, wacht } = om.model.g.meta;
  const plaats = om.model.gemeenteNaam(school) || "deze gemeente";
  if (!stap.open) {
    if (!stap.weg.length) return "De school biedt dit zelf aan.";
    return `De school bereikt ${diepte.naam(stap.weg[stap.weg.length - 1].org)} via ${telSchakels(stap.weg.length)}. ${room(diepte, stap.aanbod)}`;
  }
  return [
    "",
    `Er is passend aanbod voor ${plaats}, maar het is overal vol, of de wachttijd is langer dan ${wacht} weken.`,
    `Er is passend aanbod met plaats, maar geen gekende route van hoogstens ${telSchakels(schakels)} loopt van deze school ernaartoe.`,
    `In kaart gebracht: voor ${plaats} is er geen passend aanbod.`,
    `Voor ${plaats} heeft nog niemand deze stap volledig in kaart gebracht.`,
  ][stap.oordeel];
}

function room(diepte: Verdieping, aanbod: number): string {
  if (aanbod < 0) return "";
  return diepte.plaats(aanbod).soort === "onbekend" ? "Of er plaats is, is niet gekend: dan telt het als niet vol." : "Er is plaats.";
}

/** The route with each tie's source and day. */
function evidence(om: Omgeving, diepte: Verdieping, stap: Ketenstap): Node[] {
  if (!stap.weg.length) return [];
  const { teksten, datums, bandgroepen } = om.model.g;
  const rijen = stap.weg.map(({ org, band }, i) => {
    const { groep, status, bron, datum } = diepte.band(band);
    const bewijs = [`${bandgroepen[groep].naam} · ${STATUS_WOORD[status]}`, datums[datum]].filter(Boolean).join(" · ");
    return el("li", {}, el("b", {}, `${i + 1}. ${diepte.naam(org)}`), el("span", { class: "bewijs" }, bewijs), el("span", { class: "bewijs" }, teksten[bron] ? `Bron: ${teksten[bron]}` : "Bron niet genoemd"));
  });
  return [el("h3", { class: "kopregel" }, term("De route", "route"), el("span", { class: "zacht" }, telSchakels(stap.weg.length))), el("ul", { class: "lijst kaal" }, ...rijen)];
}

function offers(om: Omgeving, diepte: Verdieping, school: number, stap: Ketenstap): Node[] {
  const alle = diepte.passend(school, stap.stap);
  if (!alle.length) return [];
  const eerst = stap.open ? stap.open.dicht : stap.aanbod;
  const { vol, naam } = diepte.aanbod;
  const orde = [...alle].sort((a, b) => Number(b === eerst) - Number(a === eerst) || vol[a] - vol[b] || naam[a].localeCompare(naam[b], "nl"));
  const note = (nummer: number): Node[] => {
    if (nummer !== eerst || nummer < 0) return [];
    const km = stap.open ? afstand(stap.open.km) : "";
    return [el("span", { class: "bewijs" }, stap.open ? `het dichtste met plaats${km ? `, ${km}` : ""}` : "het aanbod op deze route")];
  };
  return [
    el("h3", { class: "kopregel" }, term("Passend aanbod", "passend aanbod"), el("span", { class: "zacht" }, getal(alle.length))),
    longList(orde.map((nummer) => () => offerRow(om, diepte, nummer, ...note(nummer))), 4, (rest) => `Toon nog ${telwoord(rest, "aanbod", "keer aanbod")}`),
  ];
}

/** The shortest way to open the step, and where to raise it. */
function repair(om: Omgeving, diepte: Verdieping, stap: Ketenstap): Node[] {
  const { kop, zin } = actie(om.model, diepte, stap);
  if (!stap.open) return [subheading("Wat nu?"), paragraph("Geen actie nodig.", "")];
  const { remedie, van, naar } = stap.open;
  if (remedie !== REMEDIE.band || van < 0) return [subheading("Wat nu?"), el("p", { class: "kader" }, el("b", {}, kop), ` ${zin}`)];
  const [forum, uitnodigen] = whereToRaise(om.model, van, naar);
  return [
    subheading("Kortste weg om te sluiten"),
    el("p", { class: "kader voorstel" }, "Eén nieuwe band tussen ", el("b", {}, diepte.naam(van)), " en ", el("b", {}, diepte.naam(naar)), " brengt deze stap binnen bereik."),
    el("h3", { class: "kopregel" }, term("Forum om dit op tafel te leggen", "forum")),
    forum === GEEN
      ? paragraph("Nog geen bestaand forum brengt hen samen.")
      : orgButton(om, forum, el("span", { class: "bewijs" }, uitnodigen === GEEN ? "Beide zitten hier aan tafel." : `Nodig ${diepte.naam(uitnodigen)} hier uit: de andere zit er al.`)),
  ];
}
