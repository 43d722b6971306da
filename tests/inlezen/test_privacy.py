from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import iban
from stdnum.be import nn

from netwerkkaart.fouten import Afsluitcode, NietToegelaten
from netwerkkaart.inlezen import read_bladen, read_tabel
from netwerkkaart.inlezen.privacy import bevat_rijksregisternummer, is_leerlingkolom, is_rijksregisternummer
from tests.voorbeelden import aantal

Schrijver = Callable[[str, str | bytes], Path]
Maker = Callable[..., Path]
# From the documentation of python-stdnum; no person's.
VOLWASSENE, KIND = "85073003328", "17073003384"


@st.composite
def rijksregisternummers(draw: st.DrawFn) -> str:
    """A made number of somebody born from 1930 to 2020."""
    jaar, maand, dag = draw(st.integers(1930, 2020)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    basis = f"{jaar % 100:02}{maand:02}{dag:02}{draw(st.integers(1, 997)):03}"
    return f"{basis}{97 - int(('2' if jaar >= 2000 else '') + basis) % 97:02}"


VORMEN = [
    lambda n: n,
    lambda n: f"{n[:2]}.{n[2:4]}.{n[4:6]}-{n[6:9]}.{n[9:]}",
    lambda n: f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:9]} {n[9:]}",
    lambda n: f"{n[:2]}/{n[2:4]}/{n[4:6]}-{n[6:9]}-{n[9:]}",
    lambda n: f"{n[:2]}.{n[2:4]}.{n[4:6]}\u2013{n[6:9]}.{n[9:]}",
    lambda n: f"{n[:2]}.{n[2:4]}.{n[4:6]}\u00a0{n[6:9]}.{n[9:]}",
    lambda n: f"{n[:6]}-{n[6:9]}-{n[9:]}",
    lambda n: f"{n[:6]} {n[6:9]}.{n[9:]}",
    lambda n: f"{n[:6]}-{n[6:]}",
    lambda n: f"{n}.0",
]
ROND = ["{}", "RRN {}", "Jan ({}) uit Gent", "zie {}.", "nummer:{}", "{}, 9000 Gent"]


@settings(max_examples=aantal(100))
@given(nummer=rijksregisternummers(), vorm=st.sampled_from(VORMEN), rond=st.sampled_from(ROND))
def test_every_form_is_found(nummer: str, vorm: Callable[[str], str], rond: str) -> None:
    assert nn.is_valid(nummer)
    assert is_rijksregisternummer(nummer)
    assert bevat_rijksregisternummer(rond.format(vorm(nummer))) or nummer.startswith("324")


def test_bis_numbers_count_too() -> None:
    assert bevat_rijksregisternummer("98.47.28-997.65")


@pytest.mark.parametrize(
    "tekst",
    [
        *(
            "+32 470 12 34 56",
            "+32470123456",
            "0032470123456",
            "0470 12 34 56",
            "011/22 33 44",
            "32 470 12 34 56",
        ),
        *(
            "BE68 5390 0754 7034",
            "BE68539007547034",
            "NL91ABNA0417164300",
            "FR76 3000 6000 0112 3456 7890 189",
        ),
        *("0207.437.468", "0207437468", "BE 0207.437.468", "2.012.312.345", "OVO001992"),
        *("2024-09-01 12:00", "01/09/2024", "01/09/2024 08:30:15", "9.00-12.00", "2024-2025 123 45"),
        *("215432.12345", "50.85073003328", "974816591f269bb7d74aa1720922651529f3d3b2", "a85073003328f"),
        *("850730033280", "8507300332", "85073003329", "85.13.30-033.28", ""),
    ],
)
def test_other_numbers_are_let_through(tekst: str) -> None:
    assert not bevat_rijksregisternummer(tekst)


@settings(max_examples=aantal(200))
@given(st.integers(400_000_000, 499_999_999))
def test_no_mobile_number_in_any_form(abonnee: int) -> None:
    n = str(abonnee)
    for vorm in (
        f"+32{n}",
        f"32{n}",
        f"0{n}",
        f"0{n[:3]}/{n[3:5]}.{n[5:7]}.{n[7:]}",
        f"+32 {n[:3]} {n[3:5]} {n[5:7]} {n[7:]}",
    ):
        assert not bevat_rijksregisternummer(vorm)


@settings(max_examples=aantal(200))
@given(st.integers(0, 10**12 - 1))
def test_no_iban(rekening: int) -> None:
    basis = f"{rekening // 100:010}"
    bban = basis + f"{int(basis) % 97 or 97:02}"
    nummer = f"BE{98 - int(bban + '111400') % 97:02}{bban}"
    assert not bevat_rijksregisternummer(nummer)
    assert not bevat_rijksregisternummer(iban.format(nummer))


