// The page of a network too large to show each organisation: views, panels and keys, in step with the state.

import { Acties } from "../bediening/acties";
import { announce, byId, el, fill } from "../bediening/dom";
import { fitPrint } from "../bediening/druk";
import { fitLetters } from "../bediening/letters";
import { Kop } from "../bediening/kop";
import { legendNodes } from "../bediening/legende";
import { Ongedaan } from "../bediening/ongedaan";
import { pan, RICHTING } from "../bediening/stuur";
import { dismissHover } from "../bediening/weg";
import { nameIndex } from "../bediening/namen";
import { Zoekveld } from "../bediening/zoekveld";
import { GEEN } from "../data/model";
import { Doek } from "../teken/doek";
import { Kaartbasis } from "../teken/kaartbasis";
import type { Lijst } from "../views/lijst";
import type { View } from "../views/view";
import { readSommen, Verzameling } from "./gegevens";
import { Sommenkaart } from "./kaart";
import { Links } from "./links";
import type { Paneelbron } from "./paneel";
import { Winkel } from "./toestand";
import { countWords, Sommenbeeld, Sommentabel } from "./views";
import { filter, type Zicht } from "./zicht";

const MEEST = 9;

class Pagina implements Paneelbron {
  readonly v = new Verzameling(readSommen());
  zicht: Zicht;
  private readonly winkel = new Winkel(this.v.g);
  private readonly basis = new Kaartbasis({ g: this.v.g });
  private readonly kaart = new Sommenkaart(this.picture(), this.basis);
  private readonly doek = new Doek(byId("doek"));
  private readonly beeld = new Sommenbeeld(this, this.kaart, this.winkel);
  private readonly tabel = new Sommentabel(this, this.winkel);
  private readonly zoekveld = this.search();
  private readonly links: Links;
  private readonly kop: Kop;
  private getoond = "";

  constructor() {
    const { winkel, doek, kaart } = this;
    this.zicht = filter(this.v, winkel.toestand);
    kaart.vraagTop = () => doek.renderTop();
    kaart.kopHoogte = () => document.querySelector<HTMLElement>(".kop")?.offsetHeight ?? 60;
    this.kop = new Kop(this.frame(), [this.beeld, this.tabel], doek, (view) => winkel.set({ view }));
    this.links = new Links(this.v, winkel, byId("links"), this.zoekveld.element, (code) => this.kiesRegio(code));
    this.takeAlong();
    new Ongedaan(winkel.tijdlijn);
    doek.naRust = (zoom) => {
      winkel.quiet({ zoom });
      this.kop.follow(this.view);
    };
    byId("doek").addEventListener("keydown", (event) => this.onPicture(event));
    document.addEventListener("keydown", (event) => this.onPage(event));
    winkel.listen((_, vorig) => this.update(vorig));
    this.update(null);
    winkel.uitAdres = false;
    fitPrint(doek);
    dismissHover();
    fitLetters(doek);
    document.documentElement.dataset.klaar = String(Math.round(performance.now()));
  }

  get gekozen(): number {
    return this.winkel.toestand.gemeente;
  }

  get regio(): string {
    return this.winkel.toestand.regio;
  }

  kies(gemeente: number): void {
    this.winkel.set({ gemeente });
  }

  /** Choose a region, and look at it. */
  kiesRegio(code: string): void {
    this.winkel.set({ regio: code, gemeente: GEEN });
    if (this.view !== this.beeld) return;
    const welke = this.v.g.regios.findIndex((regio) => regio.code === code);
    const vakken = this.basis.vormen.flatMap((vorm, i) => (vorm && this.v.regio[i] === welke ? [vorm.vak] : []));
    if (!code || !vakken.length) this.doek.reset();
    else {
      const uiterste = (kant: "links" | "boven" | "rechts" | "onder"): number => (kant === "links" || kant === "boven" ? Math.min : Math.max)(...vakken.map((vak) => vak[kant]));
      this.doek.zoomTo({ links: uiterste("links"), boven: uiterste("boven"), rechts: uiterste("rechts"), onder: uiterste("onder") });
    }
  }

  private get view(): View {
    return this.winkel.toestand.view === this.tabel.naam ? this.tabel : this.beeld;
  }

  /** What the picture is drawn from, as it stands when it is drawn. */
  private picture(): ConstructorParameters<typeof Sommenkaart>[0] {
    const zelf = (): Pagina => this;
    return {
      v: this.v,
      get zicht() {
        return zelf().zicht;
      },
      get gekozen() {
        return zelf().gekozen;
      },
      get regio() {
        return zelf().v.g.regios.findIndex(({ code }) => code === zelf().regio);
      },
      kies: (gemeente) => this.kies(gemeente),
    };
  }

  private frame(): ConstructorParameters<typeof Kop>[0] {
    const { winkel } = this;
    return {
      meta: this.v.g.meta,
      get welke() {
        return winkel.toestand.view;
      },
      get hasFilters() {
        return winkel.hasFilters;
      },
      titleOf: (view) => ({ titel: view.titel(), ondertitel: view.ondertitel() }),
    };
  }

  private takeAlong(): void {
    const { winkel } = this;
    const view = (): View => this.view;
    new Acties(
      {
        herkomst: this.v.g.meta,
        get view() {
          return view();
        },
        get link() {
          return winkel.link;
        },
        rijen: () => this.rows(),
      },
      this.doek,
    );
  }

