// Search on the map: names of organisations and municipalities, forgiving of accents and typing errors.

import type MiniSearch from "minisearch";
import type { Model } from "../data/model";
import type { Omgeving } from "../omgeving";
import { choose } from "../paneel/hulp";
import { glyphElement } from "../teken/glyfen";
import { el } from "./dom";
import { nameIndex } from "./namen";
import { Zoekveld } from "./zoekveld";

const MEEST = 9;

const indexen = new WeakMap<Model, MiniSearch>();

/** Names of organisations, then of municipalities (from `n` on). Made at the first letter: 10,000 names take a tenth of a second that the start need not pay. */
export function searchIndex(model: Model): MiniSearch {
  const bestaand = indexen.get(model);
  if (bestaand) return bestaand;
  const index = nameIndex(["naam", "plaats"]);
  index.addAll(model.g.organisaties.naam.map((naam, id) => ({ id, naam, plaats: model.gemeenteNaam(id) })));
  index.addAll(model.g.gemeenten.naam.map((naam, i) => ({ id: model.n + i, naam, plaats: "" })));
  indexen.set(model, index);
  return index;
}

/** What an organisation is and where, below its name. */
export function orgLine(model: Model, org: number): string {
  return [model.soort(org).enkel, model.gemeenteNaam(org)].filter(Boolean).join(" · ");
}

/** The field of the map: a choice opens the organisation or the municipality. */
export function searchField(om: Omgeving, openGemeente: (gemeente: number) => void): Zoekveld<number> {
  const { model, winkel } = om;
  const veld = new Zoekveld<number>({
    wat: "Zoek een organisatie of gemeente",
    kort: "Zoek een organisatie",
    begin: om.t.zoek,
    zoek: (vraag) => searchIndex(model).search(vraag).slice(0, MEEST).map(({ id }) => Number(id)),
    naam: (nr) => (nr < model.n ? model.naam(nr) : model.g.gemeenten.naam[nr - model.n]),
    onder: (nr) => (nr < model.n ? orgLine(model, nr) : "Gemeente"),
    teken: (nr) => (nr < model.n ? glyphElement(model.soort(nr), 16) : el("span", { class: "plaats", "aria-hidden": "true" })),
    getypt: (zoek) => winkel.quiet({ zoek }),
    kies: (nr) => (nr < model.n ? choose(om, nr) : openGemeente(nr - model.n)),
  });
  winkel.listen((nu, vorig) => {
    if (winkel.uitAdres && nu.zoek !== vorig.zoek) veld.tekst = nu.zoek;
  });
  return veld;
}
