// Right panel of one organisation: who it is, its ties with their evidence, and what would help.

import { el, onward } from "../bediening/dom";
import { GEEN } from "../data/model";
import { getal, OORDEEL_UITLEG, opsomming, STATUS_WOORD, telwoord } from "../data/zinnen";
import { orgTools } from "../hand/begin";
import { startWhatIf } from "../hand/watals";
import type { Omgeving } from "../omgeving";
import { neighbours, proposals } from "../views/ringfocus";
import { contact, header } from "./orgkop";
import { longList, orgButton, paragraph, subheading, verdictBadge } from "./hulp";

const EERST = 40;

export function orgPanel(om: Omgeving, org: number): Node[] {
  const { model } = om;
  const banden = [...model.bandenVan(org)].filter((band) => om.zicht.band[band]);
  const verborgen = model.graad[org] - banden.length;
  const bevestigd = banden.filter((band) => model.g.banden.status[band] === 1).length;
  const volgorde = neighbours(om, org).map((buur) => buur.org);
  const plaats = new Map(volgorde.map((ander, i) => [ander, i]));
  const rij = (band: number): number => plaats.get(model.anderEind(band, org)) ?? 0;
  banden.sort((a, b) => model.groep[a] - model.groep[b] || rij(a) - rij(b));
  return [
    header(om, org),
    ...verdict(om, org),
    ...helpers(om, org),
    contact(om, org),
    orgTools(om, org),
    subheading(telwoord(banden.length, "rechtstreekse band", "rechtstreekse banden"), `${getal(bevestigd)} bevestigd`),
    banden.length
      ? longList(
          banden.map((band) => () => tieRow(om, band, org)),
          EERST,
          (rest) => `Toon nog ${telwoord(rest, "band", "banden")}`,
        )
      : paragraph("Van deze organisatie is nog geen band bekend."),
    ...(verborgen > 0 ? [paragraph(`De filter verbergt ${telwoord(verborgen, "band", "banden")}.`)] : []),
    ...fragile(om, org),
    ...proposals(om, org).slice(0, 3).map((band) => proposal(om, org, band)),
  ];
}

function verdict(om: Omgeving, org: number): Node[] {
  const oordeel = om.model.isSchool[org] ? om.model.oordeel(org, om.t.thema) : GEEN;
  if (oordeel < 0) return [];
  return [verdictBadge(oordeel, OORDEEL_UITLEG[oordeel]), ...om.model.redenen(org).map((reden) => paragraph(reden))];
}

/** What a school asks first: who can help. */
function helpers(om: Omgeving, org: number): Node[] {
  if (!om.model.isSchool[org] || om.model.oordeel(org, om.t.thema) < 0) return [];
  return [el("button", { type: "button", class: "kaartlink helpt", "data-sleutel": "helpt", onclick: () => om.winkel.set({ view: "keten", vak: "" }) }, "Wie helpt deze school, stap voor stap", onward())];
}

/** What a tie is, seen from one end. */
function tieName(om: Omgeving, band: number, org: number): string {
  const { model } = om;
  const groep = model.g.bandgroepen[model.groep[band]];
  if (groep.code !== "doorverwijzing") return groep.naam;
  const stap = model.g.banden.stap[band];
  const waarvoor = stap >= 0 ? ` (${model.g.meta.stappen[stap]})` : "";
  return `${model.van[band] === org ? "Verwijst hierheen" : "Verwijst naar deze organisatie"}${waarvoor}`;
}

function tieRow(om: Omgeving, band: number, org: number): HTMLElement {
  const { banden, datums, teksten } = om.model.g;
  const status = banden.status[band];
  const teken = el("span", { class: status === 1 ? "vinkje" : "open", "aria-hidden": "true" }, status === 1 ? "✓" : "");
  const delen = [tieName(om, band, org), STATUS_WOORD[status]];
  const dag = datums[banden.datum[band]];
  const bron = teksten[banden.bron[band]];
  return orgButton(
    om,
    om.model.anderEind(band, org),
    el("span", { class: "bewijs" }, teken, delen.join(" · "), dag && " · ", dag && el("span", { class: "dag" }, dag)),
    el("span", { class: "bron" }, bron ? `Bron: ${bron}` : "Bron niet genoemd"),
  );
}

function fragile(om: Omgeving, org: number): Node[] {
  return om.model.g.breekbaar
    .filter((brug) => brug.van === org || brug.naar === org)
    .slice(0, 3)
    .map((brug) =>
      el(
        "p",
        { class: "kader breekbaar" },
        el("b", {}, "Breekbare brug: "),
        `de band met ${om.model.naam(brug.van === org ? brug.naar : brug.van)}${brug.reden ? ` is ${brug.reden}` : ""}.`,
      ),
    );
}

function proposal(om: Omgeving, org: number, band: { van: number; naar: number; scholen: number[]; forum: string }): HTMLElement {
  const { model } = om;
  const zelf = band.scholen.includes(org);
  const andere = band.scholen.filter((school) => school !== org).length;
  const wie = zelf ? ["deze school", andere ? telwoord(andere, "andere", "andere") : ""].filter(Boolean) : [telwoord(andere, "school", "scholen")];
  return el(
    "p",
    { class: "kader voorstel" },
    el("b", {}, "Wat zou helpen? "),
    "Als ",
    el("b", {}, model.naam(band.van)),
    " en ",
    el("b", {}, model.naam(band.naar)),
    ` samenwerken, geraakt hulp dichter bij ${opsomming(wie)}.`,
    band.forum ? ` Kaart het aan op ${band.forum}: beide zitten daar al. ` : " ",
    el("button", { type: "button", class: "kaartlink", "data-sleutel": `probeer-${band.van}-${band.naar}`, onclick: () => startWhatIf(om, [[band.van, band.naar]]) }, "Probeer deze band", onward()),
  );
}
