// Tijd: the two days and the bars of three states: as known then, then by what is known now, and now.

import { announce, el } from "../bediening/dom";
import { layersOn, pickLayer } from "../data/lagen";
import { type Aard, AARD_NAAM, AARDEN, MEERVOUD, perAard, period, periodCode, signed, type Soort, type Telling, type Tijdboek } from "../data/tijd";
import { getal, hoofdletter } from "../data/zinnen";
import type { Omgeving } from "../omgeving";

const TEMPO = 1400;
const GETOOND: readonly Soort[] = ["band", "zetel", "aanbod", "keten"];
const UITLEG: Partial<Record<Soort, string>> = { band: "tussen twee organisaties", zetel: "zit in een forum", aanbod: "trajecten en begeleiding", keten: "school bereikt elke stap" };

/** Slides to the next moment by itself; stands still for who asks for less motion. */
export class Speler {
  private wacht = 0;

  constructor(
    private readonly om: Omgeving,
    private readonly boek: () => Tijdboek | null,
    private readonly zin: () => string,
  ) {}

  get loopt(): boolean {
    return this.wacht > 0;
  }

  static get rustig(): boolean {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  toggle(): void {
    if (this.loopt) this.stop(true);
    else {
      const boek = this.boek();
      if (!boek) return;
      const [van, tot] = period(this.om, boek);
      this.choose(van, tot >= boek.laatste ? van + 1 : tot + 1);
      if (!Speler.rustig) this.plan();
    }
  }

  private plan(): void {
    const boek = this.boek();
    const klaar = !boek || period(this.om, boek)[1] >= boek.laatste;
    this.wacht = klaar ? 0 : window.setTimeout(() => this.step(), TEMPO);
    if (klaar) this.refresh();
  }

  private step(): void {
    const boek = this.boek();
    if (!boek || this.om.t.view !== "tijd") {
      this.wacht = 0;
      return;
    }
    const [van, tot] = period(this.om, boek);
    this.choose(van, Math.min(boek.laatste, tot + 1));
    this.plan();
  }

  stop(ververs = false): void {
    window.clearTimeout(this.wacht);
    this.wacht = 0;
    if (ververs) this.refresh();
  }

  private refresh(): void {
    this.om.winkel.set({});
  }

  /** Compare two other moments, and say what the picture then shows. */
  choose(van: number, tot: number): void {
    const boek = this.boek();
    if (!boek) return;
    this.om.winkel.set({ periode: periodCode(boek, van, tot) });
    announce(`Van ${boek.dagen[van]} tot ${boek.dagen[tot]}. ${this.zin()}`);
  }
}

export function timeControls(om: Omgeving, boek: Tijdboek, speler: Speler): HTMLElement {
  const [van, tot] = period(om, boek);
  const tekst = speler.loopt ? "Pauze" : Speler.rustig ? "Volgende dag" : "Speel af";
  return el(
    "div",
    { class: "tijdknoppen", "data-scherm": "" },
    el("button", { type: "button", class: "speel", "data-sleutel": "speel", "aria-pressed": String(speler.loopt), onclick: () => speler.toggle() }, el("span", { "aria-hidden": "true" }, speler.loopt ? "❚❚ " : "▶ "), tekst),
    slider(boek, "Van", van, (nieuw) => speler.choose(Math.min(nieuw, boek.laatste - 1), Math.max(tot, Math.min(nieuw, boek.laatste - 1) + 1)), speler),
    slider(boek, "Tot", tot, (nieuw) => speler.choose(Math.min(van, Math.max(nieuw, 1) - 1), Math.max(nieuw, 1)), speler),
  );
}

function slider(boek: Tijdboek, naam: string, waarde: number, kies: (nieuw: number) => void, speler: Speler): HTMLElement {
  const dag = el("b", {}, boek.dagen[waarde]);
  const schuif = el("input", {
    type: "range",
    min: "0",
    max: String(boek.laatste),
    step: "1",
    value: String(waarde),
    "aria-label": naam,
    "aria-valuetext": boek.dagen[waarde],
    "data-sleutel": `schuif-${naam}`,
  });
  const nu = (): number => Number(schuif.value);
  schuif.addEventListener("input", () => {
    speler.stop();
    dag.textContent = boek.dagen[nu()];
    schuif.setAttribute("aria-valuetext", boek.dagen[nu()]);
  });
  schuif.addEventListener("change", () => kies(nu()));
  return el("label", { class: "schuif" }, el("span", { "aria-hidden": "true" }, naam, " ", dag), schuif);
}

/** The four bars; each is three rows of parts. */
export function bars(om: Omgeving, boek: Tijdboek): HTMLElement {
  const [van, tot] = period(om, boek);
  return el("div", { class: "tijdbalken" }, ...GETOOND.map((soort) => bar(om, soort, boek.count(soort, van, tot), soort === "aanbod" && om.winkel.hasFilters)));
}

const som = (telling: Telling, ...plekken: number[]): number => plekken.reduce((n, plek) => n + telling[plek], 0);

function bar(om: Omgeving, soort: Soort, c: Telling, overal: boolean): HTMLElement {
  const rijen: { naam: string; delen: [string, number][]; tal: number; eraf: string }[] = [
    { naam: "toen gekend", delen: [["zelfde", som(c, 6, 7)], ["weg", som(c, 4, 5)]], tal: som(c, 4, 5, 6, 7), eraf: minus(som(c, 4, 5), "klopte niet") },
    { naam: "toen, volgens nu", delen: [["zelfde", c[7]], ["kaart", c[3]], ["weg", som(c, 2, 6)]], tal: som(c, 2, 3, 6, 7), eraf: minus(som(c, 2, 6), soort === "keten" ? "ging open" : "gestopt") },
    { naam: "nu", delen: [["zelfde", c[7]], ["kaart", c[3]], ["gebeurd", som(c, 1, 5)]], tal: som(c, 1, 3, 5, 7), eraf: "" },
  ];
  const meest = Math.max(1, ...rijen.map(({ tal }) => tal));
  const per = perAard(c);
  return el(
    "section",
    { class: "tijdbalk", "aria-label": hoofdletter(MEERVOUD[soort][1]) },
    el(
      "div",
      { class: "balkkop" },
      el("h2", { class: "sub" }, hoofdletter(MEERVOUD[soort][1])),
      el("span", { class: overal ? "zacht" : "zacht uitleg" }, overal ? "van alle regio's" : (UITLEG[soort] ?? "")),
      el("span", { class: "balkknoppen" }, ...(["kaart", "gebeurd", "weg"] as const).map((aard) => per[aard] > 0 && chip(om, soort, aard, per[aard]))),
    ),
    ...rijen.map(({ naam, delen, tal, eraf }) =>
      el(
        "div",
        { class: "tijdrij", title: [naam, eraf].filter(Boolean).join(": ") },
        el("span", { class: naam === "nu" ? "rijnaam nu" : "rijnaam" }, naam),
        el("span", { class: "spoor", "aria-hidden": "true" }, ...delen.filter(([, n]) => n > 0).map(([aard, n]) => segment(aard, n, meest))),
        el("b", {}, getal(tal)),
        el("span", { class: "eraf" }, eraf),
      ),
    ),
  );
}

const minus = (n: number, woord: string): string => (n ? `−${getal(n)} ${woord}` : "");

function segment(aard: string, n: number, meest: number): HTMLElement {
  const stuk = el("i", { class: aard });
  stuk.style.width = `${(100 * n) / meest}%`;
  return stuk;
}

/** A number that opens the list behind it. */
function chip(om: Omgeving, soort: Soort, aard: Aard, n: number): HTMLElement {
  const code = `${soort}.${aard}`;
  const aan = om.t.vak === code;
  return el(
    "button",
    {
      type: "button",
      class: `tijdchip ${aard}`,
      "aria-pressed": String(aan),
      "aria-label": `${getal(n)} ${MEERVOUD[soort][n === 1 ? 0 : 1]} ${AARD_NAAM[aard]}: toon de lijst`,
      "data-sleutel": `chip-${code}`,
      onclick: () => om.winkel.set({ vak: aan ? "" : code, keuze: -1 }),
    },
    el("span", { class: "chipinhoud", title: `${AARD_NAAM[aard]}: toon de lijst` }, el("i", { class: aard, "aria-hidden": "true" }), signed(aard, n)),
  );
}

/** What the patterns mean; a click leaves one kind of change on the map, another adds. */
export function timeLegend(om: Omgeving): HTMLElement {
  const aan = layersOn(om, AARDEN);
  const alles = aan.size === AARDEN.length;
  return el(
    "div",
    { class: "tijdlegende", role: "group", "aria-label": "Soort verschil" },
    el("span", { class: "vast" }, el("i", { class: "zelfde", "aria-hidden": "true" }), "ongewijzigd"),
    ...AARDEN.map((aard) =>
      el("button", { type: "button", "aria-pressed": String(!alles && aan.has(aard)), class: aan.has(aard) ? "" : "uit", "data-sleutel": `aard-${aard}`, onclick: () => pickLayer(om, AARDEN, aard) }, el("i", { class: aard, "aria-hidden": "true" }), AARD_NAAM[aard]),
    ),
  );
}
