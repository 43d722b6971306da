// What the reader has chosen: view, selection, filters. The address (#…) keeps all of it.

import { graspChoice, HANDEN, toSeen } from "../hand/greep";
import { GEEN, type Model } from "./model";
import { Tijdlijn } from "./tijdlijn";

export interface Toestand {
  view: string;
  /** Chosen organisation. */
  keuze: number;
  /** Chosen or opened municipality. */
  gemeente: number;
  /** Chosen finding. */
  bevinding: number;
  /** Chosen zone of the ring. */
  zone: number;
  soorten: ReadonlySet<string>;
  groepen: ReadonlySet<string>;
  oordelen: ReadonlySet<number>;
  thema: string;
  regio: string;
  /** What a view has chosen within itself, as a cell or a station; each view reads its own. */
  vak: string;
  /** Layers of a view that its legend leaves on; empty for all. */
  lagen: string;
  /** The two days that Tijd compares; empty for the first and the last. */
  periode: string;
  /** Text in the search field. */
  zoek: string;
  /** List, column and direction of Tabel. */
  lijst: string;
  /** How far the picture is zoomed in, and on what (`Doek.stand`); empty for the whole picture. */
  zoom: string;
  /** The tool in hand, as a path or a comparison; empty for none. */
  hand: string;
  /** What the tool holds, as it stands in the address (`hand/greep.ts`). */
  greep: string;
  /** The piece of the story that is played, from 1; 0 for none. */
  stuk: number;
}

type Luisteraar = (nu: Toestand, vorig: Toestand) => void;

const LEEG: Omit<Toestand, "view"> = {
  keuze: GEEN,
  gemeente: GEEN,
  bevinding: GEEN,
  zone: GEEN,
  soorten: new Set(),
  groepen: new Set(),
  oordelen: new Set(),
  thema: "",
  regio: "",
  vak: "",
  lagen: "",
  periode: "",
  zoek: "",
  lijst: "",
  zoom: "",
  hand: "",
  greep: "",
  stuk: 0,
};

/** Nothing chosen; filters stay as they are. */
export const NIETS_GEKOZEN = { keuze: GEEN, gemeente: GEEN, bevinding: GEEN, zone: GEEN, vak: "" };

/** Holds the state, tells of changes, and keeps the address in step. */
export class Winkel {
  private nu: Toestand;
  private readonly luisteraars: Luisteraar[] = [];
  /** True while listeners hear of a state that the address brought. */
  uitAdres = true;
  /** The states there were and the way between them: that of the browser. */
  readonly tijdlijn = new Tijdlijn();
  /** True while Shift, Ctrl or Cmd is held: a choice then joins what was chosen. */
  erbij = false;
  /** False until the picture that belongs to the present state was drawn once. */
  private staat = false;

  constructor(
    private readonly model: Model,
    private readonly views: readonly string[],
  ) {
    this.nu = this.read();
    // At once with the address, so that nothing of the state before is written over it; not every browser tells
    // in this way of an address that was typed.
    window.addEventListener("popstate", () => this.arrive());
    window.addEventListener("hashchange", () => location.hash !== this.address() && this.arrive());
  }

  private arrive(): void {
    this.tijdlijn.arrive();
    if (location.hash === this.address()) return;
    this.uitAdres = true;
    this.apply(this.read());
    this.uitAdres = false;
  }

  get toestand(): Toestand {
    return this.nu;
  }

  /** The whole address of what is seen now. */
  get link(): string {
    return location.href.split("#")[0] + this.address();
  }

  listen(luisteraar: Luisteraar): void {
    this.luisteraars.push(luisteraar);
  }

  /** Change the state; while a tool asks for an organisation, a choice answers it. */
  set(deel: Partial<Toestand>): void {
    this.apply(toSeen(this.nu, graspChoice(this.model, this.nu, deel, this.erbij)));
  }

  /** Go to what another address of this page shows, as one change. */
  goTo(adres: string): void {
    this.uitAdres = true;
    this.apply(this.read(adres));
    this.uitAdres = false;
  }

  private apply(deel: Partial<Toestand>): void {
    const vorig = this.nu;
    this.nu = { ...vorig, ...deel };
    this.staat = false;
    if (!this.isHere()) this.tijdlijn.push(this.address());
    for (const luisteraar of this.luisteraars) luisteraar(this.nu, vorig);
  }

  private isHere(): boolean {
    const adres = this.address();
    return location.hash === adres || (location.hash === "" && adres === `#${this.views[0]}`);
  }

  /** Change what stands in the address but needs no drawing; what is typed is no state to come back to. */
  quiet(deel: Partial<Pick<Toestand, "zoek" | "lijst" | "zoom">>): void {
    this.nu = { ...this.nu, ...deel };
    const eerste = "zoom" in deel && !this.staat;
    if ("zoom" in deel) this.staat = true;
    if (this.isHere() || this.tijdlijn.loopt) return;
    // A row of zooms and shifts is one step back: to the picture as it was first drawn.
    if (eerste || "zoek" in deel) this.tijdlijn.replace(this.address());
    else this.tijdlijn.slide(this.address());
  }