# -- at the door ----------------------------------------------------------------------------------


def _geen_lek(fout: NietToegelaten, *nummers: str) -> None:
    alles = " ".join([fout.tekst, fout.hulp, str(fout), *map(str, fout.meldingen)])
    cijfers = "".join(teken for teken in alles if teken.isdigit())
    assert all(nummer not in cijfers for nummer in nummers)


@pytest.mark.parametrize("vorm", [VORMEN[0], VORMEN[1]])
def test_number_in_a_csv(schrijf: Schrijver, vorm: Callable[[str], str]) -> None:
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(schrijf("a.csv", f"id;opmerking\n1;x\n2;vraag van {vorm(KIND)}\n"))
    (melding,) = fout.value.meldingen
    assert (melding.bestand, melding.rij, melding.kolom, melding.waarde) == ("a.csv", 3, "opmerking", "")
    assert fout.value.code is Afsluitcode.NIET_TOEGELATEN
    _geen_lek(fout.value, KIND)


def test_number_comes_before_faults(schrijf: Schrijver) -> None:
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(schrijf("a.csv", f"id;id\n1;2;3\n2;{KIND};5\n{VOLWASSENE}\n"))
    assert [melding.rij for melding in fout.value.meldingen] == [4, 3]
    _geen_lek(fout.value, KIND, VOLWASSENE)


def test_number_as_header_is_not_repeated(schrijf: Schrijver) -> None:
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(schrijf("a.csv", f"1;{KIND}\n2;{VOLWASSENE}\n"))
    assert [(melding.rij, melding.kolom) for melding in fout.value.meldingen] == [(1, "B"), (2, "B")]
    _geen_lek(fout.value, KIND, VOLWASSENE)


def test_number_on_another_or_a_hidden_sheet(xlsx: Maker) -> None:
    pad = xlsx({"A": [["id"], ["1"]], "Oud": [["x", "y"], [None, int(VOLWASSENE)]]}, verborgen=["Oud"])
    for lees in (lambda: read_tabel(pad), lambda: read_tabel(pad, blad="A"), lambda: read_bladen(pad)):
        with pytest.raises(NietToegelaten) as fout:
            lees()
        (melding,) = fout.value.meldingen
        assert (melding.blad, melding.rij, melding.kolom) == ("Oud", 2, "y")
        _geen_lek(fout.value, VOLWASSENE)


def test_number_as_name_of_sheet_or_file(xlsx: Maker, schrijf: Schrijver) -> None:
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(xlsx({"A": [["id"], ["1"]], KIND: [["x"], [KIND]]}))
    assert {melding.blad for melding in fout.value.meldingen} == {"nummer 2"}
    _geen_lek(fout.value, KIND)
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(schrijf(f"leerling {KIND}.csv", "id\n1\n"))
    _geen_lek(fout.value, KIND)


def test_first_nought_lost_in_a_workbook(xlsx: Maker) -> None:
    nummers = []
    for teller in range(1, 6):
        basis = f"050723{teller:03}"
        nummers.append(f"{basis}{97 - int('2' + basis) % 97:02}")
    rijen = [["nr", "school"], *([int(nummer), "A"] for nummer in nummers)]
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(xlsx({"A": rijen}))
    assert "eerste nul" in fout.value.meldingen[0].tekst
    _geen_lek(fout.value, *nummers)


def test_kbo_columns_are_no_register_numbers(schrijf: Schrijver) -> None:
    basissen = [*range(2_000_000, 10_000_000, 80_001), *range(10_000_000, 10_100_000, 1_001)]
    for eerste in ("{:010}", "{}"):
        cellen = [eerste.format(basis * 100 + 97 - basis % 97) for basis in basissen]
        assert len(read_tabel(schrijf("a.csv", "nr;x\n" + "".join(f"{cel};1\n" for cel in cellen)))) == len(
            cellen
        )


def test_chance_hit_under_a_header_of_telephone_numbers(schrijf: Schrijver) -> None:
    for kop in ("telefoon", "GSM-nummer", "fax"):
        assert len(read_tabel(schrijf("a.csv", f"id;{kop}\n1;{VOLWASSENE}\n"))) == 1
    for kop in ("KBO nummer", "ovo", "iban", "vestigingsnummer", "btw"):  # these never have 11 digits
        with pytest.raises(NietToegelaten):
            read_tabel(schrijf("a.csv", f"id;{kop}\n1;{VOLWASSENE}\n"))
    for cel in (f"{VOLWASSENE[:2]}.07.30-033.28", f"{VOLWASSENE}\n2;{KIND}\n3;{VOLWASSENE}"):
        with pytest.raises(NietToegelaten):  # the true form, or too many to be chance
            read_tabel(schrijf("a.csv", f"id;telefoon\n1;{cel}\n"))


