// An explanation that hovers goes away on Escape, until the pointer or the focus moves on.

/** Mind Escape for the whole page; the style sheet hides what `data-weg` tells to hide. */
export function dismissHover(): void {
  const wortel = document.documentElement;
  document.addEventListener("keydown", (event) => event.key === "Escape" && wortel.setAttribute("data-weg", ""), true);
  for (const soort of ["focusin", "pointerout"]) document.addEventListener(soort, () => wortel.removeAttribute("data-weg"));
}
