// A search field with suggestions: a combobox, whatever it searches.

import { telwoord } from "../data/zinnen";
import { announceSoon, byId, el } from "./dom";

/** What a field searches, how it shows what it found, and what a choice does. */
export interface Zoekbron<T> {
  /** What can be searched: for screen readers, and shorter within the field. */
  wat: string;
  kort: string;
  /** Text at the start. */
  begin: string;
  zoek: (vraag: string) => T[];
  naam: (treffer: T) => string;
  onder: (treffer: T) => string;
  teken: (treffer: T) => Node;
  getypt: (tekst: string) => void;
  kies: (treffer: T) => void;
}

export class Zoekveld<T> {
  readonly element: HTMLElement;
  private readonly veld: HTMLInputElement;
  private readonly lijst: HTMLElement;
  private treffers: T[] = [];
  private actief = -1;

  constructor(private readonly bron: Zoekbron<T>) {
    this.veld = el("input", {
      type: "search",
      placeholder: bron.kort,
      "aria-label": bron.wat,
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "treffers",
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      id: "zoekveld",
    });
    this.lijst = el("ul", { id: "treffers", role: "listbox", "aria-label": "Voorstellen", hidden: true });
    this.element = el("div", { class: "zoek" }, this.veld, this.lijst);
    this.veld.value = bron.begin;
    this.veld.addEventListener("input", () => {
      bron.getypt(this.veld.value);
      this.suggest();
    });
    this.veld.addEventListener("focus", () => this.veld.value && this.suggest());
    this.veld.addEventListener("keydown", (event) => this.onKey(event));
    this.veld.addEventListener("blur", () => window.setTimeout(() => this.close(), 150));
  }

  set tekst(tekst: string) {
    this.veld.value = tekst;
  }

  focus(): void {
    this.veld.focus();
    this.veld.select();
  }

  private suggest(): void {
    const vraag = this.veld.value.trim();
    if (!vraag) {
      this.close();
      return;
    }
    this.treffers = this.bron.zoek(vraag);
    this.actief = -1;
    this.render(vraag);
  }

  private render(vraag: string): void {
    this.lijst.replaceChildren(
      ...this.treffers.map((treffer, i) =>
        el(
          "li",
          { role: "option", id: `treffer-${i}`, "aria-selected": String(i === this.actief), onpointerdown: (e) => this.pick(i, e) },
          this.bron.teken(treffer),
          el("span", {}, el("b", {}, this.bron.naam(treffer)), el("small", {}, this.bron.onder(treffer))),
        ),
      ),
    );
    if (!this.treffers.length) this.lijst.append(el("li", { class: "leeg" }, `Niets gevonden voor "${vraag}"`));
    this.lijst.hidden = false;
    this.veld.setAttribute("aria-expanded", "true");
    announceSoon(this.treffers.length ? telwoord(this.treffers.length, "voorstel", "voorstellen") : "Niets gevonden");
  }

  private move(stap: number): void {
    if (!this.treffers.length) return;
    this.actief = (this.actief + stap + this.treffers.length) % this.treffers.length;
    [...this.lijst.children].forEach((rij, i) => {
      rij.setAttribute("aria-selected", String(i === this.actief));
      if (i === this.actief) rij.scrollIntoView({ block: "nearest" });
    });
    this.veld.setAttribute("aria-activedescendant", `treffer-${this.actief}`);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter") this.pick(Math.max(0, this.actief), event);
    else if (event.key === "Escape") {
      if (this.lijst.hidden) this.veld.blur();
      this.close();
      event.stopPropagation();
      return;
    } else return;
    event.preventDefault();
  }

  private pick(i: number, event: Event): void {
    const treffer = this.treffers[i];
    if (treffer === undefined) return;
    event.preventDefault();
    this.veld.value = this.bron.naam(treffer);
    this.bron.getypt(this.veld.value);
    this.close();
    this.bron.kies(treffer);
    makeWay();
  }

  private close(): void {
    this.lijst.hidden = true;
    this.veld.setAttribute("aria-expanded", "false");
    this.veld.removeAttribute("aria-activedescendant");
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
