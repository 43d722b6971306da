"""The skeleton of a page that opens from disk: one file, no requests, a policy that allows only itself."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence

_TEKENS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_block(gegevens: object) -> str:
    r"""JSON that can stand in a script element, whatever the texts in it.

    >>> json_block({"naam": "</script><b>"})
    '{"naam":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return re.sub("[<>&\u2028\u2029]", lambda treffer: _TEKENS[treffer.group()], tekst)


def script_text(code: str) -> str:
    r"""Our own code as it can stand in a script element: ``</script`` and ``<!--`` are broken up.

    >>> script_text('x = "</script>"')
    'x = "<\\/script>"'
    """
    veilig = re.sub(r"</(?=script)", r"<\\/", code, flags=re.IGNORECASE).replace("<!--", "<\\!--")
    return veilig.replace("\r\n", "\n")


def policy(scripts: list[str], stijlen: list[str]) -> str:
    """Content-Security-Policy that allows exactly these scripts and styles, by their sha256."""

    def bronnen(teksten: list[str]) -> str:
        return " ".join(f"'sha256-{_sha256(tekst)}'" for tekst in teksten) or "'none'"

    return (
        f"default-src 'none'; script-src {bronnen(scripts)}; style-src {bronnen(stijlen)}; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _sha256(tekst: str) -> str:
    return base64.b64encode(hashlib.sha256(tekst.encode("utf-8")).digest()).decode("ascii")


def make_page(
    titel: str,
    lijf: str,
    gegevens: object,
    scripts: Sequence[str],
    stijl: str,
    blokken: Mapping[str, object] | None = None,
) -> str:
    r"""A whole page as text with ``\n``; the same arguments give the same bytes.

    Args:
        titel: title of the window, as plain text.
        lijf: markup of our own for the body; texts of users belong in ``gegevens``.
        gegevens: what the script reads from the element ``#gegevens``.
        scripts: code, in the order in which it runs: ours, or of a library that we ship.
        stijl: our own style sheet.
        blokken: more data by the id of its element, after the scripts: these start before it is read.
    """
    codes = [script_text(script) for script in scripts]
    blad = stijl.replace("\r\n", "\n").replace("</", "<\\/")
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(codes, [blad])}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{html.escape(titel)}</title>\n<style>{blad}</style>\n</head>\n<body>\n{lijf}\n"
        f'<script type="application/json" id="gegevens">{json_block(gegevens)}</script>\n'
        + "".join(f"<script>{code}</script>\n" for code in codes)
        + "".join(
            f'<script type="application/json" id="{id_}">{json_block(blok)}</script>\n'
            for id_, blok in (blokken or {}).items()
        )
        + "</body>\n</html>\n"
    )
