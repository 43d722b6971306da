"""Pupil data in every corner of a file: refused, told with their place, never repeated."""

from __future__ import annotations

from tests.inlezen.vijandig.geval import LEERLING, Aanvaard, Geval, Geweigerd, bytes_van

# From the documentation of python-stdnum; no person's.
A = "85073003328"
B = "17073003384"
OP = f"{A[:2]}.{A[2:4]}.{A[4:6]}-{A[6:9]}.{A[9:]}"
GEHEIM = (A, B, OP, A[6:], OP[-6:])
ARK = {"s1": "De Ark"}


def _csv(
    id_: str, tekst: str, woorden: str = "Deze cel bevat een rijksregisternummer", bestand: str = "lijst.csv"
) -> Geval:
    return Geval(
        f"csv-{id_}", bestand, bytes_van(tekst.encode()), Geweigerd(LEERLING, woorden), geheim=GEHEIM
    )


def _vorm(id_: str, nummer: str) -> Geval:
    return _csv(f"vorm-{id_}", f"id;naam;soort;opmerking\ns1;De Ark;School;van {nummer} gehoord\n")


def _goed(id_: str, tekst: str, namen: dict[str, str] | None = None) -> Geval:
    return Geval(f"mag-{id_}", "lijst.csv", bytes_van(tekst.encode()), Aanvaard(namen or ARK))


def _kolom(naam: str, waarde: str = "Piet Pienter") -> Geval:
    tekst = f'id;naam;soort;"{naam}"\ns1;De Ark;School;{waarde}\n'
    return Geval(
        f"kolom-{naam}",
        "lijst.csv",
        bytes_van(tekst.encode()),
        Geweigerd(LEERLING, "gegevens van leerlingen"),
        geheim=(waarde,),
    )


def _nul_verloren() -> str:
    rijen = []
    for teller in range(1, 6):
        basis = f"050723{teller:03}"
        rijen.append(f"{basis}{97 - int('2' + basis) % 97:02}".lstrip("0"))
    return "nr;school\n" + "".join(f"{nummer};A\n" for nummer in rijen)


_VORMEN = {
    "kaal": A,
    "gewoon": OP,
    "spaties": "85 07 30 033 28",
    "schuin": "85/07/30-033-28",
    "zes-drie-twee": "850730 033 28",
    "zes-vijf": "850730-03328",
    "onderstreept": "85_07_30_033_28",
    "dubbelepunt": "85:07:30:033:28",
    "tilde": "85.07.30~033.28",
    "haakjes": "85.07.30 (033.28)",
    "los": "8 5 0 7 3 0 0 3 3 2 8",
    "duizendtallen": "85.073.003.328",
    "met-eeuw": "1985.07.30-033.28",
    "wetenschappelijk": "8,5073003328E+10",
    "nul-achter-de-komma": "85073003328.0",
    "rr-ervoor": "RR85073003328",
    "be-ervoor": "BE85073003328",
    "vaste-spaties": "85\u00a007\u202f30\u2009033\u00a028",
    "streepjes": "85.07.30\u2013033\u221228",
    "middenstippen": "85·07·30·033·28",
    "volle-breedte": "８５０７３００３３２８",
    "volle-breedte-opgemaakt": "８５．０７．３０－０３３．２８",
    "arabische-cijfers": "٨٥٠٧٣٠٠٣٣٢٨",
    "wiskundige-cijfers": "𝟾𝟻𝟶𝟽𝟹𝟶𝟶𝟹𝟹𝟸𝟾",
    "breedteloos": "850730\u200b03328",
    "zacht-koppelteken": "8507\u00ad3003328",
    "bis": "98.47.28-997.65",
}

