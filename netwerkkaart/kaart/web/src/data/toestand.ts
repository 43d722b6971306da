// What the reader has chosen: view, selection, filters. The address (#…) keeps all of it.

import { graspChoice, HANDEN, toSeen } from "../hand/greep";
import { Adresdelen, Adreswinkel, joinAddress } from "./adreswinkel";
import { GEEN, type Model } from "./model";

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

/** The state of the map, in step with its address. */
export class Winkel extends Adreswinkel<Toestand> {
  /** True while Shift, Ctrl or Cmd is held: a choice then joins what was chosen. */
  erbij = false;

  constructor(
    private readonly model: Model,
    views: readonly string[],
  ) {
    super(
      (adres) => read(model, views, adres),
      (t) => address(model, t),
      `#${views[0]}`,
    );
  }

  /** Change the state; while a tool asks for an organisation, a choice answers it. */
  override set(deel: Partial<Toestand>): void {
    this.apply(toSeen(this.toestand, graspChoice(this.model, this.toestand, deel, this.erbij)));
  }

  /** What is seen now as an address within the page, whatever story it is a part of. */
  get beeld(): string {
    return address(this.model, this.toestand, 0);
  }

  /** Take every filter away. */
  clearFilters(): void {
    const { soorten, groepen, oordelen, thema, regio } = LEEG;
    this.set({ soorten, groepen, oordelen, thema, regio });
  }

  get hasFilters(): boolean {
    const t = this.toestand;
    return t.soorten.size + t.groepen.size + t.oordelen.size > 0 || t.thema !== "" || t.regio !== "";
  }
}

function read(model: Model, views: readonly string[], adres: string): Toestand {
  const delen = new Adresdelen(adres);
  const text = (sleutel: string): string => delen.text(sleutel);
  const { gemeenten, zones, soorten, bandgroepen, meta, bevindingen, regios } = model.g;
  const bevinding = Number.parseInt(text("bevinding"), 10) - 1;
  return {
    view: views.includes(delen.begin) ? delen.begin : views[0],
    keuze: text("kies") ? model.nummerVan(text("kies")) : GEEN,
    gemeente: text("gemeente") ? gemeenten.nis.indexOf(text("gemeente")) : GEEN,
    bevinding: bevinding >= 0 && bevinding < bevindingen.length ? bevinding : GEEN,
    zone: zones.findIndex((zone) => zone.code === text("sector")),
    soorten: new Set(delen.list("soort").filter((code) => soorten.some((soort) => soort.code === code))),
    groepen: new Set(delen.list("band").filter((code) => bandgroepen.some((groep) => groep.code === code))),
    oordelen: new Set(delen.list("keten").map((code) => meta.oordelen.indexOf(code)).filter((i) => i >= 0)),
    thema: ["1", "2"].includes(text("thema")) ? text("thema") : "",
    regio: regios.some((regio) => regio.code === text("regio")) ? text("regio") : "",
    vak: text("vak"),
    lagen: text("lagen"),
    periode: text("periode"),
    zoek: text("zoek"),
    lijst: text("lijst"),
    zoom: delen.zoom,
    hand: HANDEN.includes(text("hand")) ? text("hand") : "",
    greep: HANDEN.includes(text("hand")) ? delen.raw("greep") : "",
    stuk: Math.max(0, Number.parseInt(text("verhaal"), 10) || 0),
  };
}

function address(model: Model, t: Toestand, stuk = t.stuk): string {
  const { g } = model;
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
  // What a tool holds is written as an address already.
  return joinAddress(t.view, delen, lijsten, t.greep ? [`greep=${t.greep}`] : []);
}
