// One municipality opened: its organisations in their place, other municipalities as rings on the edge.

import { font, GEEL, INKT, PAPIER } from "../data/kleuren";
import { GEEN } from "../data/model";
import { getal, opEtiket, telwoord } from "../data/zinnen";
import { arcs, drawHand } from "../hand/tekening";
import type { Omgeving } from "../omgeving";
import { type Kijk, type Laag, toX, toY, type Vak } from "../teken/doek";
import { around, type Doos, drawLabels, type Etiket, far, type Geplaatst, place, size } from "../teken/etiketten";
import { STAP_KM } from "../teken/kaartbasis";
import { drawRing, type Ringdeel, slices } from "../teken/ringen";
import { pushApart } from "../teken/uiteen";
import { arc, trace } from "../teken/wegen";
import { type Boogstijl, drawBows, markOrg } from "./kaartkeuze";
import { edgePlaces } from "./rand";
import { neighbours } from "./ringfocus";

const RINGEN = 9;
const NAMEN = 27;
const LIJNEN = 1500;
/** Column at the left that is the legend's, in pixels. */
const LEGENDE = 236;
const GEKOZEN: Boogstijl = { bocht: 0.07, breed: 2.8, rand: ["#FFFEFB", 6], streep: [8, 5] };

interface Randring {
  gemeente: number;
  banden: number;
  x: number;
  y: number;
  r: number;
}

export class Gemeentekaart {
  private delen: Ringdeel[][] = [];
  private leden: number[] = [];
  /** Places on the grid, pushed apart; made again when the window or the municipality changes. */
  private plekken = new Map<number, [number, number]>();
  private ringen: Randring[] = [];
  private straal = 8;
  private stempel = "";
  private noot = "";

  constructor(private readonly om: Omgeving) {}

  recount(): void {
    const { gemeente } = this.om.t;
    if (gemeente < 0) return;
    this.delen = slices(this.om);
    this.leden = this.members().leden;
    this.stempel = "";
  }

  members(): { leden: number[]; precies: number } {
    const { organisaties } = this.om.model.g;
    const leden = organisaties.gemeente.flatMap((g, org) => (g === this.om.t.gemeente && this.om.zicht.org[org] ? [org] : []));
    return { leden, precies: leden.filter((org) => organisaties.precies[org]).length };
  }

  /** Kinds of the organisations that are shown, in the order of all kinds. */
  kinds(): number[] {
    const { soort } = this.om.model.g.organisaties;
    return [...new Set(this.leden.map((org) => soort[org]))].sort((a, b) => a - b);
  }

  /** Other municipalities that have ties with this one, strongest first: as many as there is room for. */
  get buren(): Omgeving["paren"] {
    const { gemeente } = this.om.t;
    return this.om.paren.filter(({ a, b }) => a === gemeente || b === gemeente).slice(0, this.om.smal ? 5 : RINGEN);
  }

  /** What was left out when it was last drawn. */
  uitleg(): string {
    return this.noot;
  }

  extent(): Vak {
    const { basis, t, model } = this.om;
    const vorm = basis.vormen[t.gemeente];
    if (vorm) return vorm.vak;
    const half = 4 / STAP_KM;
    const x = model.g.gemeenten.x[t.gemeente] ?? 0;
    const y = model.g.gemeenten.y[t.gemeente] ?? 0;
    return { links: x - half, rechts: x + half, boven: y - half, onder: y + half };
  }

  padding(): Vak {
    if (this.om.smal) return { links: 44, boven: this.om.kopHoogte + 40, rechts: 44, onder: 118 };
    return { links: LEGENDE + 64, boven: this.om.kopHoogte + 54, rechts: 130, onder: 112 };
  }

  /** Place organisations and edge rings for a window at zoom 1. */
  private arrange(kijk: Kijk): void {
    const stempel = `${this.om.t.gemeente}|${kijk.breed}|${kijk.hoog}`;
    if (this.stempel === stempel) return;
    this.stempel = stempel;
    const basis = this.basePicture(kijk);
    const { organisaties } = this.om.model.g;
    const vlak = this.area(basis);
    this.straal = Math.max(3, Math.min(8.5, 0.26 * Math.sqrt(vlak / Math.max(1, this.leden.length))));
    const bollen = this.leden.flatMap((org) => {
      const x = organisaties.x[org];
      const y = organisaties.y[org];
      return x === null || y === null ? [] : [{ org, x: toX(basis, x), y: toY(basis, y), r: this.straal * 0.75 }];
    });
    pushApart(bollen, Math.min(15, this.straal * 1.7), bollen.length > 250 ? 40 : 140);
    this.plekken = new Map(bollen.map(({ org, x, y }) => [org, [(x - basis.x) / basis.k, (y - basis.y) / basis.k]]));
    this.ringen = this.edgeRings(basis);
  }

