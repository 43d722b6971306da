// Right panel of Tandem: the fewest fora and who is left, or the organisations of one cell.

import { el } from "../bediening/dom";
import { fewestFora, KOLOM, KOLOM_CODE, KOLOM_NAAM, type Tandemdeel, withoutForum } from "../data/tandem";
import { getal, opsomming, procent, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { heading, longList, orgButton, panelHead, paragraph, subheading } from "./hulp";
import { term } from "./term";

/** The organisations of the chosen cell, with how each is reached; null when none is chosen. */
export function groupPanel(om: Omgeving, deel: Tandemdeel): Node[] | null {
  const [soortcode, kolomcode] = om.t.vak.split(".");
  const kolom = KOLOM_CODE.indexOf(kolomcode);
  const soort = om.model.g.soorten.findIndex((s) => s.code === soortcode);
  if (kolom < 0 || soort < 0) return null;
  const leden = deel.per[kolom].filter((org) => om.model.g.organisaties.soort[org] === soort);
  leden.sort((a, b) => om.model.naam(a).localeCompare(om.model.naam(b), "nl"));
  return [
    panelHead(`Bereikt door: ${KOLOM_NAAM[kolom]}`, telwoord(leden.length, om.model.g.soorten[soort].enkel, om.model.g.soorten[soort].naam.toLowerCase()), "Sluit de lijst", () => om.winkel.set({ vak: "" })),
    longList(leden.map((org) => () => orgButton(om, org, ...ways(om, org))), 25, (rest) => `Toon nog ${telwoord(rest, "organisatie", "organisaties")}`),
  ];
}

function ways(om: Omgeving, org: number): Node[] {
  const { teksten } = om.model.g;
  const wegen = om.diepte?.tandem.wegen ?? [];
  const regels = ["Lerend netwerk", "STS"].flatMap((rol, i) => {
    const namen = [...new Set((wegen[i]?.[org] ?? []).map((nummer) => teksten[nummer]))];
    return namen.length ? [`${rol}: ${namen.slice(0, 3).join(", ")}${namen.length > 3 ? ` en nog ${namen.length - 3}` : ""}`] : [];
  });
  return [om.model.gemeenteNaam(org), ...regels].filter(Boolean).map((regel) => el("span", { class: "bewijs" }, regel));
}

export function foraPanel(om: Omgeving, deel: Tandemdeel): Node[] {
  const reeks = fewestFora(deel);
  const zonder = withoutForum(deel);
  const alle = reeks.length ? reeks[reeks.length - 1].samen : 0;
  if (!deel.fora.length) return [heading("Nog geen fora"), paragraph("Zodra er fora met deelnemers bekend zijn, staat hier het kleinste aantal dat volstaat.")];
  return [
    el("p", { class: "boven" }, "Kleinste stel bestaande ", term("fora", "forum")),
    heading(fewest(reeks.length, deel.fora.length, alle)),
    paragraph(`${deel.regio.noot} Zwart is nieuw bereikt, grijs was al bereikt.`),
    longList(
      reeks.map(({ forum, nieuw, samen }, i) => () => foraStep(om, forum, i, nieuw, samen, alle)),
      8,
      (rest) => `Toon nog ${telwoord(rest, "forum", "fora")}`,
    ),
    subheading("In geen enkel forum", `${getal(zonder.length)} van ${getal(deel.alle.length)}`),
    zonder.length
      ? longList(zonder.map((org) => () => orgButton(om, org, el("span", { class: "bewijs" }, reachedBy(deel, org)))), 8, (rest) => `Toon nog ${telwoord(rest, "organisatie", "organisaties")}`)
      : paragraph("Elke organisatie zit in minstens één forum."),
    subheading("Wat de tandem kan doen"),
    paragraph(advice(om, deel, reeks.map(({ forum }) => forum)), ""),
  ];
}

function fewest(nodig: number, fora: number, alle: number): string {
  if (nodig === fora && fora > 1) return `Alle ${getal(fora)} fora zijn nodig voor de ${getal(alle)} die in een forum zitten`;
  return `${getal(nodig)} van de ${telwoord(fora, "forum", "fora")} ${nodig === 1 ? "volstaat" : "volstaan"} voor alle ${getal(alle)} die in een forum zitten`;
}

/** All regions side by side: where the tandem reaches most, and where least. */
export function regionsPanel(regios: readonly Tandemdeel[]): Node[] {
  const bereikt = (deel: Tandemdeel): number => deel.alle.length - deel.per[KOLOM.niemand].length;
  const aandeel = (deel: Tandemdeel): number => bereikt(deel) / Math.max(1, deel.alle.length);
  const orde = [...regios].sort((p, q) => aandeel(q) - aandeel(p) || p.naam.localeCompare(q.naam, "nl"));
  const kop = orde.length > 1 ? `${orde[0].naam} bereikt het grootste deel, ${orde[orde.length - 1].naam} het kleinste` : "De tandem per regio";
  return [
    heading(kop),
    paragraph("Deel van de organisaties dat minstens één van beide coördinatoren bereikt. Kies een regio om te zien wie dat zijn, en langs welk forum."),
    el("ul", { class: "lijst" }, ...orde.map((deel) => el("li", { class: "telrij" }, el("span", {}, deel.naam), el("b", {}, procent(bereikt(deel), deel.alle.length))))),
  ];
}

function foraStep(om: Omgeving, forum: Tandemdeel["fora"][number], i: number, nieuw: number, samen: number, alle: number): HTMLElement {
  const balk = el("span", { class: "staaf", "aria-hidden": "true" });
  for (const [deel, kleur] of [[samen - nieuw, "#b6bdc6"], [nieuw, "#1f2a33"], [alle - samen, "#e9e2cf"]] as const) {
    const stuk = el("i");
    stuk.style.width = `${(100 * deel) / Math.max(1, alle)}%`;
    stuk.style.background = kleur;
    balk.append(stuk);
  }
  const wie = forum.netwerk && forum.sts ? "Beide coördinatoren zitten er." : forum.netwerk ? "Alleen het lerend netwerk zit er." : forum.sts ? "Alleen STS zit er." : "Geen van beide zit er.";
  return el(
    "button",
    { type: "button", class: "forumstap", "data-sleutel": `stel-${forum.org}`, onclick: () => om.winkel.set({ keuze: forum.org }) },
    el("span", { class: "nummer nieuw" }, String(i + 1)),
    el("span", { class: "orgtekst" }, el("b", {}, om.model.naam(forum.org)), balk, el("span", { class: "bewijs" }, `+${getal(nieuw)}, samen ${getal(samen)} van ${getal(alle)}. ${wie}`)),
  );
}

function reachedBy(deel: Tandemdeel, org: number): string {
  const kolom = deel.per.findIndex((lijst) => lijst.includes(org));
  return kolom === KOLOM.niemand ? "door niemand bereikt" : `bereikt door ${KOLOM_NAAM[kolom]}`;
}

/** Who can take whom along, and whom to speak directly. */
function advice(om: Omgeving, deel: Tandemdeel, gekozen: readonly Tandemdeel["fora"][number][]): string {
  const namen = (lijst: readonly Tandemdeel["fora"][number][]): string => opsomming(lijst.map((forum) => om.model.naam(forum.org)), 4);
  const alleenNetwerk = gekozen.filter((forum) => forum.netwerk && !forum.sts);
  const alleenSts = gekozen.filter((forum) => forum.sts && !forum.netwerk);
  const geen = gekozen.filter((forum) => !forum.sts && !forum.netwerk);
  const blind = withoutForum(deel).filter((org) => deel.per[KOLOM.niemand].includes(org)).length;
  const zinnen = [
    alleenSts.length && `Neem elkaar mee. STS brengt het lerend netwerk naar ${namen(alleenSts)}.`,
    alleenNetwerk.length && `Het lerend netwerk brengt STS naar ${namen(alleenNetwerk)}.`,
    geen.length && `Vraag een plaats in ${namen(geen)}: daar zit nog geen van beide.`,
    blind && `Spreek de ${telwoord(blind, "organisatie die niemand bereikt en in geen forum zit", "organisaties die niemand bereikt en die in geen forum zitten")} rechtstreeks aan.`,
  ].filter(Boolean);
  return zinnen.length ? zinnen.join(" ") : "De tandem zit samen in elk forum van dit stel.";
}
