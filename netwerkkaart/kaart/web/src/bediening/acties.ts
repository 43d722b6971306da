// What one can take along from the page: the link to exactly this picture, its rows, and a picture for print.

import { makePng } from "../meenemen/png";
import { makeSvg } from "../meenemen/svg";
import type { Getoond, Herkomst } from "../meenemen/blad";
import type { Doek } from "../teken/doek";
import type { Lijst } from "../views/lijst";
import { saveCsv, saveFile } from "./bewaar";
import { announce, byId, el, icon } from "./dom";

const TERUG_NA = 2200;
const LINK = "M8 12.5L12 8.5M6.5 9.5L4.6 11.4a2.9 2.9 0 0 0 4.1 4.1L10.6 13.6M13.5 10.5L15.4 8.6a2.9 2.9 0 0 0-4.1-4.1L9.4 6.4";
const BEELD = "M3.5 4.5H16.5V15.5H3.5ZM3.5 13L7.5 9L11 12.5L13 10.5L16.5 14M13 7.5h.1";
const LIJNEN = "M3.5 15.5C8 15.5 6 4.5 16.5 4.5M2 14h3v3h-3ZM15 3h3v3h-3Z";
const MEER = "M10 3v8.5M6.8 6.2L10 3l3.2 3.2M4 10.5V17h12v-6.5";
const RIJEN = "M3.5 4.5H16.5V15.5H3.5ZM3.5 8.2H16.5M3.5 11.8H16.5M8 4.5V15.5";

/** What a page has to take along. */
export interface Meeneem {
  readonly herkomst: Herkomst;
  /** What is shown now. */
  readonly view: Getoond;
  /** The whole address of it. */
  readonly link: string;
  /** The rows that the picture shows: of what is chosen or opened alone, where something is. */
  rijen(): { lijst: Lijst; rijen: number[] };
}

export class Acties {
  constructor(
    private readonly bron: Meeneem,
    private readonly doek: Doek,
  ) {
    const meer = el("button", { type: "button", id: "toonacties", "aria-label": "Bewaren en delen", "aria-expanded": "false", "aria-controls": "acties", onclick: () => meer.setAttribute("aria-expanded", String(document.body.classList.toggle("actiesopen"))) }, icon(MEER));
    byId("acties").before(meer);
    byId("acties").append(
      this.button("Kopieer link", "Kopieer de link naar precies dit beeld: weergave, filters, keuze en zoom", LINK, () => this.copy()),
      this.button("Afbeelding", "Bewaar dit beeld als PNG, scherp genoeg om te drukken", BEELD, () => this.png()),
      this.button("SVG", "Bewaar dit beeld als SVG: lijnen en letters die scherp blijven hoe groot u het ook drukt, en die u in een ander programma kunt bewerken", LIJNEN, () => this.svg()),
      this.button("CSV", "Bewaar de rijen achter dit beeld als CSV, voor Excel", RIJEN, () => this.csv()),
    );
  }

  /** A button that says for a while what became of it. */
  private button(tekst: string, uitleg: string, pad: string, doe: () => Promise<string>): HTMLElement {
    const woord = el("span", {}, tekst);
    const klik = async (): Promise<void> => {
      woord.textContent = await doe();
      window.setTimeout(() => (woord.textContent = tekst), TERUG_NA);
    };
    return el("button", { type: "button", "aria-label": tekst, title: uitleg, onclick: () => void klik() }, icon(pad), woord);
  }

  private async copy(): Promise<string> {
    const gelukt = await copyText(this.bron.link);
    announce(gelukt ? "De link naar dit beeld is gekopieerd." : "Kopiëren lukte niet. De link staat in de adresbalk.");
    return gelukt ? "Gekopieerd" : "Zie adresbalk";
  }

  private async png(): Promise<string> {
    announce("De afbeelding wordt gemaakt.");
    try {
      this.save(await makePng(this.bron.herkomst, this.bron.view, this.doek), "png");
      announce("De afbeelding is bewaard.");
      return "Bewaard";
    } catch {
      announce("Deze browser kan het beeld niet bewaren. Probeer een recente Edge, Chrome of Firefox.");
      return "Lukt hier niet";
    }
  }

  private svg(): Promise<string> {
    this.save(new Blob([makeSvg(this.bron.herkomst, this.bron.view, this.doek)], { type: "image/svg+xml" }), "svg");
    announce("De tekening is bewaard als SVG.");
    return Promise.resolve("Bewaard");
  }

  private csv(): Promise<string> {
    const { lijst, rijen } = this.bron.rijen();
    saveCsv(this.bron.herkomst, lijst, rijen, this.bron.view.naam);
    announce(`${rijen.length} rijen bewaard als CSV.`);
    return Promise.resolve("Bewaard");
  }

  private save(blob: Blob, soort: string): void {
    saveFile(this.bron.herkomst, blob, this.bron.view.naam, soort);
  }
}

/** Put a text on the clipboard; browsers that refuse it for files get the old way. */
export async function copyText(tekst: string): Promise<boolean> {
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
