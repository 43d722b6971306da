"""The files: escaped, offline, the same bytes for the same data, and silent on what is hidden."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.fouten import NietGevonden
from netwerkkaart.graph.beeld import Beeld
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.kaart.invoer import KaartInvoer
from netwerkkaart.kaart.meta import Opties
from netwerkkaart.kaart.pagina import write_kaart
from netwerkkaart.kaart.rond import toon, write_rond
from netwerkkaart.kaart.sjabloon import json_block, make_page, script_text
from tests.kaart.conftest import Bezoek
from tests.kaart.proefdata import Proef, make_proef
from tests.kaart.test_browser import Open
from tests.voorbeelden import aantal

VALS = (
    "</script><script>window.gekraakt=1</script>",
    '"><img src=x onerror="window.gekraakt=1">',
    "href=javascript:window.gekraakt=1",
    "<!--<script>",
    "{{7*7}} ${7*7} \u2028 \u2029 \\u003c &lt;",
    "__proto__",
)


def _vals_beeld() -> Beeld:
    knopen = [
        (
            "School",
            f"s{i}<",
            {"naam": naam, "niveaus": ["lager"], "straat": naam, "website": f"https://x/{i}"},
        )
        for i, naam in enumerate(VALS)
    ]
    banden = [
        (
            "WERKT_SAMEN_MET",
            "c</script>",
            f"s{i}<",
            {"rid": f"r{i}", "bron": naam, "bron_datum": date(2026, 1, 1)},
        )
        for i, naam in enumerate(VALS)
    ]
    return Beeld.from_rows([("Clb", "c</script>", {"naam": VALS[0]}), *knopen], banden).op(date(2026, 2, 1))


@settings(max_examples=aantal(50))
@given(
    st.recursive(st.text() | st.integers() | st.none(), lambda k: st.lists(k) | st.dictionaries(st.text(), k))
)
def test_a_json_block_reads_back_and_cannot_end_its_element(waarde: object) -> None:
    tekst = json_block(waarde)
    assert json.loads(tekst) == waarde
    assert not set(tekst) & set("<>&\u2028\u2029")


def test_policy_names_exactly_the_code_in_the_page() -> None:
    pagina = make_page("t", "", {}, ["var a = '</script>'"], "p{}")
    beleid = re.search(r'Content-Security-Policy" content="([^"]*)"', pagina)
    assert beleid is not None
    for naam in ("script", "style"):
        code = re.search(rf"<{naam}>(.*?)</{naam}>", pagina, re.S)
        assert code is not None
        som = base64.b64encode(hashlib.sha256(code.group(1).encode()).digest()).decode()
        assert f"'sha256-{som}'" in beleid.group(1)
    assert "unsafe" not in beleid.group(1)
    assert script_text("</SCRIPT>") == "<\\/SCRIPT>"


def test_same_data_same_bytes_and_unix_line_ends(tmp_path: Path) -> None:
    inhoud = []
    for keer in range(2):
        proef = make_proef()
        pad = write_kaart(
            proef.beeld, tmp_path / f"{keer}.html", invoer=proef.invoer, opties=Opties("limburg")
        )
        inhoud.append(pad.read_bytes())
    assert inhoud[0] == inhoud[1]
    assert b"\r" not in inhoud[0].split(b'id="gegevens">')[0]
    inhoud[0].decode("utf-8")


def test_the_page_asks_for_nothing_from_outside(limburg_pagina: Path) -> None:
    tekst = limburg_pagina.read_text("utf-8")
    zonder_data = re.sub(r'id="gegevens">.*?</script>', "", tekst, flags=re.S)
    assert not re.findall(r'(?:src|href)=["\']?(?:https?:)?//', zonder_data)
    assert "@import" not in zonder_data
    assert "url(http" not in zonder_data


def test_what_is_intern_is_not_in_the_file_of_partners(tmp_path: Path) -> None:
    geheim = {
        "naam": "GEHEIM-NAAM",
        "opmerking": "GEHEIM-NOOT",
        "bron": "GEHEIM-BRON",
        "id": "geheim-id",
    }
    beeld = Beeld.from_rows(
        [
            ("School", "s", {"naam": "De Ark", "niveaus": ["lager"], "opmerking": geheim["opmerking"]}),
            ("Clb", "c", {"naam": "CLB Zicht"}),
            ("Jeugdhulpaanbieder", geheim["id"], {"naam": geheim["naam"], "vrijgave": "intern"}),
            ("Contactpersoon", "GEHEIM-PERSOON", {"naam": "GEHEIM-MENS"}),
            ("Hiaat", "GEHEIM-HIAAT", {"naam": "GEHEIM-TEKORT"}),
        ],
        [
            ("BEGELEIDT", "c", "s", {"rid": "1", "via": "GEHEIM-PERSOON", "bevestiging": "betwist"}),
            ("WERKT_SAMEN_MET", "c", geheim["id"], {"rid": "2", "bron": geheim["bron"]}),
            ("WERKT_SAMEN_MET", "c", "s", {"rid": "3", "bron": geheim["bron"], "vrijgave": "intern"}),
        ],
    ).op(date(2026, 1, 1))
    partners = write_kaart(beeld, tmp_path / "p.html").read_text("utf-8")
    assert "CLB Zicht" in partners
    assert "geheim" not in partners.casefold()
    assert '<section id="intern" aria-label="Voor wie" hidden>' in partners
    intern = write_kaart(beeld, tmp_path / "i.html", opties=Opties(profiel=Profiel.INTERN)).read_text("utf-8")
    assert geheim["naam"] in intern
    assert '<section id="intern" aria-label="Voor wie">Intern' in intern
    rond = toon(beeld, "c").html
    assert "geheim" not in rond.casefold()
    with pytest.raises(NietGevonden):
        toon(beeld, geheim["id"])


def test_surroundings_are_deterministic_and_say_what_is_left_out(proef: Proef) -> None:
    een, ander = toon(proef.beeld, "clb-00387", maximum=20), toon(proef.beeld, "clb-00387", maximum=20)
    assert een.html == ander.html
    blok = re.search(r'id="gegevens">(.*?)</script>', een.html, re.S)
    assert blok is not None
    gegevens = json.loads(blok.group(1))
    assert len(gegevens["nodes"]) == 20
    assert gegevens["geheel"] > 20
    assert {n["id"] for n in gegevens["nodes"]} >= {e["from"] for e in gegevens["edges"]}
    plekken = {(n["x"], n["y"]) for n in gegevens["nodes"]}
    assert len(plekken) == 20


def test_a_notebook_gets_one_escaped_frame(proef: Proef) -> None:
    tekst = toon(proef.beeld, "clb-00387")._repr_html_()
    assert tekst.startswith('<iframe srcdoc="')
    assert tekst.count("<") == 2
    assert 'sandbox="allow-scripts"' in tekst


def test_unknown_and_unfit_arguments(proef: Proef) -> None:
    with pytest.raises(NietGevonden, match="bestaat-niet"):
        toon(proef.beeld, "bestaat-niet")
    with pytest.raises(ValueError, match="at least 1"):
        toon(proef.beeld, proef.beeld.ids[0], diepte=0)


@pytest.mark.browser
@pytest.mark.parametrize("view", ["overzicht", "geografisch", "netwerk", "tabel"])
def test_hostile_names_are_shown_as_they_are(tmp_path: Path, open_pagina: Open, view: str) -> None:
    pad = write_kaart(_vals_beeld(), tmp_path / "vals.html", invoer=KaartInvoer())
    bezoek = open_pagina(pad, f"#{view}&kies=c%3C%2Fscript%3E")
    _nothing_ran(bezoek)
    paneel = bezoek.page.locator("#rechts").inner_text()
    for naam in VALS[:4]:
        assert naam in paneel


@pytest.mark.browser
def test_hostile_names_in_the_surroundings(tmp_path: Path, open_pagina: Open) -> None:
    pad = write_rond(_vals_beeld(), "c</script>", tmp_path / "rond.html")
    bezoek = open_pagina(pad)
    _nothing_ran(bezoek)
    assert VALS[1] in bezoek.page.locator("#lijst").inner_text()


def _nothing_ran(bezoek: Bezoek) -> None:
    assert bezoek.page.evaluate("() => window.gekraakt === undefined")
    assert bezoek.fouten == []
    assert len(bezoek.verzoeken) == 1
