// The picture by keyboard: arrows walk from organisation to organisation, Enter chooses, Escape lets go.

import { GEEN } from "../data/model";
import { NIETS_GEKOZEN } from "../data/toestand";
import { telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import type { Doek } from "../teken/doek";
import type { View } from "../views/view";
import { announce } from "./dom";
import { pan, RICHTING } from "./stuur";

export class Toetsen {
  constructor(
    private readonly om: Omgeving,
    private readonly doek: Doek,
    private readonly view: () => View,
    host: HTMLElement,
    private readonly zoek: () => void,
  ) {
    host.addEventListener("keydown", (event) => this.onPicture(event));
    document.addEventListener("keydown", (event) => this.onPage(event));
  }

  private onPage(event: KeyboardEvent): void {
    const inVeld = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      this.om.zweef = GEEN;
      const { vak, keuze, view, hand } = this.om.t;
      // One step back at a time: what was opened last closes first.
      if (hand) this.om.winkel.set({ hand: "", greep: "" });
      else if (!vak) this.om.winkel.set(NIETS_GEKOZEN);
      else this.om.winkel.set(keuze >= 0 && view !== "keten" ? { keuze: GEEN } : { vak: "" });
    } else if (event.key === "/" && !inVeld) {
      event.preventDefault();
      this.zoek();
    }
  }

  private onPicture(event: KeyboardEvent): void {
    const richting = RICHTING[event.key];
    if (richting && event.shiftKey) pan(this.doek, richting);
    else if (richting && this.view().wandel) announce(this.view().wandel?.stap(...richting) ?? "");
    else if (richting) this.walk(richting);
    else if (event.key === "+" || event.key === "=") this.doek.zoomBy(1.5);
    else if (event.key === "-") this.doek.zoomBy(1 / 1.5);
    else if (event.key === "0") this.doek.reset();
    else if ((event.key === "Enter" || event.key === " ") && this.view().wandel) this.view().wandel?.kies();
    else if ((event.key === "Enter" || event.key === " ") && this.om.zweef >= 0) {
      this.om.winkel.set({ keuze: this.om.zweef, bevinding: GEEN });
    } else return;
    event.preventDefault();
  }

  /** To the nearest organisation in a direction; sideways counts double. */
  private walk([dx, dy]: readonly [number, number]): void {
    const { om } = this;
    const place = this.view().plaats?.bind(this.view());
    if (!place) return;
    const nu = om.zweef >= 0 ? om.zweef : om.t.keuze;
    const hier = nu >= 0 ? place(nu) : null;
    let beste = GEEN;
    let laagste = Infinity;
    for (let i = 0; i < om.model.n; i++) {
      if (i === nu || !om.zicht.org[i]) continue;
      const daar = place(i);
      if (!daar) continue;
      if (!hier) {
        beste = i;
        break;
      }
      const vooruit = (daar[0] - hier[0]) * dx + (daar[1] - hier[1]) * dy;
      const opzij = Math.abs((daar[0] - hier[0]) * dy) + Math.abs((daar[1] - hier[1]) * dx);
      const prijs = vooruit + 2 * opzij;
      if (vooruit > 1e-9 && opzij <= 2.5 * vooruit && prijs < laagste) {
        laagste = prijs;
        beste = i;
      }
    }
    if (beste < 0) {
      announce("Verder ligt er niets in deze richting.");
      return;
    }
    om.zweef = beste;
    const [x, y] = place(beste) ?? [0, 0];
    this.doek.reveal(x, y);
    om.vraagTop();
    const { model } = om;
    announce([model.naam(beste), model.soort(beste).enkel, model.gemeenteNaam(beste), telwoord(model.graad[beste], "band", "banden")].filter(Boolean).join(", "));
  }
}
