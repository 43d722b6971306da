// Right panel of Bruggen: what would mend most, what may break, what broke; or all about one bridge.

import { el } from "../bediening/dom";
import { type Brug, type Bruggenboek, HANGT, LAAG_NAAM, type Laag, tiesBetween } from "../data/bruggen";
import { whereToRaise } from "../data/ketenwoorden";
import { foraVan } from "../data/overleg";
import { getal, hoofdletter, opsomming, STATUS_WOORD, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { heading, longList, orgButton, panelHead, paragraph, subheading } from "./hulp";
import { anyOrg } from "./merken";

const naam = (om: Omgeving, org: number): string => om.diepte?.naam(org) ?? "";

/** `Rond Genk ↔ Rond Hasselt`, or both organisations. */
export function ends(om: Omgeving, boek: Bruggenboek, brug: Brug): string {
  return brug.van < 0 ? `${boek.naam(brug.a)} ↔ ${boek.naam(brug.b)}` : `${naam(om, brug.van)} ↔ ${naam(om, brug.naar)}`;
}

/** Title, what it is, and what hangs on it: for a pointer, a screen reader, a list. */
export function describe(om: Omgeving, boek: Bruggenboek, brug: Brug): string[] {
  return [ends(om, boek, brug), LAAG_NAAM[brug.laag], ...loads(om, boek, brug)];
}

/** What hangs on a bridge, in one or two short lines. */
export function loads(om: Omgeving, boek: Bruggenboek, brug: Brug): string[] {
  const { tussen, breekbaar, afgebroken } = boek.blok;
  if (brug.laag === "voorstel") return [gainWords(boek, brug.rij)];
  if (brug.laag === "afgebroken" && afgebroken) return [`Afgebroken op ${om.model.g.datums[afgebroken.tot[brug.rij]]}`];
  if (brug.van >= 0) {
    const n = breekbaar.scholen[brug.rij].length;
    const aan = brug.aan >= 0 ? `alles via ${naam(om, brug.aan)}` : "de enige band";
    return [n ? `${telwoord(n, "school hangt", "scholen hangen")} eraan` : hoofdletter(aan), ...(n ? [aan] : [])];
  }
  const banden = telwoord(tussen.aantal[brug.rij], "band", "banden");
  if (tussen.hangt[brug.rij] === HANGT.enig) return ["Eén band"];
  if (tussen.hangt[brug.rij] === HANGT.persoon) return [banden, "alles via één persoon"];
  return brug.aan >= 0 ? [banden, `alles via ${naam(om, brug.aan)}`] : [banden];
}

/** `+12 stappen`: what a proposal yields on top of those before it. */
export function gainWords(boek: Bruggenboek, rij: number): string {
  return `+${telwoord(boek.blok.voorstellen.winst[rij], "stap", "stappen")}`;
}

export function bridgePanel(om: Omgeving, boek: Bruggenboek): Node[] {
  const gekozen = boek.get(om.t.vak);
  return gekozen ? onePanel(om, boek, gekozen) : overview(om, boek);
}

function overview(om: Omgeving, boek: Bruggenboek): Node[] {
  const voorstellen = boek.bruggen.filter((brug) => brug.laag === "voorstel");
  const wankel = boek.wankel;
  const afgebroken = boek.bruggen.filter((brug) => brug.laag === "afgebroken");
  const { cijfers } = boek.blok;
  const rest = (aantal: number) => (n: number): string => `Toon nog ${getal(n)} van ${getal(aantal)}`;
  const rijen = (lijst: readonly Brug[]): (() => Node)[] => lijst.map((brug) => () => row(om, boek, brug));
  return [
    heading(voorstellen.length ? "Nieuwe banden die het meest opleveren" : "Geen nieuwe band levert iets op"),
    paragraph(voorstellen.length ? "Elke winst komt boven op de banden erboven. Klik voor het hoe en het waarom." : "Er is geen ontbrekende band die op zichzelf een school een stap dichterbij brengt."),
    longList(voorstellen.map((brug) => () => card(om, boek, brug)), 3, rest(voorstellen.length)),
    subheading("Breekbare bruggen", `${getal(cijfers.breekbaar)} van ${getal(cijfers.bruggen)}`),
    wankel.length ? longList(rijen(wankel), 6, rest(wankel.length)) : paragraph("Op geen enkele breekbare brug hangt een stap van een school."),
    ...(cijfers.organisatie ? [paragraph(`Van de andere ${cijfers.organisatie === 1 ? "hangt" : "hangen"} er ${getal(cijfers.organisatie)} aan één organisatie.`)] : []),
    subheading("Afgebroken", boek.blok.afgebroken ? getal(boek.blok.afgebroken.totaal) : ""),
    boek.blok.afgebroken
      ? afgebroken.length
        ? longList(rijen(afgebroken), 4, rest(afgebroken.length))
        : paragraph("Geen enkele band tussen twee sectoren stopte zonder dat een andere ze vervangt.")
      : paragraph("Deze kaart kent het verleden niet."),
    ...loose(om, boek),
  ];
}

function loose(om: Omgeving, boek: Bruggenboek): Node[] {
  const { los } = boek;
  if (!los.length) return [];
  return [
    subheading("Op geen eiland", getal(los.length)),
    paragraph("Van deze organisaties is nog geen band bekend."),
    longList(los.map((org) => () => orgButton(om, org, el("span", { class: "bewijs" }, om.model.gemeenteNaam(org)))), 4, (n) => `Toon nog ${telwoord(n, "organisatie", "organisaties")}`),
  ];
}

function pick(om: Omgeving, brug: Brug): () => void {
  return () => om.winkel.set({ vak: brug.code, keuze: -1 });
}

function card(om: Omgeving, boek: Bruggenboek, brug: Brug): HTMLElement {
  const { forum, gesloten } = boek.blok.voorstellen;
  const tafel = forum[brug.rij];
  return el(
    "button",
    { type: "button", class: "brugkaart", onclick: pick(om, brug), "data-sleutel": `brug-${brug.code}` },
    el("span", { class: "nummer nieuw" }, String(brug.rij + 1)),
    el(
      "span",
      {},
      el("b", {}, naam(om, brug.van)),
      " met ",
      el("b", {}, naam(om, brug.naar)),
      el("span", { class: "winstregel" }, el("mark", {}, gainWords(boek, brug.rij)), gesloten[brug.rij].length ? ` ${telwoord(gesloten[brug.rij].length, "school", "scholen")} met een gesloten keten` : ""),
      el("small", {}, tafel ? `Kaart aan op ${tafel}: beide zitten er al.` : invite(om, brug)),
    ),
  );
}

/** Where a proposal can be raised when no forum has both: the largest of one of them, as the findings say. */
function invite(om: Omgeving, brug: Brug): string {
  const [forum, wie] = whereToRaise(om.model, brug.van, brug.naar);
  if (forum < 0) return "Geen van beide zit in een gekend forum.";
  return wie < 0 ? `Kaart aan op ${om.model.naam(forum)}: beide zitten er al.` : `Kaart aan op ${om.model.naam(forum)}, en nodig ${naam(om, wie)} daar uit.`;
}

function row(om: Omgeving, boek: Bruggenboek, brug: Brug): HTMLElement {
  return el(
    "button",
    { type: "button", class: `brugrij ${brug.laag}`, onclick: pick(om, brug), "data-sleutel": `brug-${brug.code}` },
    el("span", { class: "brugteken", "aria-hidden": "true" }),
    el("span", { class: "orgtekst" }, el("b", {}, ends(om, boek, brug)), el("span", { class: "bewijs" }, loads(om, boek, brug).join(" · "))),
  );
}

const DEEL: Readonly<Record<Laag, (om: Omgeving, boek: Bruggenboek, brug: Brug) => Node[]>> = {
  stevig: islandsPart,
  breekbaar: (om, boek, brug) => (brug.van < 0 ? islandsPart(om, boek, brug) : fragilePart(om, boek, brug)),
  afgebroken: brokenPart,
  voorstel: proposalPart,
};

function onePanel(om: Omgeving, boek: Bruggenboek, brug: Brug): Node[] {
  return [panelHead(LAAG_NAAM[brug.laag], ends(om, boek, brug), "Sluit", () => om.winkel.set({ vak: "" })), ...DEEL[brug.laag](om, boek, brug)];
}

/** Both ends, with where each lies. */
function endButtons(om: Omgeving, boek: Bruggenboek, brug: Brug): HTMLElement {
  const waar = (org: number, eiland: number): Node => el("span", { class: "bewijs" }, [om.diepte?.gemeente(org) ?? "", boek.naam(eiland)].filter(Boolean).join(" · "));
  return el("ul", { class: "lijst" }, ...([[brug.van, brug.a], [brug.naar, brug.b]] as const).map(([org, eiland]) => el("li", {}, anyOrg(om, org, waar(org, eiland)))));
}

function islandsPart(om: Omgeving, boek: Bruggenboek, brug: Brug): Node[] {
  const { tussen } = boek.blok;
  const banden = tiesBetween(om, boek, brug);
  const aantal = tussen.aantal[brug.rij];
  const waarom =
    tussen.hangt[brug.rij] === HANGT.enig
      ? "Dit is de enige band tussen twee sectoren die beide eilanden bindt. Valt die weg, dan is er geen brug meer."
      : tussen.hangt[brug.rij] === HANGT.persoon
        ? "Alle banden tussen beide eilanden lopen via één contactpersoon."
        : brug.aan >= 0
          ? `Alle banden tussen beide eilanden hangen aan ${naam(om, brug.aan)}.`
          : "Deze brug hangt niet aan één band, persoon of organisatie.";
  return [
    el("p", { class: brug.laag === "breekbaar" ? "kader breekbaar" : "kader" }, waarom),
    subheading(telwoord(aantal, "koppel organisaties", "koppels organisaties"), banden.length === aantal ? "" : telwoord(banden.length, "band", "banden")),
    longList(banden.map((band) => () => tieRow(om, band)), 20, (n) => `Toon nog ${telwoord(n, "band", "banden")}`),
  ];
}

/** A tie with its ends, source and day. */
function tieRow(om: Omgeving, band: number): HTMLElement {
  const { bandgroepen, datums, teksten } = om.model.g;
  const rij = om.diepte?.band(band);
  if (!rij) return el("span");
  const dag = datums[rij.datum];
  const bron = teksten[rij.bron];
  return el(
    "div",
    { class: "bandrij" },
    anyOrg(om, rij.van),
    anyOrg(om, rij.naar),
    el("span", { class: "bewijs" }, [bandgroepen[rij.groep].naam, STATUS_WOORD[rij.status], dag].filter(Boolean).join(" · ")),
    el("span", { class: "bron" }, bron ? `Bron: ${bron}` : "Bron niet genoemd"),
  );
}

function schoolList(om: Omgeving, titel: string, scholen: readonly number[]): Node[] {
  if (!scholen.length) return [];
  return [
    subheading(titel, getal(scholen.length)),
    longList(scholen.map((org) => () => orgButton(om, org, el("span", { class: "bewijs" }, om.model.gemeenteNaam(org)))), 6, (n) => `Toon nog ${telwoord(n, "school", "scholen")}`),
  ];
}

/** Where both meet, or where one of them sits and the other can be asked. */
function tablePart(om: Omgeving, brug: Brug, fora?: readonly number[]): Node[] {
  const een = foraVan(om.model, brug.van);
  const ander = foraVan(om.model, brug.naar);
  const samen = fora?.length ? fora : een.filter((forum) => ander.includes(forum));
  if (samen.length) {
    return [subheading("Waar beide al zitten", getal(samen.length)), el("ul", { class: "lijst" }, ...samen.slice(0, 5).map((forum) => el("li", {}, anyOrg(om, forum))))];
  }
  const uitnodigen = [[een, brug.van, brug.naar], [ander, brug.naar, brug.van]] as const;
  const [gevonden] = uitnodigen.filter(([lijst]) => lijst.length);
  const tekst = gevonden
    ? `Nog geen forum waar beide zitten. ${naam(om, gevonden[1])} zit in ${opsomming(gevonden[0].map((forum) => naam(om, forum)), 3)}: nodig ${naam(om, gevonden[2])} daar uit.`
    : "Geen van beide zit in een gekend forum.";
  return [subheading("Waar aankaarten?"), paragraph(tekst)];
}

function fragilePart(om: Omgeving, boek: Bruggenboek, brug: Brug): Node[] {
  const { breekbaar } = boek.blok;
  const reden = om.model.g.teksten[breekbaar.reden[brug.rij]];
  const scholen = breekbaar.scholen[brug.rij];
  return [
    el("p", { class: "kader breekbaar" }, el("b", {}, "Waarom breekbaar? "), `${hoofdletter(reden)}.`),
    endButtons(om, boek, brug),
    ...schoolList(om, "Verliezen een stap als ze wegvalt", scholen),
    ...(scholen.length ? [] : [paragraph("Geen enkele school verliest een stap als deze band wegvalt.")]),
    ...tablePart(om, brug),
    subheading("Waarop dit steunt", telwoord(breekbaar.banden[brug.rij].length, "band", "banden")),
    el("ul", { class: "lijst" }, ...breekbaar.banden[brug.rij].map((band) => el("li", {}, tieRow(om, band)))),
  ];
}

function brokenPart(om: Omgeving, boek: Bruggenboek, brug: Brug): Node[] {
  const { afgebroken } = boek.blok;
  if (!afgebroken) return [];
  const { datums, teksten, bandgroepen } = om.model.g;
  const sinds = datums[afgebroken.sinds[brug.rij]];
  const bron = teksten[afgebroken.bron[brug.rij]];
  return [
    el("p", { class: "kader afgebroken" }, `${bandgroepen[afgebroken.groep[brug.rij]].naam}${sinds ? ` sinds ${sinds}` : ""}, gestopt op ${datums[afgebroken.tot[brug.rij]]}. Tussen de sectoren van beide, in hun gemeenten, is nu geen enkele band meer bekend.`),
    endButtons(om, boek, brug),
    ...tablePart(om, brug),
    el("p", { class: "bron" }, bron ? `Bron: ${bron}` : "Bron niet genoemd"),
  ];
}

function proposalPart(om: Omgeving, boek: Bruggenboek, brug: Brug): Node[] {
  const { winst, scholen, gesloten, stappen, fora } = boek.blok.voorstellen;
  const extra = gesloten[brug.rij].length;
  return [
    el(
      "p",
      { class: "kader voorstel" },
      `Als ${naam(om, brug.van)} en ${naam(om, brug.naar)} samenwerken, ${winst[brug.rij] === 1 ? "wordt" : "worden"} `,
      el("b", {}, telwoord(winst[brug.rij], "stap", "stappen")),
      ` van ${telwoord(scholen[brug.rij].length, "school", "scholen")} bereikt.${extra ? ` Bij ${telwoord(extra, "school sluit", "scholen sluit")} daardoor een keten.` : ""}`,
    ),
    endButtons(om, boek, brug),
    ...tablePart(om, brug, fora[brug.rij]),
    ...(stappen[brug.rij].length ? [subheading("Welke stappen"), el("ul", { class: "lijst kaal" }, ...stappen[brug.rij].map((nr) => el("li", {}, hoofdletter(om.model.g.teksten[nr]))))] : []),
    ...schoolList(om, "Winnen een stap", scholen[brug.rij]),
  ];
}
