// The start of the page: read the data, make views and panels, and keep them in step with the state.

import { Acties, type Meeneem } from "./bediening/acties";
import { announce, byId, el, fill } from "./bediening/dom";
import { fitPrint } from "./bediening/druk";
import { type Kader, Kop } from "./bediening/kop";
import { legendNodes } from "./bediening/legende";
import { fitLetters, letters } from "./bediening/letters";
import { Links } from "./bediening/links";
import { Ongedaan } from "./bediening/ongedaan";
import { Toetsen } from "./bediening/toetsen";
import { filtersDiffer, tellChange } from "./bediening/vertel";
import { dismissHover } from "./bediening/weg";
import { searchField } from "./bediening/zoeken";
import { readGegevens } from "./data/gegevens";
import { GEEN, Model } from "./data/model";
import { type Toestand, Winkel } from "./data/toestand";
import { titleOf } from "./hand/hand";
import { Omgeving } from "./omgeving";
import { municipalityPanel } from "./paneel/gemeente";
import { orgPanel } from "./paneel/organisatie";
import { Doek } from "./teken/doek";
import { rowsBehind } from "./views/achterbeeld";
import { Bruggen } from "./views/bruggen";
import { Geografisch } from "./views/geografisch";
import { Keten } from "./views/keten";
import { Matrix } from "./views/matrix";
import { Netwerk } from "./views/netwerk";
import { Overzicht } from "./views/overzicht";
import { Tandem } from "./views/tandem";
import { Tijd } from "./views/tijd";
import { Tabel } from "./views/tabel";
import { Boek } from "./verhaal/boek";
import { Schrijftafel } from "./verhaal/schrijftafel";
import { Speler } from "./verhaal/speler";
import type { View } from "./views/view";

const VIEWS = [Overzicht, Geografisch, Netwerk, Matrix, Keten, Tandem, Bruggen, Tijd, Tabel];
const NAMEN = ["overzicht", "geografisch", "netwerk", "matrix", "keten", "tandem", "bruggen", "tijd", "tabel"];

class Pagina {
  private readonly om: Omgeving;
  private readonly views: View[];
  private readonly doek: Doek;
  private readonly kop: Kop;
  private readonly links: Links;
  private getoond = "";

  constructor() {
    const model = new Model(readGegevens());
    const winkel = new Winkel(model, NAMEN);
    this.om = new Omgeving(model, winkel);
    this.views = VIEWS.map((maak) => new maak(this.om));
    this.doek = new Doek(byId("doek"));
    this.doek.naRust = (zoom) => {
      winkel.quiet({ zoom });
      this.kop.follow(this.view);
    };
    this.om.vraagTop = () => this.doek.renderTop();
    this.om.zoomNaar = (vak, vergroot) => this.doek.zoomTo(vak, vergroot);
    const zoeken = searchField(this.om, (gemeente) => this.openMunicipality(gemeente));
    this.kop = new Kop(this.frame(), this.views, this.doek, (naam) => this.switchTo(naam));
    this.links = new Links(this.om, byId("links"), zoeken.element);
    const tabel = this.views.find((view): view is Tabel => view instanceof Tabel);
    if (tabel) this.takeAlong(tabel);
    new Ongedaan(winkel.tijdlijn);
    new Toetsen(this.om, this.doek, () => this.view, byId("doek"), () => zoeken.focus());
    // A choice with Shift, Ctrl or Cmd joins what was chosen.
    for (const soort of ["click", "keydown"] as const) {
      document.addEventListener(soort, (event) => (winkel.erbij = event.shiftKey || event.ctrlKey || event.metaKey), true);
    }
    winkel.listen((nu, vorig) => this.update(nu, vorig));
    this.update(winkel.toestand, null);
    winkel.uitAdres = false;
    this.tellStories(winkel);
    this.watchWidth();
    fitPrint(this.doek);
    dismissHover();
    fitLetters(this.doek);
    document.documentElement.dataset.klaar = String(Math.round(performance.now()));
  }

  private frame(): Kader {
    const { om } = this;
    return {
      meta: om.model.g.meta,
      get welke() {
        return om.t.view;
      },
      get hasFilters() {
        return om.winkel.hasFilters;
      },
      titleOf: (view) => titleOf(om, view),
    };
  }

  private takeAlong(tabel: Tabel): void {
    const { om } = this;
    const view = (): View => this.view;
    const bron: Meeneem = {
      herkomst: om.model.g.meta,
      get view() {
        return view();
      },
      get link() {
        return om.winkel.link;
      },
      rijen: () => rowsBehind(om, tabel),
    };
    new Acties(bron, this.doek);
  }

