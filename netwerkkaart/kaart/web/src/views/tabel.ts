// Tabel: the same as a list, for who cannot see or use the picture, and for looking things up.

import { el } from "../bediening/dom";
import { countSchools, total } from "../data/scholen";
import { getal, OORDEEL_NAAM, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { heading, paragraph, subheading } from "../paneel/hulp";
import { bridgeList } from "./bruggenlijst";
import { deepLists } from "./dieplijsten";
import type { Lijst } from "./lijst";
import { Lijstblad } from "./lijstblad";
import { basicLists } from "./lijsten";
import { changeList } from "./tijdlijst";
import type { View } from "./view";

export class Tabel implements View {
  readonly naam = "tabel";
  readonly tab = "Tabel";
  readonly lijsten: readonly Lijst[];
  private readonly blad: Lijstblad;

  constructor(private readonly om: Omgeving) {
    this.lijsten = [...basicLists(om), ...deepLists(om), bridgeList(om), changeList(om)];
    this.blad = new Lijstblad(this.lijsten, om.winkel);
  }

  titel(): string {
    const { aantalOrg, aantalBand } = this.om.zicht;
    return `${telwoord(aantalOrg, "organisatie", "organisaties")} en ${telwoord(aantalBand, "band", "banden")} als lijst`;
  }

  ondertitel(): string {
    return this.om.winkel.hasFilters ? "Alleen wat bij de filters past." : "Alles wat op de kaart staat. De filters links werken ook hier.";
  }

  vernieuw(): void {
    this.blad.vernieuw();
  }

  bijwerk(host: HTMLElement): void {
    this.blad.bijwerk(host);
  }

  /** The list that is shown, and its rows in the order of the screen. */
  get getoondeLijst(): { lijst: Lijst; rijen: number[] } {
    return this.blad.getoondeLijst;
  }

  paneel(): Node[] {
    const { geheel } = countSchools(this.om);
    const som = total(geheel);
    return [
      heading("Deze lijst"),
      paragraph("Klik op een naam voor de banden van een organisatie, met bron en datum. Klik op een kop om te sorteren."),
      ...(som
        ? [
            subheading("Keten van school naar hulp", telwoord(som, "school", "scholen")),
            el("ul", { class: "lijst" }, ...OORDEEL_NAAM.map((naam, i) => el("li", { class: "telrij" }, el("span", {}, naam), el("b", {}, getal(geheel.per[i]))))),
          ]
        : []),
    ];
  }
}
