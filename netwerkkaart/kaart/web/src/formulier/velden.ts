// Fields of the form: plain controls with a label, so that keyboard and screen reader find them.

import { el } from "../bediening/dom";

let volgnummer = 0;

/** An id that no other control has. */
export function eigenId(): string {
  volgnummer += 1;
  return `v${volgnummer}`;
}

/** Something in which an answer stands. */
export interface Veld {
  element: HTMLElement;
  lees(): string;
  zet(waarde: string): void;
  richt(): void;
}

/** One choice out of a few, as radio buttons; it can be taken back. */
export function keuze(vraag: string, opties: [string, string][], uitleg = ""): Veld {
  const naam = eigenId();
  const knoppen = opties.map(([waarde, woord]) => {
    const id = eigenId();
    const knop = el("input", { type: "radio", name: naam, id, value: waarde });
    return { knop, element: el("span", { class: "optie" }, knop, el("label", { for: id }, woord)) };
  });
  const leeg = el("button", { type: "button", class: "leeg", "aria-label": `Antwoord wissen: ${vraag}` }, "wis");
  const veld = el("fieldset", { class: "keuze" }, el("legend", {}, vraag), ...knoppen.map((k) => k.element), leeg);
  if (uitleg) {
    const id = eigenId();
    veld.append(el("span", { class: "uitleg", id }, uitleg));
    veld.setAttribute("aria-describedby", id);
  }
  const toon = (): void => { leeg.hidden = !knoppen.some((k) => k.knop.checked); };
  veld.addEventListener("change", toon);
  leeg.addEventListener("click", () => {
    for (const { knop } of knoppen) knop.checked = false;
    toon();
    knoppen[0].knop.focus();
    veld.dispatchEvent(new Event("change", { bubbles: true }));
  });
  toon();
  return {
    element: veld,
    lees: () => knoppen.find((k) => k.knop.checked)?.knop.value ?? "",
    zet: (waarde) => {
      for (const { knop } of knoppen) knop.checked = knop.value === waarde;
      toon();
    },
    richt: () => knoppen[0].knop.focus(),
  };
}

/** Any number of choices, as tick boxes; saved with a semicolon between them. */
export function keuzes(vraag: string, opties: [string, string][]): Veld {
  const vakjes = opties.map(([waarde, woord]) => {
    const id = eigenId();
    const vak = el("input", { type: "checkbox", id, value: waarde });
    return { vak, element: el("span", { class: "optie" }, vak, el("label", { for: id }, woord)) };
  });
  const veld = el("fieldset", { class: "keuze" }, el("legend", {}, vraag), ...vakjes.map((v) => v.element));
  return {
    element: veld,
    lees: () => vakjes.filter((v) => v.vak.checked).map((v) => v.vak.value).join("; "),
    zet: (waarde) => {
      const delen = waarde.split(";").map((deel) => deel.trim());
      for (const { vak } of vakjes) vak.checked = delen.includes(vak.value);
    },
    richt: () => vakjes[0].vak.focus(),
  };
}

/** A line of text, with a list of names to choose from when there is one. */
export function tekst(vraag: string, { lijst = "", uitleg = "", lang = false, soort = "text" } = {}): Veld {
  const id = eigenId();
  const invoer: HTMLInputElement | HTMLTextAreaElement = lang
    ? el("textarea", { id, rows: "2" })
    : el("input", { type: soort, id, ...(lijst ? { list: lijst } : {}) });
  const veld = el("p", { class: "tekst" }, el("label", { for: id }, vraag), invoer);
  if (uitleg) {
    const bij = eigenId();
    veld.append(el("span", { class: "uitleg", id: bij }, uitleg));
    invoer.setAttribute("aria-describedby", bij);
  }
  return {
    element: veld,
    lees: () => invoer.value.trim(),
    zet: (waarde) => { invoer.value = waarde; },
    richt: () => invoer.focus(),
  };
}
