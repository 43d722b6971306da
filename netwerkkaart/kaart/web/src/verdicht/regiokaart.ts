// From the sums to the map with every organisation: which region, and the command that makes it.

import { copyText } from "../bediening/acties";
import { announce, el } from "../bediening/dom";
import { getal, telwoord } from "../data/zinnen";
import { subheading } from "../paneel/hulp";
import type { Sommen } from "./gegevens";

/** What this page leaves out, and what has it: told in so many words. */
const NIET = [
  "de namen van organisaties, hun adres en wie ze zijn",
  "elke band apart, met bron, datum en bevestiging",
  "ketens, hiaten en witte vlekken, de matrix en de tandem",
  "bruggen die breekbaar zijn, nieuwe bruggen, en wat vroeger anders was",
];

export function missing(g: Sommen): HTMLElement[] {
  return [
    subheading("Wat hier niet in staat"),
    el("ul", { class: "nietlijst" }, ...NIET.map((wat) => el("li", {}, wat))),
    el(
      "p",
      { class: "zacht" },
      g.regio
        ? "Dat staat in het blad rond één organisatie, en in de analyses en het rapport van deze regio."
        : `Dat staat wel in de volledige kaart van één regio, zolang die hoogstens ${getal(g.grens)} organisaties telt.`,
    ),
  ];
}

/** One row per region: choose it to see its numbers, and how its whole map is made. */
export function regionList(g: Sommen, kies: (code: string) => void): HTMLElement[] {
  if (g.regio) return [card(g, g.regio)];
  return [
    subheading("Open één regio met alles erop", "organisaties"),
    el(
      "ul",
      { class: "lijst" },
      ...g.regios.map(({ code, naam, organisaties }) =>
        el(
          "li",
          {},
          el(
            "button",
            { type: "button", class: "regiorij", "data-sleutel": `regio-${code}`, onclick: () => kies(code) },
            el("span", {}, naam, organisaties > g.grens && el("small", {}, "ook samengevat")),
            el("b", {}, getal(organisaties)),
          ),
        ),
      ),
    ),
  ];
}

/** The map of a region that stands beside this page. */
function link({ naam, kaart }: Sommen["regios"][number], telt: string, groot: boolean): HTMLElement {
  return el(
    "section",
    { class: "kader voorstel regiokaart", "aria-label": `De kaart van ${naam}` },
    el("b", {}, groot ? `Dichter bij ${naam}` : `De volledige kaart van ${naam}`),
    el("p", {}, groot ? `${naam} telt ${telt}: ook die kaart is samengevat.` : `${telt}, elk met haar naam, banden, bronnen en keten.`),
    el("a", { class: "handknop", href: kaart, "data-scherm": "", "data-sleutel": "open-regiokaart" }, `Open de kaart van ${naam}`),
  );
}

/** How one comes to the map of a region: a link where it stands beside this page, else the command, to copy. */
export function card(g: Sommen, code: string): HTMLElement {
  const regio = g.regios.find((r) => r.code === code);
  const naam = regio?.naam ?? code;
  const telt = telwoord(regio?.organisaties ?? 0, "organisatie", "organisaties");
  const groot = (regio?.organisaties ?? 0) > g.grens;
  if (regio?.kaart) return link(regio, telt, groot);
  const profiel = g.meta.profiel === "partners" ? "" : ` --profiel ${g.meta.profiel}`;
  const opdracht = groot ? `netwerkkaart kaart --rond ID${profiel} --open` : `netwerkkaart kaart --regio ${code}${profiel} --uit ${code}.html --open`;
  const uitleg = groot
    ? `${naam} telt ${telt}: ook die kaart wordt samengevat. Vervang ID door het nummer van één organisatie: dan ziet u haar en wie rond haar ligt.`
    : `${telt}, elk met haar naam, banden, bronnen en keten. Voer dit uit in een opdrachtvenster, op dezelfde graaf:`;
  const woord = el("span", {}, "Kopieer de opdracht");
  const kopieer = async (): Promise<void> => {
    const gelukt = await copyText(opdracht);
    woord.textContent = gelukt ? "Gekopieerd" : "Kopieer ze zelf";
    announce(gelukt ? "De opdracht is gekopieerd." : "Kopiëren lukte niet. Selecteer de opdracht en kopieer ze zelf.");
    window.setTimeout(() => (woord.textContent = "Kopieer de opdracht"), 2200);
  };
  return el(
    "section",
    { class: "kader voorstel regiokaart", "aria-label": `De volledige kaart van ${naam}` },
    el("b", {}, groot ? `Dichter bij ${naam}` : `De volledige kaart van ${naam}`),
    el("p", {}, uitleg),
    // A line breaks between two words only.
    el("code", {}, ...opdracht.split(" ").flatMap((woord, i) => [i ? " " : "", el("span", {}, woord)])),
    el("button", { type: "button", class: "handknop", "data-scherm": "", "data-sleutel": "kopieer-opdracht", onclick: () => void kopieer() }, woord),
    el("p", { class: "zacht" }, "Hebt u het programma niet? Vraag deze kaart dan aan wie u dit bestand gaf."),
  );
}
