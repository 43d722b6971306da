// The states that the reader went through. They are the history of the browser, so that its buttons and ours agree.

/** How a state came to be the newest: by a choice, or by zooming on. */
type Stand = { stand: number; glijdt?: boolean | undefined };

/** After so many milliseconds a walk that was asked for is given up. */
const ONGEDULD = 5000;

export class Tijdlijn {
  /** Where the reader is or is on the way to. */
  private nr: number;
  private laatste: number;
  /** Where the browser is; it walks at its own pace, and forgets what is asked while it does. */
  private daar: number;
  private onderweg = 0;
  private readonly luisteraars: (() => void)[] = [];

  constructor() {
    // A page that is loaded again goes on where it was; what lay ahead is only known to the browser.
    this.nr = readStand()?.stand ?? 0;
    this.laatste = this.nr;
    this.daar = this.nr;
    this.write("replaceState", location.hash, { stand: this.nr });
  }

  get kanTerug(): boolean {
    return this.nr > 0;
  }

  get kanVerder(): boolean {
    return this.nr < this.laatste;
  }

  /** True from when a step is asked for until the browser has taken it. */
  get loopt(): boolean {
    return this.onderweg > 0;
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
    this.write("replaceState", adres, { stand: this.daar, glijdt: readStand()?.glijdt });
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
    this.walk();
    this.tell();
  }

  forward(): void {
    if (!this.kanVerder) return;
    this.nr++;
    this.walk();
    this.tell();
  }

  /** Send the browser to where the reader wants to be, once it stands still. */
  private walk(): void {
    if (this.onderweg || this.nr === this.daar) return;
    this.onderweg = window.setTimeout(() => {
      // It never came: stay where it is.
      this.onderweg = 0;
      this.nr = this.daar;
      this.tell();
    }, ONGEDULD);
    history.go(this.nr - this.daar);
  }

  /** The address changed: by these buttons, those of the browser, or by hand. */
  arrive(): void {
    const stand = readStand();
    const gevraagd = this.onderweg > 0;
    window.clearTimeout(this.onderweg);
    this.onderweg = 0;
    if (stand) {
      this.daar = stand.stand;
      if (!gevraagd) this.nr = this.daar;
    } else {
      this.daar = this.laatste = this.nr = this.daar + 1;
      this.write("replaceState", location.hash, { stand: this.nr });
    }
    if (this.nr !== this.daar) this.walk();
    this.laatste = Math.max(this.laatste, this.nr);
    this.tell();
  }

  private add(adres: string, glijdt: boolean): void {
    window.clearTimeout(this.onderweg);
    this.onderweg = 0;
    this.daar = this.laatste = this.nr = this.daar + 1;
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
