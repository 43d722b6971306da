// Who an organisation is and how to reach it, as every panel tells it.

import { el } from "../bediening/dom";
import { GEEN } from "../data/model";
import { telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { glyphElement } from "../teken/glyfen";

/** Name, kind and place, and the way out. */
export function header(om: Omgeving, org: number): HTMLElement {
  const { model } = om;
  const thema = model.g.organisaties.thema[org];
  const delen = [
    model.soort(org).enkel,
    model.gemeenteNaam(org),
    thema === 1 ? "thema 1" : thema === 2 ? "thema 2" : thema === 3 ? "thema 1 en 2" : "",
  ];
  const sluit = el(
    "button",
    { type: "button", class: "sluit", "aria-label": "Sluit", title: "Sluit (Esc)", onclick: () => om.winkel.set({ keuze: GEEN }) },
    "×",
  );
  return el(
    "header",
    { class: "orgkop" },
    el("span", { class: "gelering" }, glyphElement(model.soort(org), 26)),
    el("div", {}, el("h2", {}, model.naam(org)), el("p", { class: "zacht" }, delen.filter(Boolean).join(" · "))),
    sluit,
  );
}

/** Telephone and mail as a phone can dial and open them; what is not known is left out. */
export function reachLinks(om: Omgeving, org: number): HTMLElement[] {
  if (org < 0 || org >= om.model.n) return [];
  const { telefoon, email } = om.model.g.organisaties;
  const nummer = telefoon[org].replace(/[^+\d]/g, "");
  return [
    ...(telefoon[org] ? [nummer ? el("a", { href: `tel:${nummer}` }, telefoon[org]) : el("span", {}, telefoon[org])] : []),
    ...(email[org] ? [el("a", { href: `mailto:${encodeURIComponent(email[org]).replace("%40", "@")}` }, email[org])] : []),
  ];
}

/** What a reader is told of one who works alone, by `organisaties.zelfstandig`: why no name stands here, or who sees it. */
const ZELFSTANDIG = {
  intern: ["", "Zelfstandige: partners zien soort en gemeente, geen naam of adres.", "Zelfstandige die de eigen naam vrijgaf: partners zien die ook."],
  anders: ["", "Eén mens die op eigen naam werkt: daarom staan hier geen naam, adres of telefoon. De coördinator kan u in contact brengen.", ""],
};

/** Where to find and how to reach it, and what else is known of it. */
export function contact(om: Omgeving, org: number): HTMLElement {
  const { organisaties, datums, meta } = om.model.g;
  const website = organisaties.website[org];
  const zelf = ZELFSTANDIG[meta.profiel === "intern" ? "intern" : "anders"][organisaties.zelfstandig[org]];
  const regels: (Node | string)[] = [zelf, organisaties.adres[org], ...reachLinks(om, org)].filter(Boolean);
  if (/^https?:\/\//.test(website)) {
    regels.push(el("a", { href: website, target: "_blank", rel: "noopener noreferrer" }, website.replace(/^https?:\/\//, "")));
  }
  if (organisaties.leerlingen[org] >= 0) regels.push(telwoord(organisaties.leerlingen[org], "leerling", "leerlingen"));
  const dag = datums[organisaties.bevestigd[org]];
  regels.push(dag ? `Door de organisatie bevestigd op ${dag.replaceAll("-", "\u2011")}` : "Gegevens nog niet door de organisatie bevestigd");
  return el("ul", { class: "gegevens" }, ...regels.map((regel) => el("li", {}, regel)));
}
