// What one can take along from the page: the link to exactly this picture.

import type { Omgeving } from "../omgeving";
import { announce, byId, el } from "./dom";

const TERUG_NA = 2200;

export class Acties {
  constructor(private readonly om: Omgeving) {
    const kopie = this.button("Kopieer link", "Kopieer de link naar precies dit beeld: weergave, filters, keuze en zoom", "M8 12.5L12 8.5M6.5 9.5L4.6 11.4a2.9 2.9 0 0 0 4.1 4.1L10.6 13.6M13.5 10.5L15.4 8.6a2.9 2.9 0 0 0-4.1-4.1L9.4 6.4");
    kopie.addEventListener("click", () => void this.copy(kopie));
    byId("acties").append(kopie);
  }

  private button(tekst: string, uitleg: string, pad: string): HTMLButtonElement {
    const ruimte = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ruimte, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const lijn = document.createElementNS(ruimte, "path");
    lijn.setAttribute("d", pad);
    svg.append(lijn);
    const knop = el("button", { type: "button", title: uitleg }, el("span", {}, tekst));
    knop.prepend(svg);
    return knop;
  }

  private async copy(knop: HTMLElement): Promise<void> {
    const gelukt = await copyText(this.om.winkel.link);
    const woord = knop.querySelector("span");
    if (!woord) return;
    woord.textContent = gelukt ? "Gekopieerd" : "Kopieer uit de adresbalk";
    announce(gelukt ? "De link naar dit beeld is gekopieerd." : "Kopiëren lukte niet. De link staat in de adresbalk.");
    window.setTimeout(() => (woord.textContent = "Kopieer link"), TERUG_NA);
  }
}

/** Put a text on the clipboard; browsers that refuse it for files get the old way. */
async function copyText(tekst: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    const veld = el("textarea", { class: "stil", "aria-hidden": "true" });
    const vorige = document.activeElement;
    veld.value = tekst;
    document.body.append(veld);
    veld.select();
    const gelukt = document.execCommand("copy");
    veld.remove();
    if (vorige instanceof HTMLElement) vorige.focus();
    return gelukt;
  }
}