  /** Add a value to a filter, or take it away. */
  toggle<T>(verzameling: ReadonlySet<T>, waarde: T): Set<T> {
    const nieuw = new Set(verzameling);
    if (!nieuw.delete(waarde)) nieuw.add(waarde);
    return nieuw;
  }

  private read(adres = location.hash): Toestand {
    const [view, ...rest] = adres.slice(1).split("&");
    const delen = new Map(
      rest.map((deel) => {
        const [sleutel, waarde = ""] = deel.split("=");
        return [sleutel, waarde] as const;
      }),
    );
    const text = (sleutel: string): string => decode(delen.get(sleutel) ?? "");
    const list = (sleutel: string): string[] => (delen.get(sleutel) ?? "").split(",").filter(Boolean).map(decode);
    const { gemeenten, zones, soorten, bandgroepen, meta, bevindingen, regios } = this.model.g;
    const bevinding = Number.parseInt(text("bevinding"), 10) - 1;
    return {
      view: this.views.includes(view) ? view : this.views[0],
      keuze: text("kies") ? this.model.nummerVan(text("kies")) : GEEN,
      gemeente: text("gemeente") ? gemeenten.nis.indexOf(text("gemeente")) : GEEN,
      bevinding: bevinding >= 0 && bevinding < bevindingen.length ? bevinding : GEEN,
      zone: zones.findIndex((zone) => zone.code === text("sector")),
      soorten: new Set(list("soort").filter((code) => soorten.some((soort) => soort.code === code))),
      groepen: new Set(list("band").filter((code) => bandgroepen.some((groep) => groep.code === code))),
      oordelen: new Set(list("keten").map((code) => meta.oordelen.indexOf(code)).filter((i) => i >= 0)),
      thema: ["1", "2"].includes(text("thema")) ? text("thema") : "",
      regio: regios.some((regio) => regio.code === text("regio")) ? text("regio") : "",
      vak: text("vak"),
      lagen: text("lagen"),
      periode: text("periode"),
      zoek: text("zoek"),
      lijst: text("lijst"),
      zoom: /^[\d.]+,-?[\d.]+,-?[\d.]+$/.test(text("zoom")) ? text("zoom") : "",
      hand: HANDEN.includes(text("hand")) ? text("hand") : "",
      greep: HANDEN.includes(text("hand")) ? (delen.get("greep") ?? "") : "",
      stuk: Math.max(0, Number.parseInt(text("verhaal"), 10) || 0),
    };
  }

  /** What is seen now as an address within the page, whatever story it is a part of. */
  get beeld(): string {
    return this.address(0);
  }

  private address(stuk = this.nu.stuk): string {
    const { g } = this.model;
    const t = this.nu;
    const delen: [string, string][] = [
      ["kies", t.keuze >= 0 ? g.organisaties.id[t.keuze] : ""],
      ["gemeente", t.gemeente >= 0 ? g.gemeenten.nis[t.gemeente] : ""],
      ["bevinding", t.bevinding >= 0 ? String(t.bevinding + 1) : ""],
      ["sector", t.zone >= 0 ? g.zones[t.zone].code : ""],
      ["thema", t.thema],
      ["regio", t.regio],
      ["vak", t.vak],
      ["lagen", t.lagen],
      ["periode", t.periode],
      ["zoek", t.zoek],
      ["lijst", t.lijst],
      ["zoom", t.zoom],
      ["hand", t.hand],
      ["verhaal", stuk ? String(stuk) : ""],
    ];
    const lijsten: [string, string[]][] = [
      ["soort", [...t.soorten]],
      ["band", [...t.groepen]],
      ["keten", [...t.oordelen].map((i) => g.meta.oordelen[i])],
    ];
    const tekst = [
      ...delen.filter(([, waarde]) => waarde).map(([sleutel, waarde]) => `${sleutel}=${encode(waarde)}`),
      ...lijsten
        .filter(([, waarden]) => waarden.length)
        .map(([sleutel, waarden]) => `${sleutel}=${waarden.map(encodeURIComponent).sort().join(",")}`),
    ];
    // What a tool holds is written as an address already.
    if (t.greep) tekst.push(`greep=${t.greep}`);
    return `#${[t.view, ...tekst].join("&")}`;
  }

  /** Take every filter away. */
  clearFilters(): void {
    const { soorten, groepen, oordelen, thema, regio } = LEEG;
    this.set({ soorten, groepen, oordelen, thema, regio });
  }

  get hasFilters(): boolean {
    const t = this.nu;
    return t.soorten.size + t.groepen.size + t.oordelen.size > 0 || t.thema !== "" || t.regio !== "";
  }
}

/** As in an address, with commas left legible. */
function encode(tekst: string): string {
  return encodeURIComponent(tekst).replaceAll("%2C", ",");
}

function decode(tekst: string): string {
  try {
    return decodeURIComponent(tekst);
  } catch {
    return "";
  }
}
