// What views and panels share: data, state, what is in sight, the canvas.

import { narrow } from "./bediening/dom";
import { Bundeltelling, filter, pairs, type Paar, type Zicht } from "./data/filter";
import { Verdieping } from "./data/diepte";
import { lijnkleur } from "./data/kleuren";
import type { Model } from "./data/model";
import type { Toestand, Winkel } from "./data/toestand";
import type { Handwerk } from "./hand/hand";
import { makeHand } from "./hand/werk";
import { Sprites } from "./teken/glyfen";
import type { Vak } from "./teken/doek";
import { Kaartbasis } from "./teken/kaartbasis";

export class Omgeving {
  zicht: Zicht;
  paren: Paar[];
  /** The organisation under the pointer or the arrow keys. */
  zweef = -1;
  readonly sprites: Sprites;
  readonly basis: Kaartbasis;
  private handwerk: { sleutel: string; werk: Handwerk | null } | null = null;
  private dieper: Verdieping | null | undefined;
  private readonly telling: Bundeltelling;
  private bundeltal: ArrayLike<number>;

  constructor(
    readonly model: Model,
    readonly winkel: Winkel,
  ) {
    this.sprites = new Sprites(model.g.soorten);
    this.basis = new Kaartbasis(model);
    this.telling = new Bundeltelling(model);
    this.zicht = filter(model, winkel.toestand);
    this.paren = pairs(model, this.zicht);
    this.bundeltal = this.telling.count(this.zicht);
  }

  /** Compute again what the filters let through. */
  refilter(): void {
    this.zicht = filter(this.model, this.winkel.toestand);
    this.paren = pairs(this.model, this.zicht);
    this.bundeltal = this.telling.count(this.zicht);
  }

  get bundelAantal(): ArrayLike<number> {
    return this.bundeltal;
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
