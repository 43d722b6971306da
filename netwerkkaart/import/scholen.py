"""Importer of the official lists of schools, as they come.

Both forms are read: the list of sites (one row per site) and the pupil files (one row per class
group): rows of one site are joined, their levels united and their pupils summed, never kept finer.
Column names as seen in the files and public scripts of Onderwijs Vlaanderen.
"""

from __future__ import annotations

from collections.abc import Mapping

from netwerkkaart.importers import Importer
from netwerkkaart.inlezen.tabel import Tabel
from netwerkkaart.omzetten.context import Context, Koppeling, Oogst, faulty_file
from netwerkkaart.omzetten.kolommen import describe_match, match_columns
from netwerkkaart.omzetten.schoolrijen import read_schoolrijen
from netwerkkaart.omzetten.waarden import Cellen

KOPPEN: Mapping[str, tuple[str, ...]] = {
    "nummer": (
        "schoolnummer",
        "instellingsnummer",
        "nummer_instelling",
        "vestigings_nummer",
        "instelling",
        "nummer instelling",
    ),
    "volgnummer": (
        "intern_vplnummer",
        "intern_volgnr_vpl",
        "vestigingsplaats",
        "intern volgnummer vestigingsplaats",
    ),
    "bron_id": ("id",),
    "naam": ("naam_instelling", "naam instelling", "naam_vpl", "schoolnaam"),
    "straat": ("straatnaam_vpl", "straatnaam", "straat vpl"),
    "huisnummer": ("huisnr_vpl", "huisnr"),
    "bus": ("busnummer", "busnr_vpl"),
    "adres": (),
    "postcode": ("postnummer_vpl", "postnummer"),
    "gemeente": ("gemeente_vpl",),
    "fusiegemeente": ("fusiegemeente_vpl", "hoofdgemeente"),
    "nis": ("niscode", "nis_code"),
    "telefoon": ("telefoonnummer", "tel"),
    "email": ("e-mail", "e mail", "mail"),
    "website": ("url",),
    "kbo": ("kbo-nummer", "kbo nummer", "ondernemingsnummer"),
    "net": ("naam_net", "onderwijsnet"),
    "niveaus": ("onderwijsniveau", "niveau", "type"),
    "hoofdstructuren": ("nummer_hoofdstructuur", "ingerichte hoofdstructuren", "hoofdstructuur"),
    "leerlingen": (
        "aantal_lln",
        "aantal leerlingen",
        "aantal_inschrijvingen",
        "totaal_lln",
        "aantal_lln_totaal",
    ),
    "schooljaar": (),
    "clb": ("clb_naam", "naam_clb"),
    "leersteuncentrum": ("ondersteuningsnetwerk", "leersteun"),
    "bestuur": ("naam_im", "schoolbestuur", "beheerder(s)", "beheerders"),
    "scholengemeenschap": ("naam_sg",),
    "sinds": ("begindatum",),
    "tot": ("einddatum",),
}
"""Our column → headers under which it was seen. ``--kolom`` maps any other."""


def _read(tabel: Tabel, context: Context) -> Oogst:
    koppeling, meldingen = match_columns(tabel, KOPPEN, ("nummer", "naam"), context)
    koppeling, meldingen = _pupil_columns(tabel, koppeling), meldingen
    getoond = describe_match(tabel, koppeling)
    if faulty_file(meldingen):
        return Oogst([], tuple(meldingen), getoond, len(tabel))
    oogst = read_schoolrijen(Cellen(tabel, koppeling, context), context)
    return Oogst(oogst.uitspraken, (*meldingen, *oogst.meldingen), getoond, len(tabel), oogst.gemeenten)


def _pupil_columns(tabel: Tabel, koppeling: Koppeling) -> Koppeling:
    """Find the column of pupil totals by its beginning, as its end differs from year to year."""
    if "leerlingen" in koppeling.kolommen:
        return koppeling
    for nummer, kop in enumerate(tabel.kolommen):
        if kop.casefold().startswith("aantal_lln"):
            over = tuple(ander for ander in koppeling.ongebruikt if ander != kop)
            return Koppeling({**koppeling.kolommen, "leerlingen": nummer}, over)
    return koppeling


IMPORTER = Importer(
    "scholen",
    "De officiële lijst van scholen en vestigingsplaatsen (XLSX of CSV), zoals ze komt.",
    "Kolommen worden herkend aan hun gekende namen. Niveaus en thema volgen uit de hoofdstructuren; "
    "gemeenten worden NIS-codes; CLB, leersteuncentrum, bestuur en scholengemeenschap worden knopen en "
    "relaties. Leerlingen worden alleen als totaal per vestiging bewaard.",
    _read,
    volledig=True,
)
