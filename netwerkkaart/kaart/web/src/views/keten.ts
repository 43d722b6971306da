// Keten: one school, the steps side by side: who, through whom, what lacks and what is nearest.

import { el } from "../bediening/dom";
import { STAP_NAAM } from "../data/celwoorden";
import { type Ketenstap, type Verdieping } from "../data/diepte";
import { GEEN, OORDEEL } from "../data/model";
import { countSchools, total } from "../data/scholen";
import { getal, inZin, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { chainPanel, chainSummary } from "../paneel/ketenpaneel";
import { stepsFirst } from "../paneel/eerst";
import { heading, paragraph, swatch } from "../paneel/hulp";
import { contact, header } from "../paneel/orgkop";
import { ladder } from "./ketenladder";
import { schoolList, schoolsInSight } from "./ketenlijst";
import type { View } from "./view";

const NIETS = "Deze kaart bevat geen ketens per school: de analyses waren er niet bij.";
const KEER = ["nergens", "op één plaats", "op twee plaatsen", "op drie plaatsen", "op vier plaatsen"];

export class Keten implements View {
  readonly naam = "keten";
  readonly tab = "Keten";

  /** Pixels that the list has beside one another; 0 when that has to be asked. */
  private breed = 0;
  private toezicht: ResizeObserver | null = null;

  constructor(private readonly om: Omgeving) {}

  private get school(): number {
    const { keuze } = this.om.t;
    return keuze >= 0 && this.om.diepte?.isKetenschool(keuze) ? keuze : GEEN;
  }

  private stappen(diepte: Verdieping, school: number): Ketenstap[] {
    const gevraagd = diepte.ketenVan(school, this.om.t.thema);
    return gevraagd.length ? gevraagd : diepte.ketenVan(school);
  }

  /** Another school is another sheet, to be read from its top; the list of all is what one comes back to. */
  sleutel(): string {
    return this.school < 0 ? "" : `school-${this.school}`;
  }

  titel(): string {
    const { diepte, model, t } = this.om;
    const { school } = this;
    if (!diepte) return "De keten van een school";
    if (school < 0) {
      if (t.keuze >= 0) return `Scholen met een band met ${inZin(model.naam(t.keuze))}`;
      const { geheel } = countSchools(this.om);
      return `Kies een school: bij ${getal(geheel.per[OORDEEL.gesloten])} van de ${telwoord(total(geheel), "school", "scholen")} is de keten gesloten`;
    }
    const open = this.stappen(diepte, school).filter((stap) => stap.oordeel > 0).length;
    if (!open) return `De keten van ${inZin(model.naam(school))} is gesloten`;
    return `De keten van ${inZin(model.naam(school))} is ${KEER[open] ?? `op ${open} plaatsen`} onderbroken`;
  }

  ondertitel(): string {
    const { diepte } = this.om;
    if (!diepte) return NIETS;
    if (this.school < 0) {
      const aantal = schoolsInSight(this.om, diepte).length;
      return `${telwoord(aantal, "school", "scholen")}, per gemeente. Eén vakje is één stap; de balk telt de scholen.`;
    }
    return "Van boven naar onder: hoeveel schakels er tussen een leerling en hulp zitten. Een streepjeslijn is nog niet bevestigd.";
  }

  terug(): { tekst: string; klik: () => void } | null {
    const { winkel, t, model } = this.om;
    const { school } = this;
    if (school >= 0) return { tekst: "‹ Alle scholen", klik: () => winkel.set({ keuze: GEEN, vak: "" }) };
    if (t.keuze >= 0 || t.gemeente >= 0) return { tekst: "‹ Alle scholen", klik: () => winkel.set({ keuze: GEEN, gemeente: GEEN }) };
    return t.regio && model.g.regios.length > 1 ? { tekst: "‹ Alle regio's", klik: () => winkel.set({ regio: "" }) } : null;
  }

  bijwerk(host: HTMLElement): void {
    const { diepte } = this.om;
    if (!diepte) return;
    const { school } = this;
    if (school < 0) {
      const legende = el("p", { class: "ketensleutel" }, ...STAP_NAAM.map((naam, i) => el("span", {}, swatch(i), ` ${naam.toLowerCase()}`)));
      const blad = el("div", { class: "blad" }, legende);
      host.append(blad);
      // Asking how wide it is lays the page out: once, until it becomes wider or narrower.
      this.toezicht ??= watch(host, () => (this.breed = 0));
      this.breed ||= legende.clientWidth;
      blad.append(schoolList(this.om, diepte, this.breed));
      return;
    }
    const stappen = this.stappen(diepte, school);
    const themas = [...new Set(stappen.map(({ stap }) => stap.thema))];
    host.append(
      el("div", { class: "blad" }, ...themas.map((thema) => ladder(this.om, diepte, school, stappen.filter(({ stap }) => stap.thema === thema)))),
    );
  }

  paneel(): Node[] {
    const { diepte } = this.om;
    if (!diepte) return [heading("Geen ketens"), paragraph(NIETS)];
    const { school } = this;
    if (school < 0) {
      // Who helps was chosen from the chain of a school: how to reach them comes first.
      const { keuze } = this.om.t;
      return [
        ...(keuze >= 0 ? [header(this.om, keuze), contact(this.om, keuze)] : []),
        heading("De keten van een school"),
        paragraph("Een keten is gesloten als de school elke stap bereikt, bij aanbod dat nog plaats heeft. Kies een school om te zien wie haar helpt, langs wie, en wat ontbreekt."),
        paragraph("Zoek een school links, of kies een gemeente."),
        ...stepsFirst(this.om, diepte, schoolsInSight(this.om, diepte)),
      ];
    }
    const stappen = this.stappen(diepte, school);
    const gekozen = stappen.find(({ stap }) => `${stap.thema}.${stap.stap + 1}` === this.om.t.vak);
    return gekozen ? chainPanel(this.om, diepte, school, gekozen) : chainSummary(this.om, diepte, school, stappen);
  }

  readonly eigenPaneel = true;

  vernieuw(): void {
    // Everything is made from the state itself.
  }
}

function watch(host: HTMLElement, doe: () => void): ResizeObserver {
  const toezicht = new ResizeObserver(doe);
  toezicht.observe(host);
  return toezicht;
}