def test_column_of_other_numbers_of_eleven_digits(schrijf: Schrijver) -> None:
    cijfers = random.Random(1)
    codes = [VOLWASSENE, *(f"{cijfers.randrange(10**11):011}" for _ in range(2_000))]
    assert len(read_tabel(schrijf("a.csv", "code;x\n" + "".join(f"{code};1\n" for code in codes)))) == len(
        codes
    )


@pytest.mark.parametrize(
    "naam",
    [
        *(
            "leerling_naam",
            "Naam leerling",
            "naam van de leerling",
            "naamLeerling",
            "Leerling: voornaam",
            "LEERLINGNUMMER",
        ),
        *(
            "leerling id",
            "Lln.nr.",
            "voornaam kind",
            "Naam en voornaam kind",
            "kindnaam",
            "leerlingnaam",
            "namen leerlingen",
        ),
        *("adres leerling", "e-mail ouders", "GSM moeder", "naam vader", "telefoon ouder 1", "naam ouder(s)"),
        *(
            "geboortedatum",
            "Geb. datum",
            "geboorte-datum",
            "geboorteplaats",
            "datum geboorte",
            "Date of birth",
        ),
        *(
            "rijksregisternummer",
            "Rijksregisternr.",
            "rijksregister nr",
            "RRN",
            "INSZ",
            "insz-nummer",
            "NISS",
        ),
        *(
            "stamnummer",
            "stamboeknummer",
            "geslacht leerling",
            "klas leerling",
            "leerling klas",
            "diagnose kind",
        ),
        *(
            "naam jongere",
            "jongere: leeftijd",
            "dossiernummer cliënt",
            "naam\nleerling",
            "  Naam   Leerling ",
        ),
    ],
)
def test_columns_of_pupils(schrijf: Schrijver, naam: str) -> None:
    assert is_leerlingkolom(naam)
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(schrijf("a.csv", f'id;"{naam}"\n1;Piet Pienter\n'))
    assert [melding.rij for melding in fout.value.meldingen] == [1]
    assert "Pienter" not in str(fout.value.meldingen[0])


@pytest.mark.parametrize(
    "naam",
    [
        *("leerlingen", "aantal_leerlingen", "aantal_lln_kleuter", "Aantal lln.", "lln", "totaal leerlingen"),
        *(
            "aantal leerlingen per klas",
            "aantal kinderen",
            "% leerlingen",
            "capaciteit kinderen",
            "kost per leerling",
        ),
        *("id", "naam", "nummer_instelling", "instellingsnummer", "adres", "e-mail", "telefoon", "voornaam"),
        *(
            "naam_instelling",
            "naam_im",
            "nummer_hoofdstructuur",
            "intern_volgnr_vpl",
            "huisnr_vpl",
            "gemeente_vpl",
        ),
        *("naam leerlingenbegeleider", "contact leerlingbegeleiding", "naam CLB", "telefoon Kind & Gezin"),
        *(
            "naam Huis van het Kind",
            "e-mail oudervereniging",
            "doelgroep leerling",
            "leeftijd_van",
            "doelgroepen",
        ),
        *(
            "naam jongerenwerking",
            "naam aanbod jongeren",
            "kinderopvang",
            "code kinderopvang",
            "vestigings_nummer",
        ),
        *(
            "naam leersteuncentrum",
            "naam ondersteuningsnetwerk",
            "begindatum",
            "sinds",
            "kbo",
            "klas",
            "schooljaar",
        ),
    ],
)
def test_columns_that_are_welcome(schrijf: Schrijver, naam: str) -> None:
    assert not is_leerlingkolom(naam)
    assert read_tabel(schrijf("a.csv", f"x;{naam}\n1;2\n")).kolommen == ("x", naam)


def test_bare_leerling_is_judged_by_its_cells(schrijf: Schrijver) -> None:
    assert len(read_tabel(schrijf("a.csv", "id;leerling;ouder\n1;x;\n2;ja;nee\n3;120;4\n"))) == 3
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(schrijf("a.csv", "id;Leerling\n1;x\n2;Piet Pienter\n"))
    assert fout.value.meldingen[0].kolom == "Leerling"


def test_header_under_a_title_or_without_rows(schrijf: Schrijver, xlsx: Maker) -> None:
    with pytest.raises(NietToegelaten) as fout:
        read_tabel(xlsx({"A": [["Klaslijst"], [], ["school", "geboortedatum"], ["A", "x"]]}))
    assert fout.value.meldingen[0].rij == 3
    with pytest.raises(NietToegelaten):
        read_tabel(schrijf("a.csv", "id;geboortedatum\n"))


def test_real_files_hold_no_pupils(echt: Path) -> None:
    for pad in sorted(echt.rglob("*.csv")):
        assert len(read_tabel(pad)) > 0
