"""A sole practitioner keeps her place in what others get, and nothing of what names her."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from netwerkkaart.agenda.maken import make_agenda
from netwerkkaart.agenda.pagina import write_agenda
from netwerkkaart.analyse.bereik import compute_reach
from netwerkkaart.analyse.drempels import STANDAARD
from netwerkkaart.export.formaten import FORMATEN, find_formaat
from netwerkkaart.export.gegevens import Kop
from netwerkkaart.export.keuze import choose
from netwerkkaart.export.schrijven import write_export
from netwerkkaart.graph.afscherming import Afscherming, stand_in_name
from netwerkkaart.graph.beeld import Beeld, KnoopRij, RelatieRij
from netwerkkaart.graph.lezen import read_beeld
from netwerkkaart.graph.store import Store
from netwerkkaart.graph.toen import Tijden
from netwerkkaart.graph.vrijgave import Profiel, beperk, beperk_tijden, beperk_zonder
from netwerkkaart.rapport.zicht import limit_times
from netwerkkaart.schema.uitspraken import Uitspraak
from tests.graph.hulp import knoop, relatie, voer_in

DAG = date(2026, 6, 1)
JAN, MIA, VRIJ = "ggz:jan-peeters", "ggz:mia-vossen", "naft:els-claes"
VERBODEN = ("Peeters", "Vossen", "Kapelstraat", "peeters", "vossen", "089 77", "08977", "0207123")
_VERBAND = ("WERKT_SAMEN_MET", "LIGT_IN", "NEEMT_DEEL_AAN", "BIEDT", "BEREIKT", "BEGELEIDT")


def _rows(naam: str = "Psychologenpraktijk Jan Peeters") -> tuple[list[KnoopRij], list[RelatieRij]]:
    zelf = {"zelfstandige": True, "straat": "Kapelstraat", "huisnummer": "7", "postcode": "3600"}
    knopen: list[KnoopRij] = [
        ("School", "s", {"naam": "De Ark", "niveaus": ["secundair"]}),
        ("Clb", "c", {"naam": "CLB Genk", "opmerking": "bel Jan Peeters"}),
        (
            "GeestelijkeGezondheidszorg",
            JAN,
            {
                **zelf,
                "naam": naam,
                "email": "jan@peeters-praktijk.be",
                "telefoon": "089 77 88 99",
                "website": "https://www.janpeeters.be",
                "kbo": "0207123456",
                "ook_bekend_als": ["Peeters Jan"],
            },
        ),
        (
            "GeestelijkeGezondheidszorg",
            MIA,
            {**zelf, "naam": "Dr. Mia Vossen", "email": "mia.vossen@mail.be"},
        ),
        ("NaftAanbieder", VRIJ, {"naam": "Els Claes", "zelfstandige": True, "vrijgave": "openbaar"}),
        (
            "Aanbod",
            "aanbod:peeters-1",
            {
                "naam": "Rouwgroep bij Peeters",
                "themas": ["2"],
                "continuum": ["voorkomen"],
                "doelgroepen": ["leerling"],
            },
        ),
        ("Forum", "forum:jan-peeters", {"naam": "Tafel van Jan Peeters", "regio": "limburg"}),
        ("Gemeente", "nis:71016", {"naam": "Genk", "nis": "71016"}),
        ("Regio", "regio:limburg", {"naam": "Limburg", "code": "limburg"}),
    ]
    paren: Sequence[tuple[str, str, str]] = [
        *(("LIGT_IN", id_, "nis:71016") for id_ in ("s", "c", JAN, MIA, VRIJ)),
        ("DEEL_VAN", "nis:71016", "regio:limburg"),
        ("BEGELEIDT", "c", "s"),
        ("WERKT_SAMEN_MET", "c", JAN),
        ("WERKT_SAMEN_MET", MIA, "s"),
        ("BIEDT", JAN, "aanbod:peeters-1"),
        ("BEREIKT", "aanbod:peeters-1", "regio:limburg"),
        *(("NEEMT_DEEL_AAN", id_, "forum:jan-peeters") for id_ in ("c", JAN, MIA)),
    ]
    relaties: list[RelatieRij] = []
    for type_, van, naar in paren:
        if type_ == "WERKT_SAMEN_MET" and naar < van:
            van, naar = naar, van
        rid = f"{type_}|{van}" if type_ in ("LIGT_IN", "DEEL_VAN") else f"{type_}|{van}|{naar}"
        relaties.append((type_, van, naar, {"rid": rid, "bron": "Mail van jan peeters"}))
    return knopen, relaties


def _view(naam: str = "Psychologenpraktijk Jan Peeters") -> Beeld:
    return Beeld.from_rows(*_rows(naam)).op(DAG)


def _silent(wat: bytes | str) -> None:
    tekst = wat.decode("utf-8", "replace") if isinstance(wat, bytes) else wat
    assert [woord for woord in VERBODEN if woord in tekst] == []


def _everything(beeld: Beeld) -> str:
    tabellen = [(t.rids, t.kolommen) for t in beeld.relaties.values()]
    return json.dumps(
        [list(beeld.ids), {n: list(k) for n, k in beeld.kolommen.items()}, tabellen], default=str
    )


@pytest.mark.parametrize("profiel", [Profiel.PARTNERS, Profiel.OPENBAAR])
def test_the_limited_view_holds_nothing_that_names_her(profiel: Profiel) -> None:
    klein = beperk(_view(), profiel)
    _silent(_everything(klein))
    assert VRIJ in klein.nummer, "who released her own name keeps it"


def test_she_keeps_kind_municipality_ties_and_seats() -> None:
    vol, klein = _view(), beperk(_view(), Profiel.PARTNERS)
    assert len(klein) == len(vol)
    assert {t: len(klein.van_type(t)) for t in _VERBAND} == {t: len(vol.van_type(t)) for t in _VERBAND}
    namen = [klein.naam(k) for k in range(len(klein)) if klein.ids[k].startswith("zelfstandige:")]
    ggz = "Zelfstandige in de geestelijke gezondheidszorg in Genk"
    assert sorted(namen) == [f"{ggz} (1)", f"{ggz} (2)"]
    for tabel in klein.relaties.values():
        assert list(tabel.rids) == sorted(tabel.rids)
    assert compute_reach(klein, STANDAARD).beeld is klein


def test_stand_ins_stay_when_she_is_renamed_and_when_limited_twice() -> None:
    een, ander = (beperk(_view(n), Profiel.PARTNERS) for n in ("Jan Peeters", "Praktijk De Kapel"))
    assert een.ids == ander.ids
    nog_eens = beperk(een, Profiel.PARTNERS)
    assert (nog_eens.ids, nog_eens.kolom("naam")) == (een.ids, een.kolom("naam"))


def test_the_code_of_a_stand_in_cannot_be_computed_from_hers() -> None:
    knopen, relaties = _rows()
    codes = []
    for imp in ("imp:20260101T000000Z-11111111", "imp:20260101T000000Z-22222222"):
        met = [(label, id_, {**velden, "imp": imp}) for label, id_, velden in knopen]
        codes.append(Afscherming.of("partners", Beeld.from_rows(met, relaties)).schuilcodes[JAN])
    assert codes[0] != codes[1]


def test_only_a_release_for_these_readers_wins() -> None:
    knopen, relaties = _rows()
    for vrijgave, ziet in (("partners", True), ("openbaar", True), ("intern", False)):
        met = [(la, i, {**v, "vrijgave": vrijgave} if i == JAN else v) for la, i, v in knopen]
        klein = beperk(Beeld.from_rows(met, relaties), Profiel.PARTNERS)
        assert (JAN in klein.nummer) is ziet
        if vrijgave == "intern":
            _silent(_everything(klein))


def test_former_states_say_no_more_than_the_present() -> None:
    knopen, relaties = _rows()
    toen = [(la, i, {k: w for k, w in v.items() if k != "zelfstandige"}) for la, i, v in knopen]
    vroeger, nu = Beeld.from_rows(toen, relaties), Beeld.from_rows(knopen, relaties)
    tijden = Tijden((date(2025, 1, 1), DAG), (vroeger, nu), nu)
    for klein in (beperk_tijden(tijden, Profiel.PARTNERS), limit_times(tijden, Profiel.PARTNERS)):
        for beeld in (*klein.gekend, klein.nu):
            _silent(_everything(beeld))
            assert beeld.ids == klein.nu.ids


def _stopped() -> Beeld:
    """The view at a day when she is no more; others tell of her still."""
    knopen, relaties = _rows()
    met = [(la, i, {**v, "tot": date(2026, 1, 1)} if i in (JAN, MIA) else v) for la, i, v in knopen]
    return Beeld.from_rows(met, relaties).op(DAG)


def test_who_stopped_is_named_no_more_in_texts_of_others() -> None:
    klein = beperk(_stopped(), Profiel.PARTNERS)
    assert not any(id_.startswith("zelfstandige:") for id_ in klein.ids)
    _silent(_everything(klein))


def test_a_form_names_her_to_nobody_but_herself() -> None:
    anderen, zelf = beperk_zonder(_view()), beperk_zonder(_view(), JAN)
    _silent(_everything(anderen))
    assert not any(id_.startswith("zelfstandige:") for id_ in (*anderen.ids, *zelf.ids))
    assert [id_ for id_ in (JAN, MIA) if id_ in zelf.nummer] == [JAN]


@pytest.mark.parametrize("beeld", [_view(), _stopped()], ids=["is there", "stopped"])
@pytest.mark.parametrize("naam", FORMATEN)
def test_no_export_names_her(naam: str, beeld: Beeld, tmp_path: Path) -> None:
    formaat = find_formaat(naam)
    pad = tmp_path / f"uit{formaat.ending}"
    kop = Kop(DAG, Profiel.PARTNERS, None, False)
    keuze = choose(beeld, kop, formaat.leest)
    write_export(formaat, keuze, pad)
    for bestand in [pad] if pad.is_file() else [p for p in pad.rglob("*") if p.is_file()]:
        _silent(bestand.name)
        inhoud = bestand.read_bytes()
        if zipfile.is_zipfile(BytesIO(inhoud)):
            with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
                for naam in zip_.namelist():
                    _silent(naam)
                    _silent(zip_.read(naam))
        _silent(inhoud)


def test_the_agenda_names_her_not(tmp_path: Path) -> None:
    klein = beperk(_view(), Profiel.PARTNERS)
    forum = int(klein.van_soort("Forum")[0])
    blad = make_agenda(klein, klein.op, forum, STANDAARD)
    _silent(write_agenda(blad, tmp_path).read_bytes())


def test_both_engines_give_the_same_stand_ins(store: Store) -> None:
    uit: list[Uitspraak] = [
        knoop("Clb", "c", naam="CLB Genk"),
        knoop("GeestelijkeGezondheidszorg", JAN, naam="Jan Peeters", zelfstandige=True),
        relatie("WERKT_SAMEN_MET", "c", JAN, bron="Mail van Jan Peeters"),
    ]
    voer_in(store, uit)
    klein = beperk(read_beeld(store), Profiel.PARTNERS)
    _silent(_everything(klein))
    schuil = Afscherming.of("partners", read_beeld(store)).stand_in(JAN)
    assert klein.ids[: klein.aantal_organisaties] == ["c", schuil]
    assert klein.naam(1) == stand_in_name(klein, 1) == "Zelfstandige in de geestelijke gezondheidszorg"
