// The search field of a page: what is typed stands in the address, and a choice makes way for what was chosen.

import { byId, el } from "./dom";
import { type Keuzebron, Keuzelijst } from "./keuzelijst";

export interface Zoekbron<T> extends Keuzebron<T> {
  /** What can be searched: for screen readers, and shorter within the field. */
  wat: string;
  kort: string;
  /** Text at the start. */
  begin: string;
  getypt: (tekst: string) => void;
}

export class Zoekveld<T> {
  readonly element: HTMLElement;
  private readonly veld: HTMLInputElement;

  constructor(bron: Zoekbron<T>) {
    const kies = (treffer: T): void => {
      this.veld.value = bron.naam(treffer);
      bron.getypt(this.veld.value);
      bron.kies(treffer);
      makeWay();
    };
    const keuze = new Keuzelijst({ ...bron, kies }, "zoekveld", "Voorstellen", { placeholder: bron.kort, "aria-label": bron.wat });
    this.veld = keuze.veld;
    this.veld.value = bron.begin;
    this.element = el("div", { class: "zoek" }, this.veld, keuze.lijst);
    this.veld.addEventListener("input", () => bron.getypt(this.veld.value));
    this.veld.addEventListener("focus", () => keuze.suggest());
    this.veld.addEventListener("keydown", (event) => {
      // What the list did not need: out of the field.
      if (event.key !== "Escape" || event.defaultPrevented) return;
      this.veld.blur();
      event.stopPropagation();
    });
  }

  set tekst(tekst: string) {
    this.veld.value = tekst;
  }

  focus(): void {
    this.veld.focus();
    this.veld.select();
  }
}

/** On the phone the search lies over the picture: a choice makes way for what was chosen. */
function makeWay(): void {
  if (!document.body.classList.contains("linksopen")) return;
  document.body.classList.remove("linksopen");
  byId("toonlinks").setAttribute("aria-expanded", "false");
  byId("midden").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
