// Netwerk: the ring of sectors with bundled ties; one organisation in focus when chosen.

import { quadtree, type Quadtree } from "d3-quadtree";
import { INKT } from "../data/kleuren";
import { GEEN } from "../data/model";
import { chooseRing, inWords, ringChoice, type Ringkeuze } from "../data/ringkeuze";
import { getal, inZin, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { handLegend } from "../hand/legende";
import { drawHand, type Ondergrond } from "../hand/tekening";
import { networkPanel } from "../paneel/netwerkpaneel";
import { type Kijk, type Tekenaar, toX, toY, type Vak } from "../teken/doek";
import { drawLabels, type Geplaatst, place } from "../teken/etiketten";
import { Ringlijnen } from "../teken/ringlijnen";
import { Ringfocus } from "./ringfocus";
import { ringLabels } from "./ringlabels";
import { focusRows, streamRows } from "./ringlegende";
import { Ringtekening } from "./ringtekening";
import { Stroomtekening } from "./stroomtekening";
import type { Legende, View } from "./view";

const ENKEL_VANAF = 4;
/** Room above and below the ring for names, and how wide the words in the corner are (frame.css). */
const BOVEN = 96;
const ONDER = 46;
const KOPBREEDTE = 262;

export class Netwerk implements View, Tekenaar {
  readonly naam = "netwerk";
  readonly tab = "Netwerk";
  readonly tekenaar = this;
  private readonly lijnen: Ringlijnen;
  private readonly tekening: Ringtekening;
  private readonly stromen: Stroomtekening;
  private readonly focus: Ringfocus;
  private readonly boom: Quadtree<number>;
  /** What was left out when it was last drawn, said instead of how to read it. */
  private noot = "";

  constructor(private readonly om: Omgeving) {
    this.lijnen = new Ringlijnen(om.model);
    this.tekening = new Ringtekening(om, this.lijnen);
    this.stromen = new Stroomtekening(om, this.lijnen);
    this.focus = new Ringfocus(om, this.lijnen, this.tekening);
    this.boom = quadtree<number>()
      .x((i) => this.lijnen.dot(i)[0])
      .y((i) => this.lijnen.dot(i)[1])
      .addAll(Array.from({ length: om.model.n }, (_, i) => i));
  }

  titel(): string {
    const { keuze } = this.om.t;
    if (keuze >= 0) return `${inZin(this.om.model.naam(keuze))} en haar netwerk`;
    const { zone, partner } = this.keuze;
    const { zones } = this.om.model.g;
    if (partner >= 0) return `${zones[zone].naam} en ${zones[partner].naam}: wie werkt met wie`;
    return zone >= 0 ? `${zones[zone].naam}: wie werkt met wie` : "Wie werkt met wie, over sectoren heen";
  }

  ondertitel(): string {
    const { zone, partner } = this.keuze;
    if (partner >= 0) return "Alleen de banden tussen deze twee.";
    return zone >= 0 ? "Alleen de banden van deze sector." : "";
  }

  terug(): { tekst: string; klik: () => void } | null {
    return this.om.t.zone >= 0 ? { tekst: "‹ Alle sectoren", klik: () => this.om.winkel.set({ zone: GEEN, vak: "" }) } : null;
  }

  private get keuze(): Ringkeuze {
    return ringChoice(this.om.model, this.om.t);
  }

  extent(): Vak {
    const { buiten } = this.om.model.g.ring;
    return { links: -buiten, boven: -buiten, rechts: buiten, onder: buiten };
  }

  padding(breed: number, hoog: number): Vak {
    if (this.om.smal) return { links: 42, boven: this.om.kopHoogte + 38, rechts: 42, onder: 46 };
    const zij = Math.max(70, Math.min(128, breed * 0.12));
    // In a wide window the words stand beside the ring, not above it.
    const naast = (breed - (hoog - BOVEN - ONDER)) / 2 > KOPBREEDTE + 70;
    return { links: zij, boven: naast ? BOVEN : Math.max(BOVEN, this.om.kopHoogte + 18), rechts: zij, onder: ONDER };
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    const { keuze } = this.om.t;
    const hand = this.om.hand?.beeld;
    const { dof } = this.om;
    const enkel = !dof && kijk.zoom >= ENKEL_VANAF;
    this.noot = "";
    this.tekening.drawZones(ctx, kijk, dof);
    this.tekening.inRing(ctx, kijk, (px) => this.stromen.draw(ctx, kijk, px, dof ? 0.11 : enkel ? 0.3 : 1));
    if (enkel) this.noot = countNote(...this.tekening.drawSingle(ctx, kijk));
    this.tekening.drawDots(ctx, kijk, dof);
    const extra = hand ? drawHand(ctx, kijk, this.om, hand, this.ground(ctx, kijk)) : dof ? this.focus.draw(ctx, kijk, keuze) : { etiketten: [], bezet: [] };
    if (dof && !hand && this.focus.weggelaten) this.noot = `${telwoord(this.focus.weggelaten, "band", "banden")} van partners niet getekend.`;
    const etiketten = [...extra.etiketten, ...ringLabels(this.om, this.tekening, kijk, dof)];
    const geplaatst = place(etiketten, [...kijk.bezet, ...extra.bezet], kijk);
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  /** The ring as a tool in hand draws on it. */
  private ground(ctx: CanvasRenderingContext2D, kijk: Kijk): Ondergrond {
    return {
      pixel: (org) => this.lijnen.pixel(org, kijk),
      midden: [kijk.x, kijk.y],
      stroke: (van, naar, kleur, breed, streep) =>
        this.tekening.inRing(ctx, kijk, (px) => {
          ctx.strokeStyle = kleur;
          ctx.lineWidth = breed * px;
          ctx.setLineDash(streep.map((maat) => maat * px));
          ctx.stroke(this.lijnen.tie(van, naar));
        }),
    };
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const org = this.om.zweef;
    if (org < 0 || org === this.om.t.keuze) return;
    if (this.om.t.keuze < 0) {
      this.tekening.inRing(ctx, kijk, (px) => {
        ctx.lineWidth = 1.6 * px;
        for (const band of this.om.model.bandenVan(org)) {
          if (!this.om.zicht.band[band]) continue;
          const ander = this.om.model.anderEind(band, org);
          ctx.strokeStyle = this.om.lijnkleur(org, ander);
          ctx.stroke(this.lijnen.tie(org, ander));
        }
      });
    }
    this.tekening.drawMark(ctx, kijk, org, 8, INKT, 2.4);
  }

  private find(x: number, y: number, kijk: Kijk): number {
    const i = this.boom.find((x - kijk.x) / kijk.k, (y - kijk.y) / kijk.k, 9 / kijk.k);
    return i ?? GEEN;
  }

  /** The zone whose dots or name stand at a pixel. */
  private zoneAt(x: number, y: number, kijk: Kijk): number {
    const { ring } = this.om.model.g;
    const dx = (x - toX(kijk, 0)) / kijk.k;
    const dy = (y - toY(kijk, 0)) / kijk.k;
    const r = Math.hypot(dx, dy);
    if (r < ring.straal || r > ring.buiten + 40 / kijk.k) return GEEN;
    const hoek = Math.atan2(dx, -dy) * 10_000;
    const rond = 2 * Math.PI * 10_000;
    return ring.zones.find(([, b, e]) => [hoek, hoek + rond].some((h) => h >= b && h <= e))?.[0] ?? GEEN;
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const org = this.find(x, y, kijk);
    if (org !== this.om.zweef) {
      this.om.zweef = org;
      this.om.vraagTop();
    }
    if (org >= 0) {
      const { model } = this.om;
      const plaats = model.gemeenteNaam(org);
      return `${model.naam(org)}\n${[model.soort(org).enkel, plaats].filter(Boolean).join(" · ")} · ${telwoord(model.graad[org], "band", "banden")}`;
    }
    const { zones } = this.om.model.g;
    const zone = this.zoneAt(x, y, kijk);
    if (zone >= 0) return `${zones[zone].naam}: klik om alleen deze bruggen te zien`;
    const stam = this.trunkAt(x, y, kijk);
    if (!stam) return "";
    const [a, b] = inWords(this.om.model, stam.a, stam.b);
    return `${zones[a].naam} – ${zones[b].naam}: ${telwoord(stam.aantal, "band", "banden")}\nKlik om te zien wie met wie`;
  }

  private trunkAt(x: number, y: number, kijk: Kijk): ReturnType<Stroomtekening["trunkAt"]> {
    return this.om.dof || kijk.zoom >= ENKEL_VANAF ? null : this.stromen.trunkAt((x - kijk.x) / kijk.k, (y - kijk.y) / kijk.k, kijk);
  }

  click(x: number, y: number, kijk: Kijk): void {
    const org = this.find(x, y, kijk);
    const { model, winkel } = this.om;
    const zone = org >= 0 ? GEEN : this.zoneAt(x, y, kijk);
    const stam = org >= 0 || zone >= 0 ? null : this.trunkAt(x, y, kijk);
    const [a, b] = stam ? inWords(model, stam.a, stam.b) : [zone, GEEN];
    winkel.set({ ...chooseRing(model, this.keuze, a, b), keuze: org });
  }

  plaats(org: number): [number, number] {
    return this.lijnen.dot(org);
  }

  uitleg(): string {
    if (this.noot) return this.noot;
    const { perRegio } = this.om.model.g.ring;
    const waar = perRegio ? "per regio, en daarin per gemeente" : "per gemeente van noord naar zuid";
    return `Eén stip is één organisatie, ${waar}. Hoe dikker de lijn, hoe meer banden.`;
  }

  legende(): Legende[] {
    const { hand } = this.om;
    if (hand?.legende.length) return handLegend(hand);
    return [{ titel: "", rijen: this.om.t.keuze >= 0 ? focusRows() : streamRows(this.stromen, this.keuze) }];
  }

  paneel(): Node[] {
    return networkPanel(this.om);
  }

  vernieuw(): void {
    // Everything is drawn from the state itself.
  }
}

function countNote(getekend: number, geheel: number): string {
  if (getekend < geheel) return `${getal(getekend)} van ${getal(geheel)} banden in beeld zijn apart getekend.`;
  return `${telwoord(geheel, "band", "banden")} in beeld, apart getekend.`;
}