  /** The same window without the reader's zoom. */
  private basePicture(kijk: Kijk): Kijk {
    const vak = this.extent();
    const rand = this.padding();
    const b = kijk.breed - rand.links - rand.rechts;
    const h = kijk.hoog - rand.boven - rand.onder;
    const k = Math.min(b / (vak.rechts - vak.links), h / (vak.onder - vak.boven));
    return {
      ...kijk,
      k,
      zoom: 1,
      x: rand.links + b / 2 - (k * (vak.links + vak.rechts)) / 2,
      y: rand.boven + h / 2 - (k * (vak.boven + vak.onder)) / 2,
    };
  }

  private area(kijk: Kijk): number {
    const vak = this.extent();
    return 0.5 * kijk.k ** 2 * (vak.rechts - vak.links) * (vak.onder - vak.boven);
  }

  private edgeRings(kijk: Kijk): Randring[] {
    const { t, model, smal } = this.om;
    const eigen = this.buren;
    const { x, y } = model.g.gemeenten;
    const mx = x[t.gemeente] ?? 0;
    const my = y[t.gemeente] ?? 0;
    const buren = eigen.map((paar) => {
      const gemeente = paar.a === t.gemeente ? paar.b : paar.a;
      return { gemeente, banden: paar.aantal, hoek: Math.atan2((y[gemeente] ?? my) - my, (x[gemeente] ?? mx) - mx) };
    });
    const plaatsen = edgePlaces(
      buren.map((buur) => buur.hoek),
      { links: smal ? 34 : LEGENDE + 40, boven: this.om.kopHoogte + (smal ? 26 : 42), rechts: kijk.breed - (smal ? 34 : 66), onder: kijk.hoog - (smal ? 92 : 64) },
      smal ? 72 : 104,
    );
    return buren.map((buur, i) => ({
      ...buur,
      x: (plaatsen[i][0] - kijk.x) / kijk.k,
      y: (plaatsen[i][1] - kijk.y) / kijk.k,
      r: Math.min(24, 13 + 1.6 * Math.sqrt(buur.banden)) * (smal ? 0.75 : 1),
    }));
  }

