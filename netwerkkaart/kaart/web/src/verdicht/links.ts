// Left panel of the summed map: search, theme, region and municipality, and rows that filter.

import { el, fill } from "../bediening/dom";
import { filterRow, lineSample, regionChoice, themeButtons } from "../bediening/filterrij";
import { SECTORKLEUR } from "../data/kleuren";
import { getal } from "../data/zinnen";
import { term } from "../paneel/term";
import { glyphElement } from "../teken/glyfen";
import { SECTORVOLGORDE } from "../teken/ringen";
import type { Verzameling } from "./gegevens";
import { sectorName } from "./kaart";
import type { Winkel } from "./toestand";
import type { Zicht } from "./zicht";

export class Links {
  private readonly inhoud = el("div", { class: "filters" });
  private readonly aanwezig: Set<number>;
  private readonly stappen: Set<number>;

  constructor(
    private readonly v: Verzameling,
    private readonly winkel: Winkel,
    host: HTMLElement,
    zoek: HTMLElement,
    private readonly kiesRegio: (code: string) => void,
  ) {
    const { soort, stap } = v.groepen;
    this.aanwezig = new Set(soort);
    this.stappen = new Set(v.g.stappen.map((_, s) => s).filter((s) => stap.some((bits) => bits & (1 << s))));
    host.append(zoek, this.inhoud);
  }

  update(zicht: Zicht): void {
    const { regios } = this.v.g;
    fill(
      this.inhoud,
      themeButtons(this.winkel.toestand.thema, (thema) => this.winkel.set({ thema })),
      regios.length > 1 && regionChoice(regios, this.winkel.toestand.regio, this.kiesRegio),
      this.places(),
      this.kinds(zicht),
      this.ties(zicht),
      this.steps(zicht),
      this.foot(),
    );
  }

  private places(): HTMLElement {
    const { v, winkel } = this;
    const { gemeenten, regios } = v.g;
    const regio = regios.findIndex(({ code }) => code === winkel.toestand.regio);
    const keuze = el("select", { "aria-label": "Gemeente", "data-sleutel": "gemeente" }, el("option", { value: "-1" }, "Alle gemeenten"));
    const nummers = gemeenten.naam.map((_, i) => i).filter((i) => regio < 0 || v.regio[i] === regio || i === winkel.toestand.gemeente);
    nummers.sort((a, b) => gemeenten.naam[a].localeCompare(gemeenten.naam[b], "nl"));
    for (const i of nummers) keuze.append(el("option", { value: String(i) }, gemeenten.naam[i]));
    keuze.value = String(winkel.toestand.gemeente);
    keuze.addEventListener("change", () => winkel.set({ gemeente: Number(keuze.value) }));
    return keuze;
  }

  /** Kinds in the order of their sectors; a sector of several kinds has a row of its own. */
  private kinds(zicht: Zicht): HTMLElement {
    const { soorten, zones } = this.v.g;
    const rijen = SECTORVOLGORDE.flatMap((kleur) => {
      const eigen = soorten.map((_, k) => k).filter((k) => soorten[k].kleur === kleur && this.aanwezig.has(k));
      const rij = (k: number): HTMLElement => this.kind(k, zicht);
      return eigen.length > 1 ? [this.sector(kleur, sectorName(zones, kleur), eigen, zicht), ...eigen.map(rij)] : eigen.map(rij);
    });
    return section("Wie", [el("span", {}, "Wie")], `${getal(zicht.organisaties)} geteld`, rijen);
  }

  private kind(k: number, zicht: Zicht): HTMLElement {
    const { winkel } = this;
    const soort = this.v.g.soorten[k];
    const { soorten } = winkel.toestand;
    return filterRow(`soort-${soort.code}`, soorten.has(soort.code), () => winkel.set({ soorten: winkel.toggle(soorten, soort.code) }), glyphElement(soort, 17), soort.naam, zicht.perSoort[k]);
  }

  private sector(kleur: string, naam: string, eigen: readonly number[], zicht: Zicht): HTMLElement {
    const { winkel } = this;
    const codes = eigen.map((k) => this.v.g.soorten[k].code);
    const { soorten } = winkel.toestand;
    const aan = codes.every((code) => soorten.has(code));
    const klik = (): void => {
      const rest = [...soorten].filter((code) => !codes.includes(code));
      winkel.set({ soorten: new Set(aan ? rest : [...rest, ...codes]) });
    };
    const staal = el("i", { class: "staal" });
    staal.style.background = SECTORKLEUR[kleur].vul;
    return filterRow(`sector-${kleur}`, aan, klik, staal, `${naam}: alle soorten`, eigen.reduce((som, k) => som + zicht.perSoort[k], 0));
  }

  private ties(zicht: Zicht): HTMLElement | undefined {
    const { v, winkel } = this;
    const { groepen } = winkel.toestand;
    const rijen = v.g.banden.flatMap((groep, i) =>
      v.perRegio.wat.some((wat) => v.split(wat)[2] === i)
        ? [filterRow(`band-${groep.code}`, groepen.has(groep.code), () => winkel.set({ groepen: winkel.toggle(groepen, groep.code) }), lineSample(groep.lijn), groep.naam, zicht.perGroep[i])]
        : [],
    );
    return rijen.length ? section("Welke band", [el("span", {}, "Welke ", term("band", "band"))], zicht.metBanden ? `${getal(zicht.banden)} banden` : "niet per stap", rijen) : undefined;
  }

  private steps(zicht: Zicht): HTMLElement | undefined {
    const { v, winkel } = this;
    const { stappen } = winkel.toestand;
    if (!this.stappen.size) return undefined;
    const rijen = [...this.stappen].map((s) =>
      filterRow(`stap-${s + 1}`, stappen.has(s + 1), () => winkel.set({ stappen: winkel.toggle(stappen, s + 1) }), el("b", {}, String(s + 1)), v.g.stappen[s], zicht.perStap[s]),
    );
    return section("Werkt rond een stap", [el("span", {}, "Werkt rond een ", term("stap", "stap"))], "opgegeven of aangeboden", rijen);
  }

  private foot(): HTMLElement {
    if (!this.winkel.hasFilters) return el("p", { class: "wenk" }, "Klik op een regel om te filteren");
    return el("button", { type: "button", class: "wis", onclick: () => this.winkel.clearFilters(), "data-sleutel": "wis" }, "Wis alle filters");
  }
}

function section(naam: string, kop: Node[], tal: string, rijen: readonly HTMLElement[]): HTMLElement {
  return el("section", { "aria-label": naam }, el("h3", { class: "kopregel" }, ...kop, el("span", { class: "zacht" }, tal)), ...rijen);
}
