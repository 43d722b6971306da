// Keten without a school: every school with its steps as squares, to choose from.

import { el } from "../bediening/dom";
import type { Verdieping } from "../data/diepte";
import { stepWords } from "../data/ketenwoorden";
import { GEEN, OORDEEL } from "../data/model";
import { getal, OORDEEL_NAAM } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { swatch } from "../paneel/hulp";

const EERST = 40;
/** Least width of a column, and what lies between two, in pixels: as in the style sheet. */
const KOLOM = 270;
const TUSSEN = 24;
const NAMEN = new Intl.Collator("nl");

/** The schools in sight: those of the chosen municipality, or with a tie to the chosen organisation. */
export function schoolsInSight(om: Omgeving, diepte: Verdieping): number[] {
  const { keuze, gemeente, thema, regio } = om.t;
  const { organisaties, regios } = om.model.g;
  const nummer = regios.find((r) => r.code === regio)?.nummer;
  const buren = keuze >= 0 ? new Set([...om.model.bandenVan(keuze)].map((band) => om.model.anderEind(band, keuze))) : null;
  return diepte.keten.scholen.filter(
    (school) =>
      (nummer === undefined || organisaties.regio[school] === nummer) &&
      (gemeente < 0 || organisaties.gemeente[school] === gemeente) &&
      (!buren || buren.has(school)) &&
      (!thema || diepte.heeftKeten(school, thema)),
  );
}

/** Groups per municipality; the first open, the rest unfold. `breed`: pixels beside one another. */
export function schoolList(om: Omgeving, diepte: Verdieping, breed: number): HTMLElement {
  const per = new Map<string, number[]>();
  for (const school of schoolsInSight(om, diepte)) {
    const plaats = om.model.gemeenteNaam(school) || "Gemeente niet gekend";
    const hier = per.get(plaats);
    if (hier) hier.push(school);
    else per.set(plaats, [school]);
  }
  const groepen = [...per].sort(([a], [b]) => NAMEN.compare(a, b));
  // On the phone an open list of a region would be twelve screens long.
  const veel = om.smal || groepen.reduce((som, [, lijst]) => som + lijst.length, 0) > 420;
  const open = !veel || groepen.length === 1;
  const delen = groepen.map(([plaats, scholen]) => {
    const deel = el("details", {}, el("summary", {}, el("b", {}, plaats), ...verdicts(om, scholen)));
    if (!open) return deel;
    deel.open = true;
    unfold(om, diepte, deel, scholen);
    return deel;
  });
  const lijst = veel && groepen.length > 1 ? sideBySide(delen, breed) : el("div", { class: "scholenlijst" }, ...delen);
  // One ear for all: there are hundreds of groups, and most are never opened.
  lijst.addEventListener("toggle", ({ target }) => {
    const nr = delen.findIndex((deel) => deel === target);
    if (nr >= 0) unfold(om, diepte, delen[nr], groepen[nr][1]);
  }, true);
  lijst.addEventListener("focusin", ({ target }) => {
    const rij = target instanceof HTMLElement && target.closest("ul");
    if (rij) stopAt(rij, target);
  });
  lijst.addEventListener("keydown", (event) => {
    const rij = event.target instanceof HTMLElement && event.target.closest("ul");
    if (rij) walk(rij, event);
  });
  return lijst;
}

/**
 * Folded groups in columns of their own. Columns that the browser balances cost it more than all else in this view,
 * and folded groups are of one height: there is nothing to balance.
 */
function sideBySide(delen: readonly HTMLElement[], breed: number): HTMLElement {
  const naast = Math.max(1, Math.floor((breed + TUSSEN) / (KOLOM + TUSSEN)));
  const hoog = Math.ceil(delen.length / naast);
  const lijst = el("div", { class: "scholenlijst naast" });
  lijst.style.setProperty("--naast", String(naast));
  for (let i = 0; i < delen.length; i += hoog) lijst.append(el("div", {}, ...delen.slice(i, i + hoog)));
  return lijst;
}

/** Make the list of a group, once: in order as soon as somebody looks. */
function unfold(om: Omgeving, diepte: Verdieping, groep: HTMLElement, scholen: readonly number[]): void {
  if (groep.querySelector("ul")) return;
  const orde = [...scholen].sort((a, b) => NAMEN.compare(om.model.naam(a), om.model.naam(b)));
  const lijst = el("ul", {});
  const vul = (tot: number): void => {
    for (const school of orde.slice(lijst.children.length, tot)) lijst.append(el("li", {}, row(om, diepte, school)));
  };
  vul(EERST);
  stopAt(lijst, lijst.querySelector("button"));
  groep.append(lijst);
  if (orde.length <= EERST) return;
  const meer = el("button", { type: "button", class: "meer" }, `Toon alle ${getal(orde.length)}`);
  meer.addEventListener("click", () => {
    vul(orde.length);
    meer.remove();
    lijst.children[EERST].querySelector("button")?.focus();
  });
  groep.append(meer);
}

/** How many chains are closed, and a bar of all verdicts: where to look, before anything unfolds. */
function verdicts(om: Omgeving, scholen: readonly number[]): HTMLElement[] {
  const oordelen = om.model.oordelen(om.t.thema);
  const per = OORDEEL_NAAM.map(() => 0);
  for (const school of scholen) if (oordelen[school] >= 0) per[oordelen[school]]++;
  const balk = el("span", { class: "gemeentebalk", "aria-hidden": "true", title: per.flatMap((n, oordeel) => (n ? [`${getal(n)} ${OORDEEL_NAAM[oordeel].toLowerCase()}`] : [])).join(", ") });
  per.forEach((n, oordeel) => {
    if (!n) return;
    const deel = swatch(oordeel);
    deel.style.flexGrow = String(n);
    balk.append(deel);
  });
  return [el("span", { class: "zacht" }, ` ${getal(per[OORDEEL.gesloten])} van ${getal(scholen.length)} gesloten`), balk];
}

/** One stop of Tab per municipality: a region has hundreds of schools, and who is under way to the panel passes them all. */
function stopAt(lijst: HTMLElement, hier: HTMLElement | null): void {
  for (const knop of lijst.querySelectorAll("button")) knop.tabIndex = knop === hier ? 0 : -1;
}

/** Within a municipality the arrows go from school to school. */
function walk(lijst: HTMLElement, event: KeyboardEvent): void {
  const knoppen = [...lijst.querySelectorAll("button")];
  const nu = knoppen.findIndex((knop) => knop === event.target);
  const naar: Readonly<Record<string, number>> = { ArrowDown: nu + 1, ArrowUp: nu - 1, Home: 0, End: knoppen.length - 1 };
  const knop = knoppen[naar[event.key]];
  if (nu < 0 || !knop || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  knop.focus();
}

function row(om: Omgeving, diepte: Verdieping, school: number): HTMLElement {
  const stappen = diepte.ketenVan(school, om.t.thema);
  const woorden = stepWords(om.model, diepte, school, om.t.thema);
  return el(
    "button",
    { type: "button", class: "schoolrij", tabindex: "-1", "data-sleutel": `school-${school}`, "aria-label": `${om.model.naam(school)}: ${woorden}`, onclick: () => om.winkel.set({ keuze: school, gemeente: GEEN, vak: "" }) },
    el("span", { class: "vier", title: woorden }, ...stappen.map(({ oordeel }) => swatch(oordeel))),
    el("span", {}, om.model.naam(school)),
  );
}
