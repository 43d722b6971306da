// Lists of which one is shown: sorted by the heads of its columns, a page of rows at a time.

import { announce, el, narrow } from "../bediening/dom";
import { tooLong } from "../bediening/lang";
import { getal, telwoord } from "../data/zinnen";
import type { Lijst } from "./lijst";
import { Volgorde } from "./volgorde";

/** Rows at first: three screens full. Each row costs its part of every filter. */
const BLAD = 100;
const BLAD_SMAL = 50;

/** Where it is kept which list is shown, and how it is sorted. */
interface Geheugen {
  readonly toestand: { readonly lijst: string };
  quiet(deel: { lijst: string }): void;
}

export class Lijstblad {
  private getoond = BLAD;
  private readonly volgorde = new Volgorde();

  constructor(
    readonly lijsten: readonly Lijst[],
    private readonly winkel: Geheugen,
  ) {}

  vernieuw(): void {
    this.getoond = this.blad;
  }

  /** Which list, sorted by which column, upside down or not: as the address says. */
  private get stand(): { welke: number; sorteer: number; omgekeerd: boolean } {
    const [naam, kolom, richting] = this.winkel.toestand.lijst.split(".");
    const welke = Math.max(0, this.lijsten.findIndex((lijst) => lijst.naam.toLowerCase() === naam));
    const sorteer = Number(kolom) - 1;
    return { welke, sorteer: this.lijsten[welke].kolommen[sorteer] ? sorteer : 0, omgekeerd: richting === "af" };
  }

  private keep(welke: number, sorteer: number, omgekeerd: boolean): void {
    this.winkel.quiet({ lijst: `${this.lijsten[welke].naam.toLowerCase()}.${sorteer + 1}${omgekeerd ? ".af" : ""}` });
  }

  private get blad(): number {
    return narrow() ? BLAD_SMAL : BLAD;
  }

  bijwerk(host: HTMLElement): void {
    const lijst = this.lijsten[this.stand.welke];
    const rijen = this.sorted(lijst);
    const tabel = el("table", lijst.breed ? { class: "breed" } : {}, el("caption", { class: "stil" }, lijst.naam), this.head(lijst, host), this.body(lijst, rijen));
    const rest = rijen.length - this.getoond;
    const meer = el(
      "button",
      { type: "button", class: "meer", onclick: () => this.change(host, () => (this.getoond += 5 * this.blad)) },
      `Toon meer (nog ${getal(Math.max(0, rest))})`,
    );
    const stand = rest > 0 ? `${getal(this.getoond)} van ${telwoord(rijen.length, ...lijst.wat)}` : telwoord(rijen.length, ...lijst.wat);
    host.replaceChildren(el("div", { class: "tabel" }, this.choices(host, stand), tabel, rest > 0 && meer));
  }

  /** Change what the list shows, and keep the reader's place in it. */
  private change(host: HTMLElement, doe: () => void): void {
    const hoogte = host.scrollTop;
    const sleutel = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.sleutel : undefined;
    doe();
    this.bijwerk(host);
    if (sleutel) host.querySelector<HTMLElement>(`[data-sleutel="${CSS.escape(sleutel)}"]`)?.focus({ preventScroll: true });
    host.scrollTop = hoogte;
  }

  private choices(host: HTMLElement, stand: string): HTMLElement {
    const knoppen = this.lijsten.map((lijst, i) =>
      el(
        "button",
        {
          type: "button",
          "aria-pressed": String(i === this.stand.welke),
          "data-sleutel": `lijst-${lijst.naam}`,
          onclick: () =>
            this.change(host, () => {
              this.keep(i, 0, false);
              this.getoond = this.blad;
              announce(`${lijst.naam}: ${telwoord(this.sorted(lijst).length, ...lijst.wat)}.`);
            }),
        },
        lijst.naam,
      ),
    );
    return el("div", { class: "keuzes" }, ...knoppen, el("span", { class: "zacht" }, stand));
  }

  /** The list that is shown, and its rows in the order of the screen. */
  get getoondeLijst(): { lijst: Lijst; rijen: number[] } {
    const lijst = this.lijsten[this.stand.welke];
    return { lijst, rijen: this.sorted(lijst) };
  }

  private sorted(lijst: Lijst): number[] {
    const { sorteer, omgekeerd } = this.stand;
    return this.volgorde.sort(lijst, lijst.kolommen[sorteer], omgekeerd);
  }

  private head(lijst: Lijst, host: HTMLElement): HTMLElement {
    const { welke, sorteer, omgekeerd } = this.stand;
    const koppen = lijst.kolommen.map((kolom, i) => {
      const hier = i === sorteer;
      const klik = (): void =>
        this.change(host, () => {
          this.keep(welke, i, hier ? !omgekeerd : Boolean(kolom.tal));
          announce(`Gesorteerd op ${kolom.kop}, ${this.stand.omgekeerd ? "aflopend" : "oplopend"}.`);
        });
      const pijl = hier ? (omgekeerd ? " ▾" : " ▴") : "";
      const knop = el("button", { type: "button", onclick: klik, "data-sleutel": `kop-${i}` }, kolom.kop, pijl && el("span", { "aria-hidden": "true" }, pijl));
      return el("th", { scope: "col", class: kolom.tal ? "tal" : "", "aria-sort": hier ? (omgekeerd ? "descending" : "ascending") : "none" }, knop);
    });
    return el("thead", {}, el("tr", {}, ...koppen));
  }

  private body(lijst: Lijst, rijen: readonly number[]): HTMLElement {
    const lijf = el("tbody");
    for (const rij of rijen.slice(0, this.getoond)) {
      const cellen = lijst.kolommen.map((kolom) => {
        const waarde = kolom.waarde(rij);
        return el("td", { class: kolom.tal ? "tal" : tooLong(String(waarde)) ? "lang" : "" }, kolom.cel?.(rij) ?? (typeof waarde === "number" ? getal(waarde) : waarde));
      });
      lijf.append(el("tr", lijst.gekozen(rij) ? { "aria-selected": "true" } : {}, ...cellen));
    }
    return lijf;
  }
}
