"""Our page beside sigma.js, force-graph and pyvis: the same graph and the same places, in the same run.

    python -m benchmarks.kaart_anderen [organisaties banden]

The packages come from the npm registry into a temporary folder, apart from ``python -m benchmarks``.
Every library gets the places of our ring and no forces: only drawing is compared. *Usable* is the time
from opening the file to the first frame after the drawing; a *frame* is the time between two frames
while the mouse drags the picture (median and slowest). All run in software rendering, as on an office
laptop.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from netwerkkaart.graph.vrijgave import Profiel, beperk
from netwerkkaart.kaart.bouw import WEB
from netwerkkaart.kaart.gegevens import make_gegevens
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.ondergrond import standard_ground
from netwerkkaart.kaart.pagina import make_kaart
from netwerkkaart.kaart.sjabloon import json_block
from tests.browser import VLAGGEN, find_chromium
from tests.kaart.proefdata import Proef, make_proef

if TYPE_CHECKING:
    from playwright.sync_api import Page

WACHT = 90
"""Seconds that a page may take to open and to be dragged."""
PAKKETTEN = ("sigma", "graphology", "force-graph")
_SIGMA = """import Sigma from "sigma"; import Graph from "graphology";
const d = JSON.parse(document.getElementById("d").textContent), g = new Graph({ multi: true });
d.x.forEach((x, i) => g.addNode(i, { x, y: -d.y[i],
   size: 2, label: d.naam[i], color: d.kleur[i] }));
d.van.forEach((a, i) => g.addEdge(a, d.naar[i], { size: 0.4, color: "#c8c8c8" }));
new Sigma(g, document.getElementById("doek"));
requestAnimationFrame(() => requestAnimationFrame(() => (window.klaar = performance.now())));
"""
_FORCE = """import ForceGraph from "force-graph";
const d = JSON.parse(document.getElementById("d").textContent);
const nodes = d.x.map((x, i) => ({ id: i, name: d.naam[i], color: d.kleur[i],
  x, y: d.y[i], fx: x, fy: d.y[i] }));
const links = d.van.map((a, i) => ({ source: a, target: d.naar[i] }));
new ForceGraph(document.getElementById("doek")).cooldownTicks(0).linkWidth(0.4).autoPauseRedraw(true)
  .graphData({ nodes, links }).onRenderFramePost(() => (window.klaar ??= performance.now())).zoom(0.9);
"""
_VIS = """const d = JSON.parse(document.getElementById("d").textContent);
const nodes = d.x.map((x, i) => ({ id: i, label: d.naam[i], color: d.kleur[i],
  x, y: d.y[i], size: 4, shape: "dot" }));
const edges = d.van.map((a, i) => ({ from: a, to: d.naar[i], width: 0.4 }));
const n = new vis.Network(document.getElementById("doek"), { nodes, edges },
  { physics: false, edges: { smooth: false } });
