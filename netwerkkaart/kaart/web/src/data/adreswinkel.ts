// Holds what the reader has chosen, tells of changes, and keeps the address (#…) in step.

import { Tijdlijn } from "./tijdlijn";

type Luisteraar<T> = (nu: T, vorig: T) => void;

/** What every page keeps that is typed or looked at, and needs no drawing. */
interface Stil {
  zoek: string;
  lijst: string;
  zoom: string;
}

export class Adreswinkel<T extends Stil> {
  private nu: T;
  private readonly luisteraars: Luisteraar<T>[] = [];
  /** True while listeners hear of a state that the address brought. */
  uitAdres = true;
  /** The states there were and the way between them: that of the browser. */
  readonly tijdlijn = new Tijdlijn();
  /** False until the picture that belongs to the present state was drawn once. */
  private staat = false;

  /**
   * @param lees the state that an address names; what it does not know stays behind
   * @param schrijf the address of a state
   * @param eerste the address that is the same as none
   */
  constructor(
    private readonly lees: (adres: string) => T,
    private readonly schrijf: (toestand: T) => string,
    private readonly eerste: string,
  ) {
    this.nu = lees(location.hash);
    // At once with the address, so that nothing of the state before is written over it; not every browser tells
    // in this way of an address that was typed.
    window.addEventListener("popstate", () => this.arrive());
    window.addEventListener("hashchange", () => location.hash !== this.address && this.arrive());
  }

  private arrive(): void {
    this.tijdlijn.arrive();
    if (location.hash === this.address) return;
    this.goTo(location.hash);
  }

  get toestand(): T {
    return this.nu;
  }

  /** The whole address of what is seen now. */
  get link(): string {
    return location.href.split("#")[0] + this.address;
  }

  listen(luisteraar: Luisteraar<T>): void {
    this.luisteraars.push(luisteraar);
  }

  /** Change the state. */
  set(deel: Partial<T>): void {
    this.apply(deel);
  }

  /** Go to what another address of this page shows, as one change. */
  goTo(adres: string): void {
    this.uitAdres = true;
    this.apply(keepSets(this.lees(adres), this.nu));
    this.uitAdres = false;
  }

  protected apply(deel: Partial<T>): void {
    const vorig = this.nu;
    this.nu = { ...vorig, ...deel };
    this.staat = false;
    if (!this.isHere()) this.tijdlijn.push(this.address);
    for (const luisteraar of this.luisteraars) luisteraar(this.nu, vorig);
  }

  private isHere(): boolean {
    const { address } = this;
    return location.hash === address || (location.hash === "" && address === this.eerste);
  }

  /** Change what stands in the address but needs no drawing; what is typed is no state to come back to. */
  quiet(deel: Partial<Stil>): void {
    this.nu = { ...this.nu, ...deel };
    const eerste = "zoom" in deel && !this.staat;
    if ("zoom" in deel) this.staat = true;
    if (this.isHere() || this.tijdlijn.loopt) return;
    // A row of zooms and shifts is one step back: to the picture as it was first drawn.
    if (eerste || "zoek" in deel) this.tijdlijn.replace(this.address);
    else this.tijdlijn.slide(this.address);
  }

  /** Add a value to a filter, or take it away. */
  toggle<W>(verzameling: ReadonlySet<W>, waarde: W): Set<W> {
    const nieuw = new Set(verzameling);
    if (!nieuw.delete(waarde)) nieuw.add(waarde);
    return nieuw;
  }

  private get address(): string {
    return this.schrijf(this.nu);
  }
}

/** A state with the sets of another one where they hold the same: who looks for a change compares which set it is. */
function keepSets<T extends object>(nieuw: T, oud: T): T {
  const delen = Object.entries(nieuw).map(([sleutel, waarde]: [string, unknown]) => {
    const had: unknown = oud[sleutel as keyof T];
    const gelijk = waarde instanceof Set && had instanceof Set && waarde.size === had.size && [...waarde].every((deel) => had.has(deel));
    return [sleutel, gelijk ? had : waarde];
  });
  return Object.fromEntries(delen) as T;
}

/** The parts of an address after its first word, by their key. */
export class Adresdelen {
  readonly begin: string;
  private readonly delen: Map<string, string>;

  constructor(adres: string) {
    const [begin, ...rest] = adres.slice(1).split("&");
    this.begin = begin;
    this.delen = new Map(
      rest.map((deel) => {
        const [sleutel, waarde = ""] = deel.split("=");
        return [sleutel, waarde] as const;
      }),
    );
  }

  /** As it stands in the address. */
  raw(sleutel: string): string {
    return this.delen.get(sleutel) ?? "";
  }

  text(sleutel: string): string {
    return decode(this.raw(sleutel));
  }

  list(sleutel: string): string[] {
    return this.raw(sleutel).split(",").filter(Boolean).map(decode);
  }

  /** Where the reader looks, as `Doek.stand` gives it; empty for what is no such thing. */
  get zoom(): string {
    return /^[\d.]+,-?[\d.]+,-?[\d.]+$/.test(this.text("zoom")) ? this.text("zoom") : "";
  }
}

/** An address from its first word, texts and lists; what is empty is left out. */
export function joinAddress(begin: string, delen: readonly (readonly [string, string])[], lijsten: readonly (readonly [string, readonly string[]])[], rest: readonly string[] = []): string {
  const tekst = [
    ...delen.filter(([, waarde]) => waarde).map(([sleutel, waarde]) => `${sleutel}=${encode(waarde)}`),
    ...lijsten.filter(([, waarden]) => waarden.length).map(([sleutel, waarden]) => `${sleutel}=${waarden.map(encodeURIComponent).sort().join(",")}`),
  ];
  return `#${[begin, ...tekst, ...rest].join("&")}`;
}

/** As in an address, with commas left legible. */
function encode(tekst: string): string {
  return encodeURIComponent(tekst).replaceAll("%2C", ",");
}

function decode(tekst: string): string {
  try {
    return decodeURIComponent(tekst);
  } catch {
    return "";
  }
}
