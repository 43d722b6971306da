// Legend of Overzicht: only what the picture holds.

import { HIAAT_RAND, HIAAT_VLAK, INKT, TRAPPEN } from "../data/kleuren";
import { stateOf, total } from "../data/scholen";
import type { Omgeving } from "../omgeving";
import { drawFragile, drawRoad } from "../teken/wegen";
import type { Overzichtkaart } from "./overzichtkaart";
import type { Legende } from "./view";

type Rij = Legende["rijen"][number];

function box(vul: string, rand: string, streep: number[], breed: number): Rij["teken"] {
  return (ctx, b, h) => {
    ctx.fillStyle = vul;
    ctx.strokeStyle = rand;
    ctx.lineWidth = breed;
    ctx.setLineDash(streep);
    ctx.beginPath();
    ctx.rect(4, 2.5, b - 12, h - 5);
    ctx.fill();
    ctx.stroke();
  };
}

export function overviewLegend(om: Omgeving, kaart: Overzichtkaart): Legende[] {
  if (!total(kaart.telling.geheel)) return [];
  const staten = new Set(kaart.telling.gemeenten.map(stateOf));
  const soorten = new Set(om.model.g.bevindingen.map((b) => b.soort));
  const rijen: Rij[] = [];
  if (staten.has("wit")) rijen.push({ tekst: "niet in kaart gebracht", teken: box("#FFFFFF", "#6F7B85", [3, 2.5], 1.2) });
  if (staten.has("hiaat")) rijen.push({ tekst: "hiaat: geen passend aanbod", teken: box(HIAAT_VLAK, HIAAT_RAND, [], 2.4) });
  if (om.paren.some((paar) => paar.over > 1)) {
    rijen.push({ tekst: "sterkste bruggen", teken: (ctx, b, h) => drawRoad(ctx, line(b, h), 4) });
  }
  if (soorten.has("brug")) rijen.push({ tekst: "breekbare brug", teken: (ctx, b, h) => drawFragile(ctx, line(b, h)) });
  const winst = om.model.g.bevindingen.findIndex((b) => b.soort === "nieuw" && b.gemeenten.length > 0);
  if (winst >= 0) {
    rijen.push({
      tekst: `winst van bevinding ${winst + 1}`,
      teken: (ctx, b, h) => {
        box("#FFF3B0", "#FFE045", [], 4)(ctx, b, h);
        box("transparent", INKT, [4, 3], 1.3)(ctx, b, h);
      },
    });
  }
  return [{ titel: "Scholen met een gesloten keten", schaal: TRAPPEN, rijen }];
}

function line(b: number, h: number): { van: [number, number]; naar: [number, number]; buig: [number, number] } {
  return { van: [6, h / 2], naar: [b - 10, h / 2], buig: [b / 2, h / 2] };
}