n.once("afterDrawing", () => requestAnimationFrame(() => (window.klaar = performance.now())));
"""


def main() -> None:
    """Write the four pages, open each, and print a table."""
    if sys.argv[1:2] == ["meet"]:
        print(_measure(Path(sys.argv[2])))
        return
    n, m = (int(a) for a in sys.argv[1:3]) if len(sys.argv) > 2 else (603, 2_500)
    proef = make_proef("limburg" if n < 1_000 else None, n, m, 11)
    with TemporaryDirectory(prefix="anderen-") as map_:
        paden = _pages(Path(map_), proef)
        print(f"{n} organisaties, {m} banden")
        print("| pagina | bestand | bruikbaar | beeld bij slepen | traagste |")
        print("|---|---|---|---|---|")
        for naam, pad in paden.items():
            print(f"| {naam} | {pad.stat().st_size / 1e6:.2f} MB | {_apart(pad)} |")


def _apart(pad: Path) -> str:
    """Measure in a process of its own: a page that hangs then costs a minute, not the run."""
    opdracht = [sys.executable, "-m", "benchmarks.kaart_anderen", "meet", str(pad)]
    try:
        uit = subprocess.run(opdracht, check=True, capture_output=True, timeout=WACHT).stdout
    except subprocess.TimeoutExpired as fout:
        eerst = (fout.stdout or b"").decode().strip() or "niet klaar |"
        return f"{eerst} niet in {WACHT} s | –"
    return " ".join(uit.decode().split())


def _pages(map_: Path, proef: Proef) -> dict[str, Path]:
    beeld = beperk(proef.beeld, Profiel.PARTNERS)
    grond = standard_ground()
    g = make_gegevens(beeld, proef.invoer, grond, Opties())
    org, banden = cast("dict[str, list[int]]", g["organisaties"]), cast("dict[str, list[int]]", g["banden"])
    data = {
        "naam": org["naam"],
        "x": [x / 10 for x in org["rx"]],
        "y": [y / 10 for y in org["ry"]],
        "kleur": [("#0072B2", "#CC79A7", "#009E73", "#E69F00", "#D55E00")[s % 5] for s in org["soort"]],
        "van": banden["van"],
        "naar": banden["naar"],
    }
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is nodig voor deze meting.")
    subprocess.run(
        [npm, "i", "--no-audit", "--no-fund", *PAKKETTEN], cwd=map_, check=True, capture_output=True
    )
    vis = (files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js").read_text("utf-8")
    codes = {"sigma.js": _bundle(map_, "sigma", _SIGMA), "force-graph": _bundle(map_, "force", _FORCE)}
    codes["pyvis (vis-network)"] = f"{vis}\n{_VIS}"
    paden = {"netwerkkaart": map_ / "ons.html"}
    paden["netwerkkaart"].write_text(make_kaart(beeld, proef.invoer, grond), "utf-8")
    for naam, code in codes.items():
        paden[naam] = map_ / f"{naam[:5]}.html"
        veilig = code.replace("</script", "<\\/script")
        paden[naam].write_text(
            '<!doctype html><meta charset="utf-8"><style>html,body,#doek{margin:0;height:100%}</style>'
            '<div id="doek"></div>'
            f'<script type="application/json" id="d">{json_block(data)}</script><script>{veilig}</script>',
            "utf-8",
        )
    return paden


def _bundle(map_: Path, naam: str, bron: str) -> str:
    (map_ / f"{naam}.js").write_text(bron, "utf-8")
    esbuild = WEB / "node_modules" / ".bin" / "esbuild"
    uit = subprocess.run(
        [str(esbuild), f"{naam}.js", "--bundle", "--minify", "--format=iife"],
        cwd=map_,
        check=True,
        capture_output=True,
    )
    return uit.stdout.decode("utf-8")


def _measure(pad: Path) -> str:
    from playwright.sync_api import sync_playwright

    klaar = """() => window.klaar ?? (document.querySelector('#doek').dataset.ms
        ? Number(document.documentElement.dataset.klaar) : null)"""
    with sync_playwright() as spel:
        venster = spel.chromium.launch(
            executable_path=find_chromium(), args=[*VLAGGEN, "--enable-unsafe-swiftshader"]
        )
        page = venster.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(120_000)
        adres = pad.as_uri() + ("#netwerk" if pad.name == "ons.html" else "")
        page.goto(adres)
        bruikbaar = None
        for _ in range(600):
            bruikbaar = page.evaluate(klaar)
            if bruikbaar is not None:
                break
            page.wait_for_timeout(100)
        # Told at once: dragging may take longer than anybody waits.
        print("–" if bruikbaar is None else f"{float(bruikbaar) / 1000:.2f} s", "|", flush=True)
        page.wait_for_timeout(500)
        page.mouse.move(560, 420)
        page.mouse.down()
        tijden = _drag(page)
        venster.close()
    return f"{median(tijden):.0f} ms | {max(tijden):.0f} ms"


def _drag(page: Page) -> list[float]:
    """Times between frames while the mouse moves."""
    page.evaluate(
        "() => { const t = []; let v = performance.now(); const s = n => { t.push(n - v); v = n;"
        " if (t.length < 400) requestAnimationFrame(s); }; requestAnimationFrame(s); globalThis.__t = t; }"
    )
    for stap in range(40):
        page.mouse.move(560 + 4 * stap, 420 + 2 * stap)
    tijden = cast("list[float]", page.evaluate("() => globalThis.__t.slice()"))
    page.mouse.up()
    return tijden[2:] or [float("nan")]


if __name__ == "__main__":
    main()
