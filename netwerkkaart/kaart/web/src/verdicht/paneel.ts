// Beside the summed map: what it is, how to come closer, the strongest neighbours, and ties between sectors.

import { el } from "../bediening/dom";
import { lijnkleur } from "../data/kleuren";
import type { Paar } from "../data/sommen";
import { getal, procent, telwoord } from "../data/zinnen";
import { bar, heading, panelHead, paragraph, subheading } from "../paneel/hulp";
import { term } from "../paneel/term";
import { sectorName } from "./kaart";
import type { Lijstbron } from "./lijsten";
import { card, missing, regionList } from "./regiokaart";

const OVER = "#2C4758";
const ZELFDE = "#8FA3B3";
const STERKSTE = 8;

/** What the panel is made from, and what a click in it does. */
export interface Paneelbron extends Lijstbron {
  /** Code of the chosen region; empty for all. */
  readonly regio: string;
  kiesRegio(code: string): void;
}

export function panel(bron: Paneelbron): Node[] {
  return bron.gekozen < 0 ? overview(bron) : municipality(bron);
}

function told({ v }: Paneelbron): HTMLElement {
  const { grens, organisaties, zonder } = v.g;
  return el(
    "p",
    { class: "kader" },
    el("b", {}, "Samengevat per gemeente. "),
    organisaties > grens
      ? `Deze kaart telt ${getal(organisaties)} organisaties. Boven ${getal(grens)} wordt een kaart met elke organisatie apart te groot om te mailen en te traag om te tonen.`
      : `Deze kaart telt ${telwoord(organisaties, "organisatie", "organisaties")}. Elk ervan staat apart op de kaart van haar regio.`,
    zonder ? ` Van ${telwoord(zonder, "organisatie", "organisaties")} is de gemeente niet bekend: die staan niet op de kaart.` : "",
  );
}

/** What the filters cannot tell here; nothing when they can. */
function limits({ v, zicht }: Paneelbron): HTMLElement[] {
  if (!zicht.metBanden) return [el("p", { class: "kader" }, "Banden zijn hier niet per ", term("stap", "stap"), " geteld: zolang een stap aanstaat, toont de kaart alleen organisaties.")];
  if (!zicht.weggelaten) return [];
  return [el("p", { class: "kader" }, `Gemeenten met minder dan ${telwoord(v.g.fijn, "band", "banden")} onderling zijn in dit bestand niet per soort uitgesplitst: onder deze filters ontbreken hun lijnen. De totalen tellen ze wel mee.`)];
}

function overview(bron: Paneelbron): Node[] {
  const { v, zicht, regio } = bron;
  const { banden, thuis } = zicht;
  const kop = !zicht.metBanden
    ? `${telwoord(zicht.organisaties, "organisatie", "organisaties")} rond deze stap`
    : !banden
      ? "Geen band bekend"
      : thuis * 2 >= banden
        ? "De meeste banden blijven in de eigen gemeente"
        : "De meeste banden gaan over de gemeentegrens";
  return [
    heading(kop),
    zicht.metBanden ? el("p", { class: "zacht" }, `${getal(thuis)} van ${telwoord(banden, "", "").trim()} `, term(banden === 1 ? "band" : "banden", "band"), ` (${procent(thuis, banden)}) ${thuis === 1 ? "ligt" : "liggen"} binnen één gemeente. Overleg telt niet mee.`) : paragraph("Wie geen stap opgeeft of aanbiedt, telt niet mee."),
    ...limits(bron),
    ...(regio ? [card(v.g, regio), told(bron)] : [told(bron), ...regionList(v.g, (code) => bron.kiesRegio(code))]),
    ...neighbours(bron),
    ...sectors(bron),
    ...missing(v.g),
  ];
}

