// Right panel of Tijd: which chains changed and why, or the list behind a number.

import { el } from "../bediening/dom";
import { AARD_NAAM, AARDEN, type Aard, KETEN_NAAM, MEERVOUD, perAard, signed, type Soort, SOORTEN, type Tijdboek, type Verschil } from "../data/tijd";
import { getal, hoofdletter, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";
import { heading, longList, panelHead, paragraph, subheading, swatch } from "./hulp";

const EERST = 5;

export function timePanel(om: Omgeving, boek: Tijdboek, van: number, tot: number): Node[] {
  const [soort, aard] = om.t.vak.split(".") as [Soort, Aard];
  if (SOORTEN.includes(soort) && AARDEN.includes(aard)) return listPanel(om, boek, van, tot, soort, aard);
  return om.t.gemeente >= 0 ? placePanel(om, boek, van, tot) : chainPanel(om, boek, van, tot);
}

function listPanel(om: Omgeving, boek: Tijdboek, van: number, tot: number, soort: Soort, aard: Aard): Node[] {
  const rijen = boek.differences(van, tot, [soort]).filter((verschil) => counts(verschil, aard));
  return [
    panelHead(hoofdletter(AARD_NAAM[aard]), telwoord(rijen.length, ...MEERVOUD[soort]), "Sluit de lijst", () => om.winkel.set({ vak: "" })),
    paragraph(`Van ${boek.dagen[van]} tot ${boek.dagen[tot]}.`),
    longList(rijen.map((rij) => () => row(om, boek, rij)), 25, (rest) => `Toon nog ${getal(rest)}`),
  ];
}

/** As the bars count: of verdicts only whether they became good or no longer are. */
function counts({ soort, aard, erbij, kennis, was }: Verschil, welke: Aard): boolean {
  if (soort !== "keten" && soort !== "cel") return aard === welke;
  const goed = soort === "keten" ? "gesloten" : "gedekt";
  if (welke === "weg") return was === goed;
  return erbij && (welke === "kaart") === kennis;
}

/** One difference; its ends are buttons where they are on the map. */
function row(om: Omgeving, boek: Tijdboek, verschil: Verschil): HTMLElement {
  const { soort, een, ander, naam, dag, bron, band, erbij, kennis, was, werd } = verschil;
  const groep = band >= 0 ? om.model.g.bandgroepen[om.model.groep[band]].naam : "";
  const wanneer = dag ? (kennis ? `in kaart ${dag}` : erbij ? `sinds ${dag}` : `gestopt op ${dag}`) : "";
  const oordeel = soort === "keten" || soort === "cel" ? `van ${was} naar ${werd}` : "";
  const wie = een === -1 ? [el("b", {}, naam)] : [person(om, boek, een), ...(ander === -1 ? [] : [person(om, boek, ander)])];
  return el(
    "div",
    { class: "verschil" },
    ...wie,
    el("span", { class: "bewijs" }, [groep, oordeel, kennis && !erbij && !oordeel ? "klopte niet" : wanneer].filter(Boolean).join(" · ")),
    bron && el("span", { class: "bewijs" }, `Bron: ${bron}`),
  );
}

function person(om: Omgeving, boek: Tijdboek, org: number): HTMLElement {
  const plaats = boek.gemeente(org);
  const tekst = [el("b", {}, boek.naam(org)), plaats && el("span", { class: "bewijs" }, plaats)];
  if (org < 0 || org >= om.model.n) return el("div", { class: "orgknop elders" }, el("span", { class: "orgtekst" }, ...tekst));
  return el("button", { type: "button", class: "orgknop", "data-sleutel": `org-${org}`, onclick: () => om.winkel.set({ keuze: org }) }, glyphElement(om.model.soort(org), 16), el("span", { class: "orgtekst" }, ...tekst));
}

function chainPanel(om: Omgeving, boek: Tijdboek, van: number, tot: number): Node[] {
  const alle = boek.chainChanges(van, tot);
  const dicht = alle.filter(({ oordelen: [, b, c] }) => b !== "0" && c === "0");
  const weten = alle.filter(({ oordelen: [a, b, c] }) => a !== "0" && b === "0" && c === "0");
  const open = alle.filter(({ oordelen: [, b, c] }) => b === "0" && c !== "0");
  const fout = alle.filter(({ oordelen: [a, b] }) => a === "0" && b !== "0");
  const delen = [
    dicht.length ? `${telwoord(dicht.length, "keten sloot", "ketens sloten")} echt` : "",
    weten.length ? `${getal(weten.length)} ${weten.length === 1 ? "bleek" : "bleken"} al gesloten` : "",
    open.length ? `${getal(open.length)} ${open.length === 1 ? "ging" : "gingen"} weer open` : "",
  ].filter(Boolean);
  return [
    el("p", { class: "boven" }, "Welke ketens veranderden?"),
    heading(delen.length ? hoofdletter(delen.join(", ")) : "Geen enkele keten veranderde"),
    ...boek.blok.noten.filter((noot) => noot.startsWith("Op ")).map((noot) => el("p", { class: "kader" }, noot)),
    ...group(om, boek, "gebeurd", "Gesloten omdat het gebeurde", dicht.map(({ keten, oordelen }) => ({ keten, was: oordelen[1], werd: oordelen[2] }))),
    ...group(om, boek, "kaart", "Gesloten omdat we het nu weten", weten.map(({ keten, oordelen }) => ({ keten, was: oordelen[0], werd: oordelen[1] }))),
    ...group(om, boek, "weg", "Weer open omdat iets stopte", open.map(({ keten, oordelen }) => ({ keten, was: oordelen[1], werd: oordelen[2] }))),
    ...group(om, boek, "weg", "Bleek toen niet gesloten", fout.map(({ keten, oordelen }) => ({ keten, was: oordelen[0], werd: oordelen[1] }))),
    ...others(om, boek, van, tot),
    ...cells(boek, van, tot),
    ...boek.blok.noten.filter((noot) => !noot.startsWith("Op ")).map((noot) => paragraph(noot)),
  ];
}

function group(om: Omgeving, boek: Tijdboek, aard: Aard, titel: string, rijen: readonly { keten: { school: number; thema: string }; was: string; werd: string }[]): Node[] {
  if (!rijen.length) return [];
  const kop = kindHeading(aard, titel, rijen.length);
  const per = rijen.map(({ keten, was, werd }) => (): HTMLElement => {
    const tekst = [
      el("span", { class: "orgtekst" }, el("b", {}, boek.naam(keten.school)), el("span", { class: "bewijs" }, [boek.gemeente(keten.school), `thema ${keten.thema}`].filter(Boolean).join(" · "))),
      el("span", { class: "vanaf", role: "img", "aria-label": `van ${word(was)} naar ${word(werd)}` }, mark(was), " → ", mark(werd)),
    ];
    if (keten.school < 0 || keten.school >= om.model.n) return el("div", { class: "ketenrij" }, ...tekst);
    return el("button", { type: "button", class: "ketenrij", "data-sleutel": `keten-${keten.school}-${keten.thema}`, onclick: () => om.winkel.set({ view: "keten", keuze: keten.school, thema: keten.thema, vak: "", lagen: "", periode: "" }) }, ...tekst);
  });
  return [kop, longList(per, EERST, (rest) => `Toon nog ${telwoord(rest, "school", "scholen")}`)];
}

/** A heading with the pattern of why things differ. */
function kindHeading(aard: Aard, titel: string, aantal: number): HTMLElement {
  const kop = subheading(titel, getal(aantal));
  kop.prepend(el("i", { class: `tijdteken ${aard}`, "aria-hidden": "true" }));
  return kop;
}

const word = (code: string): string => (code === "-" ? "niet gekend" : KETEN_NAAM[Number(code)].toLowerCase());
const mark = (code: string): HTMLElement => (code === "-" ? el("span", { class: "staal oordeel4" }) : swatch(Number(code)));

/** Organisations and seats: what the bars leave out. */
function others(om: Omgeving, boek: Tijdboek, van: number, tot: number): Node[] {
  const rijen = (["organisatie", "lid"] as const).flatMap((soort) => {
    const per = perAard(boek.count(soort, van, tot));
    return AARDEN.filter((aard) => per[aard] > 0).map((aard) =>
      el("li", {}, el("button", { type: "button", class: "telrij knop", "data-sleutel": `ook-${soort}-${aard}`, onclick: () => om.winkel.set({ vak: `${soort}.${aard}` }) }, el("i", { class: `tijdteken ${aard}`, "aria-hidden": "true" }), el("span", {}, `${hoofdletter(MEERVOUD[soort][1])}, ${AARD_NAAM[aard]}`), el("b", {}, signed(aard, per[aard])))),
    );
  });
  return rijen.length ? [subheading("Wie erbij kwam of wegviel"), el("ul", { class: "lijst" }, ...rijen)] : [];
}

function cells(boek: Tijdboek, van: number, tot: number): Node[] {
  const rijen = boek.differences(van, tot, ["cel"]);
  if (!rijen.length) return [];
  return [
    subheading("Oordelen in de matrix", getal(rijen.length)),
    longList(
      rijen.map(({ naam, was, werd, kennis }) => () => el("div", { class: "verschil" }, el("b", {}, naam), el("span", { class: "bewijs" }, `van ${was} naar ${werd} · ${kennis ? "door kennis" : "door de tijd"}`))),
      4,
      (rest) => `Toon nog ${telwoord(rest, "cel", "cellen")}`,
    ),
  ];
}

/** All that changed in one municipality. */
function placePanel(om: Omgeving, boek: Tijdboek, van: number, tot: number): Node[] {
  const { gemeente } = om.t;
  const { organisaties, gemeenten } = om.model.g;
  const hier = (org: number): boolean => org >= 0 && org < om.model.n && organisaties.gemeente[org] === gemeente;
  const alle = boek.differences(van, tot, ["organisatie", "band", "zetel", "lid"]).filter(({ een, ander }) => hier(een) || hier(ander));
  return [
    panelHead(`Van ${boek.dagen[van]} tot ${boek.dagen[tot]}`, gemeenten.naam[gemeente], "Sluit de lijst", () => om.winkel.set({ gemeente: -1 })),
    ...AARDEN.flatMap((aard) => {
      const rijen = alle.filter((verschil) => verschil.aard === aard);
      if (!rijen.length) return [];
      return [kindHeading(aard, hoofdletter(AARD_NAAM[aard]), rijen.length), longList(rijen.map((rij) => () => row(om, boek, rij)), 8, (rest) => `Toon nog ${getal(rest)}`)];
    }),
    ...(alle.length ? [] : [paragraph("Hier veranderde niets tussen deze dagen.")]),
  ];
}
