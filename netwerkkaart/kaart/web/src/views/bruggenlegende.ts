// The legend below the islands, which filters: a click leaves that kind of bridge alone, another adds.

import { el } from "../bediening/dom";
import { type Bruggenboek, LAAG_NAAM, type Laag, LAGEN } from "../data/bruggen";
import { layersOn, pickLayer } from "../data/lagen";
import { getal } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { sketch } from "../teken/schets";
import { type Boog, drawCross, drawFragile, drawNew, drawRoad } from "../teken/wegen";
import { drawBroken } from "./bruggentekening";

const UITLEG: Readonly<Record<Laag, string>> = {
  stevig: "hangt niet aan één partner",
  breekbaar: "één band of partner draagt alles",
  afgebroken: "was er, is er niet meer",
  voorstel: "nieuwe band, met winst",
};

export function bridgeLegend(om: Omgeving, boek: Bruggenboek): HTMLElement {
  const aan = layersOn(om, LAGEN);
  const alles = aan.size === LAGEN.length;
  return el(
    "div",
    { class: "bruglegende", role: "group", "aria-label": "Soort brug", "data-bezet": "" },
    ...LAGEN.map((laag) => {
      const onbekend = laag === "afgebroken" && !boek.blok.afgebroken;
      return el(
        "button",
        { type: "button", "aria-pressed": String(!alles && aan.has(laag)), class: aan.has(laag) ? "" : "uit", "data-sleutel": `laag-${laag}`, onclick: () => pickLayer(om, LAGEN, laag) },
        sample(laag),
        el("span", {}, el("b", {}, LAAG_NAAM[laag], el("span", { class: "zacht" }, onbekend ? " ?" : ` ${getal(count(boek, laag))}`)), el("small", {}, onbekend ? "deze kaart kent het verleden niet" : UITLEG[laag])),
      );
    }),
  );
}

/** Of fragile bridges: those that the analysis counts, of which the page holds the worst. */
function count(boek: Bruggenboek, laag: Laag): number {
  return laag === "breekbaar" ? Math.max(boek.blok.cijfers.breekbaar, boek.aantal(laag)) : boek.aantal(laag);
}

function sample(laag: Laag): HTMLCanvasElement {
  return sketch(48, 20, (ctx, b, h) => {
    const boog: Boog = { van: [7, h / 2], naar: [b - 7, h / 2], buig: [b / 2, h / 2] };
    if (laag === "stevig") drawRoad(ctx, boog, 5);
    else if (laag === "breekbaar") drawFragile(ctx, boog);
    else if (laag === "voorstel") drawNew(ctx, boog);
    else {
      drawBroken(ctx, { ...boog, van: [1, h / 2], naar: [b - 1, h / 2] });
      drawCross(ctx, b / 2, h / 2, 7);
    }
  });
}
