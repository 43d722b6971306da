// Bruggen: islands of organisations that mostly work with each other, and what joins them or could.

import { quadtree, type Quadtree } from "d3-quadtree";
import { type Brug, bridgesOf, type Bruggenboek, type Laag, LAGEN } from "../data/bruggen";
import { BREEKBAAR, font, GEEL, INKT, PAPIER, SERIF } from "../data/kleuren";
import { layersOn } from "../data/lagen";
import { GEEN } from "../data/model";
import { getal, opEtiket, telwoord } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { bridgePanel, describe, gainWords, loads } from "../paneel/bruggenpaneel";
import { heading, paragraph } from "../paneel/hulp";
import { type Kijk, type Tekenaar, toX, toY, type Vak } from "../teken/doek";
import { around, type Doos, drawLabels, type Etiket, far, type Geplaatst, overlaps, place, type Plek, size } from "../teken/etiketten";
import { type Boog, pointOn } from "../teken/wegen";
import { bridgeLegend } from "./bruggenlegende";
import { makePlan } from "./bruggenplan";
import { Bruggentekening } from "./bruggentekening";
import type { View } from "./view";

const NIETS = "Deze kaart bevat geen bruggen: de analyses waren er niet bij.";
const GETEKEND: Readonly<Record<Laag, number>> = { stevig: 11, breekbaar: 4, afgebroken: 2, voorstel: 3 };
const CIJFER = ["Geen", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen", "Tien", "Elf", "Twaalf"];

export class Bruggen implements View, Tekenaar {
  readonly naam = "bruggen";
  readonly tab = "Bruggen";
  private tekening: Bruggentekening | null = null;
  private boom: Quadtree<number> | null = null;
  private zweef: Brug | null = null;

  constructor(private readonly om: Omgeving) {}

  private get boek(): Bruggenboek | null {
    return bridgesOf(this.om);
  }

  get tekenaar(): Tekenaar | undefined {
    return this.boek?.leden.length ? this : undefined;
  }

  /** The plan is made when the view first opens. */
  private get beeld(): Bruggentekening {
    if (!this.tekening) {
      const boek = this.boek as Bruggenboek;
      this.tekening = new Bruggentekening(this.om, boek, makePlan(this.om.model, boek));
      const { plek } = this.tekening.plan;
      this.boom = quadtree<number>()
        .x((org) => plek.get(org)?.[0] ?? 0)
        .y((org) => plek.get(org)?.[1] ?? 0)
        .addAll([...plek.keys()]);
    }
    return this.tekening;
  }

  private get gekozen(): Brug | null {
    return this.boek?.get(this.om.t.vak) ?? null;
  }

  titel(): string {
    const { boek } = this;
    if (!boek) return "De bruggen";
    const n = boek.leden.length;
    if (!n) return "Nog geen eilanden: er zijn te weinig banden bekend";
    const wie = `${CIJFER[n] ?? getal(n)} ${n === 1 ? "eiland" : "eilanden"}`;
    const scholen = boek.blok.cijfers.scholen.length;
    if (scholen) return `${wie}: bij ${telwoord(scholen, "school", "scholen")} hangt een stap aan één brug`;
    const { breekbaar, bruggen } = boek.blok.cijfers;
    return `${wie}: ${getal(breekbaar)} van de ${telwoord(bruggen, "brug is", "bruggen zijn")} breekbaar`;
  }

  ondertitel(): string {
    const { boek } = this;
    if (!boek) return NIETS;
    const wegen = boek.bruggen.filter((brug) => brug.van < 0);
    const weg = wegen.length - this.shown().filter((brug) => brug.van < 0).length;
    const zonder = layersOn(this.om, LAGEN).size < LAGEN.length || !weg ? "" : ` ${telwoord(weg, "dunne brug is", "dunne bruggen zijn")} niet getekend.`;
    return `Een eiland is een groep die vooral met elkaar werkt. Een brug telt alleen banden tussen twee sectoren.${zonder}`;
  }

  vernieuw(): void {
    // Everything is drawn from the state itself.
  }

  extent(): Vak {
    return this.beeld.plan.vak;
  }

  padding(): Vak {
    if (this.om.smal) return { links: 22, boven: this.om.kopHoogte + 34, rechts: 22, onder: 54 };
    return { links: 64, boven: this.om.kopHoogte + 40, rechts: 64, onder: 104 };
  }

  /** What is drawn: the strongest and the worst of each layer that is on, and what is chosen. */
  private shown(): Brug[] {
    const { boek, om } = this;
    if (!boek) return [];
    const aan = layersOn(om, LAGEN);
    const uit: Brug[] = [];
    for (const laag of LAGEN) {
      if (!aan.has(laag)) continue;
      const alle = (laag === "breekbaar" ? boek.wankel : boek.bruggen.filter((brug) => brug.laag === laag)).filter((brug) => this.drawable(brug));
      if (laag === "stevig") alle.sort((p, q) => boek.blok.tussen.aantal[q.rij] - boek.blok.tussen.aantal[p.rij]);
      // What crosses an island or several roads makes the sheet illegible: it is counted, not drawn.
      const rustig = alle.filter((brug) => brug.van >= 0 || (this.beeld.weg(brug.rij)?.kruist ?? 9) < 3);
      uit.push(...rustig.slice(0, GETEKEND[laag]));
    }
    const { gekozen } = this;
    if (gekozen && this.drawable(gekozen) && !uit.includes(gekozen)) uit.push(gekozen);
    return uit;
  }

  /** What the arrow keys reach: what is drawn, and what would be if its ends lay on an island. */
  private heard(): Brug[] {
    const { boek, om } = this;
    const aan = layersOn(om, LAGEN);
    const los = boek ? [...boek.wankel, ...boek.bruggen.filter(({ laag }) => laag === "afgebroken" || laag === "voorstel")] : [];
    const tel = new Map<Laag, number>();
    const bij = los.filter((brug) => {
      if (brug.van < 0 || !aan.has(brug.laag)) return false;
      tel.set(brug.laag, (tel.get(brug.laag) ?? 0) + 1);
      return (tel.get(brug.laag) ?? 0) <= GETEKEND[brug.laag];
    });
    return [...new Set([...this.shown(), ...bij])];
  }

  /** Both ends lie on an island, and the filters let one of them through. */
  private drawable(brug: Brug): boolean {
    if (brug.van < 0) return true;
    const { plek } = this.beeld.plan;
    const { zicht } = this.om;
    return plek.has(brug.van) && plek.has(brug.naar) && (zicht.org[brug.van] > 0 || zicht.org[brug.naar] > 0);
  }

  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[] {
    const { beeld, gekozen, om } = this;
    const getoond = this.shown();
    const dof = gekozen !== null || om.t.keuze >= 0;
    const anders = (brug: Brug): boolean => dof && brug !== gekozen;
    for (const brug of getoond) if (brug.van < 0) beeld.draw(ctx, kijk, brug, anders(brug));
    beeld.drawIslands(ctx, kijk, dof);
    if (gekozen) {
      beeld.drawUnder(ctx, kijk, gekozen, GEEL);
      if (gekozen.van < 0) beeld.draw(ctx, kijk, gekozen, false);
    }
    const bezet: Doos[] = [];
    const keep = (doos: Doos | null): void => {
      if (doos) bezet.push(doos);
    };
    const los = getoond.filter((brug) => brug.van >= 0);
    const punten = getoond.map((brug) => this.along(beeld.boog(brug, kijk)));
    for (const brug of los) beeld.draw(ctx, kijk, brug, anders(brug));
    // A cross or a pivot over a number would hide it: that weighs more than a line.
    const draaipunten = getoond.flatMap((brug) => (anders(brug) ? [] : beeld.pivot(brug, kijk))).flatMap((doos) => [doos, doos, doos]);
    getoond.forEach((brug, i) => {
      if (brug.van < 0) keep(beeld.drawCount(ctx, kijk, brug, anders(brug), [...punten.filter((_, j) => j !== i).flat(), ...bezet, ...(brug.aan < 0 && brug.laag === "stevig" ? draaipunten : [])]));
    });
    for (const brug of getoond) if (!anders(brug)) keep(beeld.drawPivot(ctx, kijk, brug));
    for (const brug of los) if (!anders(brug)) bezet.push(...beeld.drawEnds(ctx, kijk, brug, brug.laag === "breekbaar" ? BREEKBAAR : INKT, (brug === gekozen ? 11 : 8) * (om.smal ? 0.7 : 1)));
    if (om.t.keuze >= 0) beeld.drawTies(ctx, kijk, om.t.keuze);
    const geplaatst = this.labels(getoond.filter((brug) => !anders(brug)), [...kijk.bezet, ...bezet, ...beeld.land(kijk)], punten.flat(), kijk);
    drawLabels(ctx, geplaatst);
    return geplaatst;
  }

  /** Names where no line runs; an island that finds no such place has its name over a line, on a plate. */
  private labels(bruggen: readonly Brug[], vast: readonly Doos[], lijnen: readonly Doos[], kijk: Kijk): Geplaatst[] {
    const namen = this.names(kijk);
    const lasten = bruggen.flatMap((brug) => this.label(brug, kijk));
    const eerst = place([...lasten, ...namen, ...this.ends(kijk)], [...vast, ...lijnen], kijk);
    const mist = (etiket: Etiket): boolean => !eerst.some((geplaatst) => geplaatst.etiket === etiket);
    const over = new Map(namen.filter(mist).map((naam) => [onPlate(naam, lijnen), naam]));
    const alles = [...eerst, ...place([...over.keys(), ...lasten.filter((last) => last.kader && mist(last))], [...vast, ...eerst.map(({ doos }) => doos)], kijk)];
    return alles.map((geplaatst) => this.tied(geplaatst, namen.indexOf(over.get(geplaatst.etiket) ?? geplaatst.etiket), kijk));
  }

  /** A name that stands off its island has a line to its coast. */
  private tied(geplaatst: Geplaatst, eiland: number, kijk: Kijk): Geplaatst {
    const { etiket, doos } = geplaatst;
    if (eiland < 0) return geplaatst;
    const { x, y, r } = this.beeld.plan.eilanden[eiland];
    const [px, py, pr] = [toX(kijk, x), toY(kijk, y), r * kijk.k];
    const dx = Math.max(doos.x - doos.b / 2, Math.min(doos.x + doos.b / 2, px)) - px;
    const dy = Math.max(doos.y - doos.h / 2, Math.min(doos.y + doos.h / 2, py)) - py;
    const d = Math.hypot(dx, dy);
    return d < pr + 12 ? geplaatst : { etiket: { ...etiket, leider: { x: px + (dx / d) * pr * 0.94, y: py + (dy / d) * pr * 0.94 } }, doos };
  }

  private along(boog: Boog | null): Doos[] {
    if (!boog) return [];
    const lengte = Math.hypot(boog.naar[0] - boog.van[0], boog.naar[1] - boog.van[1]);
    const n = Math.max(2, Math.ceil(lengte / 16));
    return Array.from({ length: n + 1 }, (_, i) => {
      const [x, y] = pointOn(boog, i / n);
      return { x, y, b: 8, h: 8, hoek: 0 };
    });
  }

  /** Names of islands, off their coast. */
  private names(kijk: Kijk): Etiket[] {
    const boek = this.boek as Bruggenboek;
    return this.beeld.plan.eilanden.map(({ x, y, r }, i) => {
      const kaal: Etiket = {
        regels: twoLines(opEtiket(boek.naam(i))),
        fonts: [`700 ${this.om.smal ? 11.5 : 15}px ${SERIF}`],
        kleur: INKT,
        halo: PAPIER,
        belang: 1000 + boek.leden[i].length,
        regelhoogte: this.om.smal ? 13 : 17,
        marge: 3,
        plekken: [],
      };
      const [b, h] = size(kaal);
      const [px, py, pr] = [toX(kijk, x), toY(kijk, y), r * kijk.k];
      const boven = py - pr - h / 2;
      const onder = py + pr + h / 2;
      const zij = [0, 0.3, -0.3, 0.6, -0.6, 0.85, -0.85].flatMap((deel, nr) => [
        { x: px + deel * pr, y: boven + pr * (1 - Math.sqrt(1 - deel * deel)) * 0.75, prijs: nr * 0.6 },
        { x: px + deel * pr, y: onder - pr * (1 - Math.sqrt(1 - deel * deel)) * 0.75, prijs: 0.3 + nr * 0.6 },
      ]);
      const naast = [-0.4, 0, 0.4].flatMap((deel) => [
        { x: px + pr + b / 2 + 2, y: py + deel * pr, prijs: 5 },
        { x: px - pr - b / 2 - 2, y: py + deel * pr, prijs: 5 },
      ]);
      return { ...kaal, plekken: [...zij, ...naast, ...far(px, py, b, h, [pr + 26, pr + 60, pr + 95, pr + 130]).map((plek) => ({ ...plek, prijs: (plek.prijs ?? 0) + 4 }))] };
    });
  }

  /** What hangs on a bridge, or what it yields. */
  private label(brug: Brug, kijk: Kijk): Etiket[] {
    const boek = this.boek as Bruggenboek;
    const boog = this.beeld.boog(brug, kijk);
    if (!boog || brug.laag === "stevig") return [];
    const [x, y] = pointOn(boog, 0.5);
    const klein = this.om.smal;
    const voorstel = brug.laag === "voorstel";
    const regels = voorstel ? [`${brug.rij + 1}   ${gainWords(boek, brug.rij)}`] : klein ? [] : loads(this.om, boek, brug);
    if (!regels.length) return [];
    const kaal: Etiket = {
      regels,
      fonts: voorstel ? [font(klein ? 11.5 : 13.5, 700)] : [font(12, 700), font(12)],
      kleur: voorstel ? GEEL : brug.laag === "breekbaar" ? "#8A3306" : "#8E1320",
      halo: PAPIER,
      belang: voorstel ? 5000 - brug.rij : brug.laag === "breekbaar" ? 900 - brug.rij : 800 - brug.rij,
      regelhoogte: 15,
      marge: voorstel ? 7 : 2,
      leider: { x, y },
      ...(voorstel ? { kader: { rand: GEEL, vul: INKT } } : {}),
      plekken: [],
    };
    const [b, h] = size(kaal);
    return [{ ...kaal, plekken: [...around(x, y, 17, b, h), ...far(x, y, b, h, [34, 60, 90, 130, 180])] }];
  }

  /** Names of both ends of what is chosen. */
  private ends(kijk: Kijk): Etiket[] {
    const { gekozen, om, beeld } = this;
    const wie = om.t.keuze >= 0 ? [om.t.keuze] : gekozen && gekozen.van >= 0 ? [gekozen.van, gekozen.naar] : [];
    return wie.flatMap((org) => {
      const punt = beeld.pixel(org, kijk);
      if (!punt || org >= om.model.n) return [];
      const kaal: Etiket = { regels: [opEtiket(om.model.naam(org))], fonts: [font(12.5, 700)], kleur: INKT, halo: "#FFFFFF", belang: 6000, marge: 4, kader: { rand: "#7B8790", vul: "#FFFFFF" }, leider: { x: punt[0], y: punt[1] }, plekken: [] };
      const [b, h] = size(kaal);
      return [{ ...kaal, plekken: [...around(...punt, 15, b, h), ...far(...punt, b, h, [40, 70, 110, 160])] }];
    });
  }

  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void {
    const { beeld, zweef, om } = this;
    if (zweef && zweef !== this.gekozen) {
      beeld.drawUnder(ctx, kijk, zweef, "rgba(31,42,51,0.22)");
      if (zweef.van >= 0) beeld.drawEnds(ctx, kijk, zweef, INKT, 9);
    }
    const punt = om.zweef >= 0 && om.zweef !== om.t.keuze ? beeld.pixel(om.zweef, kijk) : null;
    if (punt) beeld.disc(ctx, kijk, punt[0], punt[1], om.zweef, INKT, 9);
  }

  /** The bridge under a pixel: single ties lie above roads. */
  private at(x: number, y: number, kijk: Kijk): Brug | null {
    let beste: Brug | null = null;
    let dicht = 9;
    for (const brug of this.shown()) {
      const boog = this.beeld.boog(brug, kijk);
      if (!boog) continue;
      for (let i = 0; i <= 40; i++) {
        const [px, py] = pointOn(boog, i / 40);
        const d = Math.hypot(px - x, py - y) - (i === 20 ? 5 : 0);
        if (d < dicht || (d < 9 && d <= dicht + 2 && brug.van >= 0 && beste?.van === -1)) {
          beste = brug;
          dicht = d;
        }
      }
    }
    return beste;
  }

  private orgAt(x: number, y: number, kijk: Kijk): number {
    const dichtbij = Math.max(4, 1.5 * this.beeld.straal(kijk)) / kijk.k;
    return this.boom?.find((x - kijk.x) / kijk.k, (y - kijk.y) / kijk.k, dichtbij) ?? GEEN;
  }

  hover(x: number, y: number, kijk: Kijk): string {
    const brug = this.at(x, y, kijk);
    const org = brug ? GEEN : this.orgAt(x, y, kijk);
    if (brug !== this.zweef || org !== this.om.zweef) {
      this.zweef = brug;
      this.om.zweef = org;
      this.om.vraagTop();
    }
    const { model } = this.om;
    if (brug && this.boek) return describe(this.om, this.boek, brug).join("\n");
    return org >= 0 ? `${model.naam(org)}\n${[model.soort(org).enkel, model.gemeenteNaam(org)].filter(Boolean).join(" · ")} · ${telwoord(model.graad[org], "band", "banden")}` : "";
  }

  click(x: number, y: number, kijk: Kijk): void {
    const brug = this.at(x, y, kijk);
    const org = brug ? GEEN : this.orgAt(x, y, kijk);
    this.om.winkel.set({ vak: brug && brug.code !== this.om.t.vak ? brug.code : "", keuze: org, gemeente: GEEN });
  }

  /** The arrow keys walk from bridge to bridge, in the order of the panel. */
  readonly wandel = {
    langs: "brug naar brug",
    stap: (dx: number, dy: number): string => {
      const { boek } = this;
      const rij = this.heard().sort((p, q) => LAGEN.indexOf(q.laag) - LAGEN.indexOf(p.laag) || p.rij - q.rij);
      if (!boek || !rij.length) return "Er is geen brug getekend.";
      const nu = rij.findIndex((brug) => brug === (this.zweef ?? this.gekozen));
      const vooruit = dx + dy > 0;
      const nr = nu < 0 ? (vooruit ? 0 : rij.length - 1) : (nu + (vooruit ? 1 : -1) + rij.length) % rij.length;
      this.zweef = rij[nr];
      this.om.zweef = GEEN;
      this.om.vraagTop();
      return `${describe(this.om, boek, rij[nr]).join(", ")}. ${nr + 1} van ${rij.length}.`;
    },
    kies: (): void => {
      if (this.zweef) this.om.winkel.set({ vak: this.zweef.code, keuze: GEEN, gemeente: GEEN });
    },
  };

  plaats(org: number): [number, number] | null {
    return this.beeld.plan.plek.get(org) ?? null;
  }

  bijwerk(host: HTMLElement): void {
    const { boek } = this;
    if (boek?.leden.length) host.append(bridgeLegend(this.om, boek));
  }

  get eigenPaneel(): boolean {
    return this.om.t.keuze < 0;
  }

  paneel(): Node[] {
    return this.boek ? bridgePanel(this.om, this.boek) : [heading("Geen bruggen"), paragraph(NIETS)];
  }
}

/** A name that must lie over a line: on a plate of paper, where it covers least. */
function onPlate(naam: Etiket, lijnen: readonly Doos[]): Etiket {
  const [b, h] = size(naam);
  const gekruist = ({ x, y }: Plek): number => lijnen.filter((doos) => overlaps({ x, y, b, h, hoek: 0 }, doos)).length;
  return { ...naam, kader: { rand: "#DDD6C7", vul: PAPIER }, plekken: naam.plekken.map((plek) => ({ ...plek, prijs: (plek.prijs ?? 0) + 1.5 * gekruist(plek) })) };
}

/** A long name in two lines, broken near its middle. */
function twoLines(naam: string): string[] {
  if (naam.length < 22) return [naam];
  const plekken = [...naam.matchAll(/[ ]/g)].map((treffer) => treffer.index ?? 0);
  const midden = plekken.reduce((beste, plek) => (Math.abs(plek - naam.length / 2) < Math.abs(beste - naam.length / 2) ? plek : beste), plekken[0] ?? naam.length);
  return [naam.slice(0, midden), naam.slice(midden + 1)].filter(Boolean);
}

