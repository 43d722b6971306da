// Matrix: step by theme by target group, one verdict a cell; for one area, or summed over the regions.

import { el } from "../bediening/dom";
import { type Verdieping } from "../data/diepte";
import { GEEN } from "../data/model";
import { readCel } from "../data/vak";
import { getal, inZin, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { cellPanel, regionsPanel } from "../paneel/celpaneel";
import { gapsFirst } from "../paneel/eerst";
import { heading, paragraph } from "../paneel/hulp";
import { term } from "../paneel/term";
import { grid } from "./matrixrooster";
import { tally, tiles } from "./matrixtegels";
import type { View } from "./view";

const NIETS = "Deze kaart bevat geen matrix: de analyses waren er niet bij.";

export class Matrix implements View {
  readonly naam = "matrix";
  readonly tab = "Matrix";

  constructor(private readonly om: Omgeving) {}

  private get themas(): string[] {
    return this.om.t.thema ? [this.om.t.thema] : ["1", "2"];
  }

  /** The area in sight; −1: all regions together. */
  private gebied(diepte: Verdieping): number {
    const { gemeente, regio } = this.om.t;
    if (gemeente >= 0) return diepte.matrix.gemeente.indexOf(gemeente);
    // Of a region and a few who work across its border, the others have no school to judge.
    const regios = diepte.gebieden("regio", regio);
    const met = diepte.beoordeeld(regio);
    return met.length === 1 ? met[0] : regios.length === 1 ? regios[0] : GEEN;
  }

  titel(): string {
    const { diepte } = this.om;
    if (!diepte) return "Matrix van het aanbod";
    const gebied = this.gebied(diepte);
    const tellingen = (gebied >= 0 ? [gebied] : diepte.gebieden("regio")).map((g) => tally(diepte, g, this.themas));
    const per = [0, 1, 2, 3, 4].map((i) => tellingen.reduce((som, t) => som + t.per[i], 0));
    const cellen = tellingen.reduce((som, t) => som + t.cellen, 0);
    const waar = gebied >= 0 ? `${inZin(diepte.matrix.naam[gebied])}: ` : "";
    if (!cellen) return `${waar}geen scholen om te beoordelen`;
    const slot = per[3] ? `; ${per[3] === 1 ? "één keer" : `${getal(per[3])} keer`} is er geen aanbod` : "";
    return `${waar}${getal(per[0])} van de ${telwoord(cellen, "cel is", "cellen zijn")} gedekt${slot}`;
  }

  ondertitel(): string {
    const { diepte } = this.om;
    if (!diepte) return NIETS;
    const gebied = this.gebied(diepte);
    const tellingen = (gebied >= 0 ? [gebied] : diepte.gebieden("regio")).map((g) => tally(diepte, g, this.themas));
    const per = [0, 1, 2, 3, 4].map((i) => tellingen.reduce((som, t) => som + t.per[i], 0));
    const delen = [
      per[2] && `${getal(per[2])} keer is er aanbod waar veel scholen niet geraken`,
      per[1] && `${getal(per[1])} keer is het volzet`,
      per[4] && `${getal(per[4])} keer is het nog niet in kaart gebracht`,
    ].filter(Boolean);
    return delen.length ? `${delen.join(", ").replace(/^./, (c) => c.toUpperCase())}.` : "";
  }

  terug(): { tekst: string; klik: () => void } | null {
    const { t, model, winkel } = this.om;
    if (t.gemeente >= 0) return { tekst: `‹ ${regioNaam(this.om)}`, klik: () => winkel.set({ gemeente: GEEN }) };
    if (t.regio && model.g.regios.length > 1) return { tekst: "‹ Alle regio's", klik: () => winkel.set({ regio: "" }) };
    return null;
  }

  bijwerk(host: HTMLElement): void {
    const { diepte } = this.om;
    if (!diepte) return;
    const gebied = this.gebied(diepte);
    const regios = diepte.gebieden("regio");
    const inhoud: Parameters<typeof grid>[2] = (stap, groep) => ({
      cel: diepte.cel(Math.max(0, gebied), stap, groep),
      regios: gebied >= 0 ? [] : regios.map((regio) => diepte.cel(regio, stap, groep)),
    });
    host.append(el("div", { class: "blad" }, grid(this.om, this.themas, inhoud), this.smaller(diepte, gebied, regios)));
  }

  /** Small multiples: regions when all are in sight, else the municipalities of one. */
  private smaller(diepte: Verdieping, gebied: number, regios: readonly number[]): HTMLElement {
    const { om } = this;
    const alle = gebied < 0;
    const welke = alle ? regios : diepte.gebieden("gemeente", om.t.gemeente >= 0 ? regioCode(om) : diepte.matrix.code[gebied]);
    const kies = (gekozen: number): void => {
      const gemeente = diepte.matrix.gemeente[gekozen];
      if (gemeente < 0) om.winkel.set({ regio: diepte.matrix.code[gekozen], gemeente: GEEN });
      else om.winkel.set({ gemeente: gemeente === om.t.gemeente ? GEEN : gemeente, keuze: GEEN });
    };
    return el(
      "section",
      { class: "veelvoud", "aria-label": alle ? "Per regio" : "Per gemeente" },
      el("h2", { class: "sub" }, alle ? "Per regio" : "Per gemeente", el("span", { class: "zacht", "data-scherm": "" }, " Kies er een om ze te openen.")),
      tiles(diepte, welke, this.themas, gebied, kies),
    );
  }

  paneel(): Node[] {
    const { diepte } = this.om;
    if (!diepte) return [heading("Geen matrix"), paragraph(NIETS)];
    const gekozen = readCel(this.om.model, this.om.t.vak);
    const gebied = this.gebied(diepte);
    if (gekozen && gebied >= 0) return cellPanel(this.om, diepte, diepte.cel(gebied, gekozen.stap, gekozen.groep));
    if (gekozen) return regionsPanel(this.om, diepte, gekozen.stap, gekozen.groep);
    return [
      heading("Eén cel, één oordeel"),
      el("p", { class: "zacht" }, "Elke ", term("cel", "cel"), " is een stap van het continuüm voor één doelgroep. Kies een cel: dan staat hier waarop het oordeel steunt, welke scholen er niet geraken, en wat u nu kunt doen."),
      ...gapsFirst(this.om, diepte, gebied, this.themas),
      paragraph("Met de pijltjestoetsen loopt u van cel naar cel. Het tabblad Tabel toont alle cellen als lijst."),
    ];
  }

  get eigenPaneel(): boolean {
    return this.om.t.keuze < 0;
  }

  vernieuw(): void {
    // Everything is made from the state itself.
  }
}

function regioCode(om: Omgeving): string {
  const nummer = om.model.g.gemeenten.regio[om.t.gemeente];
  return om.model.g.regios.find((r) => r.nummer === nummer)?.code ?? "";
}

function regioNaam(om: Omgeving): string {
  return om.model.g.regios.find((r) => r.code === regioCode(om))?.naam ?? "terug";
}
