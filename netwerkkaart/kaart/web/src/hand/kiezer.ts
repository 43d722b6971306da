// A field that asks for one organisation: type, choose a suggestion by arrow keys or mouse.

import { el } from "../bediening/dom";
import { Keuzelijst } from "../bediening/keuzelijst";
import { orgLine, searchIndex } from "../bediening/zoeken";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";

const MEEST = 7;

export interface Vraag {
  /** Code that is unique in the panel; keeps the focus when the panel is made anew. */
  sleutel: string;
  label: string;
  /** Which organisations may be chosen. */
  mag: (org: number) => boolean;
  kies: (org: number) => void;
}

/** The field with its list, as one element. */
export function orgPicker({ model }: Omgeving, { sleutel, label, mag, kies }: Vraag): HTMLElement {
  const id = `kiezer-${sleutel}`;
  const bron = {
    zoek: (vraag: string) => searchIndex(model).search(vraag).map((treffer) => Number(treffer.id)).filter((nr) => nr < model.n && mag(nr)).slice(0, MEEST),
    naam: (org: number) => model.naam(org),
    onder: (org: number) => orgLine(model, org),
    teken: (org: number) => glyphElement(model.soort(org), 16),
    kies,
  };
  const { veld, lijst } = new Keuzelijst(bron, id, `Voorstellen: ${label}`, { placeholder: "Typ een naam, of klik op de kaart", "data-sleutel": id });
  return el("div", { class: "kiezer" }, el("label", { for: id }, label), veld, lijst);
}
