// Below the grid of Tandem: municipalities with most whom nobody reaches, and the fora with who sits there.

import { el } from "../bediening/dom";
import { KOLOM_NAAM, KOLOMMEN, type Tandemdeel } from "../data/tandem";
import { getal, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";

const EERST = 12;

export function perPlace(om: Omgeving, deel: Tandemdeel): HTMLElement {
  const { gemeente } = om.model.g.organisaties;
  const per = new Map<number, number[]>();
  KOLOMMEN.forEach((kolom) => {
    for (const org of deel.per[kolom]) {
      const telling = per.get(gemeente[org]) ?? [0, 0, 0, 0];
      telling[kolom]++;
      per.set(gemeente[org], telling);
    }
  });
  const som = (t: readonly number[]): number => t.reduce((n, x) => n + x, 0);
  const rijen = [...per].filter(([g]) => g >= 0).sort(([a, p], [b, q]) => q[3] / som(q) - p[3] / som(p) || q[3] - p[3] || a - b);
  const grootste = Math.max(1, ...rijen.map(([, t]) => som(t)));
  const lijst = el("ul", {});
  const add = (tot: number): void => {
    for (const [g, telling] of rijen.slice(lijst.children.length, tot)) lijst.append(el("li", {}, placeRow(om, g, telling, grootste)));
  };
  add(EERST);
  const meer = el("button", { type: "button", class: "meer", onclick: () => { add(rijen.length); meer.remove(); } }, `Toon alle ${telwoord(rijen.length, "gemeente", "gemeenten")}`);
  return el("section", { class: "perplaats" }, el("h2", { class: "sub" }, "Per gemeente", el("span", { class: "zacht" }, " grootste aandeel ‘niemand’ eerst")), lijst, rijen.length > EERST && meer);
}

function placeRow(om: Omgeving, gemeente: number, telling: readonly number[], grootste: number): HTMLElement {
  const naam = om.model.g.gemeenten.naam[gemeente];
  const balk = el("span", { class: "tandembalk", "aria-hidden": "true" });
  balk.style.width = `${(100 * telling.reduce((n, x) => n + x, 0)) / grootste}%`;
  KOLOMMEN.forEach((kolom) => {
    if (!telling[kolom]) return;
    const stuk = el("i", { class: `tk${kolom}` }, el("span", {}, getal(telling[kolom])));
    stuk.style.flexGrow = String(telling[kolom]);
    balk.append(stuk);
  });
  const woorden = KOLOMMEN.filter((kolom) => telling[kolom]).map((kolom) => `${telling[kolom]} ${KOLOM_NAAM[kolom]}`).join(", ");
  return el("div", { class: "plaatsrij", title: woorden }, el("span", {}, naam, el("span", { class: "stil" }, `: ${woorden}`)), el("span", { class: "spoor" }, balk));
}

export function foraList(om: Omgeving, deel: Tandemdeel): HTMLElement {
  if (!deel.fora.length) return el("section", {}, el("h2", { class: "sub" }, "Bestaande fora"), el("p", { class: "zacht" }, "Er staat nog geen forum op deze kaart."));
  const rijen = [...deel.fora]
    .sort((a, b) => Number(b.gekozen) - Number(a.gekozen) || b.leden.length - a.leden.length || a.org - b.org)
    .map((forum) =>
      el(
        "tr",
        { class: forum.gekozen ? "gekozen" : "" },
        el("th", { scope: "row" }, el("button", { type: "button", "data-sleutel": `forum-${forum.org}`, onclick: () => om.winkel.set({ keuze: forum.org }) }, om.model.naam(forum.org)), forum.gekozen && el("span", { class: "stil" }, " (in het kleinste stel)")),
        el("td", {}, seat(forum.netwerk, "tk0")),
        el("td", {}, seat(forum.sts, "tk2")),
        el("td", { class: "tal" }, getal(forum.leden.length)),
      ),
    );
  return el(
    "section",
    { class: "foralijst" },
    el("h2", { class: "sub" }, "Bestaande fora", el("span", { class: "zacht" }, " vet: in het kleinste stel")),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Forum"), el("th", { scope: "col", title: "Coördinator lerend netwerk" }, "LN"), el("th", { scope: "col", title: "Coördinator Samen tegen Schooluitval" }, "STS"), el("th", { scope: "col", class: "tal" }, "Partners"))),
      el("tbody", {}, ...rijen),
    ),
  );
}

function seat(zit: boolean, kleur: string): HTMLElement {
  return el("span", { class: zit ? `zetel ${kleur}` : "zetel leeg" }, el("span", { class: "stil" }, zit ? "ja" : "nee"));
}
