// Geografisch: a ring per municipality and the ties between them; one municipality opened when chosen.

import type { Kaartsoort } from "../data/gegevens";
import { GEEN } from "../data/model";
import { inZin, telwoord } from "../data/zinnen";
import { handLegend } from "../hand/legende";
import type { Omgeving } from "../omgeving";
import { geoPanel } from "../paneel/geopaneel";
import type { Kijk, Laag, Tekenaar, Vak } from "../teken/doek";
import type { Geplaatst } from "../teken/etiketten";
import { drawGlyph } from "../teken/glyfen";
import { drawSector, SECTORVOLGORDE } from "../teken/ringen";
import { drawSample } from "../teken/schets";
import { Gemeentekaart } from "./gemeentekaart";
import { Ringkaart } from "./ringkaart";
import type { Legende, View } from "./view";

export class Geografisch implements View, Tekenaar {
  readonly naam = "geografisch";
  readonly tab = "Geografisch";
  readonly tekenaar = this;
  private readonly ringen: Ringkaart;
  private readonly open: Gemeentekaart;

  constructor(private readonly om: Omgeving) {
    this.ringen = new Ringkaart(om);
    this.open = new Gemeentekaart(om);
  }

  /** The map that is shown: of the area, or of one municipality. */
  private get deel(): Ringkaart | Gemeentekaart {
    return this.om.t.gemeente >= 0 ? this.open : this.ringen;
  }

  sleutel(): string {
    return String(this.om.t.gemeente);
  }

  titel(): string {
    const { gemeente } = this.om.t;
    if (gemeente >= 0) return `${inZin(this.om.model.g.gemeenten.naam[gemeente])}, geopend`;
    return "Waar zitten de organisaties, en waar lopen de banden?";
  }

  ondertitel(): string {
    if (this.om.t.gemeente < 0) {
      return "Elke ring is een gemeente. Het getal is het aantal organisaties, de kleuren zijn de sectoren. Klik om te openen.";
    }
    const { leden, precies } = this.open.members();
    const waar = precies * 2 >= leden.length ? "op hun plaats" : "in de gemeente (plaats benaderd)";
    return `${telwoord(leden.length, "organisatie", "organisaties")} ${waar}; de ringen aan de rand zijn andere gemeenten, met het aantal banden.`;
  }

  terug(): { tekst: string; klik: () => void } | null {
    if (this.om.t.gemeente < 0) return null;
    return { tekst: `‹ ${inZin(this.om.model.g.meta.titel)}`, klik: () => this.om.winkel.set({ gemeente: GEEN, keuze: GEEN }) };
  }

  vernieuw(): void {
    this.ringen.recount();
    this.open.recount();
  }

  extent(): Vak {
    return this.deel.extent();
  }

  padding(breed: number): Vak {
    return this.deel.padding(breed);
  }

  lagen(): Laag[] {
    return this.deel.lagen();
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    return this.deel.draw(ctx, kijk);
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    this.deel.drawTop(ctx, kijk);
  }

  hover(x: number, y: number, kijk: Kijk): string {
    return this.deel.hover(x, y, kijk);
  }

  click(x: number, y: number, kijk: Kijk): void {
    this.deel.click(x, y, kijk);
  }

  plaats(org: number): [number, number] | null {
    return this.deel.plaats(org);
  }

  uitleg(): string {
    return this.deel.uitleg();
  }

  legende(): Legende[] {
    const { hand } = this.om;
    if (hand?.legende.length) return handLegend(hand);
    if (this.om.t.gemeente >= 0) return this.openLegend();
    const { drempel, hoogste } = this.ringen.ties();
    const { g } = this.om.model;
    const kleuren = new Set([...this.om.model.soorten].map((soort) => g.soorten[soort].kleur));
    const soorten = this.ringen.kinds();
    const voorbeelden = [...new Set([drempel, Math.round((drempel + hoogste) / 2), hoogste])];
    return [
      {
        titel: "Banden tussen gemeenten",
        rijen: voorbeelden.map((n, i) => ({
          tekst: `${telwoord(n, "band", "banden")}${i === 0 && drempel > 1 ? " (minder: niet getekend)" : ""}`,
          teken: (ctx, b, h) => {
            ctx.lineCap = "round";
            drawSample(ctx, b, h, "#8496A4", this.ringen.tieWidth(n), 6);
          },
        })),
      },
      // The marks have the colours of the sectors: both would be one legend twice.
      soorten.length ? { titel: "Wie", breed: 18, rijen: soorten.map((soort) => kindRow(g.soorten[soort])) } : {
        titel: "Sectoren, met de klok mee",
        breed: 30,
        rijen: [...g.zones]
          .sort((p, q) => SECTORVOLGORDE.indexOf(p.kleur) - SECTORVOLGORDE.indexOf(q.kleur))
          .filter((zone) => kleuren.has(zone.kleur) && zone.kleur !== "overleg" && zone.code !== "clb")
          .map((zone) => ({
            tekst: zone.code === "scholen" ? "Onderwijs" : zone.naam,
            teken: (ctx: CanvasRenderingContext2D, b: number, h: number) => {
              drawSector(ctx, zone.kleur, 9, (naast) => {
                ctx.moveTo(3, h / 2 - naast);
                ctx.lineTo(b - 3, h / 2 - naast);
              });
            },
          })),
      },
    ];
  }

  /** Of one municipality: its kinds, and what lies on the edge. */
  private openLegend(): Legende[] {
    const { soorten } = this.om.model.g;
    const rand: Legende["rijen"] = this.open.buren.length ? [{ tekst: "andere gemeente", teken: (ctx, b, h) => ringSample(ctx, b / 2 - 1, h / 2) }] : [];
    const band: Legende["rijen"] = [{ tekst: "band", teken: (ctx, b, h) => drawSample(ctx, b, h, "#A99D85", 1.4, 1, 2) }];
    return [{ titel: "Wie", breed: 18, rijen: [...this.open.kinds().map((soort) => kindRow(soorten[soort])), ...band, ...rand] }];
  }

  paneel(): Node[] {
    return geoPanel(this.om);
  }
}

/** The mark of a kind with its name. */
function kindRow(soort: Kaartsoort): Legende["rijen"][number] {
  return { tekst: soort.naam, teken: (ctx, b, h) => drawGlyph(ctx, soort, b / 2 - 1, h / 2, 6.5) };
}

function ringSample(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  ctx.strokeStyle = "#8496A4";
  ctx.lineWidth = 2.6;
  ctx.beginPath();
  ctx.arc(x, y, 5.2, 0, 2 * Math.PI);
  ctx.stroke();
}
