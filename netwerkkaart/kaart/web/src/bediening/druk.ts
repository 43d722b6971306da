// A picture on paper: as large as an A4 on its side holds it, and as it stands on the screen.

import { byId } from "./dom";

/** Width and height in pixels that the page of `druk.css` leaves free, less the top bar. */
const BREED = 1035;
const HOOG = 640;

/** Tell the style of print how large the picture is on screen, and how much smaller or larger it goes on paper. */
export function fitPrint(): void {
  window.addEventListener("beforeprint", () => {
    const { clientWidth, clientHeight } = byId("midden");
    if (!clientWidth || !clientHeight) return;
    const { style } = document.documentElement;
    style.setProperty("--druk-b", `${clientWidth}px`);
    style.setProperty("--druk-h", `${clientHeight}px`);
    style.setProperty("--druk-s", String(Math.min(BREED / clientWidth, HOOG / clientHeight)));
  });
}
