// A field with suggestions below it: the combobox of WAI-ARIA, whatever it searches. The focus stays in the field; the
// arrows walk through the list, Enter or a click takes a suggestion, Escape closes the list.

import { telwoord } from "../data/zinnen";
import { announceSoon, el } from "./dom";

/** After leaving the field the list stays so long, in milliseconds, for a press on it to arrive. */
const NA_VERLATEN = 150;

/** What a field searches, how it shows what it found, and what a choice does. */
export interface Keuzebron<T> {
  zoek: (vraag: string) => T[];
  naam: (treffer: T) => string;
  onder: (treffer: T) => string;
  teken: (treffer: T) => Node;
  kies: (treffer: T) => void;
}

export class Keuzelijst<T> {
  readonly veld: HTMLInputElement;
  readonly lijst: HTMLElement;
  private treffers: T[] = [];
  private actief = -1;

  /**
   * @param id of the field, and before it those of the list and its options
   * @param naam what a screen reader calls the list
   * @param eigen properties of the field
   */
  constructor(
    private readonly bron: Keuzebron<T>,
    id: string,
    naam: string,
    eigen: Readonly<Record<string, string>>,
  ) {
    this.lijst = el("ul", { id: `${id}-lijst`, class: "voorstellen", role: "listbox", "aria-label": naam, hidden: true });
    this.veld = el("input", {
      type: "search",
      id,
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": this.lijst.id,
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      ...eigen,
    });
    this.veld.addEventListener("input", () => this.suggest());
    this.veld.addEventListener("blur", () => window.setTimeout(() => this.close(), NA_VERLATEN));
    this.veld.addEventListener("keydown", (event) => this.onKey(event));
  }

  get isOpen(): boolean {
    return !this.lijst.hidden;
  }

  /** Show what is found for the text in the field. */
  suggest(): void {
    const vraag = this.veld.value.trim();
    this.actief = -1;
    this.treffers = vraag ? this.bron.zoek(vraag) : [];
    this.veld.removeAttribute("aria-activedescendant");
    if (!vraag) {
      this.close();
      return;
    }
    const leeg = el("li", { class: "leeg", role: "option", "aria-disabled": "true", "aria-selected": "false" }, `Niets gevonden voor "${vraag}"`);
    this.lijst.replaceChildren(...(this.treffers.length ? this.treffers.map((treffer, i) => this.option(treffer, i)) : [leeg]));
    this.lijst.hidden = false;
    this.veld.setAttribute("aria-expanded", "true");
    announceSoon(this.treffers.length ? telwoord(this.treffers.length, "voorstel", "voorstellen") : "Niets gevonden");
  }

  private option(treffer: T, i: number): HTMLElement {
    const { teken, naam, onder } = this.bron;
    const neem = (event: Event): void => {
      // The field keeps the focus.
      event.preventDefault();
      this.pick(i);
    };
    return el(
      "li",
      { role: "option", id: `${this.veld.id}-${i}`, "aria-selected": "false", onpointerdown: neem },
      teken(treffer),
      el("span", {}, el("b", {}, naam(treffer)), el("small", {}, onder(treffer))),
    );
  }

  private move(stap: number): void {
    if (!this.isOpen) this.suggest();
    const aantal = this.treffers.length;
    if (!aantal) return;
    // Upward from the field one comes to the last.
    this.actief = this.actief < 0 && stap < 0 ? aantal - 1 : (this.actief + stap + aantal) % aantal;
    [...this.lijst.children].forEach((rij, i) => rij.setAttribute("aria-selected", String(i === this.actief)));
    this.lijst.children[this.actief].scrollIntoView({ block: "nearest" });
    this.veld.setAttribute("aria-activedescendant", `${this.veld.id}-${this.actief}`);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter") this.pick(Math.max(0, this.actief));
    else if (event.key === "Escape" && this.isOpen) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private pick(i: number): void {
    const treffer = this.treffers[i];
    if (!this.isOpen || treffer === undefined) return;
    this.close();
    this.bron.kies(treffer);
  }

  private close(): void {
    this.lijst.hidden = true;
    this.veld.setAttribute("aria-expanded", "false");
    this.veld.removeAttribute("aria-activedescendant");
  }
}