  /** The rows behind the picture: municipalities, or the neighbours of the chosen one. */
  private rows(): { lijst: Lijst; rijen: number[] } {
    const { blad } = this.tabel;
    if (this.view === this.tabel) return blad.getoondeLijst;
    const [gemeenten, paren] = blad.lijsten;
    if (this.gekozen >= 0) return { lijst: paren, rijen: paren.rijen().filter(paren.gekozen) };
    return { lijst: gemeenten, rijen: gemeenten.rijen() };
  }

  private search(): Zoekveld<number> {
    const { gemeenten, regios } = this.v.g;
    const index = nameIndex(["naam"]);
    index.addAll(gemeenten.naam.map((naam, id) => ({ id, naam })));
    const veld = new Zoekveld<number>({
      wat: "Zoek een gemeente",
      kort: "Zoek een gemeente",
      begin: this.winkel.toestand.zoek,
      zoek: (vraag) => index.search(vraag).slice(0, MEEST).map(({ id }) => Number(id)),
      naam: (gemeente) => gemeenten.naam[gemeente],
      onder: (gemeente) => regios[this.v.regio[gemeente]]?.naam ?? "Gemeente",
      teken: () => el("span", { class: "plaats", "aria-hidden": "true" }),
      getypt: (zoek) => this.winkel.quiet({ zoek }),
      kies: (gemeente) => this.kies(gemeente),
    });
    this.winkel.listen((nu, vorig) => {
      if (this.winkel.uitAdres && nu.zoek !== vorig.zoek) veld.tekst = nu.zoek;
    });
    return veld;
  }

  private update(vorig: Winkel["toestand"] | null): void {
    const { winkel, view, doek } = this;
    const nu = winkel.toestand;
    const anders = !vorig || (["soorten", "groepen", "stappen", "thema", "regio"] as const).some((sleutel) => nu[sleutel] !== vorig[sleutel]);
    if (vorig && anders) this.zicht = filter(this.v, nu);
    if (anders || nu.gemeente !== vorig?.gemeente) this.links.update(this.zicht);
    view.vernieuw();
    this.kop.update(view);
    const wat = view === this.beeld ? "gemeente naar gemeente" : "";
    if (wat) byId("doek").setAttribute("aria-label", `${view.titel()}. Loop met de pijltjes van ${wat}, kies met Enter, laat los met Escape. Het tabblad Tabel toont hetzelfde als lijst.`);
    this.panel(view);
    document.documentElement.dataset.view = view.naam;
    document.documentElement.toggleAttribute("data-tekening", view.tekenaar !== undefined);
    if (view.tekenaar && this.getoond !== view.naam) doek.show(view.tekenaar, winkel.uitAdres ? nu.zoom : "");
    else if (view.tekenaar && winkel.uitAdres && nu.zoom !== vorig?.zoom) doek.restore(nu.zoom);
    else if (view.tekenaar) doek.redraw();
    this.getoond = view.naam;
    if (vorig) this.tell(vorig, anders);
  }

  /** What changed, for who cannot see it. */
  private tell(vorig: Winkel["toestand"], anders: boolean): void {
    const nu = this.winkel.toestand;
    if (nu.view !== vorig.view) announce(this.view.titel());
    else if (nu.gemeente !== vorig.gemeente && nu.gemeente >= 0) announce(`${this.v.g.gemeenten.naam[nu.gemeente]} gekozen. Het paneel toont wie er zit, de buren en de volledige kaart van de regio.`);
    else if (anders) announce(`${countWords(this)}.`);
    // A step back that changed nothing worth a word, as a zoom: where one is.
    else if (this.winkel.uitAdres) announce(this.view.titel());
  }

  private panel(view: View): void {
    const rechts = byId("rechts");
    const erin = rechts.contains(document.activeElement);
    fill(rechts, el("div", { class: "paneelinhoud" }, ...view.paneel()));
    // What the reader stood on may be gone.
    if (erin && !rechts.contains(document.activeElement)) rechts.focus({ preventScroll: true });
    const legende = legendNodes(view.legende?.() ?? []);
    if (legende.length) rechts.append(el("section", { class: "legendeonder", "aria-label": "Legende" }, ...legende));
    rechts.scrollTop = 0;
  }

  private onPage(event: KeyboardEvent): void {
    const inVeld = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      this.kaart.zweef = GEEN;
      if (this.gekozen >= 0) this.kies(GEEN);
      else this.doek.renderTop();
    } else if (event.key === "/" && !inVeld) {
      event.preventDefault();
      this.zoekveld.focus();
    }
  }

  private onPicture(event: KeyboardEvent): void {
    const richting = RICHTING[event.key];
    if (richting && event.shiftKey) pan(this.doek, richting);
    else if (richting) this.walk(...richting);
    else if ((event.key === "Enter" || event.key === " ") && this.kaart.zweef >= 0) this.kies(this.kaart.zweef);
    else if (event.key === "+" || event.key === "=") this.doek.zoomBy(1.5);
    else if (event.key === "-") this.doek.zoomBy(1 / 1.5);
    else if (event.key === "0") this.doek.reset();
    else return;
    event.preventDefault();
  }

  /** To the nearest municipality in a direction. */
  private walk(dx: number, dy: number): void {
    const volgende = this.kaart.next(dx, dy);
    if (volgende < 0) {
      announce("Verder ligt er niets in deze richting.");
      return;
    }
    this.kaart.zweef = volgende;
    const { x, y } = this.v.g.gemeenten;
    this.doek.reveal(x[volgende] ?? 0, y[volgende] ?? 0);
    this.doek.renderTop();
    announce(this.kaart.words(volgende).join(", "));
  }
}

new Pagina();