  /** A story stands after the script in the file: it is read when all of that is there. */
  private tellStories(winkel: Winkel): void {
    const begin = (): void => {
      const boek = new Boek(winkel);
      new Schrijftafel(this.om, boek, NAMEN, () => titleOf(this.om, this.view).titel);
      new Speler(boek, winkel, (zoom) => this.doek.restore(zoom));
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
  }

  /** What is made of elements fits its width anew; the canvas watches for itself. */
  private watchWidth(): void {
    let breed = window.innerWidth;
    let gepland = 0;
    window.addEventListener("resize", () => {
      // On a phone the height changes with each scroll.
      if (window.innerWidth === breed) return;
      breed = window.innerWidth;
      window.clearTimeout(gepland);
      gepland = window.setTimeout(() => this.kop.update(this.view), 150);
    });
  }

  private get view(): View {
    return this.views.find((view) => view.naam === this.om.t.view) ?? this.views[0];
  }

  private switchTo(naam: string): void {
    // A choice of organisation goes along; what belongs to one view alone does not.
    this.om.winkel.set({ view: naam, bevinding: GEEN, zone: GEEN, gemeente: GEEN, vak: "", lagen: "", periode: "" });
  }

  private openMunicipality(gemeente: number): void {
    const { view } = this.om.t;
    this.om.winkel.set({ view: ["netwerk", "tandem", "bruggen", "tijd"].includes(view) ? "geografisch" : view, gemeente, keuze: GEEN, bevinding: GEEN, zone: GEEN });
  }

  private update(nu: Toestand, vorig: Toestand | null): void {
    // Asked later, among changes, each of these would lay the page out.
    const gescrold = vorig ? this.kop.gescrold : 0;
    const paneelGescrold = vorig ? byId("rechts").scrollTop : 0;
    if (!vorig || filtersDiffer(nu, vorig)) {
      this.om.refilter();
      this.links.update();
    } else if (nu.view !== vorig.view || nu.gemeente !== vorig.gemeente) this.links.update();
    const { view } = this;
    view.vernieuw();
    this.kop.update(view, gescrold);
    this.panel(view, paneelGescrold > 0);
    document.documentElement.dataset.view = view.naam;
    document.documentElement.toggleAttribute("data-tekening", view.tekenaar !== undefined);
    document.documentElement.toggleAttribute("data-breed", this.om.basis.wide);
    document.documentElement.dataset.hand = nu.hand;
    document.documentElement.dataset.geopend = String(view.naam === "geografisch" && nu.gemeente >= 0);
    const sleutel = `${view.naam} ${view.sleutel?.() ?? ""}`;
    const { uitAdres } = this.om.winkel;
    if (view.tekenaar && this.getoond !== sleutel) this.doek.show(view.tekenaar, uitAdres ? nu.zoom : "");
    else if (view.tekenaar && uitAdres && nu.zoom !== vorig?.zoom) this.doek.restore(nu.zoom);
    else if (view.tekenaar) this.doek.redraw();
    this.getoond = sleutel;
    if (vorig) this.tell(view, vorig);
  }

  /** What changed, for who cannot see it: one message, as a second would push out the first. */
  private tell(view: View, vorig: Toestand): void {
    const kop = byId("rechts").querySelector(".orgkop > div") ?? byId("rechts").querySelector("h2");
    const woorden = tellChange(this.om, view, vorig, kop?.children.length ? [...kop.children].map((kind) => kind.textContent ?? "") : [kop?.textContent ?? ""]);
    if (woorden) announce(woorden);
    // A step back that changed nothing worth a word, as a zoom: where one is.
    else if (this.om.winkel.uitAdres) announce(titleOf(this.om, view).titel);
  }

  private panel(view: View, gescrold: boolean): void {
    const { keuze, gemeente } = this.om.t;
    const rechts = byId("rechts");
    const { hand } = this.om;
    const delen =
      hand ? hand.paneel() : view.eigenPaneel ? view.paneel() : keuze >= 0 ? orgPanel(this.om, keuze) : gemeente >= 0 ? municipalityPanel(this.om, gemeente) : view.paneel();
    const erin = rechts.contains(document.activeElement);
    fill(rechts, el("div", { class: "paneelinhoud" }, ...delen));
    // What the reader stood on may be gone: on to the question that is asked, else to the panel itself.
    if (erin && !rechts.contains(document.activeElement)) {
      (rechts.querySelector<HTMLElement>(".kiezer input") ?? rechts).focus({ preventScroll: true });
    }
    const legende = legendNodes(view.legende?.() ?? []);
    if (legende.length) rechts.append(el("section", { class: "legendeonder", "aria-label": "Legende" }, ...legende));
    // A list that grows by a choice stays where the reader was.
    if (!hand && gescrold) rechts.scrollTop = 0;
  }
}

function start(): void {
  try {
    new Pagina();
  } catch (fout) {
    byId("rechts").replaceChildren(el("p", {}, "De kaart kon niet getekend worden. Probeer een recente Edge, Chrome of Firefox."));
    throw fout;
  }
}

// A link to a deeper view waits for its data, which stand after this script; all others draw at once.
const DIEP = ["matrix", "keten", "tandem", "bruggen", "tijd", "tabel"];
const eerst = location.hash.slice(1).split("&")[0];
if ((DIEP.includes(eerst) || location.hash.includes("&hand=")) && document.readyState === "loading") {
  // Bruggen alone measures headings on the canvas.
  document.addEventListener("DOMContentLoaded", () => (eerst === "bruggen" ? void letters.then(start) : start()));
} else start();
