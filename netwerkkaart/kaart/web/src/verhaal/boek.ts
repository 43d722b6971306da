// The story that this page holds: baked in, loaded from a file, or made here.

import type { Winkel } from "../data/toestand";
import { readStory, type Stuk, type Verhaal } from "./stuk";

export class Boek {
  verhaal: Verhaal = { titel: "", stukken: [] };
  /** True while it holds what no file holds. */
  onbewaard = false;
  /** True when the maker of the file put the story in it. */
  readonly ingebakken: boolean;
  private readonly luisteraars: (() => void)[] = [];

  constructor(private readonly winkel: Winkel) {
    const blok = document.getElementById("verhaalblok")?.textContent;
    if (blok) this.verhaal = readStory(blok);
    this.ingebakken = Boolean(blok);
    window.addEventListener("beforeunload", (event) => this.onbewaard && event.preventDefault());
  }

  listen(luisteraar: () => void): void {
    this.luisteraars.push(luisteraar);
  }

  /** Change the story; `stil` when the field that changed it shows it already. */
  change(doe: (verhaal: Verhaal) => void, stil = false): void {
    doe(this.verhaal);
    this.onbewaard = this.verhaal.stukken.length > 0;
    if (!stil) this.tell();
  }

  /** Take another story in the place of this one. */
  take(verhaal: Verhaal): void {
    this.verhaal = verhaal;
    this.onbewaard = false;
    this.tell();
  }

  saved(): void {
    this.onbewaard = false;
  }

  /** The piece that is played now; null when none is. */
  get speelt(): { nr: number; stuk: Stuk } | null {
    const nr = this.winkel.toestand.stuk;
    const stuk = nr >= 1 ? this.verhaal.stukken[nr - 1] : undefined;
    return stuk ? { nr, stuk } : null;
  }

  /** Show a piece, from 1. */
  play(nr: number): void {
    const stuk = this.verhaal.stukken[nr - 1];
    if (stuk) this.winkel.goTo(`${stuk.beeld || "#"}&verhaal=${nr}`);
  }

  stop(): void {
    this.winkel.set({ stuk: 0 });
  }

  private tell(): void {
    for (const luisteraar of this.luisteraars) luisteraar();
  }
}
