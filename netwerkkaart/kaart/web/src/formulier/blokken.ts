// The parts of the form: each holds rows, and gives them as the rows of a sheet.

import { el } from "../bediening/dom";
import type { Band, Gegevens, Rij } from "./gegevens";
import { eigenId, keuze, keuzes, tekst, type Veld } from "./velden";

/** A row on the page: what is printed, and the fields beside it. */
interface Regel {
  element: HTMLElement;
  vast: Rij;
  velden: Record<string, Veld>;
}

/** A part of the form that is one sheet. */
export class Blok {
  readonly element: HTMLElement;
  private readonly regels: Regel[] = [];
  private readonly lijst = el("div", { class: "regels" });
  private readonly erbij: HTMLButtonElement;

  constructor(
    readonly naam: string,
    kop: string,
    uitleg: string,
    toevoegen: string,
    private readonly maak: (rij: Rij | null) => Regel,
    rijen: Rij[],
  ) {
    const id = eigenId();
    this.erbij = el("button", { type: "button", class: "erbij" }, toevoegen);
    this.element = el("section", { "aria-labelledby": id }, el("h2", { id }, kop), el("p", {}, uitleg), this.lijst, this.erbij);
    this.erbij.hidden = !toevoegen;
    this.erbij.addEventListener("click", () => this.voegToe().richt());
    for (const rij of rijen) this.plaats(rij);
  }

  /** Add an empty row, and give its first field. */
  voegToe(): Veld {
    return Object.values(this.plaats(null).velden)[0];
  }

  /** Every row that holds an answer, or that was added and is not empty. */
  lees(): Rij[] {
    return this.regels
      .map(({ vast, velden }) => ({
        ...vast,
        ...Object.fromEntries(Object.entries(velden).map(([naam, veld]) => [naam, veld.lees()])),
      }))
      .filter((rij, nr) => Object.keys(this.regels[nr].velden).some((naam) => rij[naam]));
  }

