// A field that asks for one organisation: type, choose a suggestion by arrow keys or mouse.

import { announceSoon, el } from "../bediening/dom";
import { searchIndex } from "../bediening/zoeken";
import { telwoord } from "../data/zinnen";
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
export function orgPicker(om: Omgeving, { sleutel, label, mag, kies }: Vraag): HTMLElement {
  const id = `kiezer-${sleutel}`;
  const veld = el("input", {
    type: "search",
    id,
    role: "combobox",
    placeholder: "Typ een naam, of klik op de kaart",
    "aria-expanded": "false",
    "aria-controls": `${id}-lijst`,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    "data-sleutel": id,
  });
  const lijst = el("ul", { id: `${id}-lijst`, role: "listbox", "aria-label": `Voorstellen: ${label}`, hidden: true, class: "voorstellen" });
  let treffers: number[] = [];
  let actief = -1;
  const close = (): void => {
    lijst.hidden = true;
    veld.setAttribute("aria-expanded", "false");
    veld.removeAttribute("aria-activedescendant");
  };
  const pick = (i: number): void => {
    const org = treffers[i];
    if (org === undefined) return;
    close();
    kies(org);
  };
  const option = (org: number, i: number): HTMLElement =>
    el(
      "li",
      { role: "option", id: `${id}-${i}`, "aria-selected": "false", onpointerdown: (event) => (event.preventDefault(), pick(i)) },
      glyphElement(om.model.soort(org), 16),
      el("span", {}, el("b", {}, om.model.naam(org)), el("small", {}, [om.model.soort(org).enkel, om.model.gemeenteNaam(org)].filter(Boolean).join(" · "))),
    );
  const suggest = (): void => {
    const vraag = veld.value.trim();
    actief = -1;
    treffers = !vraag ? [] : searchIndex(om.model).search(vraag).map((treffer) => Number(treffer.id)).filter((nr) => nr < om.model.n && mag(nr)).slice(0, MEEST);
    if (!vraag) return close();
    lijst.replaceChildren(...(treffers.length ? treffers.map(option) : [el("li", { class: "leeg", role: "option", "aria-disabled": "true", "aria-selected": "false" }, `Niets gevonden voor "${vraag}"`)]));
    lijst.hidden = false;
    veld.setAttribute("aria-expanded", "true");
    announceSoon(treffers.length ? telwoord(treffers.length, "voorstel", "voorstellen") : "Niets gevonden");
  };
  const move = (stap: number): void => {
    if (!treffers.length) return;
    actief = (actief + stap + treffers.length) % treffers.length;
    [...lijst.children].forEach((rij, i) => rij.setAttribute("aria-selected", String(i === actief)));
    lijst.children[actief].scrollIntoView({ block: "nearest" });
    veld.setAttribute("aria-activedescendant", `${id}-${actief}`);
  };
  veld.addEventListener("input", suggest);
  veld.addEventListener("blur", () => window.setTimeout(close, 150));
  veld.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") pick(Math.max(0, actief));
    else if (event.key === "Escape" && !lijst.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return el("div", { class: "kiezer" }, el("label", { for: id }, label), veld, lijst);
}
