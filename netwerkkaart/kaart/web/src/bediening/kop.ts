// Top bar, titles, legend in the picture, source line: the frame around every view.

import { getal, procent } from "../data/zinnen";
import type { Herkomst } from "../meenemen/blad";
import type { Doek } from "../teken/doek";
import type { Legende, View } from "../views/view";
import { byId, el, fill, keepFocus, narrow } from "./dom";
import { largeButton } from "./grootbeeld";
import { legendNodes } from "./legende";
import { steerButtons } from "./stuur";

/** What the frame tells of a page, and what it asks it. */
export interface Kader {
  readonly meta: Herkomst & { readonly bevestigd: readonly number[]; readonly maanden: number; readonly uitleg: readonly string[] };
  /** Name of the view that is shown. */
  readonly welke: string;
  readonly hasFilters: boolean;
  titleOf(view: View): { titel: string; ondertitel: string };
}

export class Kop {
  private readonly tabs: HTMLElement[];
  private getoond: View | null = null;
  private sleutel = "";
  private breed = 0;
  private rijen = "";
  /** Where the reader was in the list of a view before she opened one of it: there she comes back. */
  private lijst: { view: View | null; hoogte: number; pagina: number } = { view: null, hoogte: 0, pagina: 0 };

  constructor(
    private readonly kader: Kader,
    private readonly views: readonly View[],
    doek: Doek,
    private readonly kies: (naam: string) => void,
  ) {
    this.tabs = views.map((view) =>
      el(
        "button",
        { type: "button", role: "tab", id: `tab-${view.naam}`, "aria-controls": "midden", onclick: () => kies(view.naam) },
        view.tab,
      ),
    );
    const balk = byId("tabs");
    balk.append(...this.tabs);
    balk.addEventListener("keydown", (event) => this.onKey(event));
    this.stand();
    this.voet();
    // A view without a drawing has its rows in the middle.
    byId("spring").addEventListener("click", () => byId(byId("doek").hidden ? "midden" : "doek").focus());
    byId("springpaneel").addEventListener("click", () => byId("rechts").focus());
    byId("toonlinks").addEventListener("click", () => this.toggleLeft());
    const groot = largeButton(() => this.getoond && this.update(this.getoond));
    byId("knoppen").append(...steerButtons(doek), groot);
    this.measure();
  }

  /** The legend of Tijd stands below the words, however many lines these take: also when their letters come later. */
  private measure(): void {
    const kop = byId("titel").parentElement;
    if (!kop) return;
    new ResizeObserver(() => document.documentElement.style.setProperty("--kop", `${kop.offsetHeight}px`)).observe(kop);
  }

  private toggleLeft(): void {
    const open = document.body.classList.toggle("linksopen");
    byId("toonlinks").setAttribute("aria-expanded", String(open));
    if (open) byId("zoekveld").focus();
  }