/** The strongest pairs, of the chosen municipality alone where there is one. */
function neighbours(bron: Paneelbron): Node[] {
  const { v, zicht, gekozen } = bron;
  const { naam } = v.g.gemeenten;
  const sterk: Paar[] = (gekozen < 0 ? zicht.paren : zicht.paren.filter(({ a, b }) => a === gekozen || b === gekozen)).slice(0, STERKSTE);
  if (!sterk.length) return [];
  const hoogste = Math.max(1, sterk[0].aantal);
  const rijen = sterk.map(({ a, b, aantal, over }) => {
    const ander = a === gekozen ? b : a;
    const tekst = gekozen < 0 ? `${naam[a]} – ${naam[b]}` : naam[ander];
    return bar(tekst, aantal, [{ deel: over / hoogste, kleur: OVER }, { deel: (aantal - over) / hoogste, kleur: ZELFDE }], () => bron.kies(ander));
  });
  const deel = (kleur: string, ...tekst: (Node | string)[]): HTMLElement => {
    const vak = el("i", { class: "staal" });
    vak.style.background = kleur;
    return el("span", {}, vak, " ", ...tekst);
  };
  return [subheading("Sterkste buren", "banden"), ...rijen, el("p", { class: "sleutel" }, deel(OVER, term("brug", "brug"), " tussen sectoren"), deel(ZELFDE, "zelfde sector"))];
}

/** Ties between two sectors, most first. */
function sectors({ v, zicht }: Paneelbron): Node[] {
  const { zones, soorten } = v.g;
  const som = new Map<string, number>();
  zicht.kruis.forEach((n, i) => {
    const [p, q] = [soorten[Math.floor(i / soorten.length)].kleur, soorten[i % soorten.length].kleur];
    if (n && p !== q) som.set(`${p} ${q}`, (som.get(`${p} ${q}`) ?? 0) + n);
  });
  const paren = [...som].sort(([p, n], [q, m]) => m - n || (p < q ? -1 : 1)).slice(0, STERKSTE);
  if (!paren.length) return [];
  const hoogste = paren[0][1];
  return [
    el("h3", { class: "kopregel" }, el("span", {}, "Tussen ", term("sectoren", "sector")), el("span", { class: "zacht" }, "banden")),
    ...paren.map(([paar, n]) => {
      const [p, q] = paar.split(" ");
      return bar(`${sectorName(zones, p)} – ${sectorName(zones, q)}`, n, [{ deel: n / hoogste, kleur: `linear-gradient(90deg,${lijnkleur(p)} 20%,${lijnkleur(q)} 80%)` }]);
    }),
  ];
}

function municipality(bron: Paneelbron): Node[] {
  const { v, zicht, gekozen } = bron;
  const { gemeenten, soorten, regios } = v.g;
  const tegel = (n: number, woord: string): HTMLElement => el("div", {}, el("b", {}, getal(n)), woord);
  const eigen = soorten.map((soort, k) => ({ soort, n: zicht.aantal[gekozen * soorten.length + k] })).filter(({ n }) => n > 0);
  const hoogste = Math.max(1, ...eigen.map(({ n }) => n));
  const regio = regios[v.regio[gekozen]];
  const boven = [regio?.naam, telwoord(zicht.totaal[gekozen], "organisatie", "organisaties")].filter(Boolean).join(" · ");
  return [
    panelHead(boven, gemeenten.naam[gekozen], `Sluit: ${gemeenten.naam[gekozen]}`, () => bron.kies(-1)),
    ...(zicht.metBanden ? [el("div", { class: "tegels" }, tegel(zicht.binnen[gekozen], "banden binnen de gemeente"), tegel(zicht.buiten[gekozen], "banden naar buiten"))] : []),
    ...limits(bron),
    ...(eigen.length ? [subheading("Wie zit hier", "organisaties")] : [paragraph("Onder deze filters zit hier niemand.")]),
    ...eigen.map(({ soort, n }) => bar(soort.naam, n, [{ deel: n / hoogste, kleur: lijnkleur(soort.kleur) }])),
    ...neighbours(bron),
    ...(regio ? [card(v.g, regio.code)] : []),
  ];
}
