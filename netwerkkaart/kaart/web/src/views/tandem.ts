// Tandem: whom each of two coordinators reaches, whom both, whom nobody; and the fewest fora for all.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { getal, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { heading, paragraph } from "../paneel/hulp";
import { foraPanel, groupPanel, regionsPanel } from "../paneel/tandempaneel";
import { KOLOM, KOLOM_NAAM, KOLOMMEN, type Tandemdeel, tandemOf, tandemRegions } from "../data/tandem";
import { kindGrid } from "./tandemrooster";
import { foraList, perPlace } from "./tandemlijsten";
import type { View } from "./view";

const NIETS = "Deze kaart bevat geen tandem: de analyses waren er niet bij.";

export class Tandem implements View {
  readonly naam = "tandem";
  readonly tab = "Tandem";

  constructor(private readonly om: Omgeving) {}

  private get deel(): Tandemdeel | null {
    return tandemOf(this.om);
  }

  titel(): string {
    const { deel } = this;
    if (!this.om.diepte) return "De tandem";
    if (!deel) return this.allRegions();
    const bereikt = deel.alle.length - deel.per[KOLOM.niemand].length;
    const blind = deel.per[KOLOM.niemand].length;
    const slot = blind ? `${getal(blind)} ${blind === 1 ? "valt" : "vallen"} er nog buiten` : "niemand valt erbuiten";
    return `De tandem bereikt ${getal(bereikt)} van de ${telwoord(deel.alle.length, "organisatie", "organisaties")}, samen of apart; ${slot}`;
  }

  /** What the tandems of all regions reach together. */
  private allRegions(): string {
    const regios = tandemRegions(this.om);
    const alle = regios.reduce((som, deel) => som + deel.alle.length, 0);
    const blind = regios.reduce((som, deel) => som + deel.per[KOLOM.niemand].length, 0);
    return `De ${telwoord(regios.length, "tandem bereikt", "tandems bereiken")} ${getal(alle - blind)} van de ${telwoord(alle, "organisatie", "organisaties")}`;
  }

  ondertitel(): string {
    const { deel } = this;
    if (!this.om.diepte) return NIETS;
    if (!deel) return "Kies een regio. Een tandem is de coördinator van het lerend netwerk met die van Samen tegen Schooluitval (STS).";
    const zonder = [deel.regio.wie[0].length ? "" : "coördinator lerend netwerk", deel.regio.wie[1].length ? "" : "coördinator STS"].filter(Boolean);
    const noot = zonder.length ? ` In deze regio is geen ${zonder.join(" en geen ")} bekend.` : "";
    return `Bereikt: een gekend contact, een gedeeld forum of een lid van het eigen netwerk.${noot}`;
  }

  terug(): { tekst: string; klik: () => void } | null {
    const { t, model, winkel } = this.om;
    return t.regio && model.g.regios.length > 1 ? { tekst: "‹ Alle regio's", klik: () => winkel.set({ regio: "", vak: "" }) } : null;
  }

  bijwerk(host: HTMLElement): void {
    const { om, deel } = this;
    if (!om.diepte) return;
    if (!deel) {
      host.append(el("div", { class: "blad" }, el("div", { class: "regiokeuze" }, key(), ...tandemRegions(om).map((regio) => this.regionRow(regio)))));
      return;
    }
    host.append(el("div", { class: "blad" }, kindGrid(om, deel), el("div", { class: "tandemonder" }, perPlace(om, deel), foraList(om, deel))));
  }

  private regionRow(deel: Tandemdeel): HTMLElement {
    const balk = el("span", { class: "tandembalk", "aria-hidden": "true" });
    for (const kolom of KOLOMMEN) {
      if (!deel.per[kolom].length) continue;
      const stuk = el("i", { class: `tk${kolom}` });
      stuk.style.flexGrow = String(deel.per[kolom].length);
      stuk.append(el("span", {}, getal(deel.per[kolom].length)));
      balk.append(stuk);
    }
    const samen = deel.alle.length - deel.per[KOLOM.niemand].length;
    return el(
      "button",
      { type: "button", class: "regiorij", "data-sleutel": `regio-${deel.code}`, onclick: () => this.om.winkel.set({ regio: deel.code, keuze: GEEN }) },
      el("b", {}, deel.naam),
      balk,
      el("span", {}, `${getal(samen)} van ${getal(deel.alle.length)} bereikt`),
    );
  }

  paneel(): Node[] {
    const { om, deel } = this;
    if (!om.diepte) return [heading("Geen tandem"), paragraph(NIETS)];
    if (!deel) return regionsPanel(tandemRegions(om));
    return groupPanel(om, deel) ?? foraPanel(om, deel);
  }

  get eigenPaneel(): boolean {
    return this.om.t.keuze < 0;
  }

  vernieuw(): void {
    // Everything is made from the state itself.
  }
}

/** What the parts of a bar are. */
function key(): HTMLElement {
  return el("p", { class: "ketensleutel" }, ...KOLOMMEN.map((kolom) => el("span", {}, el("span", { class: "tandembalk staaltje", "aria-hidden": "true" }, el("i", { class: `tk${kolom}` })), ` ${KOLOM_NAAM[kolom]}`)));
}
