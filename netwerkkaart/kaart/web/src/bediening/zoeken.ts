// Search with suggestions: a combobox over all names, forgiving of accents and typing errors.

import MiniSearch from "minisearch";
import type { Model } from "../data/model";
import type { Omgeving } from "../omgeving";
import { choose } from "../paneel/hulp";
import { glyphElement } from "../teken/glyfen";
import { announce, el } from "./dom";

interface Treffer {
  soort: "org" | "gemeente";
  nummer: number;
  naam: string;
  onder: string;
}

const MEEST = 9;

export function fold(tekst: string): string {
  return tekst
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

const indexen = new WeakMap<Model, MiniSearch>();

/** Names of organisations, then of municipalities (from `n` on). Made at the first letter: 10,000 names take a tenth of a second that the start need not pay. */
export function searchIndex(model: Model): MiniSearch {
  const bestaand = indexen.get(model);
  if (bestaand) return bestaand;
  const index = new MiniSearch({
    fields: ["naam", "plaats"],
    processTerm: (woord) => fold(woord) || null,
    searchOptions: { prefix: true, fuzzy: (woord) => (woord.length > 4 ? 0.2 : false), combineWith: "AND", boost: { naam: 3 } },
  });
  index.addAll(model.g.organisaties.naam.map((naam, id) => ({ id, naam, plaats: model.gemeenteNaam(id) })));
  index.addAll(model.g.gemeenten.naam.map((naam, i) => ({ id: model.n + i, naam, plaats: "" })));
  indexen.set(model, index);
  return index;
}

export class Zoeken {
  readonly element: HTMLElement;
  private readonly veld: HTMLInputElement;
  private readonly lijst: HTMLElement;
  private treffers: Treffer[] = [];
  private actief = -1;

  constructor(
    private readonly om: Omgeving,
    private readonly openGemeente: (gemeente: number) => void,
  ) {
    this.veld = el("input", {
      type: "search",
      placeholder: "Zoek een organisatie",
      "aria-label": "Zoek een organisatie of gemeente",
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
    this.veld.value = om.t.zoek;
    om.winkel.listen((nu, vorig) => {
      if (om.winkel.uitAdres && nu.zoek !== vorig.zoek) this.veld.value = nu.zoek;
    });
    this.veld.addEventListener("input", () => {
      this.om.winkel.quiet({ zoek: this.veld.value });
      this.suggest();
    });
    this.veld.addEventListener("focus", () => this.veld.value && this.suggest());
    this.veld.addEventListener("keydown", (event) => this.onKey(event));
    this.veld.addEventListener("blur", () => window.setTimeout(() => this.close(), 150));
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
    const { model } = this.om;
    this.treffers = searchIndex(model)
      .search(vraag)
      .slice(0, MEEST)
      .map(({ id }): Treffer => {
        const nummer = Number(id);
        if (nummer >= model.n) {
          return { soort: "gemeente", nummer: nummer - model.n, naam: model.g.gemeenten.naam[nummer - model.n], onder: "Gemeente" };
        }
        const onder = [model.soort(nummer).enkel, model.gemeenteNaam(nummer)].filter(Boolean).join(" · ");
        return { soort: "org", nummer, naam: model.naam(nummer), onder };
      });
    this.actief = -1;
    this.render(vraag);
  }

  private render(vraag: string): void {
    this.lijst.replaceChildren(
      ...this.treffers.map((treffer, i) =>
        el(
          "li",
          { role: "option", id: `treffer-${i}`, "aria-selected": String(i === this.actief), onpointerdown: (e) => this.pick(i, e) },
          treffer.soort === "org" ? glyphElement(this.om.model.soort(treffer.nummer), 16) : el("span", { class: "plaats", "aria-hidden": "true" }),
          el("span", {}, el("b", {}, treffer.naam), el("small", {}, treffer.onder)),
        ),
      ),
    );
    if (!this.treffers.length) this.lijst.append(el("li", { class: "leeg" }, `Niets gevonden voor "${vraag}"`));
    this.lijst.hidden = false;
    this.veld.setAttribute("aria-expanded", "true");
    announce(this.treffers.length ? `${this.treffers.length} voorstellen` : "Niets gevonden");
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
    if (!treffer) return;
    event.preventDefault();
    this.veld.value = treffer.naam;
    this.om.winkel.quiet({ zoek: treffer.naam });
    this.close();
    if (treffer.soort === "org") choose(this.om, treffer.nummer);
    else this.openGemeente(treffer.nummer);
  }

  private close(): void {
    this.lijst.hidden = true;
    this.veld.setAttribute("aria-expanded", "false");
    this.veld.removeAttribute("aria-activedescendant");
  }
}
