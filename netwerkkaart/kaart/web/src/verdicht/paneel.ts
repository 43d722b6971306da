// Beside the summed map: what it is, the strongest neighbours, sectors, and every municipality as a table.

import { el } from "../bediening/dom";
import { lijnkleur } from "../data/kleuren";
import { getal, procent, telwoord } from "../data/zinnen";
import { bar, heading, paragraph, subheading } from "../paneel/hulp";
import type { Verzameling } from "./gegevens";

const OVER = "#2C4758";
const ZELFDE = "#8FA3B3";

export function panel(v: Verzameling, gekozen: number, kies: (gemeente: number) => void): Node[] {
  return gekozen < 0 ? overview(v, kies) : municipality(v, gekozen, kies);
}

function told(v: Verzameling): HTMLElement {
  const { grens, organisaties, zonder } = v.g;
  return el(
    "p",
    { class: "kader" },
    el("b", {}, "Samengevat per gemeente. "),
    `Deze kaart telt ${getal(organisaties)} organisaties. Vanaf ${getal(grens)} wordt een kaart met elke organisatie apart te groot om te mailen en te traag om te tonen. Namen, bronnen en ketens staan hier dus niet in. Voor die van één regio: netwerkkaart kaart --regio.`,
    zonder ? ` Van ${telwoord(zonder, "organisatie", "organisaties")} is de gemeente niet bekend: die staan niet op de kaart.` : "",
  );
}

function pairBars(v: Verzameling, gekozen: number, kies: (gemeente: number) => void): Node[] {
  const { naam } = v.g.gemeenten;
  const sterk = v.sterkste(gekozen, 8);
  const hoogste = Math.max(1, sterk[0]?.aantal ?? 1);
  return sterk.map(({ a, b, aantal, over }) => {
    const ander = a === gekozen ? b : a;
    const tekst = gekozen < 0 ? `${naam[a]} – ${naam[b]}` : naam[ander];
    return bar(tekst, aantal, [{ deel: over / hoogste, kleur: OVER }, { deel: (aantal - over) / hoogste, kleur: ZELFDE }], () => kies(ander));
  });
}

function key(): HTMLElement {
  const deel = (kleur: string, tekst: string): HTMLElement => {
    const vak = el("i", { class: "staal" });
    vak.style.background = kleur;
    return el("span", {}, vak, ` ${tekst}`);
  };
  return el("p", { class: "sleutel" }, deel(OVER, "over een sectorgrens"), deel(ZELFDE, "zelfde sector"));
}

function overview(v: Verzameling, kies: (gemeente: number) => void): Node[] {
  const { banden, binnen } = v.g;
  const thuis = binnen.reduce((som, n) => som + n, 0);
  return [
    heading(thuis * 2 >= banden ? "De meeste banden blijven in de eigen gemeente" : "De meeste banden gaan over de gemeentegrens"),
    paragraph(`${telwoord(thuis, "band", "banden")} (${procent(thuis, banden)}) binnen één gemeente, van ${getal(banden)}. Overleg telt niet mee.`),
    told(v),
    subheading("Sterkste buren", "banden"),
    ...pairBars(v, -1, kies),
    key(),
    ...sectors(v),
    table(v, kies),
  ];
}

/** Ties between two sectors, most first. */
function sectors(v: Verzameling): Node[] {
  const { zones, sectoren } = v.g;
  const paren = zones
    .flatMap((p, i) => zones.map((q, j) => ({ p, q, aantal: sectoren[i * zones.length + j] })))
    .filter(({ p, q, aantal }) => aantal > 0 && p.kleur !== q.kleur)
    .sort((een, ander) => ander.aantal - een.aantal)
    .slice(0, 8);
  const hoogste = Math.max(1, paren[0]?.aantal ?? 1);
  return [
    subheading("Tussen sectoren", "banden"),
    ...paren.map(({ p, q, aantal }) =>
      bar(`${p.kort} – ${q.kort}`, aantal, [{ deel: aantal / hoogste, kleur: `linear-gradient(90deg,${lijnkleur(p.kleur)} 20%,${lijnkleur(q.kleur)} 80%)` }]),
    ),
  ];
}

function municipality(v: Verzameling, gemeente: number, kies: (gemeente: number) => void): Node[] {
  const { g, totaal } = v;
  const tegel = (n: number, woord: string): HTMLElement => el("div", {}, el("b", {}, getal(n)), woord);
  const zones = g.zones.map((zone, z) => ({ zone, n: g.aantal[gemeente * g.zones.length + z] })).filter(({ n }) => n > 0);
  const hoogste = Math.max(1, ...zones.map(({ n }) => n));
  return [
    el(
      "header",
      { class: "orgkop" },
      el("div", {}, heading(g.gemeenten.naam[gemeente]), el("p", { class: "zacht" }, telwoord(totaal[gemeente], "organisatie", "organisaties"))),
      el("button", { type: "button", class: "sluit", "aria-label": "Sluit", title: "Sluit (Esc)", onclick: () => kies(-1) }, "×"),
    ),
    el("div", { class: "tegels" }, tegel(g.binnen[gemeente], "banden binnen de gemeente"), tegel(g.buiten[gemeente], "banden naar buiten")),
    subheading("Wie zit hier"),
    ...zones.map(({ zone, n }) => bar(zone.naam, n, [{ deel: n / hoogste, kleur: lijnkleur(zone.kleur) }])),
    subheading("Sterkste buren", "banden"),
    ...pairBars(v, gemeente, kies),
    key(),
  ];
}

/** The picture as a list, for who cannot see it. */
function table(v: Verzameling, kies: (gemeente: number) => void): HTMLElement {
  const { gemeenten, binnen, buiten } = v.g;
  const volgorde = v.totaal.map((_, i) => i).sort((a, b) => v.totaal[b] - v.totaal[a] || a - b);
  const kop = ["Gemeente", "Organisaties", "Banden binnen", "Banden naar buiten"].map((naam, i) => el("th", { scope: "col", class: i ? "tal" : "" }, naam));
  const rijen = volgorde.map((i) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, el("button", { type: "button", class: "kaartlink", onclick: () => kies(i) }, gemeenten.naam[i])),
      ...[v.totaal[i], binnen[i], buiten[i]].map((n) => el("td", { class: "tal" }, getal(n))),
    ),
  );
  return el("details", { class: "hoe" }, el("summary", {}, "Alle gemeenten als tabel"), el("table", { class: "sommen" }, el("thead", {}, el("tr", {}, ...kop)), el("tbody", {}, ...rijen)));
}
