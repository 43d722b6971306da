// Right panel of Overzicht: three findings in computed sentences, and what the map cannot say.

import { el, onward } from "../bediening/dom";
import type { Bevinding } from "../data/gegevens";
import { GEEN, OORDEEL } from "../data/model";
import { type Telling, total } from "../data/scholen";
import { telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { heading, longList, orgButton, paragraph } from "./hulp";

const TELWOORD = ["Geen", "Eén", "Twee", "Drie"];

export function findingsPanel(om: Omgeving, telling: Telling): Node[] {
  const { bevindingen, meta } = om.model.g;
  const delen: Node[] = [];
  if (bevindingen.length) {
    delen.push(
      heading(`${TELWOORD[bevindingen.length] ?? bevindingen.length} ${bevindingen.length === 1 ? "bevinding" : "bevindingen"}`),
      paragraph("Klik op een bevinding om ze op de kaart te zien."),
      ...bevindingen.map((bevinding, i) => card(om, bevinding, i)),
    );
  } else {
    delen.push(
      heading("Nog geen bevindingen"),
      paragraph("Zodra er scholen, banden en aanbod in kaart gebracht zijn, staan hier de belangrijkste bevindingen."),
    );
  }
  const wit = telling.per[OORDEEL.witteVlek];
  if (wit) {
    delen.push(paragraph(`${telwoord(wit, "school is", "scholen zijn")} nog een witte vlek. Daarover doet deze kaart geen uitspraak.`));
  } else if (total(telling) && bevindingen.length) {
    delen.push(paragraph("Er zijn geen witte vlekken: elke school is in kaart gebracht."));
  }
  if (meta.uitleg.length) {
    delen.push(
      el("details", { class: "hoe" }, el("summary", {}, "Hoe is dit berekend?"), ...[...meta.uitleg, meta.grenzen].filter(Boolean).map((zin) => paragraph(zin))),
    );
  }
  return delen;
}

/** Who a chosen finding is about. */
function members(om: Omgeving, bevinding: Bevinding): HTMLElement {
  return longList(
    bevinding.organisaties.map((org) => () => orgButton(om, org, el("span", { class: "bewijs" }, om.model.gemeenteNaam(org)))),
    6,
    (rest) => `Toon nog ${telwoord(rest, "organisatie", "organisaties")}`,
  );
}

function card(om: Omgeving, bevinding: Bevinding, i: number): HTMLElement {
  const aan = om.t.bevinding === i;
  const zin = el("p", { class: "zin" });
  for (const [tekst, nadruk] of bevinding.zin) {
    zin.append(nadruk === "vet" ? el("b", {}, tekst) : nadruk === "winst" ? el("mark", {}, tekst) : tekst);
  }
  const klik = (): void => om.winkel.set({ bevinding: aan ? GEEN : i, keuze: GEEN, gemeente: GEEN });
  return el(
    "article",
    { class: aan ? "bevinding aan" : "bevinding" },
    el("h3", {}, el("span", { class: `nummer ${bevinding.soort}` }, String(i + 1)), el("span", {}, bevinding.kop)),
    zin,
    bevinding.uitleg && el("p", { class: "uitleg" }, bevinding.uitleg),
    el(
      "button",
      { type: "button", class: "kaartlink", onclick: klik, "aria-pressed": String(aan), "data-sleutel": `bevinding-${i}` },
      aan ? "Toon weer alles" : bevinding.actie,
      !aan && onward(),
    ),
    aan && bevinding.organisaties.length > 0 && members(om, bevinding),
  );
}
