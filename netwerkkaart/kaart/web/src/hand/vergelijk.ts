// The tool "vergelijk": one or two selections of organisations, side by side.

import { saveCsv } from "../bediening/bewaar";
import { announce, el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { tafelsVan } from "../data/overleg";
import { getal, hoofdletter, opsomming, procent, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { longList, paragraph, subheading } from "../paneel/hulp";
import type { Kolom, Lijst } from "../views/lijst";
import { idText, readSets, toggleTerm, writeSets } from "./greep";
import { handButton, handHead, handOrg, type Handbeeld, type Handwerk } from "./hand";
import { figuresOf, membersOf, ruleName, rulesOfFilters, type Stelcijfers, tiesBetween } from "./keuze";
import { orgPicker } from "./kiezer";

const LIJNEN = 500;
const NAMEN = ["A", "B"] as const;
type Termen = [string[], string[]];

export function startCompare(om: Omgeving, termen: readonly string[]): void {
  om.winkel.set({ hand: "vergelijk", greep: writeSets([termen, []]), keuze: GEEN, bevinding: GEEN });
}

export function orgTerm(om: Omgeving, org: number): string {
  return idText(om.model, org);
}

export function makeCompare(om: Omgeving): Handwerk {
  const { model, t } = om;
  const termen = readSets(t.greep);
  const stel = termen.map((deel) => figuresOf(model, membersOf(model, deel), t.thema)) as [Stelcijfers, Stelcijfers];
  const [a, b] = stel;
  const tussen = tiesBetween(model, a.leden, b.leden);
  const titel = !a.leden.length && !b.leden.length ? "Kies wie u wilt vergelijken" : b.leden.length ? `${telwoord(tussen.length, "band", "banden")} tussen selectie A en selectie B` : `Selectie A: ${telwoord(a.leden.length, "organisatie", "organisaties")}`;
  const ondertitel = b.leden.length ? `A telt ${telwoord(a.leden.length, "organisatie", "organisaties")}, B ${getal(b.leden.length)}.${tussen.length > LIJNEN ? ` ${getal(LIJNEN)} van de ${getal(tussen.length)} banden zijn getekend.` : ""}` : "Klik op de kaart of in de tabel om er bij te zetten of weg te halen.";
  return {
    titel,
    ondertitel,
    melding: `${titel}. ${ondertitel}`,
    paneel: () => panel(om, termen, stel, tussen, titel),
    beeld: picture(om, stel, tussen),
    legende: b.leden.length ? (tussen.length ? ["a", "b", "tussen"] : ["a", "b"]) : a.leden.length ? ["a"] : [],
    ...(a.leden.length + b.leden.length ? { rijen: members(om, stel) } : {}),
  };
}

function panel(om: Omgeving, termen: Termen, stel: [Stelcijfers, Stelcijfers], tussen: readonly number[], titel: string): Node[] {
  const welke = om.t.hand === "vergelijk" ? 0 : 1;
  const tab = (i: number): HTMLElement =>
    el("button", { type: "button", class: `handknop stel${NAMEN[i]}`, "aria-pressed": String(welke === i), "data-sleutel": `stel-${i}`, onclick: () => om.winkel.set({ hand: i ? "vergelijk-b" : "vergelijk" }) }, `Selectie ${NAMEN[i]} (${getal(stel[i].leden.length)})`);
  return [
    handHead(om, "Vergelijk", titel),
    el("div", { class: "handknoppen", role: "group", "aria-label": "Aan welke selectie u werkt" }, tab(0), tab(1)),
    paragraph(`Wat u aanklikt, gaat naar selectie ${NAMEN[welke]}. Overal elders: Shift of Ctrl en klikken.`),
    ...choices(om, termen, welke, stel[welke].leden),
    ...(stel[0].leden.length || stel[1].leden.length ? [subheading("Naast elkaar"), table(om, stel, tussen), el("div", { class: "handknoppen" }, handButton("Cijfers als CSV", "vergelijk-csv", () => saveFigures(om, stel, tussen))), ...shared(om, stel)] : []),
  ];
}

/** What the selection is made of, and ways to add to it. */
function choices(om: Omgeving, termen: Termen, welke: number, leden: readonly number[]): Node[] {
  const { model, t, zicht } = om;
  const { g } = model;
  const set = (deel: readonly string[]): void => {
    const nieuw: Termen = [...termen];
    nieuw[welke] = [...new Set(deel)];
    om.winkel.set({ greep: writeSets(nieuw) });
  };
  const eigen = termen[welke];
  const chip = (term: string, i: number): HTMLElement =>
    el("li", { class: "watalsband" }, el("span", { class: "orgtekst" }, hoofdletter(ruleName(model, term)), el("span", { class: "bewijs" }, telwoord(membersOf(model, [term]).length, "organisatie", "organisaties"))), el("button", { type: "button", class: "sluit", "data-sleutel": `regel-weg-${i}`, "aria-label": `Haal weg: ${ruleName(model, term)}`, title: "Haal weg", onclick: () => set(eigen.filter((ander) => ander !== term)) }, "×"));
  const aanwezig = new Set(g.organisaties.soort);
  const soort = el("select", { class: "handveld", "aria-label": "Soort", "data-sleutel": "stel-soort" }, el("option", { value: "" }, "Alle soorten"), ...g.soorten.flatMap((s, i) => (aanwezig.has(i) ? [el("option", { value: s.code }, s.naam)] : [])));
  const nummers = g.gemeenten.naam.map((_, i) => i).sort((p, q) => g.gemeenten.naam[p].localeCompare(g.gemeenten.naam[q], "nl"));
  const plaats = el("select", { class: "handveld", "aria-label": "Gemeente", "data-sleutel": "stel-plaats" }, el("option", { value: "" }, "Alle gemeenten"), ...nummers.map((i) => el("option", { value: g.gemeenten.nis[i] }, g.gemeenten.naam[i])));
  const filters = om.winkel.hasFilters || t.gemeente >= 0;
  const regels = rulesOfFilters(model, t);
  const persoonlijk = eigen.filter((term) => !term.startsWith("@")).length;
  return [
    orgPicker(om, { sleutel: "stel", label: `Eén organisatie bij selectie ${NAMEN[welke]}`, mag: (org) => !leden.includes(org), kies: (org) => om.winkel.set({ keuze: org }) }),
    el("fieldset", { class: "stelregel" }, el("legend", {}, "Of allemaal tegelijk"), soort, plaats, handButton("Voeg toe", "stel-voeg", () => set([...eigen, `@${soort.value}.${plaats.value}...`]))),
    el(
      "div",
      { class: "handknoppen" },
      filters && handButton(`Wat de filters tonen (${getal(membersOf(model, regels).length)})`, "stel-filter", () => set([...eigen, ...regels]), "Voeg alles toe wat nu door de filters komt"),
      eigen.length > 0 && handButton(`Maak selectie ${NAMEN[welke]} leeg`, "stel-leeg", () => set([])),
    ),
    ...(eigen.some((term) => term.startsWith("@")) ? [el("ul", { class: "lijst" }, ...eigen.flatMap((term, i) => (term.startsWith("@") ? [chip(term, i)] : [])))] : []),
    ...(leden.length
      ? [
          el(
            "details",
            { class: "stelleden", open: leden.length <= 6 || persoonlijk === leden.length },
            el("summary", {}, `Wie er in selectie ${NAMEN[welke]} zit (${getal(leden.length)})`),
            longList(
              leden.map((org) => () => el("div", { class: "watalsband" }, handOrg(om, org, el("span", { class: "bewijs" }, model.gemeenteNaam(org))), el("button", { type: "button", class: "sluit", "data-sleutel": `lid-weg-${org}`, "aria-label": `Haal weg: ${model.naam(org)}`, title: "Haal weg uit de selectie", onclick: () => set(toggleTerm(model, eigen, org)) }, "×"))),
              12,
              (rest) => `Toon nog ${telwoord(rest, "organisatie", "organisaties")}`,
            ),
          ),
        ]
      : []),
    ...(zicht.actief ? [paragraph("De cijfers hieronder tellen alle banden, ook die de filters verbergen.")] : []),
  ];
}

interface Maat {
  naam: string;
  uitleg?: string;
  waarden: [string, string];
}

function measures(om: Omgeving, [a, b]: [Stelcijfers, Stelcijfers], tussen: readonly number[]): Maat[] {
  const { g } = om.model;
  const beide = (f: (s: Stelcijfers) => string): [string, string] => [f(a), f(b)];
  const soorten = g.soorten.flatMap((soort, i) => (a.soorten.has(i) || b.soorten.has(i) ? [{ naam: soort.naam, waarden: beide((s) => getal(s.soorten.get(i) ?? 0)) }] : []));
  const inB = new Set(b.leden);
  const samen = a.leden.filter((org) => inB.has(org)).length;
  return [
    { naam: "Organisaties", waarden: beide((s) => getal(s.leden.length)) },
    ...(samen ? [{ naam: "Daarvan in beide", waarden: [getal(samen), getal(samen)] as [string, string] }] : []),
    ...(soorten.length > 1 ? soorten : []),
    { naam: "Gemeenten", waarden: beide((s) => getal(s.gemeenten)) },
    { naam: "Banden binnen de selectie", waarden: beide((s) => getal(s.binnen)) },
    ...(b.leden.length && a.leden.length ? [{ naam: "Banden met de andere selectie", waarden: [getal(tussen.length), getal(tussen.length)] as [string, string] }] : []),
    { naam: "Bereik", uitleg: "andere organisaties met een rechtstreekse band", waarden: beide((s) => getal(s.bereik.size)) },
    { naam: "Sectoren in dat bereik", waarden: beide((s) => getal(s.sectoren)) },
    { naam: "Gesloten ketens", uitleg: "van de scholen in de selectie", waarden: beide((s) => (s.ketens ? `${getal(s.gesloten)} van ${getal(s.ketens)} (${procent(s.gesloten, s.ketens)})` : "geen scholen")) },
    { naam: "Fora en netwerken", uitleg: "waarin minstens één zit", waarden: beide((s) => getal(s.fora.size)) },
  ];
}

function table(om: Omgeving, stel: [Stelcijfers, Stelcijfers], tussen: readonly number[]): HTMLElement {
  return el(
    "table",
    { class: "vergelijktabel" },
    el("caption", { class: "stil" }, "Selectie A en selectie B naast elkaar"),
    el("thead", {}, el("tr", {}, el("td", {}), el("th", { scope: "col", class: "stelA" }, "A"), el("th", { scope: "col", class: "stelB" }, "B"))),
    el("tbody", {}, ...measures(om, stel, tussen).map(({ naam, uitleg, waarden }) => el("tr", {}, el("th", { scope: "row" }, naam, uitleg && el("small", {}, uitleg)), ...waarden.map((waarde) => el("td", {}, waarde))))),
  );
}

/** What both have: fora in which both sit, and others whom both reach. */
function shared(om: Omgeving, [a, b]: [Stelcijfers, Stelcijfers]): Node[] {
  if (!a.leden.length || !b.leden.length) return [];
  const { model } = om;
  const fora = [...a.fora].filter((forum) => b.fora.has(forum));
  const erin = new Set([...a.leden, ...b.leden]);
  const samen = [...a.bereik].filter((org) => b.bereik.has(org) && !erin.has(org));
  samen.sort((p, q) => model.graad[q] - model.graad[p] || p - q);
  return [
    subheading("Fora waarin beide zitten", getal(fora.length)),
    fora.length ? paragraph(opsomming(fora.map((forum) => model.naam(forum)), 12), "") : paragraph("Geen enkel forum op deze kaart. Een nieuwe tafel, of iemand meenemen, begint hier."),
    subheading("Wie beide rechtstreeks kennen", getal(samen.length)),
    samen.length ? longList(samen.map((org) => () => handOrg(om, org, el("span", { class: "bewijs" }, model.gemeenteNaam(org)))), 6, (rest) => `Toon nog ${telwoord(rest, "organisatie", "organisaties")}`) : paragraph("Niemand heeft een bekende band met beide."),
  ];
}

function picture(om: Omgeving, [a, b]: [Stelcijfers, Stelcijfers], tussen: readonly number[]): Handbeeld {
  const { van, naar } = om.model;
  const inA = new Set(a.leden);
  const naam = a.leden.length + b.leden.length <= 16;
  return {
    orgs: [...a.leden.map((org) => ({ org, rol: "a" as const, naam })), ...b.leden.filter((org) => !inA.has(org)).map((org) => ({ org, rol: "b" as const, naam }))],
    // Spread over all of them when there are too many to draw.
    lijnen: Array.from({ length: Math.min(tussen.length, LIJNEN) }, (_, i) => tussen[Math.floor((i * tussen.length) / Math.min(tussen.length, LIJNEN))]).map((band) => ({ van: van[band], naar: naar[band], soort: "dun" as const })),
  };
}

/** The members as rows. */
function members(om: Omgeving, [a, b]: [Stelcijfers, Stelcijfers]): NonNullable<Handwerk["rijen"]> {
  const { model } = om;
  const inA = new Set(a.leden);
  const inB = new Set(b.leden);
  const rijen = [...a.leden, ...b.leden.filter((org) => !inA.has(org))];
  const count = (org: number, telt: (ander: number) => boolean): number => [...model.bandenVan(org)].filter((band) => !model.isSeat(band) && telt(model.anderEind(band, org))).length;
  const eigen = (org: number, ander: number): boolean => (inA.has(org) && inA.has(ander)) || (inB.has(org) && inB.has(ander));
  const kolommen: Kolom[] = [
    { kop: "Organisatie", waarde: (org) => model.naam(org) },
    { kop: "Code", waarde: (org) => model.g.organisaties.id[org] },
    { kop: "Soort", waarde: (org) => model.soort(org).enkel },
    { kop: "Gemeente", waarde: (org) => model.gemeenteNaam(org) },
    { kop: "Selectie", waarde: (org) => (inA.has(org) ? (inB.has(org) ? "A en B" : "A") : "B") },
    { kop: "Banden binnen", tal: true, waarde: (org) => count(org, (ander) => eigen(org, ander)) },
    { kop: "Banden met de andere", tal: true, waarde: (org) => count(org, (ander) => (inA.has(ander) || inB.has(ander)) && !eigen(org, ander)) },
    { kop: "Banden met anderen", tal: true, waarde: (org) => count(org, (ander) => !inA.has(ander) && !inB.has(ander)) },
    { kop: "Fora", waarde: (org) => tafelsVan(model, org).map((tafel) => model.naam(tafel)).join(" | ") },
  ];
  return { lijst: { naam: "Selecties", wat: ["organisatie", "organisaties"], rijen: () => rijen, gekozen: () => false, kolommen }, rijen };
}

function saveFigures(om: Omgeving, stel: [Stelcijfers, Stelcijfers], tussen: readonly number[]): void {
  const maten = measures(om, stel, tussen);
  const kolommen: Kolom[] = [
    { kop: "Maat", waarde: (i) => [maten[i].naam, maten[i].uitleg].filter(Boolean).join(": ") },
    { kop: "Selectie A", waarde: (i) => maten[i].waarden[0] },
    { kop: "Selectie B", waarde: (i) => maten[i].waarden[1] },
  ];
  const lijst: Lijst = { naam: "Vergelijking", wat: ["maat", "maten"], rijen: () => maten.map((_, i) => i), gekozen: () => false, kolommen };
  saveCsv(om.model.g.meta, lijst, lijst.rijen(), "vergelijking");
  announce("De vergelijking is bewaard als CSV.");
}
