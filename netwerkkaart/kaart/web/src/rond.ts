// The page of one organisation's surroundings: marks of the map on vis-network, and the same as a list.

import { byId, el } from "./bediening/dom";
import type { Kaartsoort } from "./data/gegevens";
import { font, INKT, lijnkleur, PAPIER } from "./data/kleuren";
import { inZin, opEtiket, telwoord } from "./data/zinnen";
import { drawGlyph, glyphElement } from "./teken/glyfen";

interface Knoop {
  id: number;
  label: string;
  x: number;
  y: number;
  soort: number;
  afstand: number;
  plaats: string;
}

interface Lijn {
  from: number;
  to: number;
  arrows: string;
  dashes: boolean;
  groep: number;
  bron: string;
}

interface Rond {
  titel: string;
  datum: string;
  profiel: string;
  geheel: number;
  soorten: Kaartsoort[];
  groepen: string[];
  nodes: Knoop[];
  edges: Lijn[];
  opties: Record<string, unknown>;
}

interface Tekenvraag {
  ctx: CanvasRenderingContext2D;
  id: number;
  x: number;
  y: number;
  state: { selected: boolean; hover: boolean };
}

interface VisNetwork {
  getScale(): number;
  on(wat: string, doe: (gebeurtenis: { nodes: number[] }) => void): void;
  fit(opties?: unknown): void;
  selectNodes(nodes: number[]): void;
  redraw(): void;
}

declare const vis: {
  Network: new (host: HTMLElement, data: { nodes: unknown[]; edges: unknown[] }, opties: unknown) => VisNetwork;
};

function drawNode(rond: Rond, perId: Map<number, Knoop>, nu: () => { gekozen: number; schaal: number }, { ctx, id, x, y, state }: Tekenvraag): unknown {
  const knoop = perId.get(id);
  const r = knoop?.afstand === 0 ? 15 : 9;
  return {
    nodeDimensions: { width: 2 * r, height: 2 * r },
    drawNode(): void {
      if (!knoop) return;
      ctx.beginPath();
      ctx.arc(x, y, r + 4, 0, 2 * Math.PI);
      ctx.fillStyle = state.selected || nu().gekozen === id ? "#FFE045" : PAPIER;
      ctx.fill();
      drawGlyph(ctx, rond.soorten[knoop.soort], x, y, r);
    },
    drawExternalLabel(): void {
      // Names that would be too small to read would only blur the picture.
      if (!knoop || (knoop.afstand > 0 && nu().schaal < 0.55 && nu().gekozen !== id)) return;
      const naam = opEtiket(knoop.label);
      ctx.font = font(12, knoop.afstand === 0 ? 700 : 400);
      // Beside the mark, away from the middle, so that names do not lie on lines.
      const links = knoop.x < -1;
      ctx.textAlign = knoop.afstand === 0 ? "center" : links ? "right" : "left";
      ctx.textBaseline = "middle";
      const tx = knoop.afstand === 0 ? x : x + (links ? -1 : 1) * (r + 6);
      const ty = knoop.afstand === 0 ? y + r + 14 : y;
      if (knoop.afstand === 0) {
        // Lines leave the middle on all sides, also below it: its name lies on paper of its own.
        const breed = ctx.measureText(naam).width + 10;
        ctx.fillStyle = PAPIER;
        ctx.beginPath();
        ctx.roundRect(tx - breed / 2, ty - 9, breed, 18, 4);
        ctx.fill();
      }
      ctx.strokeStyle = PAPIER;
      ctx.lineWidth = 4;
      ctx.lineJoin = "round";
      ctx.strokeText(naam, tx, ty);
      ctx.fillStyle = INKT;
      ctx.fillText(naam, tx, ty);
    },
  };
}