GEVALLEN = (
    *(_vorm(id_, nummer) for id_, nummer in _VORMEN.items()),
    _csv("kop", f"id;naam;soort;{A}\ns1;De Ark;School;x\n"),
    _csv("code", f"id;naam;soort\n{A};De Ark;School\n"),
    _csv("kbo-kolom", f"id;naam;soort;kbo\ns1;De Ark;School;{A}\n"),
    _csv("op-nieuwe-regel", 'id;naam;soort\ns1;"De Ark\n85.07.30-\n033.28";School\n'),
    _csv("voorbij-de-kop", f"id;naam;soort\ns1;De Ark;School;{A}\n"),
    Geval(
        "csv-utf-16",
        "lijst.csv",
        bytes_van(f"id;naam;soort\ns1;{OP};School\n".encode("utf-16")),
        Geweigerd(LEERLING, "rijksregisternummer"),
        geheim=GEHEIM,
    ),
    _csv(
        "in-de-bestandsnaam", "id;naam;soort\ns1;De Ark;School\n", "De naam van het bestand", f"klas {OP}.csv"
    ),
    _csv("nullen-verloren", _nul_verloren(), "eerste nul verloren"),
    _csv(
        "over-twee-kolommen",
        "id;naam;soort;dag;rest\n" + "".join(f"s{n};A;School;85.07.30;033.28\n" for n in range(4)),
        "Deze kolom en de volgende",
    ),
    *map(
        _kolom,
        (
            *(
                "Voornaam leerling",
                "leerlingnaam",
                "Naam van het kind",
                "LLVoornaam",
                "lln: achternaam",
                "naam zoon",
            ),
            *(
                "e-mailadres moeder",
                "GSM ouder 1",
                "rijksregisternr.",
                "INSZ",
                "BIS-nummer",
                "NISS",
                "nr. RR",
                "eID-nummer",
            ),
            *(
                "Geboortedatum",
                "geb.datum",
                "date de naissance",
                "stamnummer",
                "thuissituatie leerling",
                "Leerling",
            ),
            *("afwezigheden leerling", "gegevens leerling", "Moeder"),
        ),
    ),
    _kolom("geb.", "12/03/2010"),
    Geval(
        "kolom-met-een-naam-erin",
        "lijst.csv",
        bytes_van(b"id;naam;soort;geboortedatum Piet Pienter\ns1;A;School;x\n"),
        Geweigerd(LEERLING, 'kolom "D"'),
        geheim=("Pienter",),
    ),
    _csv(
        "klaslijst", "voornaam;familienaam;klas\nPiet;Pienter;3B\n", "lijken samen een lijst van leerlingen"
    ),
    _csv(
        "fiche-naar-beneden",
        "id;s1\nsoort;School\nNaam leerling;Piet\nGeboortedatum;x\n",
        "kondigt gegevens van een leerling",
    ),
    _csv(
        "tweede-tabel-eronder",
        "id;naam;soort\ns1;De Ark;School\n;;\nNaam leerling;Geboortedatum;Klas\nPiet;x;3B\n",
        "kondigt gegevens van een leerling",
    ),
    # -- what looks alike and is welcome
    _goed("telefoon", "id;naam;soort;telefoon\ns1;De Ark;School;+32 470 12 34 56\n"),
    _goed("telefoon-zonder-plus", "id;naam;soort;telefoon\ns1;De Ark;School;32470123456\n"),
    _goed("kbo", "id;naam;soort;kbo\ns1;De Ark;School;0206.684.927\n"),
    _goed("totalen", "id;naam;soort;leerlingen\ns1;De Ark;School;312\n"),
    _goed("iban-in-tekst", "id;naam;soort;opmerking\ns1;De Ark;School;BE68 5390 0754 7034\n"),
    _goed("data-en-uren", "id;naam;soort;opmerking\ns1;De Ark;School;30/07/2024 08:30:15 tot 17.00\n"),
    _goed(
        "kindnamen-van-diensten",
        "id;naam;soort\ns1;Huis van het Kind;AndereOrganisatie\n",
        {"s1": "Huis van het Kind"},
    ),
)