  private onKey(event: KeyboardEvent): void {
    const stap = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!stap) return;
    event.preventDefault();
    const nu = this.views.findIndex((view) => view.naam === this.kader.welke);
    const volgende = (nu + stap + this.views.length) % this.views.length;
    this.kies(this.views[volgende].naam);
    this.tabs[volgende].focus();
  }

  private stand(): void {
    const { datum, bevestigd, maanden } = this.kader.meta;
    const [deel, geheel] = bevestigd;
    const balkje = el("span", { class: "vulling", "aria-hidden": "true" }, el("i"));
    (balkje.firstElementChild as HTMLElement).style.width = `${geheel ? (100 * deel) / geheel : 0}%`;
    const uitleg = `${getal(deel)} van de ${getal(geheel)} organisaties bevestigden hun gegevens in de laatste ${maanden} maanden`;
    byId("stand").title = uitleg;
    byId("stand").append(
      datum && el("span", {}, el("span", { class: "breed" }, "stand van "), el("b", {}, datum)),
      balkje,
      el("span", {}, el("b", {}, procent(deel, geheel)), el("span", { class: "breed" }, " door de organisatie zelf bevestigd"), el("span", { class: "krap" }, " bevestigd")),
    );
  }

  private voet(): void {
    const { bron, grenzen, uitleg, datum, bevestigd } = this.kader.meta;
    const [deel, geheel] = bevestigd;
    const waar = bron ? `Bron: ${bron}` : "Bron niet genoemd";
    const links = el("span", { title: [waar, ...uitleg].join(" ") }, el("span", { class: "voetstand" }, `Stand van ${datum}, ${procent(deel, geheel)} bevestigd · `), waar);
    const rechts = el("span", { title: grenzen }, grenzen);
    byId("voet").append(links, rechts);
  }

  /** How far the reader scrolled what is below the picture; it costs nothing before anything changes. */
  get gescrold(): number {
    return byId("onder").scrollTop;
  }

  update(view: View, stond = this.gescrold): void {
    // Asking how wide the tabs are lays the page out: not at every filter.
    if (this.getoond !== view || this.breed !== window.innerWidth) this.showTab(view);
    const midden = byId("midden");
    midden.tabIndex = -1;
    midden.setAttribute("aria-labelledby", `tab-${view.naam}`);
    const { titel, ondertitel } = this.kader.titleOf(view);
    byId("titel").textContent = titel;
    const terug = view.terug?.();
    const opTerug = byId("ondertitel").contains(document.activeElement);
    fill(
      byId("ondertitel"),
      terug && el("span", { "data-scherm": "" }, el("button", { type: "button", class: "kaartlink", onclick: terug.klik }, terug.tekst), " · "),
      ondertitel,
    );
    document.title = `${titel} · Netwerkkaart ${this.kader.meta.titel}`;
    const doek = byId("doek");
    doek.hidden = !view.tekenaar;
    doek.setAttribute(
      "aria-label",
      `${titel}. Loop met de pijltjes van ${view.wandel?.langs ?? "organisatie naar organisatie"}, kies met Enter, laat los met Escape. Het tabblad Tabel toont hetzelfde als lijst.`,
    );
    this.note(view);
    const onder = byId("onder");
    const sleutel = view.sleutel?.() ?? "";
    const zelfde = this.getoond === view && this.sleutel === sleutel;
    const opDeLijst = this.getoond === view && !sleutel;
    if (!zelfde && !this.sleutel) this.lijst = { view: this.getoond, hoogte: stond, pagina: document.documentElement.scrollTop };
    const hoogte = zelfde ? stond : opDeLijst && this.lijst.view === view ? this.lijst.hoogte : 0;
    const erin = onder.contains(document.activeElement);
    keepFocus(onder, () => {
      onder.replaceChildren();
      view.bijwerk?.(onder);
    });
    // Setting it lays the page out: not where it already stands at its top.
    if (stond || hoogte) onder.scrollTop = hoogte;
    // What the reader stood on made room for another picture, as a list of schools for one chain: on from there.
    if (erin && !onder.contains(document.activeElement)) midden.focus({ preventScroll: true });
    // Back in the list she stands on what she had opened, or above a list in which it is folded away.
    if (opTerug && opDeLijst && !zelfde) (onder.querySelector<HTMLElement>(`[data-sleutel="${this.sleutel}"]`) ?? midden).focus({ preventScroll: true });
    // On a phone the page scrolls, not the list: who chose far down it starts above what came instead.
    if (erin && !zelfde) document.documentElement.scrollTop = 0;
    if (!zelfde && opDeLijst && this.lijst.view === view && narrow()) document.documentElement.scrollTop = this.lijst.pagina;
    this.getoond = view;
    this.sleutel = sleutel;
    this.legend(view.legende?.() ?? []);
    this.badge();
  }

  private showTab(view: View): void {
    this.breed = window.innerWidth;
    this.tabs.forEach((tab, i) => {
      const aan = this.views[i] === view;
      tab.setAttribute("aria-selected", String(aan));
      tab.tabIndex = aan ? 0 : -1;
      // On the phone the tabs slide: keep the chosen one in sight, without moving the page.
      const balk = tab.parentElement;
      if (aan && balk && balk.scrollWidth > balk.clientWidth) balk.scrollLeft = tab.offsetLeft - balk.offsetLeft - balk.clientWidth / 3;
    });
  }

  private note(view: View): void {
    const uitleg = view.uitleg?.() ?? "";
    const noot = byId("noot");
    if (noot.textContent !== uitleg) noot.textContent = uitleg;
  }

  /** On the phone the button of search and filters tells that a filter is on. */
  private badge(): void {
    byId("toonlinks").classList.toggle("actief", this.kader.hasFilters);
  }

  private legend(blokken: readonly Legende[]): void {
    this.rijen = rows(blokken);
    byId("legende").replaceChildren(...legendNodes(blokken));
  }

  /** After a drawing: say in the corner what it left out, and make the legend anew when the reader has zoomed to what it does not tell. The canvas minds the room that they take. */
  follow(view: View): void {
    this.note(view);
    const blokken = view.legende?.() ?? [];
    if (rows(blokken) === this.rijen) return;
    this.legend(blokken);
    document.querySelector("#rechts .legendeonder")?.replaceChildren(...legendNodes(blokken));
  }
}

/** What a legend says, to see whether it says something else now. */
function rows(blokken: readonly Legende[]): string {
  return blokken.map(({ titel, rijen }) => [titel, ...rijen.map(({ tekst }) => tekst)].join("|")).join("|");
}
