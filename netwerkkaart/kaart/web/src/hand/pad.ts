// The tool "pad": the shortest chain of ties between two organisations, as a sentence, a list and a drawing.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { tafelsVan } from "../data/overleg";
import { getal, hoofdletter, inZin, opsomming, STATUS_WOORD, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { longList, paragraph, subheading } from "../paneel/hulp";
import type { Kolom } from "../views/lijst";
import { readEnds, writePairs } from "./greep";
import { handButton, handHead, handOrg, type Handbeeld, type Handwerk } from "./hand";
import { orgPicker } from "./kiezer";
import { type Paden, shortestPaths, tieBetween } from "./paden";

const GETOOND = 6;

/** What a tie says from one end to the other, as a verb. */
function verb(om: Omgeving, band: number, van: number): string {
  const { model } = om;
  const mee = model.van[band] === van;
  switch (model.g.bandgroepen[model.groep[band]].code) {
    case "clb":
      return mee ? "begeleidt" : "wordt begeleid door";
    case "ondersteuning":
      return mee ? "ondersteunt" : "wordt ondersteund door";
    case "doorverwijzing":
      return mee ? "verwijst naar" : "krijgt verwijzingen van";
    default:
      return "werkt samen met";
  }
}

function sentence(om: Omgeving, pad: readonly number[]): string {
  const { model } = om;
  return pad.slice(1).map((org, i) => `${inZin(model.naam(pad[i]))} ${verb(om, tieBetween(model, pad[i], org), pad[i])} ${inZin(model.naam(org))}.`).join(" ");
}

/** Fora and networks in which both sit: no tie, but a table where one can be made. */
export function sharedTables(om: Omgeving, a: number, b: number): number[] {
  const { model } = om;
  const bij = new Set(tafelsVan(model, b));
  return tafelsVan(model, a).filter((tafel) => bij.has(tafel));
}

export function startPath(om: Omgeving, org: number): void {
  om.winkel.set({ hand: "pad", greep: writePairs(om.model, [[org, GEEN]]), keuze: GEEN, bevinding: GEEN });
}

export function makePath(om: Omgeving): Handwerk {
  const { model } = om;
  const [a, b] = readEnds(model, om.t.greep);
  if (a < 0 || b < 0) return asking(om, a < 0 ? b : a);
  const uitkomst = shortestPaths(model, a, b, GETOOND);
  const titel = uitkomst.lengte < 0 ? `Tussen ${inZin(model.naam(a))} en ${inZin(model.naam(b))} is geen pad bekend` : `Van ${inZin(model.naam(a))} naar ${inZin(model.naam(b))} in ${telwoord(uitkomst.lengte, "schakel", "schakels")}`;
  const anders = uitkomst.aantal > 1 ? ` ${getal(uitkomst.aantal)} paden zijn even kort.` : "";
  const ondertitel = uitkomst.lengte < 0 ? "Niemand noemde een band die hen verbindt. Dat is niet hetzelfde als: er is er geen." : firmness(om, uitkomst.paden[0]) + anders;
  return {
    titel,
    ondertitel,
    melding: uitkomst.lengte < 0 ? `${titel}. ${ondertitel}` : `${titel}. ${sentence(om, uitkomst.paden[0])}`,
    paneel: () => panel(om, a, b, uitkomst, titel),
    beeld: picture(om, a, b, uitkomst),
    legende: uitkomst.lengte < 0 ? [] : uitkomst.paden.length > 1 ? ["vast", "streep", "dun"] : ["vast", "streep"],
    ...(uitkomst.paden.length ? { rijen: rows(om, uitkomst) } : {}),
  };
}

function asking(om: Omgeving, a: number): Handwerk {
  const titel = a < 0 ? "Een pad tussen twee organisaties" : `Een pad van ${inZin(om.model.naam(a))} naar …`;
  return {
    titel,
    ondertitel: "Kies wie aan het andere einde staat: klik op de kaart, of typ een naam rechts.",
    melding: `${titel} Kies de andere organisatie.`,
    paneel: () => [handHead(om, "Pad", titel), ...picks(om, a, GEEN), paragraph("Een pad telt banden tussen organisaties, in beide richtingen. Samen in een forum zitten is geen band.")],
    legende: [],
    beeld: { orgs: a < 0 ? [] : [{ org: a, rol: "eind", naam: true }], lijnen: [] },
  };
}

/** The two ends: what is chosen, or a field. */
function picks(om: Omgeving, a: number, b: number): Node[] {
  const { model } = om;
  const set = (paar: [number, number]): void => om.winkel.set({ greep: writePairs(model, [paar]) });
  return [a, b].map((org, i) => {
    const woord = i ? "Naar" : "Van";
    if (org < 0) {
      return orgPicker(om, { sleutel: `pad-${i}`, label: `${woord} welke organisatie?`, mag: (kandidaat) => kandidaat !== a && kandidaat !== b, kies: (gekozen) => set(i ? [a, gekozen] : [gekozen, b]) });
    }
    return el("div", { class: "padeind" }, el("span", { class: "zacht" }, woord), el("b", {}, model.naam(org)), handButton("Wijzig", `pad-wijzig-${i}`, () => set(i ? [a, GEEN] : [GEEN, b]), `${woord}: kies een andere organisatie`));
  });
}

function panel(om: Omgeving, a: number, b: number, uitkomst: Paden, titel: string): Node[] {
  const tafels = sharedTables(om, a, b);
  const samen = tafels.length ? [paragraph(`Zij zitten samen in ${opsomming(tafels.map((tafel) => om.model.naam(tafel)))}.`, "kader")] : [];
  const kop = [handHead(om, "Pad", titel), ...picks(om, a, b), el("div", { class: "handknoppen" }, handButton("Wissel om", "pad-om", () => om.winkel.set({ greep: writePairs(om.model, [[b, a]]) })))];
  const filter = om.zicht.actief ? [paragraph("De filters tellen hier niet mee: een pad loopt over alle banden.")] : [];
  if (uitkomst.lengte < 0) return [...kop, ...unknown(om, a, b, uitkomst), ...samen, ...filter];
  const [eerste, ...andere] = uitkomst.paden;
  const rest = uitkomst.aantal - uitkomst.paden.length;
  return [
    ...kop,
    subheading("Het kortste pad", telwoord(uitkomst.lengte, "schakel", "schakels")),
    paragraph(sentence(om, eerste), ""),
    pathList(om, eerste),
    ...samen,
    ...(andere.length
      ? [
          subheading("Even kort", `${getal(uitkomst.aantal)} in totaal`),
          longList(andere.map((pad) => () => el("p", { class: "padkort" }, pad.map((org) => om.model.naam(org)).join(" → "))), 5, (n) => `Toon nog ${n}`),
          ...(rest > 0 ? [paragraph(`En nog ${telwoord(rest, "ander pad", "andere paden")} van dezelfde lengte.`)] : []),
        ]
      : []),
    ...filter,
    paragraph("Elke band telt, in beide richtingen, ook langs een school. Een route naar hulp (zie Keten) is strenger."),
  ];
}

function firmness(om: Omgeving, pad: readonly number[]): string {
  const los = pad.slice(1).filter((org, i) => om.model.g.banden.status[tieBetween(om.model, pad[i], org)] !== 1).length;
  if (!los) return "Elke schakel van dit pad is bevestigd.";
  return `${los === 1 ? "Eén schakel is" : `${hoofdletter(getal(los))} schakels zijn`} nog niet door beide kanten bevestigd.`;
}

function pathList(om: Omgeving, pad: readonly number[]): HTMLElement {
  const { model } = om;
  const { banden, teksten, datums } = model.g;
  const stap = (org: number, i: number): HTMLElement => {
    const band = i ? tieBetween(model, pad[i - 1], org) : GEEN;
    if (band < 0) return el("li", {}, handOrg(om, org, el("span", { class: "bewijs" }, model.gemeenteNaam(org))));
    const bron = teksten[banden.bron[band]];
    const dag = datums[banden.datum[band]];
    return el(
      "li",
      {},
      el("p", { class: `padband ${banden.status[band] === 1 ? "vast" : "los"}` }, `${verb(om, band, pad[i - 1])} · ${STATUS_WOORD[banden.status[band]]}`, el("span", { class: "bron" }, [bron ? `Bron: ${bron}` : "Bron niet genoemd", dag].filter(Boolean).join(" · "))),
      handOrg(om, org, el("span", { class: "bewijs" }, model.gemeenteNaam(org))),
    );
  };
  return el("ol", { class: "padlijst" }, ...pad.map(stap));
}

/** No path: what is known on each side, and what this page cannot know. */
function unknown(om: Omgeving, a: number, b: number, uitkomst: Paden): Node[] {
  const { model } = om;
  const kant = (org: number, aantal: number): string =>
    aantal === 1 ? `Van ${model.naam(org)} is geen enkele band met een organisatie op deze kaart bekend.` : `${model.naam(org)} hangt samen met ${telwoord(aantal - 1, "andere organisatie", "andere organisaties")}; deze is daar niet bij.`;
  const { buiten, titel } = model.g.meta;
  return [
    paragraph(kant(a, uitkomst.samen[0]), ""),
    paragraph(kant(b, uitkomst.samen[1]), ""),
    subheading("Wat we niet weten"),
    el(
      "ul",
      { class: "lijst kaal" },
      el("li", {}, "Of er banden zijn die nog niemand noemde. Vraag het na bij beide."),
      buiten ? el("li", {}, `Of het pad buiten ${titel} loopt: ${telwoord(buiten, "band gaat", "banden gaan")} naar organisaties die niet op deze kaart staan.`) : null,
      model.g.meta.profiel !== "intern" ? el("li", {}, "Of er banden zijn die niet op deze kaart mogen staan.") : null,
    ),
  ];
}

function picture(om: Omgeving, a: number, b: number, { paden }: Paden): Handbeeld {
  const [eerste = [], ...andere] = paden;
  const orgs: Handbeeld["orgs"] = [...new Set([...eerste, ...andere.flat()])]
    .filter((org) => org !== a && org !== b)
    .map((org) => ({ org, rol: "tussen", naam: eerste.includes(org) }));
  const lijnen: Handbeeld["lijnen"] = andere.flatMap((pad) => pad.slice(1).map((org, i) => ({ van: pad[i], naar: org, soort: "dun" as const })));
  for (let i = 1; i < eerste.length; i++) {
    const vast = om.model.g.banden.status[tieBetween(om.model, eerste[i - 1], eerste[i])] === 1;
    lijnen.push({ van: eerste[i - 1], naar: eerste[i], soort: vast ? "vast" : "streep" });
  }
  return { orgs: [...orgs, ...[a, b].map((org) => ({ org, rol: "eind" as const, naam: true }))], lijnen };
}

function rows(om: Omgeving, { paden }: Paden): NonNullable<Handwerk["rijen"]> {
  const { model } = om;
  const { banden, teksten, datums } = model.g;
  const regels = paden.flatMap((pad, nr) => pad.slice(1).map((org, i) => ({ nr: nr + 1, schakel: i + 1, van: pad[i], naar: org, band: tieBetween(model, pad[i], org) })));
  const kolommen: Kolom[] = [
    { kop: "Pad", tal: true, waarde: (i) => regels[i].nr },
    { kop: "Schakel", tal: true, waarde: (i) => regels[i].schakel },
    { kop: "Van", waarde: (i) => model.naam(regels[i].van) },
    { kop: "Hoe", waarde: (i) => verb(om, regels[i].band, regels[i].van) },
    { kop: "Naar", waarde: (i) => model.naam(regels[i].naar) },
    { kop: "Bevestigd", waarde: (i) => STATUS_WOORD[banden.status[regels[i].band]] },
    { kop: "Bron", waarde: (i) => teksten[banden.bron[regels[i].band]] },
    { kop: "Datum", waarde: (i) => datums[banden.datum[regels[i].band]] },
  ];
  const lijst = { naam: "Pad", wat: ["schakel", "schakels"] as [string, string], rijen: () => regels.map((_, i) => i), gekozen: () => false, kolommen };
  return { lijst, rijen: lijst.rijen() };
}
