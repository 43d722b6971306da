// Left panel: search, theme and region, and the legend whose rows filter.

import { getal, OORDEEL_NAAM, OORDEEL_UITLEG } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { swatch } from "../paneel/hulp";
import { glyphElement } from "../teken/glyfen";
import { el, fill } from "./dom";
import { filterRow, lineSample, regionChoice, themeButtons } from "./filterrij";

const NAMEN = new Intl.Collator("nl");

export class Links {
  private readonly inhoud: HTMLElement;

  constructor(
    private readonly om: Omgeving,
    host: HTMLElement,
    zoek: HTMLElement,
  ) {
    this.inhoud = el("div", { class: "filters" });
    host.append(zoek, this.inhoud);
    this.update();
  }

  update(): void {
    const { g } = this.om.model;
    fill(
      this.inhoud,
      this.themes(),
      g.regios.length > 1 && this.regions(),
      ["matrix", "keten"].includes(this.om.t.view) && this.places(),
      this.kinds(),
      this.ties(),
      this.verdicts(),
      this.foot(),
    );
  }

  private themes(): HTMLElement {
    return themeButtons(this.om.t.thema, (thema) => this.om.winkel.set({ thema }));
  }

  private regions(): HTMLElement {
    return regionChoice(this.om.model.g.regios, this.om.t.regio, (regio) => this.om.winkel.set({ regio }));
  }

  /** One municipality, for views that show an area at a time. */
  private places(): HTMLElement {
    const { gemeenten, regios } = this.om.model.g;
    const { t, winkel } = this.om;
    const regio = regios.find((r) => r.code === t.regio)?.nummer;
    const keuze = el("select", { "aria-label": "Gemeente", "data-sleutel": "gemeente" }, el("option", { value: "-1" }, "Alle gemeenten"));
    const nummers = gemeenten.naam.map((_, i) => i).filter((i) => regio === undefined || gemeenten.regio[i] === regio);
    nummers.sort((a, b) => NAMEN.compare(gemeenten.naam[a], gemeenten.naam[b]));
    for (const i of nummers) keuze.append(el("option", { value: String(i) }, gemeenten.naam[i]));
    keuze.value = String(t.gemeente);
    keuze.addEventListener("change", () => winkel.set({ gemeente: Number(keuze.value), keuze: -1 }));
    return keuze;
  }

  private kinds(): HTMLElement {
    const { model, zicht, t, winkel } = this.om;
    const totaal = zicht.aantalOrg;
    return el(
      "section",
      { "aria-label": "Wie" },
      el("h3", { class: "kopregel" }, el("span", {}, "Wie"), el("span", { class: "zacht" }, `${getal(totaal)} op de kaart`)),
      ...model.g.soorten.map((soort, i) =>
        model.soorten.has(i)
          ? filterRow(
              `soort-${soort.code}`,
              t.soorten.has(soort.code),
              () => winkel.set({ soorten: winkel.toggle(t.soorten, soort.code) }),
              glyphElement(soort, 17),
              soort.naam,
              zicht.perSoort[i],
            )
          : undefined,
      ),
    );
  }

  private ties(): HTMLElement {
    const { model, zicht, t, winkel } = this.om;
    return el(
      "section",
      { "aria-label": "Welke band" },
      el("h3", { class: "kopregel" }, el("span", {}, "Welke band"), el("span", { class: "zacht" }, `${getal(zicht.aantalBand)} banden`)),
      ...model.g.bandgroepen.map((groep, i) =>
        model.groepen.has(i)
          ? filterRow(
              `band-${groep.code}`,
              t.groepen.has(groep.code),
              () => winkel.set({ groepen: winkel.toggle(t.groepen, groep.code) }),
              lineSample(groep.lijn),
              groep.naam,
              zicht.perGroep[i],
            )
          : undefined,
      ),
    );
  }

  private verdicts(): HTMLElement | undefined {
    const { model, zicht, t, winkel } = this.om;
    const { oordeel1, oordeel2 } = model.g.organisaties;
    if (!oordeel1.some((o) => o >= 0) && !oordeel2.some((o) => o >= 0)) return undefined;
    return el(
      "section",
      { "aria-label": "Keten van school naar hulp" },
      el("h3", { class: "kopregel" }, el("span", {}, "Keten van school naar hulp")),
      ...OORDEEL_NAAM.map((naam, i) =>
        filterRow(
          `keten-${i}`,
          t.oordelen.has(i),
          () => winkel.set({ oordelen: winkel.toggle(t.oordelen, i) }),
          swatch(i),
          naam,
          zicht.perOordeel[i],
          OORDEEL_UITLEG[i],
        ),
      ),
    );
  }

  private foot(): HTMLElement {
    if (!this.om.winkel.hasFilters) return el("p", { class: "wenk" }, "Klik op een regel om te filteren");
    return el(
      "button",
      { type: "button", class: "wis", onclick: () => this.om.winkel.clearFilters(), "data-sleutel": "wis" },
      "Wis alle filters",
    );
  }
}
