// The canvas: a drawing larger than its window that only slides while the reader pans or zooms.

import { select } from "d3-selection";
import { type D3ZoomEvent, zoom, type ZoomBehavior, zoomIdentity, type ZoomTransform } from "d3-zoom";
import { pixelRatio } from "../bediening/dom";
import type { Doos, Geplaatst } from "./etiketten";
import { apart, Vel } from "./vel";

/** From the coordinates of a view to pixels of the window. */
export interface Kijk {
  k: number;
  x: number;
  y: number;
  breed: number;
  hoog: number;
  /** How far the reader has zoomed in: 1 is the whole picture. */
  zoom: number;
  dpr: number;
  /** Parts of the window that titles and legends cover: no label may stand there. */
  bezet: readonly Doos[];
}

export interface Vak {
  links: number;
  boven: number;
  rechts: number;
  onder: number;
}

/** A part of the picture that lies below the rest and stays while the reader filters: drawn again when its key or the look changes. */
export interface Laag {
  /** All that it depends on, besides where one looks. */
  sleutel: string;
  /** It goes on beyond the extent of the picture. */
  ruim?: boolean;
  teken(ctx: CanvasRenderingContext2D, kijk: Kijk): void;
}

/** What a view tells the canvas. */
export interface Tekenaar {
  /** Extent of the picture, in coordinates of the view. */
  extent(): Vak;
  /** Room that the picture leaves free at each side, in pixels. */
  padding(breed: number, hoog: number): Vak;
  /** What lies below, from the lowest up. */
  lagen?(kijk: Kijk): readonly Laag[];
  /** Draw everything else; give the labels that were placed. */
  draw(ctx: CanvasRenderingContext2D, kijk: Kijk): Geplaatst[];
  /** Draw what lies on top: hover and keyboard focus. */
  drawTop(ctx: CanvasRenderingContext2D, kijk: Kijk): void;
  hover(x: number, y: number, kijk: Kijk): string;
  click(x: number, y: number, kijk: Kijk): void;
}

const MAX_ZOOM = 40;

export function toX(kijk: Kijk, x: number): number {
  return kijk.x + kijk.k * x;
}

export function toY(kijk: Kijk, y: number): number {
  return kijk.y + kijk.k * y;
}

/** The whole picture as the reader moved it. */
function moved(kijk: Kijk, { k, x, y }: ZoomTransform): Kijk {
  return { ...kijk, k: kijk.k * k, x: k * kijk.x + x, y: k * kijk.y + y, zoom: k };
}

/** Zoomed in so far, with a point of the picture in the middle. */
function aimed(kijk: Kijk, x: number, y: number, zoom: number): ZoomTransform {
  return zoomIdentity.translate(kijk.breed / 2 - zoom * toX(kijk, x), kijk.hoog / 2 - zoom * toY(kijk, y)).scale(zoom);
}

export class Doek {
  /** Below the picture itself; as many as a view ever asked for. */
  private readonly lagen: Vel[] = [];
  private readonly onder: HTMLElement;
  private readonly basis: Vel;
  private readonly top: Vel;
  private readonly vlak: HTMLElement;
  private readonly tip: HTMLElement;
  private readonly gedrag: ZoomBehavior<HTMLElement, unknown>;
  private transform: ZoomTransform = zoomIdentity;
  /** The whole picture as it was fitted when the transform was set: what a heading or window of another size changes. */
  private geijkt: Kijk | null = null;
  private getekend: ZoomTransform = zoomIdentity;
  private tekenaar: Tekenaar | null = null;
  private rust = 0;
  private beweegt = false;
  private gepland = 0;
  private opnieuw = false;
  private laatste: Kijk | null = null;
  /** Told after each drawing at rest: where the reader looks. */
  naRust: (stand: string) => void = () => undefined;

