// The tool "wat als": ties that do not exist yet, and which chains of schools they close.

import { saveCsv } from "../bediening/bewaar";
import { announce, el } from "../bediening/dom";
import { STAPPEN, type Verdieping } from "../data/diepte";
import { whereToRaise } from "../data/ketenwoorden";
import { GEEN, type Model } from "../data/model";
import { getal, hoofdletter, inZin, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { longList, paragraph, subheading } from "../paneel/hulp";
import type { Kolom, Lijst } from "../views/lijst";
import { Bereiker, THEMABITS } from "./bereik";
import { mayTie, type Paren, readTies, writePairs } from "./greep";
import { handButton, handHead, handOrg, type Handbeeld, type Handwerk } from "./hand";
import { orgPicker } from "./kiezer";
import { sharedTables } from "./pad";

/** What a set of ties to be brings, against what is. */
interface Uitkomst {
  /** Chains that close: school and theme. */
  ketens: { school: number; thema: string }[];
  /** Steps that become reached: school and place in `STAPPEN`. */
  stappen: { school: number; plek: number }[];
  /** Closed chains before and after, and all chains. */
  voor: number;
  na: number;
  alle: number;
}

const bereikers = new WeakMap<Model, Bereiker>();

function reacherOf(om: Omgeving, diepte: Verdieping): Bereiker {
  let bereiker = bereikers.get(om.model);
  if (!bereiker) bereikers.set(om.model, (bereiker = new Bereiker(om.model, diepte)));
  return bereiker;
}

/** Compare what schools reach with and without ties; of one theme when it is chosen. */
export function compare(diepte: Verdieping, voor: ArrayLike<number>, na: ArrayLike<number>, thema: string): Uitkomst {
  const uit: Uitkomst = { ketens: [], stappen: [], voor: 0, na: 0, alle: 0 };
  const { scholen, past } = diepte.keten;
  scholen.forEach((school, i) => {
    for (const code of ["1", "2"]) {
      const bits = past[i] & THEMABITS[code];
      if (!bits || (thema && thema !== code)) continue;
      const toen = (voor[i] & bits) === bits;
      const dan = (na[i] & bits) === bits;
      uit.alle++;
      if (toen) uit.voor++;
      if (dan) uit.na++;
      if (dan && !toen) uit.ketens.push({ school, thema: code });
      for (const { plek } of STAPPEN) if ((bits & na[i] & ~voor[i]) >> plek & 1) uit.stappen.push({ school, plek });
    }
  });
  return uit;
}

/** Whether two organisations work together already. */
function together(model: Model, a: number, b: number): boolean {
  return [...model.bandenVan(a)].some((band) => model.anderEind(band, a) === b && model.g.bandgroepen[model.groep[band]].code === "samenwerking");
}

export function startWhatIf(om: Omgeving, paren: Paren): void {
  om.winkel.set({ hand: "watals", greep: writePairs(om.model, paren), keuze: GEEN, bevinding: GEEN });
}

export function makeWhatIf(om: Omgeving): Handwerk {
  const { banden, wacht } = readTies(om.model, om.t.greep);
  const nieuw = banden.filter(([a, b]) => !together(om.model, a, b) && mayTie(om.model, a) && mayTie(om.model, b));
  const { diepte } = om;
  const bereiker = diepte && reacherOf(om, diepte);
  const na = bereiker && nieuw.length ? bereiker.reach(nieuw) : bereiker?.nu;
  const uitkomst = diepte && bereiker && na ? compare(diepte, bereiker.nu, na, om.t.thema) : null;
  const titel = title(om, nieuw, wacht, uitkomst);
  const ondertitel = subtitle(nieuw, uitkomst);
  return {
    titel,
    ondertitel,
    melding: `${titel} ${ondertitel}`,
    paneel: () => panel(om, titel, banden, nieuw, wacht, uitkomst),
    beeld: picture(banden, wacht, uitkomst),
    legende: nieuw.length ? ["nieuw", "winst"] : [],
    ...(uitkomst && nieuw.length ? { rijen: rows(om, nieuw, uitkomst) } : {}),
  };
}

function title(om: Omgeving, nieuw: Paren, wacht: number, uitkomst: Uitkomst | null): string {
  if (!nieuw.length) return wacht < 0 ? "Wat als er een band bij komt?" : `Wat als ${inZin(om.model.naam(wacht))} samenwerkt met …?`;
  if (!uitkomst) return "Dit bestand bevat geen ketens om mee te rekenen.";
  const n = uitkomst.ketens.length;
  const door = nieuw.length === 1 ? "deze band" : `deze ${getal(nieuw.length)} banden`;
  return n ? `${telwoord(n, "keten sluit", "ketens sluiten")} door ${door}` : `Geen enkele keten sluit door ${door}`;
}

function subtitle(nieuw: Paren, uitkomst: Uitkomst | null): string {
  if (!nieuw.length) return "Klik twee organisaties aan, op de kaart of in de tabel. Er wordt niets bewaard in de graaf.";
  if (!uitkomst) return "";
  const stappen = uitkomst.stappen.length;
  return `Gesloten: nu ${getal(uitkomst.voor)}, dan ${getal(uitkomst.na)} van ${telwoord(uitkomst.alle, "keten", "ketens")}. ${stappen ? `${telwoord(stappen, "stap wordt", "stappen worden")} bereikt.` : "Geen stap komt erbij."}`;
}

function panel(om: Omgeving, titel: string, banden: Paren, nieuw: Paren, wacht: number, uitkomst: Uitkomst | null): Node[] {
  const { model } = om;
  const set = (paren: Paren): void => om.winkel.set({ greep: writePairs(model, paren) });
  const mag = (org: number): boolean => org !== wacht && mayTie(model, org);
  const label = wacht >= 0 ? `${inZin(model.naam(wacht))} werkt samen met wie?` : banden.length ? "Nog een band: van wie?" : "Een band van wie?";
  const weg = (i: number): void => {
    announce("De band is weg.");
    set([...banden.filter((_, nr) => nr !== i), ...(wacht >= 0 ? [[wacht, GEEN] as const] : [])]);
  };
  return [
    handHead(om, "Wat als?", titel),
    ...(banden.length
      ? [
          subheading("Getekende banden", getal(banden.length)),
          el("ul", { class: "lijst" }, ...banden.map((band, i) => el("li", { class: "watalsband" }, drawn(om, band, nieuw), el("button", { type: "button", class: "sluit", "data-sleutel": `band-weg-${i}`, "aria-label": `Haal weg: ${model.naam(band[0])} met ${model.naam(band[1])}`, title: "Haal deze band weg", onclick: () => weg(i) }, "×")))),
        ]
      : []),
    orgPicker(om, { sleutel: "watals", label, mag, kies: (org) => om.winkel.set({ keuze: org }) }),
    ...(wacht >= 0 ? [el("div", { class: "handknoppen" }, handButton("Toch niet", "watals-niet", () => set(banden)))] : []),
    ...(nieuw.length && uitkomst ? result(om, nieuw, uitkomst) : []),
    paragraph(`Gerekend met dezelfde regels als de analyse keten, op wat in dit bestand staat: hoogstens ${telwoord(model.g.meta.schakels, "schakel", "schakels")}, aanbod met plaats. Een nieuwe band is een samenwerking. Fora en coördinatoren krijgen geen band. Of de partners het willen en plaats houden, weet de kaart niet.`),
  ];
}

function drawn(om: Omgeving, [a, b]: readonly [number, number], nieuw: Paren): HTMLElement {
  const { model } = om;
  const tafels = sharedTables(om, a, b);
  const [forum, wie] = tafels.length ? [tafels[0], GEEN] : whereToRaise(model, a, b);
  const tafel = forum < 0 ? "Zij zitten in geen forum op deze kaart." : wie < 0 ? `Kaart het aan op ${model.naam(forum)}: beide zitten daar.` : `Zij zitten nog niet samen aan tafel. Kaart het aan op ${model.naam(forum)}, en nodig ${model.naam(wie)} daar uit.`;
  const waar = nieuw.some(([p, q]) => p === a && q === b) ? tafel : together(model, a, b) ? "Zij werken al samen: dit telt niet mee." : "Tussen deze twee kan geen band.";
  return el("span", { class: "orgtekst" }, el("b", {}, `${model.naam(a)} – ${model.naam(b)}`), el("span", { class: "bewijs" }, waar));
}

function result(om: Omgeving, nieuw: Paren, uitkomst: Uitkomst): Node[] {
  const { ketens, stappen } = uitkomst;
  const dicht = new Set(ketens.map(({ school, thema }) => `${school} ${thema}`));
  const rest = stappen.filter(({ school, plek }) => !dicht.has(`${school} ${STAPPEN[plek].thema}`));
  return [
    el("div", { class: "handknoppen" }, handButton("Bewaar als scenario", "watals-bewaar", () => saveScenario(om, nieuw), "Een CSV-bestand voor netwerkkaart analyse vooruitblik")),
    subheading("Ketens die sluiten", getal(ketens.length)),
    ketens.length
      ? longList(
          ketens.map(({ school, thema }) => () => gain(om, school, `Thema ${thema}`, stappen.filter((s) => s.school === school && STAPPEN[s.plek].thema === thema), nieuw, `${school} ${thema}`)),
          40,
          (n) => `Toon nog ${telwoord(n, "keten", "ketens")}`,
        )
      : paragraph(stappen.length ? "Er komen stappen bij, maar elke keten mist nog een andere stap." : "Deze banden brengen geen school dichter bij passend aanbod met plaats."),
    ...(rest.length ? [subheading("Alleen een stap dichter", getal(rest.length)), longList(rest.map((s) => () => gain(om, s.school, `Thema ${STAPPEN[s.plek].thema}`, [s], nieuw)), 20, (n) => `Toon nog ${telwoord(n, "stap", "stappen")}`)] : []),
  ];
}

/** A school that gains: which steps, over whom, and with which offer. */
function gain(om: Omgeving, school: number, thema: string, stappen: Uitkomst["stappen"], nieuw: Paren, keten = ""): HTMLElement {
  const knop = handOrg(om, school, el("span", { class: "bewijs" }, [thema, om.model.gemeenteNaam(school)].filter(Boolean).join(" · ")), ...stappen.map((stap) => el("span", { class: "bewijs" }, over(om, stap, nieuw))));
  if (keten) knop.dataset.keten = keten;
  knop.dataset.stappen = stappen.map(({ plek }) => `${school}.${plek}`).join(" ");
  return knop;
}

function over(om: Omgeving, { school, plek }: { school: number; plek: number }, nieuw: Paren): string {
  const { diepte } = om;
  const weg = diepte && reacherOf(om, diepte).way(school, plek, nieuw);
  const stap = hoofdletter(om.model.g.meta.stappen[STAPPEN[plek].stap]);
  if (!weg) return stap;
  return `${stap}: ${diepte.aanbod.naam[weg.aanbod]}${weg.orgs.length ? ` via ${weg.orgs.map((org) => diepte.naam(org)).join(" en ")}` : ""}`;
}

function picture(banden: Paren, wacht: number, uitkomst: Uitkomst | null): Handbeeld {
  const winst = [...new Set((uitkomst?.ketens ?? []).map(({ school }) => school))];
  const einden = [...new Set([...banden.flat(), ...(wacht >= 0 ? [wacht] : [])])];
  return {
    orgs: [
      ...winst.filter((org) => !einden.includes(org)).map((org) => ({ org, rol: "winst" as const, naam: winst.length <= 8 })),
      ...einden.map((org) => ({ org, rol: "eind" as const, naam: einden.length <= 12 })),
    ],
    lijnen: banden.map(([van, naar]) => ({ van, naar, soort: "nieuw" as const })),
  };
}

function rows(om: Omgeving, nieuw: Paren, { ketens, stappen }: Uitkomst): NonNullable<Handwerk["rijen"]> {
  const { model } = om;
  const dicht = new Set(ketens.map(({ school, thema }) => `${school} ${thema}`));
  const kolommen: Kolom[] = [
    { kop: "School", waarde: (i) => model.naam(stappen[i].school) },
    { kop: "Code", waarde: (i) => model.g.organisaties.id[stappen[i].school] },
    { kop: "Gemeente", waarde: (i) => model.gemeenteNaam(stappen[i].school) },
    { kop: "Thema", waarde: (i) => STAPPEN[stappen[i].plek].thema },
    { kop: "Stap die erbij komt", waarde: (i) => model.g.meta.stappen[STAPPEN[stappen[i].plek].stap] },
    { kop: "Keten sluit", waarde: (i) => (dicht.has(`${stappen[i].school} ${STAPPEN[stappen[i].plek].thema}`) ? "ja" : "nee") },
    { kop: "Langs", waarde: (i) => over(om, stappen[i], nieuw) },
  ];
  const lijst: Lijst = { naam: "Wat als", wat: ["stap", "stappen"], rijen: () => stappen.map((_, i) => i), gekozen: () => false, kolommen };
  return { lijst, rijen: lijst.rijen() };
}

/** The ties as a table that `netwerkkaart analyse vooruitblik` reads. */
function saveScenario(om: Omgeving, nieuw: Paren): void {
  const { model } = om;
  const { id } = model.g.organisaties;
  const kolommen: Kolom[] = [
    { kop: "doe", waarde: () => "toevoegen" },
    { kop: "wat", waarde: () => "band" },
    { kop: "van", waarde: (i) => id[nieuw[i][0]] },
    { kop: "naar", waarde: (i) => id[nieuw[i][1]] },
    { kop: "relatie", waarde: () => "WERKT_SAMEN_MET" },
    { kop: "opmerking", waarde: (i) => `${model.naam(nieuw[i][0])} – ${model.naam(nieuw[i][1])}` },
  ];
  const lijst: Lijst = { naam: "Scenario", wat: ["band", "banden"], rijen: () => nieuw.map((_, i) => i), gekozen: () => false, kolommen };
  saveCsv(om.model.g.meta, lijst, lijst.rijen(), "scenario");
  announce(`Scenario bewaard met ${telwoord(nieuw.length, "band", "banden")}.`);
}
