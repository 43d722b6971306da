// The legend of a tool in hand: only what it draws.

import { GEEL, INKT, PAPIER } from "../data/kleuren";
import { drawSample } from "../teken/schets";
import type { Legende } from "../views/view";
import type { Handregel, Handwerk } from "./hand";
import { STIJL } from "./tekening";

type Rij = Legende["rijen"][number];

function line(tekst: string, kleur: string, breed: number, streep: number[] = []): Rij {
  return {
    tekst,
    teken: (ctx, b, h) => {
      ctx.setLineDash(streep);
      drawSample(ctx, b, h, kleur, breed);
    },
  };
}

function mark(tekst: string, rol: "winst" | "a" | "b"): Rij {
  return {
    tekst,
    teken: (ctx, b, h) => {
      ctx.beginPath();
      ctx.arc(b / 2, h / 2, 5.4, 0, 2 * Math.PI);
      ctx.fillStyle = PAPIER;
      ctx.fill();
      ctx.strokeStyle = STIJL[rol].ring;
      ctx.lineWidth = STIJL[rol].breed;
      ctx.setLineDash(STIJL[rol].streep);
      ctx.stroke();
    },
  };
}

const RIJ: Readonly<Record<Handregel, Rij>> = {
  vast: line("schakel, bevestigd", INKT, 3),
  streep: line("schakel, nog niet bevestigd", INKT, 3, [8, 5]),
  dun: line("pad dat even kort is", "#8D959C", 1.4),
  nieuw: {
    tekst: "band die u tekende",
    teken: (ctx, b, h) => {
      line("", GEEL, 11).teken(ctx, b, h);
      line("", INKT, 2.4, [8, 5]).teken(ctx, b, h);
    },
  },
  winst: mark("school met een keten die sluit", "winst"),
  a: mark("selectie A", "a"),
  tussen: line("band tussen A en B", "#8D959C", 1.4),
  b: mark("selectie B", "b"),
};

export function handLegend(hand: Handwerk): Legende[] {
  return hand.legende.length ? [{ titel: "", rijen: hand.legende.map((regel) => RIJ[regel]) }] : [];
}
