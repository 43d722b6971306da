// Making a story: a drawer with its pieces, to add to, reorder, word, save and load.

import { saveFile } from "../bediening/bewaar";
import { announce, byId, el, fill, icon } from "../bediening/dom";
import { telwoord } from "../data/zinnen";
import { handButton } from "../hand/hand";
import type { Omgeving } from "../omgeving";
import type { Boek } from "./boek";
import { faultsOf, readStory, type Stuk, writeStory } from "./stuk";

const MEEST = 1_000_000;
const BEELDEN = "M3 4.5H14V13H3ZM6 13v3H17V7.5h-3M7 6.5l4 2.2L7 11Z";

export class Schrijftafel {
  private readonly la: HTMLElement;
  private readonly knop: HTMLElement;
  private weg: { stuk: Stuk; plek: number } | null = null;
  private fout = "";

  constructor(
    private readonly om: Omgeving,
    private readonly boek: Boek,
    private readonly views: readonly string[],
    /** What is seen now, in words. */
    private readonly titel: () => string,
  ) {
    this.la = el("aside", { id: "verhaal", "aria-label": "Verhaal maken", tabindex: "-1", hidden: true });
    byId("rechts").after(this.la);
    this.knop = el("button", { type: "button", "aria-label": "Verhaal", "aria-expanded": "false", "aria-controls": "verhaal", title: "Verhaal: beelden op een rij, met tekst, om een overleg mee te leiden", onclick: () => this.toggle() }, icon(BEELDEN), el("span", {}, "Verhaal"));
    byId("acties").append(this.knop);
    this.knop.classList.toggle("ingebakken", boek.ingebakken);
    boek.listen(() => this.update());
    this.update();
  }

  private toggle(): void {
    this.la.hidden = !this.la.hidden;
    document.body.classList.toggle("verhaalopen", !this.la.hidden);
    this.knop.setAttribute("aria-expanded", String(!this.la.hidden));
    if (!this.la.hidden) this.la.focus();
  }

  private update(): void {
    const { verhaal } = this.boek;
    const { stukken } = verhaal;
    const naam = el("input", { class: "handveld", id: "verhaalnaam", value: verhaal.titel, maxlength: "200", "data-sleutel": "verhaal-titel" });
    naam.addEventListener("input", () => this.boek.change((v) => void (v.titel = naam.value), true));
    const kies = el("input", { type: "file", accept: ".json,application/json", "aria-label": "Verhaal uit een bestand", class: "verhaalbestand", hidden: true });
    kies.addEventListener("change", () => void this.load(kies.files?.[0]));
    fill(
      this.la,
      el(
        "header",
        { class: "orgkop handkop" },
        el("div", {}, el("p", { class: "boven" }, "Verhaal"), el("h2", {}, stukken.length ? telwoord(stukken.length, "beeld op een rij", "beelden op een rij") : "Leid een overleg door de kaart")),
        el("button", { type: "button", class: "sluit", "aria-label": "Sluit: Verhaal", title: "Sluit", onclick: () => (this.toggle(), this.knop.focus()) }, "×"),
      ),
      el("p", { class: "zacht" }, "Zet een beeld goed, bewaar het hier en schrijf erbij wat u wilt vertellen. Speel het af met de pijltjes."),
      el(
        "div",
        { class: "handknoppen" },
        handButton("Bewaar dit beeld in het verhaal", "verhaal-bij", () => this.add()),
        stukken.length > 0 && handButton("Speel", "verhaal-speel", () => this.boek.play(1)),
        stukken.length > 0 && handButton("Bewaar als bestand", "verhaal-bewaar", () => this.save()),
        // The button of the browser itself speaks the language of the browser.
        handButton("Laad een bestand …", "verhaal-laad", () => kies.click(), "Een verhaal dat u eerder bewaarde (.json)"),
        kies,
      ),
      el("label", { class: "verhaallabel", for: "verhaalnaam" }, "Titel van het verhaal"),
      naam,
      this.weg && el("div", { class: "handknoppen" }, handButton(`Zet terug: ${this.weg.stuk.kop || "stuk zonder titel"}`, "verhaal-terug", () => this.restore())),
      this.fout && el("p", { class: "kader breekbaar", role: "alert" }, this.fout),
      el("ol", { class: "stukken" }, ...stukken.map((stuk, i) => this.piece(stuk, i))),
    );
  }

