"""Parts of the page's code on their own, bundled as the page itself is, so that a test can call them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netwerkkaart.kaart import bouw

if TYPE_CHECKING:
    from playwright.sync_api import Page


# By its module, as the build does: whether its program is a script or a binary depends on how it was installed.
_BUNDEL = """
import { buildSync } from "esbuild";
const bron = { contents: process.argv[1], resolveDir: process.cwd() };
const uit = buildSync({ stdin: bron, bundle: true, format: "iife", globalName: "deel", write: false });
process.stdout.write(uit.outputFiles[0].text);
"""


def load_parts(page: Page, delen: Sequence[str], hulp: str = "") -> None:
    """Give a page what these modules of ``web/src`` export, as properties of the global ``deel``.

    Args:
        page: an empty page.
        delen: modules, without ``.ts``.
        hulp: more script of the test itself.
    """
    bron = "".join(f'export * from "./src/{deel}";' for deel in delen)
    gebundeld = subprocess.run(
        [*bouw._tools()[0], "--input-type=module", "-e", _BUNDEL, bron],
        cwd=bouw.WEB, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    page.evaluate(f"() => {{ {gebundeld.stdout}\n globalThis.deel = deel; {hulp} }}")