  /** Put saved rows back: printed ones by their code, others as added ones. */
  zet(rijen: Rij[]): void {
    for (const rij of rijen) {
      const bekend = rij.code ? this.regels.find((regel) => regel.vast.code === rij.code) : undefined;
      const regel = bekend ?? this.plaats(null);
      for (const [naam, veld] of Object.entries(regel.velden)) veld.zet(rij[naam] ?? "");
      regel.element.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  /** How many rows hold an answer, of how many. */
  stand(): [number, number] {
    return [this.lees().length, this.regels.length];
  }

  private plaats(rij: Rij | null): Regel {
    const regel = this.maak(rij);
    this.regels.push(regel);
    // The rows of one school stand together under its name.
    const groep = rij?.school;
    const laatste = this.lijst.lastElementChild;
    if (groep && (laatste as HTMLElement | null)?.dataset["groep"] !== groep) {
      this.lijst.append(el("div", { class: "groep", "data-groep": groep }, el("h3", {}, groep)));
    }
    (groep ? this.lijst.lastElementChild! : this.lijst).append(regel.element);
    return regel;
  }
}

const paren = (woorden: string[]): [string, string][] => woorden.map((woord) => [woord, woord]);

/** The ties of the respondent, or of the schools for which it answers. */
export function bandblok(g: Gegevens, naam: string, rijen: Band[], scholen: boolean): Blok {
  const wie = scholen ? "de school" : "u";
  const maak = (rij: Rij | null): Regel => {
    const velden: Record<string, Veld> = {};
    const kies = rij === null || !rij.organisatie;
    if (rij === null && scholen) velden["school"] = tekst("School", { lijst: "schoolnamen" });
    if (kies) velden["organisatie"] = tekst("Organisatie", { lijst: "namen", uitleg: rij === null ? "Wie u toevoegt, telt als ja." : "" });
    velden["samen"] = keuze(scholen ? "Werkt de school samen?" : "Werkt u samen?", paren(g.jaNee));
    velden["sterkte"] = keuze("Hoe nauw?", g.sterktes);
    velden["verwijst"] = keuze(`Verwijst ${wie} naar hen door?`, paren(g.jaNee));
    velden["stap"] = keuzes("Voor welke stap? (niets: elke stap)", g.stappen);
    if (!scholen) velden["ontvangt"] = keuze("Verwijzen zij naar u door?", paren(g.jaNee));
    const titel = rij?.organisatie || (kies && rij ? "Nog niemand gekend" : "Toegevoegd");
    const weten = rij?.weten ? [el("p", { class: "weten" }, `Wij weten: ${rij.weten}.`)] : [];
    const element = el("fieldset", { class: "regel" }, el("legend", {}, titel), ...weten, ...Object.values(velden).map((veld) => veld.element));
    const toon = (): void => {
      velden["sterkte"].element.hidden = velden["samen"].lees() !== "ja" && !velden["sterkte"].lees();
      velden["stap"].element.hidden = velden["verwijst"].lees() !== "ja" && !velden["stap"].lees();
    };
    element.addEventListener("change", toon);
    toon();
    const vast: Rij = { code: rij?.code ?? "", organisatie: rij?.organisatie ?? "", weten: rij?.weten ?? "" };
    if (scholen) vast["school"] = rij?.school ?? "";
    return { element, vast, velden };
  };
  const [kop, uitleg] = scholen
    ? ["Uw scholen", "Wat weet u van de scholen die u begeleidt? Laat open wat u niet weet."]
    : ["Met wie werkt u?", "Staat er iemand niet bij? Voeg die onderaan toe."];
  return new Blok(naam, kop, uitleg, "Voeg een organisatie toe", maak, rijen as unknown as Rij[]);
}

/** What the respondent offers. */
export function aanbodblok(g: Gegevens, naam: string): Blok {
  const maak = (rij: Rij | null): Regel => {
    const velden: Record<string, Veld> = {};
    if (rij === null) velden["naam"] = tekst("Naam van het aanbod");
    velden["bestaat"] = keuze("Bestaat het nog?", paren(g.jaNee));
    velden["wachttijd_weken"] = tekst("Wachttijd nu, in weken", { soort: "number" });
    if (rij === null) {
      velden["bestaat"].element.hidden = true;
      velden["continuum"] = keuzes("Voor welke stap?", g.stappen);
      velden["themas"] = keuzes("Voor welk thema?", g.themas);
      velden["doelgroepen"] = keuzes("Voor wie?", g.doelgroepen);
    }
    const weten = rij?.weten ? [el("p", { class: "weten" }, `Wij weten: ${rij.weten}.`)] : [];
    const element = el("fieldset", { class: "regel" }, el("legend", {}, rij?.naam ?? "Nieuw aanbod"), ...weten, ...Object.values(velden).map((veld) => veld.element));
    return { element, vast: { code: rij?.code ?? "", naam: rij?.naam ?? "", weten: rij?.weten ?? "" }, velden };
  };
  return new Blok(naam, "Wat biedt u aan?", "Klopt dit nog? Voeg toe wat ontbreekt.", "Voeg een aanbod toe", maak, g.aanbod ?? []);
}

/** What the respondent misses. */
export function hiaatblok(g: Gegevens, naam: string): Blok {
  const maak = (): Regel => {
    const velden: Record<string, Veld> = {
      omschrijving: tekst("Wat ontbreekt er?", { lang: true, uitleg: "Geen namen of gegevens van leerlingen of ouders." }),
      thema: keuze("Voor welk thema?", g.themas),
      stap: keuze("Voor welke stap?", g.stappen),
      doelgroepen: keuzes("Voor wie?", g.doelgroepen),
      gemeenten: tekst("In welke gemeenten?", { uitleg: "Leeg: de hele regio. Meer dan één: met een puntkomma." }),
    };
    const element = el("fieldset", { class: "regel" }, el("legend", {}, "Gemis"), ...Object.values(velden).map((veld) => veld.element));
    return { element, vast: {}, velden };
  };
  return new Blok(naam, "Wat ontbreekt er?", "Waarvoor vindt u niemand, of pas veel te laat?", "Voeg een gemis toe", maak, []);
}
