// Right panel of one municipality: its ties, the verdicts on its schools, who works there.

import { el, onward } from "../bediening/dom";
import { GEEN } from "../data/model";
import { countSchools, total } from "../data/scholen";
import { getal, OORDEEL_NAAM, telwoord } from "../data/zinnen";
import { viewTools } from "../hand/begin";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";
import { heading, longList, orgButton, paragraph, subheading, swatch } from "./hulp";

export function municipalityPanel(om: Omgeving, gemeente: number): Node[] {
  const { model, zicht } = om;
  const { g } = model;
  const leden = g.organisaties.gemeente.flatMap((waar, org) => (waar === gemeente && zicht.org[org] ? [org] : []));
  let binnen = 0;
  let buiten = 0;
  for (let i = 0; i < model.m; i++) {
    if (!zicht.band[i] || model.isSeat(i)) continue;
    const a = g.organisaties.gemeente[model.van[i]] === gemeente;
    const b = g.organisaties.gemeente[model.naar[i]] === gemeente;
    if (a && b) binnen++;
    else if (a || b) buiten++;
  }
  const tegel = (n: number, woord: string): HTMLElement => el("div", {}, el("b", {}, getal(n)), woord);
  return [
    el(
      "header",
      { class: "orgkop" },
      el("div", {}, heading(g.gemeenten.naam[gemeente]), el("p", { class: "zacht" }, telwoord(leden.length, "organisatie", "organisaties"))),
      el("button", { type: "button", class: "sluit", "aria-label": "Sluit", title: "Sluit (Esc)", onclick: () => om.winkel.set({ gemeente: GEEN }) }, "×"),
    ),
    el("div", { class: "tegels" }, tegel(binnen, "banden binnen de gemeente"), tegel(buiten, "banden naar buiten")),
    ...(om.t.view === "geografisch"
      ? []
      : [el("button", { type: "button", class: "kaartlink", onclick: () => om.winkel.set({ view: "geografisch", gemeente }) }, "Open deze gemeente op de kaart", onward())]),
    viewTools(om),
    ...schools(om, gemeente),
    subheading("Wie zit hier"),
    ...counts(om, leden),
    subheading("Organisaties"),
    leden.length
      ? longList(
          [...leden].sort((a, b) => model.graad[b] - model.graad[a] || a - b).map((org) => () => orgButton(om, org, el("span", { class: "bewijs" }, `${model.soort(org).enkel} · ${telwoord(model.graad[org], "band", "banden")}`))),
          12,
          (rest) => `Toon nog ${telwoord(rest, "organisatie", "organisaties")}`,
        )
      : paragraph("Geen enkele organisatie past bij de filter."),
  ];
}

function schools(om: Omgeving, gemeente: number): Node[] {
  const telling = countSchools(om).gemeenten[gemeente];
  const som = total(telling);
  if (!som) return [];
  const vakken = el("div", { class: "vakrij", "aria-hidden": "true" });
  const op = [...telling.scholen].sort((a, b) => om.model.oordeel(a, om.t.thema) - om.model.oordeel(b, om.t.thema));
  for (const org of op.slice(0, 120)) vakken.append(swatch(om.model.oordeel(org, om.t.thema)));
  const zin = el("p");
  telling.per.forEach((n, i) => {
    if (!n) return;
    if (zin.childNodes.length) zin.append(" · ");
    zin.append(el("b", {}, getal(n)), ` ${OORDEEL_NAAM[i].toLowerCase()}`);
  });
  return [subheading("Keten van school naar hulp", telwoord(som, "school", "scholen")), vakken, zin];
}

function counts(om: Omgeving, leden: readonly number[]): Node[] {
  const tel = new Map<number, number>();
  for (const org of leden) tel.set(om.model.g.organisaties.soort[org], (tel.get(om.model.g.organisaties.soort[org]) ?? 0) + 1);
  return [...tel.entries()]
    .sort((a, b) => a[0] - b[0])
    .map(([soort, n]) => {
      const { naam } = om.model.g.soorten[soort];
      return el("div", { class: "telrij" }, glyphElement(om.model.g.soorten[soort], 17), el("span", {}, naam), el("b", {}, getal(n)));
    });
}