  constructor(private readonly host: HTMLElement) {
    this.vlak = host;
    this.onder = host.appendChild(document.createElement("div"));
    this.basis = new Vel(host);
    this.top = new Vel(host);
    this.tip = host.appendChild(document.createElement("div"));
    this.tip.className = "tip";
    this.tip.hidden = true;
    this.gedrag = zoom<HTMLElement, unknown>()
      .scaleExtent([1, MAX_ZOOM])
      .filter((event: Event) => this.accepts(event))
      .on("start", () => this.hideTip())
      .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => this.slide(event.transform))
      .on("end", () => this.settle(60));
    select(host).call(this.gedrag).on("dblclick.zoom", null);
    host.addEventListener("pointermove", (e) => this.onMove(e));
    host.addEventListener("pointerleave", () => this.hideTip());
    host.addEventListener("click", (e) => this.onClick(e));
    // What hovers goes away without moving the pointer, also while a field has the focus.
    document.addEventListener("keydown", (e) => e.key === "Escape" && this.hideTip(), true);
    new ResizeObserver(() => this.redraw()).observe(host);
  }

  /** One finger scrolls the page until the reader has zoomed in; the wheel zooms. */
  private accepts(event: Event): boolean {
    if (event instanceof MouseEvent && event.button !== 0) return false;
    if ("touches" in event) return (event as TouchEvent).touches.length > 1 || this.transform.k > 1.01;
    return true;
  }

  /** Draw something else, from where the reader looked at it (`stand`), or as a whole. */
  show(tekenaar: Tekenaar, stand = ""): void {
    this.tekenaar = tekenaar;
    this.restore(stand);
  }

  /** How far and at what the reader looks: zoom, and the middle as shares of the extent; empty for all of it. */
  private get stand(): string {
    const midden = this.middle();
    if (!this.tekenaar || !midden) return "";
    const vak = this.tekenaar.extent();
    const deel = (plaats: number, van: number, tot: number): string => ((plaats - van) / (tot - van)).toFixed(5).replace(/\.?0+$/, "");
    return [
      this.transform.k.toFixed(4).replace(/\.?0+$/, ""),
      deel(midden[0], vak.links, vak.rechts),
      deel(midden[1], vak.boven, vak.onder),
    ].join(",");
  }

  /** True while the reader sees the whole picture, where it was fitted. */
  private get geheel(): boolean {
    const { k, x, y } = this.transform;
    return k === 1 && x === 0 && y === 0;
  }

  /** What the reader zoomed to stands in the middle of the window; null while she sees the whole. */
  private middle(): [number, number] | null {
    if (!this.geijkt || this.geheel) return null;
    const kijk = moved(this.geijkt, this.transform);
    return [(kijk.breed / 2 - kijk.x) / kijk.k, (kijk.hoog / 2 - kijk.y) / kijk.k];
  }

  /** In a window, or under a heading, of another size now: what stood in the middle stays there. */
  private refit(): void {
    const { geijkt } = this;
    const nu = this.fitted();
    const midden = this.middle();
    if (midden && geijkt && (["k", "x", "y", "breed", "hoog"] as const).some((maat) => geijkt[maat] !== nu[maat])) this.take(aimed(nu, ...midden, this.transform.k));
  }

  /** Look at what a `stand` names, in a window of any size. */
  restore(stand: string): void {
    const [k, deelX, deelY] = stand.split(",").map(Number);
    if (!stand || !this.tekenaar || !Number.isFinite(k + deelX + deelY)) {
      this.reset();
      return;
    }
    const vak = this.tekenaar.extent();
    const x = vak.links + deelX * (vak.rechts - vak.links);
    const y = vak.boven + deelY * (vak.onder - vak.boven);
    this.setTransform(aimed(this.fitted(), x, y, Math.max(1, Math.min(MAX_ZOOM, k))));
  }

  /** Back to the whole picture. */
  reset(): void {
    this.setTransform(zoomIdentity);
  }

  private setTransform(transform: ZoomTransform): void {
    this.take(transform);
    this.redraw();
  }

  private take(transform: ZoomTransform): void {
    this.transform = transform;
    this.geijkt = this.fitted();
    // d3 keeps the transform on the element; setting it fires "zoom" and "end".
    select(this.host).call(this.gedrag.transform, transform);
    window.clearTimeout(this.rust);
    this.beweegt = false;
  }

  zoomBy(factor: number): void {
    select(this.host).call(this.gedrag.scaleBy, factor);
  }

  panBy(dx: number, dy: number): void {
    select(this.host).call(this.gedrag.translateBy, dx / this.transform.k, dy / this.transform.k);
  }

  /** Bring a part of the view into sight. */
  zoomTo(vak: Vak, vergroot = 8): void {
    const kijk = this.fitted();
    const breed = Math.max(1e-6, (vak.rechts - vak.links) * kijk.k);
    const hoog = Math.max(1e-6, (vak.onder - vak.boven) * kijk.k);
    const k = Math.max(1, Math.min(vergroot, 0.7 * Math.min(kijk.breed / breed, kijk.hoog / hoog)));
    this.setTransform(aimed(kijk, (vak.links + vak.rechts) / 2, (vak.boven + vak.onder) / 2, k));
  }

  /** Bring a point into sight when it is not, without changing the scale. */
  reveal(x: number, y: number): void {
    const kijk = moved(this.fitted(), this.transform);
    const px = toX(kijk, x);
    const py = toY(kijk, y);
    if (px > 30 && py > 30 && px < kijk.breed - 30 && py < kijk.hoog - 30) return;
    this.panBy(kijk.breed / 2 - px, kijk.hoog / 2 - py);
  }

  redraw(): void {
    if (this.gepland) return;
    this.gepland = requestAnimationFrame(() => {
      this.gepland = 0;
      this.render();
    });
  }

  /** The whole picture in the window as it is now. */
  private fitted(): Kijk {
    const breed = this.host.clientWidth;
    const hoog = this.host.clientHeight;
    const vak = this.tekenaar?.extent() ?? { links: 0, boven: 0, rechts: 1, onder: 1 };
    const rand = this.tekenaar?.padding(breed, hoog) ?? { links: 0, boven: 0, rechts: 0, onder: 0 };
    const ruimteX = Math.max(20, breed - rand.links - rand.rechts);
    const ruimteY = Math.max(20, hoog - rand.boven - rand.onder);
    const k = Math.min(ruimteX / (vak.rechts - vak.links), ruimteY / (vak.onder - vak.boven));
    const x = rand.links + ruimteX / 2 - (k * (vak.links + vak.rechts)) / 2;
    const y = rand.boven + ruimteY / 2 - (k * (vak.boven + vak.onder)) / 2;
    return { k, x, y, breed, hoog, zoom: 1, dpr: pixelRatio(), bezet: [] };
  }

  /** Boxes of the elements marked `data-bezet`, in pixels of the window. */
  private covered(): Doos[] {
    const kader = this.host.getBoundingClientRect();
    const dozen: Doos[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("[data-bezet]")) {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (!width || !height) continue;
      dozen.push({ x: left - kader.left + width / 2, y: top - kader.top + height / 2, b: width + 8, h: height + 4, hoek: 0 });
    }
    return dozen;
  }

  private render(): void {
    const { tekenaar, host } = this;
    if (!tekenaar || !host.clientWidth || !host.clientHeight) return;
    const begin = performance.now();
    this.refit();
    this.getekend = this.transform;
    // Titles and legends get a plate of paper when the picture runs on beneath them.
    document.documentElement.toggleAttribute("data-inzoom", this.transform.k > 1.02);
    const kijk = { ...moved(this.fitted(), this.transform), bezet: this.covered() };
    this.laatste = kijk;
    this.keepLayers(tekenaar.lagen?.(kijk) ?? [], kijk);
    const etiketten = this.basis.draw(kijk, !this.geheel, (ctx) => tekenaar.draw(ctx, kijk)) ?? [];
    this.renderTop();
    host.dataset.etiketten = JSON.stringify(
      etiketten.map(({ etiket, doos }) => ({
        tekst: etiket.regels.join(" "),
        doos: [doos.x, doos.y, doos.b, doos.h, doos.hoek].map((w) => Math.round(w * 1000) / 1000),
      })),
    );
    host.dataset.ms = String(Math.round(performance.now() - begin));
    host.dataset.beurt = String(Number(host.dataset.beurt ?? "0") + 1);
    this.naRust(this.stand);
    // What was drawn can change the legend, and so the room that labels have: once more, and then it stands.
    if (!this.opnieuw && JSON.stringify(this.covered()) !== JSON.stringify(kijk.bezet)) {
      this.opnieuw = true;
      this.render();
      this.opnieuw = false;
    }
  }

  private keepLayers(lagen: readonly Laag[], kijk: Kijk): void {
    while (this.lagen.length < lagen.length) this.lagen.push(new Vel(this.onder));
    this.lagen.forEach((vel, i) => {
      if (i < lagen.length) vel.keep(kijk, !this.geheel || lagen[i].ruim === true, lagen[i].sleutel, (ctx) => lagen[i].teken(ctx, kijk));
      else vel.hide();
    });
  }

  /** Draw what is in the window now on something else, one unit a pixel: at another scale, or as SVG. */
  drawOn(ctx: CanvasRenderingContext2D, dpr: number): void {
    if (!this.tekenaar || !this.laatste) return;
    const kijk = { ...this.laatste, dpr };
    const { tekenaar } = this;
    for (const laag of tekenaar.lagen?.(kijk) ?? []) apart(ctx, () => laag.teken(ctx, kijk));
    apart(ctx, () => tekenaar.draw(ctx, kijk));
    apart(ctx, () => tekenaar.drawTop(ctx, kijk));
  }

  /** Draw hover and focus again, and leave the rest. */
  renderTop(): void {
    const { tekenaar, laatste } = this;
    if (tekenaar && laatste) this.top.draw(laatste, !this.geheel, (ctx) => tekenaar.drawTop(ctx, laatste));
  }

  /** While moving: only slide and scale what is drawn. */
  private slide(t: ZoomTransform): void {
    this.transform = t;
    this.geijkt = this.fitted();
    this.beweegt = true;
    document.documentElement.toggleAttribute("data-ingezoomd", t.k > 1.01);
    const s = t.k / this.getekend.k;
    const [x, y] = [t.x - s * this.getekend.x, t.y - s * this.getekend.y];
    const kaal = [...this.lagen, this.basis, this.top].map((vel) => vel.slide(s, x, y, this.host.clientWidth)).some(Boolean);
    if (kaal || s < 0.75 || s > 2.2) this.settle(120);
  }

  private settle(wacht: number): void {
    window.clearTimeout(this.rust);
    this.rust = window.setTimeout(() => {
      this.beweegt = false;
      const { x, y, k } = this.getekend;
      if (x !== this.transform.x || y !== this.transform.y || k !== this.transform.k) this.render();
    }, wacht);
  }

  private place(event: MouseEvent): [number, number] {
    const kader = this.vlak.getBoundingClientRect();
    return [event.clientX - kader.left, event.clientY - kader.top];
  }

  private onMove(event: PointerEvent): void {
    if (this.beweegt || event.pointerType === "touch" || !this.tekenaar || !this.laatste) return;
    const [x, y] = this.place(event);
    const tekst = this.tekenaar.hover(x, y, this.laatste);
    this.host.style.cursor = tekst ? "pointer" : "";
    if (!tekst) {
      this.hideTip();
      return;
    }
    this.tip.textContent = tekst;
    this.tip.hidden = false;
    const links = x + this.tip.offsetWidth + 24 > this.host.clientWidth;
    this.tip.style.left = `${links ? x - this.tip.offsetWidth - 12 : x + 14}px`;
    this.tip.style.top = `${Math.min(y + 14, this.host.clientHeight - this.tip.offsetHeight - 6)}px`;
  }

  private hideTip(): void {
    this.tip.hidden = true;
  }

  private onClick(event: MouseEvent): void {
    // A click that ended a drag is not a choice: d3 prevents its default.
    if (event.defaultPrevented || !this.tekenaar || !this.laatste) return;
    const [x, y] = this.place(event);
    this.tekenaar.click(x, y, this.laatste);
  }
}
