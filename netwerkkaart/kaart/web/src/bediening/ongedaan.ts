// Back to what was seen before, and forward again: two buttons and Ctrl+Z, the same way as the browser's own buttons.

import type { Tijdlijn } from "../data/tijdlijn";
import { byId, el, icon } from "./dom";

const TERUG = "M4 8H12.5a4 4 0 0 1 0 8H7M7.5 4.5L4 8L7.5 11.5";
const VERDER = "M16 8H7.5a4 4 0 0 0 0 8H13M12.5 4.5L16 8L12.5 11.5";

export class Ongedaan {
  private readonly terug: HTMLButtonElement;
  private readonly verder: HTMLButtonElement;

  constructor(private readonly tijdlijn: Tijdlijn) {
    this.terug = this.button("Vorige stand", "Vorige stand (Ctrl+Z): terug naar wat u hiervoor zag", TERUG, () => tijdlijn.back());
    this.verder = this.button("Volgende stand", "Volgende stand (Ctrl+Y): opnieuw vooruit", VERDER, () => tijdlijn.forward());
    byId("stand").before(el("div", { id: "standen", role: "group", "aria-label": "Standen" }, this.terug, this.verder));
    tijdlijn.listen(() => this.update());
    this.update();
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  private button(naam: string, uitleg: string, pad: string, klik: () => void): HTMLButtonElement {
    return el("button", { type: "button", "aria-label": naam, title: uitleg, onclick: klik }, icon(pad));
  }

  private onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // In a field these keys undo what was typed, if anything was.
    const veld = event.target;
    if ((veld instanceof HTMLInputElement || veld instanceof HTMLTextAreaElement) && veld.type !== "checkbox" && veld.value) return;
    const toets = event.key.toLowerCase();
    if (toets === "z" && !event.shiftKey) this.tijdlijn.back();
    else if (toets === "y" || (toets === "z" && event.shiftKey)) this.tijdlijn.forward();
    else return;
    event.preventDefault();
  }

  private update(): void {
    const { kanTerug, kanVerder } = this.tijdlijn;
    // The focus may not fall off the page with the last step.
    this.terug.setAttribute("aria-disabled", String(!kanTerug));
    this.verder.setAttribute("aria-disabled", String(!kanVerder));
  }
}