  lagen(): Laag[] {
    return [{ sleutel: `gemeente ${this.om.t.gemeente}`, ruim: true, teken: (ctx, kijk) => this.drawGround(ctx, kijk) }];
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    this.arrange(kijk);
    const { t, basis, sprites, model } = this.om;
    this.drawTies(ctx, kijk);
    const hand = this.om.hand?.beeld;
    if (t.keuze >= 0 && !hand) drawBows(ctx, kijk, this.om, t.keuze, (org) => this.spot(org, kijk), () => GEKOZEN);
    for (const ring of this.ringen) {
      drawRing(ctx, toX(kijk, ring.x), toY(kijk, ring.y), ring.r, this.delen[ring.gemeente], getal(ring.banden));
    }
    const r = this.straal * Math.min(1.5, kijk.zoom ** 0.4);
    for (const [org, [x, y]] of this.plekken) {
      ctx.beginPath();
      ctx.arc(toX(kijk, x), toY(kijk, y), r + 1.8, 0, 2 * Math.PI);
      ctx.fillStyle = "rgba(255,255,255,0.92)";
      ctx.fill();
      sprites.draw(ctx, model.g.organisaties.soort[org], toX(kijk, x), toY(kijk, y), r, kijk.dpr);
    }
    if (t.keuze >= 0 && !hand) this.mark(ctx, kijk, t.keuze, GEEL, 5);
    const extra = hand ? drawHand(ctx, kijk, this.om, hand, arcs(ctx, kijk, (org) => this.spot(org, kijk))) : { etiketten: [], bezet: [] };
    const dozen: Doos[] = [
      ...[...this.plekken.values()].map(([x, y]) => ({ x: toX(kijk, x), y: toY(kijk, y), b: 1.9 * r, h: 1.9 * r, hoek: 0 })),
      ...this.ringen.map((ring) => ({ x: toX(kijk, ring.x), y: toY(kijk, ring.y), b: 2 * ring.r, h: 2 * ring.r, hoek: 0 })),
    ];
    const inzet = this.drawInset(ctx, kijk);
    if (!this.om.smal) dozen.push(...basis.drawScale(ctx, kijk, 66, 24));
    const bezet = [...kijk.bezet, ...dozen, ...inzet, ...extra.bezet];
    // What a tool names comes before all other names, and once.
    const genoemd = new Set(hand?.orgs.filter(({ naam }) => naam).map(({ org }) => this.om.model.naam(org)));
    const namen = this.orgNames(kijk, r).filter(({ regels }) => !genoemd.has(regels.join(" ")));
    const geplaatst = place([...extra.etiketten, ...this.ringNames(kijk), ...namen], bezet, kijk, NAMEN + RINGEN + extra.etiketten.length);
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  private drawGround(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { basis, t } = this.om;
    const eigen = basis.vormen[t.gemeente];
    basis.inGrid(ctx, kijk, (px) => {
      for (const vorm of [...basis.rond, ...basis.vormen]) {
        if (!vorm || vorm === eigen) continue;
        ctx.fillStyle = "#EFEADB";
        ctx.fill(vorm.pad);
        ctx.strokeStyle = "#CFC4AE";
        ctx.lineWidth = 1.3 * px;
        ctx.stroke(vorm.pad);
      }
      if (!eigen) return;
      for (const [breedte, dekking] of [[22, 0.07], [13, 0.12], [6, 0.2]]) {
        ctx.strokeStyle = `rgba(110,135,150,${dekking})`;
        ctx.lineWidth = breedte * px;
        ctx.stroke(eigen.pad);
      }
      ctx.fillStyle = "#FFFEFB";
      ctx.fill(eigen.pad);
      ctx.strokeStyle = "#3F5468";
      ctx.lineWidth = 1.6 * px;
      ctx.stroke(eigen.pad);
    });
  }

  /** Place of an organisation: its own, or the edge ring of its municipality. */
  private spot(org: number, kijk: Kijk): [number, number] | null {
    const eigen = this.plekken.get(org);
    if (eigen) return [toX(kijk, eigen[0]), toY(kijk, eigen[1])];
    const ring = this.ringen.find(({ gemeente }) => gemeente === this.om.model.g.organisaties.gemeente[org]);
    return ring ? [toX(kijk, ring.x), toY(kijk, ring.y)] : null;
  }

  private drawTies(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { model, zicht } = this.om;
    let getekend = 0;
    let elders = 0;
    let teveel = 0;
    ctx.strokeStyle = "#A99D85";
    ctx.lineWidth = 0.9;
    ctx.globalAlpha = this.om.t.keuze >= 0 ? 0.35 : 0.5;
    for (const org of this.leden) {
      for (const band of model.bandenVan(org)) {
        const ander = model.anderEind(band, org);
        // A tie inside the municipality is met twice.
        if (!zicht.band[band] || (this.plekken.has(ander) && ander < org)) continue;
        if (model.isSeat(band)) continue;
        const a = this.spot(org, kijk);
        const b = this.spot(ander, kijk);
        if (!a || !b) elders++;
        else if (getekend >= LIJNEN) teveel++;
        if (!a || !b || getekend >= LIJNEN) continue;
        getekend++;
        trace(ctx, arc(a, b, [kijk.breed / 2, kijk.hoog / 2], 0.07));
        ctx.stroke();
      }
    }
    ctx.globalAlpha = 1;
    this.noot = teveel ? `${getal(getekend)} van ${getal(getekend + teveel + elders)} banden zijn getekend. Klik op een organisatie voor al haar banden.` : elders ? `${telwoord(elders, "band is", "banden zijn")} niet getekend: naar gemeenten met weinig banden.` : "";
  }

  private mark(ctx: CanvasRenderingContext2D, kijk: Kijk, org: number, kleur: string, breed: number): void {
    const punt = this.plekken.has(org) && this.spot(org, kijk);
    if (punt) markOrg(ctx, kijk, this.om, org, punt, { schijf: 14, r: 9, kleur, breed });
  }

  private ringNames(kijk: Kijk): Etiket[] {
    return this.ringen.map((ring) => {
      const etiket: Etiket = {
        regels: [opEtiket(this.om.model.g.gemeenten.naam[ring.gemeente])],
        fonts: [font(12.5, 700)],
        kleur: INKT,
        halo: PAPIER,
        belang: 9000 + ring.banden,
        plekken: [],
      };
      const [b, h] = size(etiket);
      const x = toX(kijk, ring.x);
      const y = toY(kijk, ring.y);
      const d = ring.r + 3 + h / 2;
      return { ...etiket, plekken: [{ x, y: y + d }, { x, y: y - d, prijs: 1 }, { x: x - b / 3, y: y + d, prijs: 2 }, { x: x + b / 3, y: y + d, prijs: 2 }] };
    });
  }

  /** Partners of the chosen first, then services and secondary schools; primary schools on hover. */
  private orgNames(kijk: Kijk, r: number): Etiket[] {
    const { model, t } = this.om;
    const partners = new Set(t.keuze >= 0 ? neighbours(this.om, t.keuze).map((buur) => buur.org) : []);
    return this.leden.flatMap((org) => {
      const plek = this.plekken.get(org);
      const dicht = org === t.keuze || partners.has(org);
      if (!plek || (!dicht && model.soort(org).code === "basis" && kijk.zoom < 2.5)) return [];
      const x = toX(kijk, plek[0]);
      const y = toY(kijk, plek[1]);
      const kaal: Etiket = {
        regels: [opEtiket(model.naam(org))],
        fonts: [font(12, dicht ? 700 : 400)],
        kleur: dicht ? INKT : "#48545E",
        halo: "#FFFEFB",
        belang: (org === t.keuze ? 8000 : dicht ? 5000 : model.isSchool[org] ? 0 : 1000) + model.graad[org],
        plekken: [],
        ...(dicht ? { leider: { x, y } } : {}),
      };
      const [b, h] = size(kaal);
      const ruim = org === t.keuze ? 18 : r + 3;
      return [{ ...kaal, plekken: dicht ? [...around(x, y, ruim, b, h), ...far(x, y, b, h, [34, 56])] : around(x, y, ruim, b, h) }];
    });
  }

  /** Where this municipality lies in the area, small, at the upper right. */
  private drawInset(ctx: CanvasRenderingContext2D, kijk: Kijk): Doos[] {
    if (this.om.smal) return [];
    const { basis, t } = this.om;
    const { vak } = basis;
    const k = Math.min(92 / (vak.rechts - vak.links), 74 / (vak.onder - vak.boven));
    const x0 = kijk.breed - 62 - k * (vak.rechts - vak.links);
    ctx.save();
    ctx.translate(x0 - k * vak.links, 12 - k * vak.boven);
    ctx.scale(k, k);
    basis.vormen.forEach((vorm, i) => {
      if (!vorm) return;
      ctx.fillStyle = ctx.strokeStyle = i === t.gemeente ? INKT : "#DCD2BC";
      ctx.lineWidth = 0.6 / k;
      ctx.fill(vorm.pad);
      ctx.stroke(vorm.pad);
    });
    ctx.restore();
    const b = k * (vak.rechts - vak.links);
    const h = k * (vak.onder - vak.boven);
    return [{ x: x0 + b / 2, y: 12 + h / 2, b, h, hoek: 0 }];
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    if (this.om.zweef >= 0 && this.om.zweef !== this.om.t.keuze) this.mark(ctx, kijk, this.om.zweef, INKT, 2.4);
  }

  private find(x: number, y: number, kijk: Kijk): number {
    let beste = GEEN;
    let dichtst = 13;
    for (const [org, [px, py]] of this.plekken) {
      const d = Math.hypot(toX(kijk, px) - x, toY(kijk, py) - y);
      if (d < dichtst) [beste, dichtst] = [org, d];
    }
    return beste;
  }

  private ringAt(x: number, y: number, kijk: Kijk): Randring | undefined {
    return this.ringen.find((ring) => Math.hypot(toX(kijk, ring.x) - x, toY(kijk, ring.y) - y) <= ring.r + 3);
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const org = this.find(x, y, kijk);
    if (org !== this.om.zweef) {
      this.om.zweef = org;
      this.om.vraagTop();
    }
    const { model } = this.om;
    if (org >= 0) return `${model.naam(org)}\n${model.soort(org).enkel} · ${telwoord(model.graad[org], "band", "banden")}`;
    const ring = this.ringAt(x, y, kijk);
    return ring ? `${model.g.gemeenten.naam[ring.gemeente]}\n${telwoord(ring.banden, "band", "banden")}; klik om te openen` : "";
  }

  click(x: number, y: number, kijk: Kijk): void {
    const org = this.find(x, y, kijk);
    const ring = org < 0 ? this.ringAt(x, y, kijk) : undefined;
    if (ring) this.om.winkel.set({ gemeente: ring.gemeente, keuze: GEEN });
    else this.om.winkel.set({ keuze: org });
  }

  plaats(org: number): [number, number] | null {
    return this.plekken.get(org) ?? null;
  }
}

