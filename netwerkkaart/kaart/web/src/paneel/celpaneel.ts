// Right panel of Matrix: what a verdict on a cell rests on, and what could be next.

import { el, onward } from "../bediening/dom";
import { CEL_NAAM, telSchakels, THEMA_NAAM } from "../data/celwoorden";
import type { Cel, Stap, Verdieping } from "../data/diepte";
import { GEEN } from "../data/model";
import { foraVan, tables } from "../data/overleg";
import { stapcode } from "../data/vak";
import { getal, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { longList, orgButton, paragraph, subheading } from "./hulp";
import { anyOrg, roomWords, verdictIcon } from "./merken";
import { term } from "./term";

export function cellPanel(om: Omgeving, diepte: Verdieping, cel: Cel): Node[] {
  const aanbod = diepte.aanbodVan(cel);
  const scholen = diepte.scholen(cel);
  return [
    ...head(om, diepte.matrix.naam[cel.gebied], cel.stap, cel.groep),
    verdict(om, cel),
    ...offers(om, diepte, aanbod),
    ...schools(om, cel, scholen),
    ...mapped(om, diepte, cel),
    ...next(om, diepte, cel, aanbod, scholen.zonder),
  ].filter((deel): deel is HTMLElement => Boolean(deel));
}

function head(om: Omgeving, waar: string, stap: Stap, groep: number): Node[] {
  const { meta } = om.model.g;
  const sluit = el("button", { type: "button", class: "sluit", "aria-label": "Sluit de cel", title: "Sluit (Esc)", onclick: () => om.winkel.set({ vak: "" }) }, "×");
  return [
    el(
      "header",
      { class: "orgkop" },
      el("div", {}, el("p", { class: "boven" }, `Geopende cel · ${waar}`), el("h2", {}, `Stap ${stap.stap + 1}, ${meta.stappen[stap.stap]}`), el("p", { class: "zacht" }, `thema ${stap.thema} (${THEMA_NAAM[stap.thema]}) · voor de ${meta.doelgroepen[groep]}`)),
      sluit,
    ),
  ];
}

function verdict(om: Omgeving, cel: Cel): HTMLElement {
  if (cel.oordeel < 0) return paragraph("Hier zijn geen scholen met dit thema.");
  const { schakels, wacht } = om.model.g.meta;
  const zonder = cel.scholen - cel.bereikt;
  const scholen = telwoord(cel.scholen, "school", "scholen");
  const zin = [
    `Er is passend aanbod met plaats. ${getal(cel.bereikt)} van de ${scholen} ${cel.bereikt === 1 ? "geraakt" : "geraken"} er.`,
    `Er is aanbod, maar het is overal vol, of de wachttijd is langer dan ${wacht} weken.`,
    `Er is aanbod met plaats, maar ${getal(zonder)} van de ${scholen} ${zonder === 1 ? "heeft" : "hebben"} geen gekende route van hoogstens ${telSchakels(schakels)} ernaartoe.`,
    "In kaart gebracht: er is geen passend aanbod.",
    "Nog niemand heeft dit volledig in kaart gebracht. Er kan aanbod zijn dat we niet kennen.",
  ][cel.oordeel];
  return el("div", { class: "uitspraak" }, el("p", { class: `oordeelregel c${cel.oordeel}` }, el("span", { class: `merk c${cel.oordeel}` }, verdictIcon(cel.oordeel, 18)), el("b", {}, CEL_NAAM[cel.oordeel])), el("p", {}, zin));
}

function offers(om: Omgeving, diepte: Verdieping, aanbod: readonly number[]): Node[] {
  if (!aanbod.length) return [];
  const orde = [...aanbod].sort((a, b) => diepte.aanbod.vol[a] - diepte.aanbod.vol[b] || diepte.aanbod.naam[a].localeCompare(diepte.aanbod.naam[b], "nl"));
  return [
    el("h3", { class: "kopregel" }, term("Aanbod in deze cel", "aanbod"), el("span", { class: "zacht" }, getal(aanbod.length))),
    longList(orde.map((nummer) => () => offerRow(om, diepte, nummer)), 6, (rest) => `Toon nog ${telwoord(rest, "aanbod", "keer aanbod")}`),
  ];
}

/** One offer: what, by whom, where, and whether there is room. */
export function offerRow(om: Omgeving, diepte: Verdieping, aanbod: number, ...extra: Node[]): HTMLElement {
  const aanbieders = diepte.aanbod.aanbieders[aanbod];
  const naam = el("span", { class: "bewijs aanbodnaam" }, diepte.aanbod.naam[aanbod]);
  if (!aanbieders.length) return el("div", { class: "orgknop elders" }, el("span", { class: "orgtekst" }, el("b", {}, "Aanbieder niet gekend"), naam, roomWords(om, aanbod), ...extra));
  const wie = aanbieders[0];
  const meer = aanbieders.length > 1 ? ` en nog ${telwoord(aanbieders.length - 1, "andere", "andere")}` : "";
  return anyOrg(om, wie, naam, el("span", { class: "bewijs" }, [diepte.gemeente(wie) + meer].filter(Boolean).join(""), " · ", roomWords(om, aanbod)), ...extra);
}

function schools(om: Omgeving, cel: Cel, { alle, zonder }: { alle: number[]; zonder: number[] }): Node[] {
  if (!cel.vrij || !zonder.length) return [];
  const per = new Map<string, number[]>();
  for (const school of zonder) {
    const plaats = om.model.gemeenteNaam(school);
    per.set(plaats, [...(per.get(plaats) ?? []), school]);
  }
  const groepen = [...per].sort(([a, p], [b, q]) => q.length - p.length || a.localeCompare(b, "nl"));
  return [
    subheading("Scholen zonder route", `${getal(zonder.length)} van ${getal(alle.length)}`),
    el(
      "div",
      { class: "plaatsen" },
      ...groepen.map(([plaats, lijst]) =>
        el(
          "details",
          {},
          el("summary", {}, el("span", {}, plaats), el("b", {}, getal(lijst.length))),
          el("ul", { class: "lijst" }, ...lijst.map((school) => el("li", {}, chainButton(om, school, cel.stap)))),
        ),
      ),
    ),
  ];
}

/** A school, as the way to its chain. */
function chainButton(om: Omgeving, school: number, stap: Stap): HTMLElement {
  return el(
    "button",
    { type: "button", class: "kaartlink", "data-sleutel": `keten-${school}`, onclick: () => om.winkel.set({ view: "keten", keuze: school, vak: stapcode(stap), thema: stap.thema, gemeente: GEEN }) },
    om.model.naam(school),
    onward(),
  );
}

function mapped(om: Omgeving, diepte: Verdieping, cel: Cel): Node[] {
  const bronnen = diepte.inventarisatiesVan(cel);
  const { datums } = om.model.g;
  const kop = el("h3", { class: "kopregel" }, term("In kaart gebracht", "in kaart gebracht"), el("span", { class: "zacht" }, bronnen.length ? getal(bronnen.length) : "nog niet"));
  if (!bronnen.length) return [kop, paragraph("Geen enkele volledige inventarisatie noemt deze cel.")];
  return [
    kop,
    longList(bronnen.map((i) => () => el("span", { class: "inventaris" }, `Inventarisatie van ${datums[diepte.inventaris.datum[i]] || "onbekende dag"}`, el("small", {}, diepte.inventaris.id[i]))), 4, (rest) => `Toon nog ${telwoord(rest, "inventarisatie", "inventarisaties")}`),
  ];
}

/** What to do next: the tie that lacks, and the table at which to raise it. */
function next(om: Omgeving, diepte: Verdieping, cel: Cel, aanbod: readonly number[], zonder: readonly number[]): Node[] {
  const kop = subheading("Wat nu?");
  if (cel.oordeel <= 0) return [kop, paragraph("Geen actie nodig.", "")];
  const aanbieders = aanbod.flatMap((i) => diepte.aanbod.aanbieders[i]);
  const tafels = tables(om.model, aanbieders, zonder, cel.oordeel === 2).slice(0, 2);
  const band = diepte.bandVan(cel);
  const zin = [
    "",
    "Bespreek de wachttijd met wie dit aanbiedt.",
    band ? "Breng deze twee samen: dan geraakt minstens één school er." : "Leg het op tafel bij wie dit aanbiedt.",
    "Bespreek wie dit aanbod kan opnemen.",
    "Vraag na wie dit aanbiedt, en breng het in kaart.",
  ][cel.oordeel];
  const samen = band ? foraVan(om.model, band[0]).filter((f) => foraVan(om.model, band[1]).includes(f)) : [];
  return [
    kop,
    paragraph(zin, ""),
    ...(band
      ? [el("p", { class: "kader voorstel" }, el("b", {}, diepte.naam(band[0])), " en ", el("b", {}, diepte.naam(band[1])), samen.length ? `. Beide zitten in ${om.model.naam(samen[0])}.` : ".")]
      : []),
    ...(tafels.length
      ? [
          el("h3", { class: "kopregel" }, term("Waar op tafel leggen?", "forum")),
          el("ul", { class: "lijst kaal" }, ...tafels.map((tafel) => el("li", {}, orgButton(om, tafel.forum, el("span", { class: "bewijs" }, atTheTable(tafel, new Set(aanbieders).size, zonder.length)))))),
        ]
      : [paragraph("Geen enkel bestaand forum op deze kaart brengt hen samen.")]),
  ];
}

function atTheTable(tafel: { aanbieders: number; scholen: number }, aanbieders: number, scholen: number): string {
  const delen = [
    tafel.aanbieders && `${getal(tafel.aanbieders)} van de ${telwoord(aanbieders, "aanbieder", "aanbieders")}`,
    tafel.scholen && `${getal(tafel.scholen)} van de ${telwoord(scholen, "school", "scholen")} of hun CLB`,
  ].filter(Boolean);
  return `Aan tafel: ${delen.join(" en ")}.`;
}

/** The same cell in every region. */
export function regionsPanel(om: Omgeving, diepte: Verdieping, stap: Stap, groep: number): Node[] {
  const rijen = diepte.gebieden("regio").map((gebied) => {
    const cel = diepte.cel(gebied, stap, groep);
    const naam = diepte.matrix.naam[gebied];
    const uitleg = cel.oordeel < 0 ? "geen scholen" : `${CEL_NAAM[cel.oordeel]} · ${telwoord(cel.aanbod, "aanbod", "keer aanbod")} · ${getal(cel.bereikt)} van ${telwoord(cel.scholen, "school", "scholen")}`;
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "orgknop", "data-sleutel": `regio-${gebied}`, onclick: () => om.winkel.set({ regio: diepte.matrix.code[gebied] }) },
        cel.oordeel >= 0 && el("span", { class: `merk c${cel.oordeel}` }, verdictIcon(cel.oordeel, 16)),
        el("span", { class: "orgtekst" }, el("b", {}, naam), el("span", { class: "bewijs" }, uitleg)),
      ),
    );
  });
  return [...head(om, "alle regio's", stap, groep), subheading("Per regio"), el("ul", { class: "lijst" }, ...rijen)];
}
