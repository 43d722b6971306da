// What views and panels share: data, state, what is in sight, the canvas.

import { narrow } from "./bediening/dom";
import { filter, type Zicht } from "./data/filter";
import { Verdieping } from "./data/diepte";
import { lijnkleur } from "./data/kleuren";
import type { Model } from "./data/model";
import { Bundeltelling, type Paar, Paartelling } from "./data/sommen";
import type { Toestand, Winkel } from "./data/toestand";
import type { Handwerk } from "./hand/hand";
import { makeHand } from "./hand/werk";
import { Sprites } from "./teken/glyfen";
import type { Vak } from "./teken/doek";
import { Kaartbasis } from "./teken/kaartbasis";
import { Stippen } from "./teken/stippen";

export class Omgeving {
  zicht: Zicht;
  /** The organisation under the pointer or the arrow keys. */
  zweef = -1;
  readonly sprites: Sprites;
  readonly stippen: Stippen;
  readonly basis: Kaartbasis;
  private handwerk: { sleutel: string; werk: Handwerk | null } | null = null;
  private dieper: Verdieping | null | undefined;
  private readonly bundels: Bundeltelling;
  private readonly gemeenteparen: Paartelling;
  /** Sums of what is in sight; made when a view first asks for them. */
  private bundeltal: ArrayLike<number> | null = null;
  private paartal: Paar[] | null = null;

  constructor(
    readonly model: Model,
    readonly winkel: Winkel,
  ) {
    this.sprites = new Sprites(model.g.soorten);
    this.stippen = new Stippen(model.g.soorten, this.sprites);
    this.basis = new Kaartbasis(model);
    this.bundels = new Bundeltelling(model);
    this.gemeenteparen = new Paartelling(model);
    this.zicht = filter(model, winkel.toestand);
  }

  /** Compute again what the filters let through. */
  refilter(): void {
    this.zicht = filter(this.model, this.winkel.toestand);
    this.bundeltal = this.paartal = null;
  }

  get bundelAantal(): ArrayLike<number> {
    return (this.bundeltal ??= this.bundels.count(this.zicht));
  }

  /** Pairs of municipalities with ties in sight, most first. */
  get paren(): readonly Paar[] {
    return (this.paartal ??= this.gemeenteparen.count(this.zicht));
  }

  /** What Matrix, Keten and Tandem show, read at first use; null when this page holds none. */
  get diepte(): Verdieping | null {
    // It stands after the script: while the file is still being read there is nothing to keep yet.
    if (this.dieper === undefined && document.getElementById("diepte")) this.dieper = Verdieping.read(this.model);
    return this.dieper ?? null;
  }

  /** The tool in hand, at work on the present state; null for none. */
  get hand(): Handwerk | null {
    const { hand, greep, thema } = this.t;
    const sleutel = `${hand} ${thema} ${greep}`;
    if (this.handwerk?.sleutel !== sleutel) this.handwerk = { sleutel, werk: makeHand(this) };
    return this.handwerk.werk;
  }

  /** True while something is chosen or held: all else is drawn paler. */
  get dof(): boolean {
    return this.t.keuze >= 0 || Boolean(this.hand?.beeld.orgs.length);
  }

  /** Colour of a tie: that of the helping side, which says more than that of a school. */
  lijnkleur(van: number, naar: number): string {
    const { model } = this;
    return lijnkleur(model.kleur(model.isSchool[naar] && !model.isSchool[van] ? van : naar));
  }

  get t(): Toestand {
    return this.winkel.toestand;
  }

  /** Ask for hover and focus to be drawn again; the page fills this in. */
  vraagTop: () => void = () => undefined;

  /** Bring a part of the picture into sight; the page fills this in. */
  zoomNaar: (vak: Vak, vergroot?: number) => void = () => undefined;

  /** Height that the titles take above the picture, in pixels. */
  get kopHoogte(): number {
    return document.querySelector<HTMLElement>(".kop")?.offsetHeight ?? 60;
  }

  /** True on a narrow screen, where panels stand below the picture. */
  get smal(): boolean {
    return narrow();
  }
}
