// Small helpers for elements. Text goes in by textContent only, never as markup.

const NA_TYPEN = 500;

type Kind = Node | string | null | undefined | false | "";
type Eigenschappen = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** Make an element: `el("button", { class: "x", onclick: f }, "tekst")`. */
export function el<K extends keyof HTMLElementTagNameMap>(
  naam: K,
  eigenschappen: Eigenschappen = {},
  ...kinderen: Kind[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) {
    if (typeof waarde === "function") element.addEventListener(sleutel.slice(2), waarde);
    else if (typeof waarde === "boolean") element.toggleAttribute(sleutel, waarde);
    else element.setAttribute(sleutel, waarde);
  }
  for (const kind of kinderen) if (kind) element.append(kind);
  return element;
}

/** A drawing of lines, twenty by twenty, for a button whose words say what it does. */
export function icon(lijnen: string): SVGSVGElement {
  const ruimte = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ruimte, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const pad = document.createElementNS(ruimte, "path");
  pad.setAttribute("d", lijnen);
  svg.append(pad);
  return svg;
}

/** Pixels of a small canvas per pixel of the page. */
export function pixelRatio(): number {
  return Math.min(2, window.devicePixelRatio || 1);
}

/** True on a narrow screen, where panels stand below the picture. */
export function narrow(): boolean {
  return window.matchMedia("screen and (max-width: 1000px)").matches;
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} ontbreekt`);
  return element;
}

/** Replace the children of an element; keeps the keyboard focus on the same `data-sleutel`. */
export function fill(element: HTMLElement, ...kinderen: Kind[]): void {
  keepFocus(element, () => element.replaceChildren(...kinderen.filter((kind): kind is Node | string => Boolean(kind))));
}

/** Make the inside of an element anew, with the focus on what has the same `data-sleutel` as before. */
export function keepFocus(element: HTMLElement, doe: () => void): void {
  const actief = document.activeElement;
  const sleutel = actief instanceof HTMLElement && element.contains(actief) ? actief.dataset.sleutel : undefined;
  doe();
  if (sleutel === undefined) return;
  for (const kind of element.querySelectorAll<HTMLElement>("[data-sleutel]")) {
    if (kind.dataset.sleutel === sleutel) kind.focus({ preventScroll: true });
  }
}

/** Tell a screen reader; what is said twice in a row differs by a space that is not heard, else it is said once. */
export function announce(tekst: string): void {
  window.clearTimeout(straks);
  const meld = byId("meld");
  const woorden = tekst.replaceAll("↔", "en").replaceAll("→", "naar");
  meld.textContent = meld.textContent === woorden ? `${woorden}\u00a0` : woorden;
}

let straks = 0;

/** Tell it once the reader stops typing, instead of at each letter. */
export function announceSoon(tekst: string): void {
  window.clearTimeout(straks);
  straks = window.setTimeout(() => announce(tekst), NA_TYPEN);
}

/** An arrow behind the words of a button: for the eye alone. */
export function onward(): HTMLElement {
  return el("span", { "aria-hidden": "true" }, " →");
}
