// Playing a story: the picture fills the window, the text stands below, arrow keys turn the pages.

import { announce, el, fill } from "../bediening/dom";
import type { Winkel } from "../data/toestand";
import type { Boek } from "./boek";

export class Speler {
  private readonly balk: HTMLElement;
  private toonde = 0;
  private terugNaar: HTMLElement | null = null;

  constructor(
    private readonly boek: Boek,
    private readonly winkel: Winkel,
    /** Look at a part of the picture again: its window has another size now. */
    private readonly kijk: (zoom: string) => void,
  ) {
    this.balk = el("section", { id: "verteller", "aria-label": "Verhaal", tabindex: "-1", hidden: true });
    document.body.append(this.balk);
    document.addEventListener("keydown", (event) => this.onKey(event), true);
    winkel.listen(() => this.update());
    boek.listen(() => this.update());
    this.update();
  }

  private go(nr: number): void {
    const { stukken } = this.boek.verhaal;
    if (nr < 1 || nr > stukken.length) announce(nr < 1 ? "Dit is het begin van het verhaal." : "Dit is het einde van het verhaal.");
    else this.boek.play(nr);
  }

  private onKey(event: KeyboardEvent): void {
    const nu = this.boek.speelt;
    if (!nu || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) return;
    const aantal = this.boek.verhaal.stukken.length;
    const naar: Readonly<Record<string, number>> = { ArrowRight: nu.nr + 1, PageDown: nu.nr + 1, ArrowLeft: nu.nr - 1, PageUp: nu.nr - 1, Home: 1, End: aantal };
    if (event.key === "Escape") this.boek.stop();
    else if (event.key in naar && !event.shiftKey) this.go(naar[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private update(): void {
    const nu = this.boek.speelt;
    document.documentElement.toggleAttribute("data-speelt", nu !== null);
    this.balk.hidden = nu === null;
    if (!nu) {
      // The focus goes back to where it was when the story began.
      if (this.toonde) {
        this.kijk(this.winkel.toestand.zoom);
        this.terugNaar?.focus();
      }
      this.toonde = 0;
      return;
    }
    const { titel, stukken } = this.boek.verhaal;
    const { kop, tekst } = nu.stuk;
    const knop = (woord: string, naam: string, naar: () => void, uit: boolean): HTMLElement =>
      el("button", { type: "button", title: naam, "data-sleutel": `speel-${naam}`, "aria-disabled": String(uit), onclick: naar }, el("span", { "aria-hidden": "true" }, woord));
    fill(
      this.balk,
      el("div", { class: "vertelling" }, el("p", { class: "verhaaltitel" }, [titel, `${nu.nr} van ${stukken.length}`].filter(Boolean).join(" · ")), kop && el("h2", {}, kop), ...tekst.split(/\n+/).map((alinea) => alinea && el("p", {}, alinea))),
      el(
        "div",
        { class: "speelknoppen" },
        knop("‹", "Vorig stuk (pijl links)", () => this.go(nu.nr - 1), nu.nr === 1),
        knop("›", "Volgend stuk (pijl rechts)", () => this.go(nu.nr + 1), nu.nr === stukken.length),
        knop("×", "Stop het verhaal (Esc)", () => this.boek.stop(), false),
      ),
    );
    if (nu.nr === this.toonde) return;
    if (!this.toonde) {
      this.terugNaar = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      this.balk.focus();
    }
    this.toonde = nu.nr;
    this.kijk(this.winkel.toestand.zoom);
    // Last: the views tell what they show as well.
    window.setTimeout(() => announce(`${nu.nr} van ${stukken.length}. ${kop}. ${tekst}`), 0);
  }
}
