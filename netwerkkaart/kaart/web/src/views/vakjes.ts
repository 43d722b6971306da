// Below Overzicht: one square per school, by verdict; on the phone one stacked bar.

import { byId, el } from "../bediening/dom";
import { font, OORDEELKLEUR } from "../data/kleuren";
import { type Telling, total } from "../data/scholen";
import { getal, OORDEEL_NAAM, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { choose } from "../paneel/hulp";
import { textWidth } from "../teken/etiketten";
import { sketch } from "../teken/schets";

const STEEK = 9;
const ZIJDE = 7;
const RIJEN = 6;
const TUSSEN = 24;

const WOORD = ["gesloten keten", "volzet", "niet verbonden", "hiaat", "witte vlek"];

/** Draw one square of a verdict, with a pattern of its own. */
export function drawSquare(ctx: CanvasRenderingContext2D, oordeel: number, x: number, y: number, z = ZIJDE): void {
  ctx.save();
  ctx.fillStyle = OORDEELKLEUR[oordeel];
  if (oordeel === 4) {
    ctx.strokeStyle = "#7B8790";
    ctx.setLineDash([2, 1.6]);
    ctx.strokeRect(x + 0.5, y + 0.5, z - 1, z - 1);
  } else {
    ctx.fillRect(x, y, z, z);
    // A cross, as in the large cells: in grey a gap is as dark as what is covered.
    if (oordeel === 3 && z >= 9) {
      ctx.strokeStyle = "#FFFFFF";
      ctx.lineWidth = 1.4;
      ctx.beginPath();
      for (const [a, b] of [[2.5, z - 2.5], [z - 2.5, 2.5]]) {
        ctx.moveTo(x + a, y + 2.5);
        ctx.lineTo(x + b, y + z - 2.5);
      }
      ctx.stroke();
    }
    if (oordeel === 2) {
      ctx.beginPath();
      ctx.rect(x, y, z, z);
      ctx.clip();
      ctx.strokeStyle = "#F6C7A4";
      ctx.lineWidth = 1.5;
      for (const d of [0, z * 0.72, z * 1.44]) {
        ctx.beginPath();
        ctx.moveTo(x + d - z * 0.3, y + z + 1);
        ctx.lineTo(x + d + z * 0.7, y - 1);
        ctx.stroke();
      }
    }
  }
  ctx.restore();
}

export function squares(om: Omgeving, telling: Telling): HTMLElement {
  const som = total(telling);
  if (!som) return el("div");
  const { per, steek } = grid(telling);
  const groepen = el("div", { class: "groepen" });
  telling.per.forEach((n, oordeel) => {
    if (!n) return;
    const dof = om.t.oordelen.size > 0 && !om.t.oordelen.has(oordeel);
    groepen.append(
      el(
        "div",
        {},
        el("h3", {}, el("b", {}, getal(n)), ` ${WOORD[oordeel]}`),
        group(om, telling.scholen.filter((org) => om.model.oordeel(org, om.t.thema) === oordeel), oordeel, per, steek, dof),
      ),
    );
  });
  const voet = per === 1 ? `Elk vakje is één school (${getal(som)} in totaal).` : `Elk vakje is ${per} scholen (${getal(som)} in totaal).`;
  return el("div", { class: "vakjes", "data-bezet": "" }, groepen, stackedBar(telling, som), el("p", {}, voet));
}

/** How many schools a square stands for and how far squares lie apart, so that all groups fit beside one another. */
function grid(telling: Telling): { per: number; steek: number } {
  const ruimte = Math.max(380, byId("midden").clientWidth - 54);
  const groepen = telling.per.map((n, oordeel) => ({ n, woord: Math.max(...WOORD[oordeel].split(" ").map((deel) => textWidth(deel, font(13)))), kop: textWidth(getal(n), font(15, 700)) + textWidth(` ${WOORD[oordeel]}`, font(13)) })).filter(({ n }) => n);
  // The words alone can be wider than the window: then they break, and smaller squares make room for the longest of each.
  const heel = groepen.reduce((b, { kop }) => b + TUSSEN + kop, -TUSSEN) <= ruimte;
  const breedte = (per: number, steek: number): number => groepen.reduce((b, { n, kop, woord }) => b + TUSSEN + Math.max(heel ? kop : woord, steek * Math.ceil(n / per / RIJEN)), -TUSSEN);
  const past = (per: number, steek: number): boolean => breedte(per, steek) <= Math.max(ruimte, breedte(Infinity, steek));
  for (const steek of [STEEK, STEEK - 1]) if (past(1, steek)) return { per: 1, steek };
  let per = 2;
  while (!past(per, STEEK)) per += Math.ceil(per / 20);
  return { per, steek: STEEK };
}

function group(om: Omgeving, scholen: number[], oordeel: number, per: number, steek: number, dof: boolean): HTMLCanvasElement {
  const aantal = Math.ceil(scholen.length / per);
  const kolommen = Math.max(1, Math.ceil(aantal / RIJEN));
  const naam = `${telwoord(scholen.length, "school", "scholen")}: ${OORDEEL_NAAM[oordeel]}`;
  const teken = (ctx: CanvasRenderingContext2D): void => {
    ctx.globalAlpha = dof ? 0.2 : 1;
    for (let i = 0; i < aantal; i++) drawSquare(ctx, oordeel, (i % kolommen) * steek, Math.floor(i / kolommen) * steek, steek - 2);
  };
  const doek = sketch(kolommen * steek, RIJEN * steek, teken, { role: "img", "aria-label": naam });
  const at = (event: MouseEvent): number => {
    const kader = doek.getBoundingClientRect();
    const kolom = Math.floor((event.clientX - kader.left) / steek);
    return scholen[(Math.floor((event.clientY - kader.top) / steek) * kolommen + kolom) * per] ?? -1;
  };
  if (per === 1) {
    doek.classList.add("klik");
    doek.addEventListener("pointermove", (event) => {
      const org = at(event);
      doek.title = org >= 0 ? `${om.model.naam(org)}, ${om.model.gemeenteNaam(org)}` : "";
    });
    doek.addEventListener("click", (event) => {
      const org = at(event);
      if (org >= 0) choose(om, org);
    });
  }
  return doek;
}

/** For narrow screens. */
function stackedBar(telling: Telling, som: number): HTMLElement {
  const staaf = el("div", { class: "staaf", "aria-hidden": "true" });
  const tallen = el("div", { class: "tallen" });
  telling.per.forEach((n, oordeel) => {
    if (!n) return;
    const deel = el("i", { class: `oordeel${oordeel}` });
    deel.style.width = `${(100 * n) / som}%`;
    staaf.append(deel);
    const tal = el("span", {}, getal(n));
    tal.style.width = `${(100 * n) / som}%`;
    tallen.append(tal);
  });
  const namen = WOORD.filter((_, i) => telling.per[i]).map((woord) => woord.replace(" keten", ""));
  return el("div", { class: "balkje" }, el("p", {}, `${telwoord(som, "school", "scholen")}: ${namen.join(" · ")}`), staaf, tallen);
}
