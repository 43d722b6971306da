// Tabel: the same as a list, for who cannot see or use the picture, and for looking things up.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { countSchools, known, total } from "../data/scholen";
import { getal, OORDEEL_NAAM, procent, STATUS_WOORD, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { choose, paragraph, subheading } from "../paneel/hulp";
import { glyphElement } from "../teken/glyfen";
import type { View } from "./view";

const BLAD = 200;
const BLAD_SMAL = 50;

interface Kolom {
  kop: string;
  tal?: boolean;
  waarde: (rij: number) => string | number;
  cel?: (rij: number) => Node;
}

interface Lijst {
  naam: string;
  wat: [string, string];
  rijen: () => number[];
  kolommen: Kolom[];
  gekozen: (rij: number) => boolean;
}

export class Tabel implements View {
  readonly naam = "tabel";
  readonly tab = "Tabel";
  private getoond = BLAD;
  private readonly lijsten: Lijst[];

  constructor(private readonly om: Omgeving) {
    this.lijsten = [this.organisations(), this.tieList(), this.municipalities()];
  }

  titel(): string {
    const { aantalOrg, aantalBand } = this.om.zicht;
    return `${telwoord(aantalOrg, "organisatie", "organisaties")} en ${telwoord(aantalBand, "band", "banden")} als lijst`;
  }

  ondertitel(): string {
    return this.om.winkel.hasFilters ? "Alleen wat bij de filters past." : "Alles wat op de kaart staat. De filters links werken ook hier.";
  }

  vernieuw(): void {
    this.getoond = this.blad;
  }

  /** Which list, sorted by which column, upside down or not: as the address says. */
  private get stand(): { welke: number; sorteer: number; omgekeerd: boolean } {
    const [naam, kolom, richting] = this.om.t.lijst.split(".");
    const welke = Math.max(0, this.lijsten.findIndex((lijst) => lijst.naam.toLowerCase() === naam));
    const sorteer = Number(kolom) - 1;
    return { welke, sorteer: this.lijsten[welke].kolommen[sorteer] ? sorteer : 0, omgekeerd: richting === "af" };
  }

  private keep(welke: number, sorteer: number, omgekeerd: boolean): void {
    this.om.winkel.quiet({ lijst: `${this.lijsten[welke].naam.toLowerCase()}.${sorteer + 1}${omgekeerd ? ".af" : ""}` });
  }

  private get blad(): number {
    return this.om.smal ? BLAD_SMAL : BLAD;
  }

  private organisations(): Lijst {
    const { model } = this.om;
    const { organisaties } = model.g;
    return {
      naam: "Organisaties",
      wat: ["organisatie", "organisaties"],
      rijen: () => organisaties.naam.flatMap((_, i) => (this.om.zicht.org[i] ? [i] : [])),
      gekozen: (i) => i === this.om.t.keuze,
      kolommen: [
        { kop: "Naam", waarde: (i) => model.naam(i), cel: (i) => this.orgCell(i) },
        { kop: "Soort", waarde: (i) => model.soort(i).enkel },
        { kop: "Gemeente", waarde: (i) => model.gemeenteNaam(i) },
        { kop: "Banden", tal: true, waarde: (i) => model.graad[i] },
        { kop: "Keten", waarde: (i) => (model.isSchool[i] ? (OORDEEL_NAAM[model.oordeel(i, this.om.t.thema)] ?? "") : "") },
        { kop: "Bevestigd op", waarde: (i) => model.g.datums[organisaties.bevestigd[i]] },
      ],
    };
  }

  private tieList(): Lijst {
    const { model } = this.om;
    const { banden, datums, teksten, bandgroepen } = model.g;
    return {
      naam: "Banden",
      wat: ["band", "banden"],
      rijen: () => Array.from({ length: model.m }, (_, i) => i).filter((i) => this.om.zicht.band[i]),
      gekozen: (i) => this.om.t.keuze >= 0 && (model.van[i] === this.om.t.keuze || model.naar[i] === this.om.t.keuze),
      kolommen: [
        { kop: "Van", waarde: (i) => model.naam(model.van[i]), cel: (i) => this.orgCell(model.van[i]) },
        { kop: "Band", waarde: (i) => bandgroepen[model.groep[i]].naam },
        { kop: "Naar", waarde: (i) => model.naam(model.naar[i]), cel: (i) => this.orgCell(model.naar[i]) },
        { kop: "Status", waarde: (i) => STATUS_WOORD[banden.status[i]] },
        { kop: "Bron", waarde: (i) => teksten[banden.bron[i]] },
        { kop: "Datum", waarde: (i) => datums[banden.datum[i]] },
      ],
    };
  }

  private municipalities(): Lijst {
    const { om } = this;
    const { gemeenten } = om.model.g;
    let telling = countSchools(om).gemeenten;
    let aantal: number[] = [];
    return {
      naam: "Gemeenten",
      wat: ["gemeente", "gemeenten"],
      rijen: () => {
        telling = countSchools(om).gemeenten;
        aantal = gemeenten.nis.map(() => 0);
        om.model.g.organisaties.gemeente.forEach((g, i) => {
          if (g >= 0 && om.zicht.org[i]) aantal[g]++;
        });
        return gemeenten.nis.flatMap((_, i) => (aantal[i] || total(telling[i]) ? [i] : []));
      },
      gekozen: (i) => i === om.t.gemeente,
      kolommen: [
        { kop: "Gemeente", waarde: (i) => gemeenten.naam[i], cel: (i) => this.placeCell(i) },
        { kop: "Organisaties", tal: true, waarde: (i) => aantal[i] },
        { kop: "Scholen", tal: true, waarde: (i) => total(telling[i]) },
        ...OORDEEL_NAAM.map((naam, v): Kolom => ({ kop: naam, tal: true, waarde: (i) => telling[i].per[v] })),
        { kop: "Aandeel gesloten", tal: true, waarde: (i) => (known(telling[i]) ? procent(telling[i].per[0], total(telling[i])) : "?") },
      ],
    };
  }

  private orgCell(org: number): Node {
    return el(
      "span",
      {},
      glyphElement(this.om.model.soort(org), 15),
      el("button", { type: "button", onclick: () => choose(this.om, org), "data-sleutel": `tabel-${org}` }, this.om.model.naam(org)),
    );
  }

  private placeCell(gemeente: number): Node {
    const klik = (): void => this.om.winkel.set({ gemeente, keuze: GEEN });
    return el("button", { type: "button", onclick: klik, "data-sleutel": `plaats-${gemeente}` }, this.om.model.g.gemeenten.naam[gemeente]);
  }

  bijwerk(host: HTMLElement): void {
    const lijst = this.lijsten[this.stand.welke];
    const rijen = this.sorted(lijst);
    const tabel = el("table", {}, el("caption", { class: "stil" }, lijst.naam), this.head(lijst, host), this.body(lijst, rijen));
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
            }),
        },
        lijst.naam,
      ),
    );
    return el("div", { class: "keuzes" }, ...knoppen, el("span", { class: "zacht" }, stand));
  }

  private sorted(lijst: Lijst): number[] {
    const { sorteer, omgekeerd } = this.stand;
    const kolom = lijst.kolommen[sorteer];
    const richting = omgekeerd ? -1 : 1;
    const vergelijk = new Intl.Collator("nl-BE", { numeric: true }).compare;
    const met = lijst.rijen().map((rij) => ({ rij, waarde: kolom.waarde(rij) }));
    met.sort((p, q) => {
      const verschil =
        typeof p.waarde === "number" && typeof q.waarde === "number" ? p.waarde - q.waarde : vergelijk(String(p.waarde), String(q.waarde));
      return richting * verschil || p.rij - q.rij;
    });
    return met.map(({ rij }) => rij);
  }

  private head(lijst: Lijst, host: HTMLElement): HTMLElement {
    const { welke, sorteer, omgekeerd } = this.stand;
    const koppen = lijst.kolommen.map((kolom, i) => {
      const hier = i === sorteer;
      const klik = (): void =>
        this.change(host, () => {
          this.keep(welke, i, hier ? !omgekeerd : Boolean(kolom.tal));
        });
      const pijl = hier ? (omgekeerd ? " ▾" : " ▴") : "";
      const knop = el("button", { type: "button", onclick: klik, "data-sleutel": `kop-${i}` }, kolom.kop + pijl);
      return el("th", { scope: "col", class: kolom.tal ? "tal" : "", "aria-sort": hier ? (omgekeerd ? "descending" : "ascending") : "none" }, knop);
    });
    return el("thead", {}, el("tr", {}, ...koppen));
  }

  private body(lijst: Lijst, rijen: readonly number[]): HTMLElement {
    const lijf = el("tbody");
    for (const rij of rijen.slice(0, this.getoond)) {
      const cellen = lijst.kolommen.map((kolom) => {
        const waarde = kolom.waarde(rij);
        return el("td", { class: kolom.tal ? "tal" : "" }, kolom.cel?.(rij) ?? (typeof waarde === "number" ? getal(waarde) : waarde));
      });
      lijf.append(el("tr", lijst.gekozen(rij) ? { "aria-selected": "true" } : {}, ...cellen));
    }
    return lijf;
  }

  paneel(): Node[] {
    const { geheel } = countSchools(this.om);
    const som = total(geheel);
    return [
      subheading("Deze lijst"),
      paragraph("Klik op een naam voor de banden van een organisatie, met bron en datum. Klik op een kop om te sorteren."),
      ...(som
        ? [
            subheading("Keten van school naar hulp", telwoord(som, "school", "scholen")),
            el("ul", { class: "lijst" }, ...OORDEEL_NAAM.map((naam, i) => el("li", { class: "telrij" }, el("span", {}, naam), el("b", {}, getal(geheel.per[i]))))),
          ]
        : []),
    ];
  }
}