function edges(rond: Rond, perId: Map<number, Knoop>): unknown[] {
  return rond.edges.map((lijn, id) => {
    const kleur = (nummer: number): string => lijnkleur(rond.soorten[perId.get(nummer)?.soort ?? 0].kleur);
    const rechtstreeks = perId.get(lijn.from)?.afstand === 0 || perId.get(lijn.to)?.afstand === 0;
    const ander = perId.get(lijn.from)?.afstand === 0 ? lijn.to : lijn.from;
    return {
      id,
      from: lijn.from,
      to: lijn.to,
      arrows: lijn.arrows,
      dashes: lijn.dashes ? [7, 5] : false,
      width: rechtstreeks ? 2.2 : 0.9,
      color: { color: kleur(ander), opacity: rechtstreeks ? 0.95 : rond.nodes.length > 80 ? 0.12 : 0.3 },
    };
  });
}

function list(rond: Rond, perId: Map<number, Knoop>, kies: (id: number) => void): void {
  const midden = rond.nodes[0];
  const eigen = rond.edges.filter((lijn) => lijn.from === midden.id || lijn.to === midden.id);
  byId("lijstkop").textContent = telwoord(eigen.length, "rechtstreekse band", "rechtstreekse banden");
  for (const lijn of eigen) {
    const ander = perId.get(lijn.from === midden.id ? lijn.to : lijn.from);
    if (!ander) continue;
    const delen = [rond.groepen[lijn.groep], lijn.dashes ? "nog niet bevestigd" : "bevestigd", ander.plaats];
    byId("lijst").append(
      el(
        "li",
        {},
        el(
          "button",
          { type: "button", onclick: () => kies(ander.id) },
          glyphElement(rond.soorten[ander.soort], 16),
          el("span", {}, el("b", {}, ander.label), el("small", {}, delen.filter(Boolean).join(" · ")), el("small", {}, lijn.bron && `Bron: ${lijn.bron}`)),
        ),
      ),
    );
  }
}

function start(): void {
  const rond = JSON.parse(byId("gegevens").textContent ?? "null") as Rond;
  const perId = new Map(rond.nodes.map((knoop) => [knoop.id, knoop]));
  let gekozen = -1;
  byId("titel").textContent = `${inZin(rond.titel)} en wie er rond staat`;
  const getoond = rond.nodes.length < rond.geheel ? `${rond.nodes.length} van de ${rond.geheel}` : String(rond.nodes.length);
  byId("ondertitel").textContent = `${getoond} organisaties, fora en coördinatoren. Volle lijn: bevestigd. Streepjes: nog niet bevestigd.`;
  byId("stand").textContent = [rond.datum && `stand van ${rond.datum}`, rond.profiel === "intern" && "INTERN: niet doorsturen"].filter(Boolean).join(" · ");
  const doek = byId("doek");
  doek.setAttribute("aria-label", `${byId("titel").textContent}. De lijst ernaast toont hetzelfde.`);
  const netwerk = new vis.Network(
    doek,
    {
      nodes: rond.nodes.map(({ id, x, y }) => ({
        id,
        x,
        y,
        shape: "custom",
        ctxRenderer: (vraag: Tekenvraag) => drawNode(rond, perId, () => ({ gekozen, schaal: netwerk.getScale() }), vraag),
      })),
      edges: edges(rond, perId),
    },
    {
      ...rond.opties,
      physics: false,
      configure: { enabled: false },
      layout: { improvedLayout: false },
      edges: { smooth: { enabled: true, type: "continuous", roundness: 0.25 } },
      interaction: { hover: false, tooltipDelay: 1e9, keyboard: { enabled: true, bindToWindow: false } },
    },
  );
  const kies = (id: number): void => {
    gekozen = id;
    netwerk.selectNodes([id]);
    netwerk.redraw();
  };
  netwerk.on("click", ({ nodes }) => {
    gekozen = nodes[0] ?? -1;
    netwerk.redraw();
  });
  netwerk.fit({ animation: false });
  list(rond, perId, kies);
  document.documentElement.dataset.klaar = String(Math.round(performance.now()));
}

start();
