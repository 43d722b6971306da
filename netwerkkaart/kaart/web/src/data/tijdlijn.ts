// The states that the reader went through. They are the history of the browser, so that its buttons and ours agree.

/** How a state came to be the newest: by a choice, or by zooming on. */
type Stand = { stand: number; glijdt?: boolean | undefined };

export class Tijdlijn {
  private nr: number;
  private laatste: number;
  private readonly luisteraars: (() => void)[] = [];

  constructor() {
    // A page that is loaded again goes on where it was; what lay ahead is only known to the browser.
    this.nr = readStand()?.stand ?? 0;
    this.laatste = this.nr;
    this.write("replaceState", location.hash, { stand: this.nr });
  }

  get kanTerug(): boolean {
    return this.nr > 0;
  }

  get kanVerder(): boolean {
    return this.nr < this.laatste;
  }

  listen(luisteraar: () => void): void {
    this.luisteraars.push(luisteraar);
  }

  /** A new state; what lay ahead is gone. */
  push(adres: string): void {
    this.add(adres, false);
  }

  /** The present state, worded anew. */
  replace(adres: string): void {
    this.write("replaceState", adres, { stand: this.nr, glijdt: readStand()?.glijdt });
  }

  /** A state that only moved on from a moved one is no new step. */
  slide(adres: string): void {
    if (readStand()?.glijdt && !this.kanVerder) this.replace(adres);
    else this.add(adres, true);
  }

  back(): void {
    if (!this.kanTerug) return;
    // Counted at once: two quick presses may not leave the page.
    this.nr--;
    history.back();
    this.tell();
  }

  forward(): void {
    if (!this.kanVerder) return;
    this.nr++;
    history.forward();
    this.tell();
  }

  /** The address changed: by these buttons, those of the browser, or by hand. */
  arrive(): void {
    const stand = readStand();
    if (stand) this.nr = stand.stand;
    else {
      this.laatste = ++this.nr;
      this.write("replaceState", location.hash, { stand: this.nr });
    }
    this.laatste = Math.max(this.laatste, this.nr);
    this.tell();
  }

  private add(adres: string, glijdt: boolean): void {
    this.laatste = ++this.nr;
    this.write("pushState", adres, { stand: this.nr, glijdt });
    this.tell();
  }

  private write(hoe: "pushState" | "replaceState", adres: string, stand: Stand): void {
    try {
      history[hoe](stand, "", adres || undefined);
    } catch {
      // A browser that keeps the address of a file shut takes a new one by its hash alone.
      if (hoe === "pushState") location.hash = adres;
    }
  }

  private tell(): void {
    for (const luisteraar of this.luisteraars) luisteraar();
  }
}

function readStand(): Stand | null {
  const stand: unknown = history.state;
  return typeof stand === "object" && stand !== null && typeof (stand as Stand).stand === "number" ? (stand as Stand) : null;
}