  private piece(stuk: Stuk, i: number): HTMLElement {
    const { stukken } = this.boek.verhaal;
    // By number: the title may change while one types.
    const wie = `stuk ${i + 1}`;
    const kop = el("input", { class: "handveld", value: stuk.kop, maxlength: "200", "aria-label": `Kop van stuk ${i + 1}`, "data-sleutel": `stuk-kop-${i}` });
    kop.addEventListener("input", () => this.boek.change((v) => void (v.stukken[i].kop = kop.value), true));
    const tekst = el("textarea", { class: "handveld", rows: "3", maxlength: "4000", placeholder: "Wat vertelt u hierbij?", "aria-label": `Tekst van stuk ${i + 1}`, "data-sleutel": `stuk-tekst-${i}` });
    tekst.value = stuk.tekst;
    tekst.addEventListener("input", () => this.boek.change((v) => void (v.stukken[i].tekst = tekst.value), true));
    const klein = (woord: string, naam: string, klik: () => void, uit = false): HTMLElement =>
      el("button", { type: "button", class: "stukknop", "aria-label": `${naam}: ${wie}`, title: naam, "aria-disabled": String(uit), "data-sleutel": `stuk-${naam}-${i}`, onclick: klik }, woord);
    const fouten = faultsOf(this.om.model, this.views, stuk);
    return el(
      "li",
      {},
      kop,
      tekst,
      ...fouten.map((fout) => el("p", { class: "stukfout" }, fout)),
      el(
        "div",
        { class: "stukknoppen" },
        klein("Toon", "Toon dit beeld", () => this.om.winkel.goTo(stuk.beeld)),
        klein("Neem over", "Neem over wat u nu ziet", () => this.replace(i)),
        klein("↑", "Eerder", () => this.move(i, -1), i === 0),
        klein("↓", "Later", () => this.move(i, 1), i === stukken.length - 1),
        klein("×", "Haal weg", () => this.remove(i)),
      ),
    );
  }

  private add(): void {
    const stuk = { beeld: this.om.winkel.beeld, kop: this.titel(), tekst: "" };
    this.boek.change((v) => void v.stukken.push(stuk));
    announce(`Bewaard als stuk ${this.boek.verhaal.stukken.length}: ${stuk.kop}.`);
  }

  private replace(i: number): void {
    this.boek.change((v) => void (v.stukken[i].beeld = this.om.winkel.beeld));
    announce(`Stuk ${i + 1} toont nu wat u ziet.`);
  }

  private move(i: number, stap: number): void {
    const naar = i + stap;
    const { stukken } = this.boek.verhaal;
    if (naar < 0 || naar >= stukken.length) return;
    this.boek.change(({ stukken: lijst }) => void lijst.splice(naar, 0, ...lijst.splice(i, 1)));
    this.la.querySelector<HTMLElement>(`[data-sleutel="stuk-${stap < 0 ? "Eerder" : "Later"}-${naar}"]`)?.focus();
    announce(`Nu stuk ${naar + 1} van ${stukken.length}.`);
  }

  private remove(i: number): void {
    this.boek.change((v) => {
      this.weg = { stuk: v.stukken[i], plek: i };
      v.stukken.splice(i, 1);
    });
    this.la.querySelector<HTMLElement>('[data-sleutel="verhaal-terug"]')?.focus();
    announce("Het stuk is weg. U kunt het terugzetten.");
  }

  private restore(): void {
    const { weg } = this;
    if (!weg) return;
    this.weg = null;
    this.boek.change((v) => void v.stukken.splice(weg.plek, 0, weg.stuk));
    announce("Het stuk staat er weer.");
  }

  private save(): void {
    saveFile(this.om.model.g.meta, new Blob([writeStory(this.boek.verhaal)], { type: "application/json" }), "verhaal", "json");
    this.boek.saved();
    announce("Het verhaal is bewaard als bestand.");
  }

  private async load(bestand: File | undefined): Promise<void> {
    if (!bestand) return;
    this.fout = "";
    try {
      if (bestand.size > MEEST) throw new Error("Dit bestand is te groot voor een verhaal.");
      const verhaal = readStory(await bestand.text());
      this.weg = null;
      this.boek.take(verhaal);
      const fouten = verhaal.stukken.filter((stuk) => faultsOf(this.om.model, this.views, stuk).length).length;
      announce(`Verhaal geladen: ${telwoord(verhaal.stukken.length, "stuk", "stukken")}.${fouten ? ` ${telwoord(fouten, "stuk past", "stukken passen")} niet bij deze kaart.` : ""}`);
    } catch (fout) {
      this.fout = fout instanceof Error ? fout.message : "Dit bestand kon niet gelezen worden.";
      this.update();
    }
  }
}
