// A path that a canvas can draw and that can still be written down: a Path2D does not tell what it holds.

/** Two decimals: finer than a printer at 600 dots an inch, and short in a file. */
export function short(getal: number): string {
  return String(Math.round(getal * 100) / 100);
}

/** The methods of a path, written as the `d` of an SVG path. */
export class Padschrift {
  d = "";

  moveTo(x: number, y: number): void {
    this.d += `M${short(x)} ${short(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.d += `${this.d ? "L" : "M"}${short(x)} ${short(y)}`;
  }

  quadraticCurveTo(bx: number, by: number, x: number, y: number): void {
    this.d += `Q${short(bx)} ${short(by)} ${short(x)} ${short(y)}`;
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.d += `C${short(ax)} ${short(ay)} ${short(bx)} ${short(by)} ${short(x)} ${short(y)}`;
  }

  closePath(): void {
    if (this.d) this.d += "Z";
  }

  rect(x: number, y: number, b: number, h: number): void {
    this.d += `M${short(x)} ${short(y)}h${short(b)}v${short(h)}h${short(-b)}Z`;
  }

  roundRect(x: number, y: number, b: number, h: number, straal: number): void {
    const r = Math.min(straal, b / 2, h / 2);
    const boog = (dx: number, dy: number): string => `a${short(r)} ${short(r)} 0 0 1 ${short(dx)} ${short(dy)}`;
    this.d +=
      `M${short(x + r)} ${short(y)}h${short(b - 2 * r)}${boog(r, r)}v${short(h - 2 * r)}${boog(-r, r)}` +
      `h${short(2 * r - b)}${boog(-r, -r)}v${short(2 * r - h)}${boog(r, -r)}Z`;
  }

  arc(x: number, y: number, r: number, begin: number, eind: number, linksom = false): void {
    const rond = 2 * Math.PI;
    // As a canvas does: an angle of a whole turn or more is a circle, any other is taken within one turn.
    let hoek = linksom ? begin - eind : eind - begin;
    // A hair less than a whole turn stays that: adding a turn to it would round it to none.
    if (hoek < 0) hoek = ((hoek % rond) + rond) % rond;
    const vol = hoek >= rond;
    const teken = linksom ? -1 : 1;
    const punt = (a: number): string => `${short(x + r * Math.cos(a))} ${short(y + r * Math.sin(a))}`;
    this.d += `${this.d && !this.d.endsWith("Z") ? "L" : "M"}${punt(begin)}`;
    // In two parts: one arc of SVG cannot end where it began, nor tell a half turn's side.
    const deel = (vol ? rond : hoek) / 2;
    for (const stap of [1, 2]) this.d += `A${short(r)} ${short(r)} 0 0 ${linksom ? 0 : 1} ${punt(begin + teken * deel * stap)}`;
  }
}

/** A Path2D that keeps what was drawn in it. */
export class Pad extends Path2D {
  private readonly schrift = new Padschrift();

  constructor(d = "") {
    super(d);
    this.schrift.d = d;
  }

  /** As the `d` of an SVG path. */
  get d(): string {
    return this.schrift.d;
  }

  override moveTo(x: number, y: number): void {
    super.moveTo(x, y);
    this.schrift.moveTo(x, y);
  }

  override lineTo(x: number, y: number): void {
    super.lineTo(x, y);
    this.schrift.lineTo(x, y);
  }

  override bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    super.bezierCurveTo(ax, ay, bx, by, x, y);
    this.schrift.bezierCurveTo(ax, ay, bx, by, x, y);
  }

  override quadraticCurveTo(bx: number, by: number, x: number, y: number): void {
    super.quadraticCurveTo(bx, by, x, y);
    this.schrift.quadraticCurveTo(bx, by, x, y);
  }

  override closePath(): void {
    super.closePath();
    this.schrift.closePath();
  }

  /** Take in another path as it is. */
  override addPath(pad: Pad): void {
    super.addPath(pad);
    this.schrift.d += pad.d;
  }
}
