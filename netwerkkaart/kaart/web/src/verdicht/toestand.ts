// What the reader of the summed map has chosen, and its address.

import { Adresdelen, Adreswinkel, joinAddress } from "../data/adreswinkel";
import { GEEN } from "../data/model";
import type { Sommen } from "./gegevens";

export interface Toestand {
  view: string;
  /** Chosen municipality. */
  gemeente: number;
  soorten: ReadonlySet<string>;
  groepen: ReadonlySet<string>;
  /** Steps of the continuum, from 1. */
  stappen: ReadonlySet<number>;
  thema: string;
  regio: string;
  zoek: string;
  lijst: string;
  zoom: string;
}

export const VIEWS = ["geografisch", "tabel"];

export class Winkel extends Adreswinkel<Toestand> {
  constructor(g: Sommen) {
    super(
      (adres) => read(g, adres),
      (t) => address(g, t),
      `#${VIEWS[0]}`,
    );
  }

  /** Take every filter away. */
  clearFilters(): void {
    this.set({ soorten: new Set(), groepen: new Set(), stappen: new Set(), thema: "", regio: "" });
  }

  get hasFilters(): boolean {
    const { soorten, groepen, stappen, thema, regio } = this.toestand;
    return soorten.size + groepen.size + stappen.size > 0 || thema !== "" || regio !== "";
  }
}

function read(g: Sommen, adres: string): Toestand {
  const delen = new Adresdelen(adres);
  const text = (sleutel: string): string => delen.text(sleutel);
  return {
    view: VIEWS.includes(delen.begin) ? delen.begin : VIEWS[0],
    gemeente: text("gemeente") ? g.gemeenten.nis.indexOf(text("gemeente")) : GEEN,
    soorten: new Set(delen.list("soort").filter((code) => g.soorten.some((soort) => soort.code === code))),
    groepen: new Set(delen.list("band").filter((code) => g.banden.some((groep) => groep.code === code))),
    stappen: new Set(delen.list("stap").map(Number).filter((stap) => g.stappen[stap - 1] !== undefined)),
    thema: ["1", "2"].includes(text("thema")) ? text("thema") : "",
    regio: g.regios.some((regio) => regio.code === text("regio")) ? text("regio") : "",
    zoek: text("zoek"),
    lijst: text("lijst"),
    zoom: delen.zoom,
  };
}

function address(g: Sommen, t: Toestand): string {
  return joinAddress(
    t.view,
    [
      ["gemeente", t.gemeente >= 0 ? g.gemeenten.nis[t.gemeente] : ""],
      ["thema", t.thema],
      ["regio", t.regio],
      ["zoek", t.zoek],
      ["lijst", t.lijst],
      ["zoom", t.zoom],
    ],
    [
      ["soort", [...t.soorten]],
      ["band", [...t.groepen]],
      ["stap", [...t.stappen].map(String)],
    ],
  );
}
