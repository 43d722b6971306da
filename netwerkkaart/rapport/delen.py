"""Sections that several reports share: where a region stands, what changed, what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from netwerkkaart.analyse.basis import LEEFTIJD, counted, enumerate_words, number, percentage
from netwerkkaart.analyse.indicatoren import ALLES
from netwerkkaart.analyse.tekening import Reeks, Staaf, Staven
from netwerkkaart.graph.vrijgave import Profiel
from netwerkkaart.rapport.bouwstenen import (
    kind_words,
    make_figure,
    picture,
    readable,
    rows_table,
    tell,
    without_area,
    written_date,
)
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.cijfers import key_figures
from netwerkkaart.rapport.model import (
    Alinea,
    Blok,
    Cijfers,
    Deel,
    Figuur,
    Kader,
    Kop,
    Lijst,
    Tabel,
    Vaststelling,
)
from netwerkkaart.schema.vocabularia import STAP

SOORTEN = ("banden", "leden van een lerend netwerk", "zetels in een forum", "aanbod", "ketens gesloten")
"""What the table of changes tells of, by its name among the figures of ``evolutie``."""


def summary(bron: Bron, inleiding: str) -> Deel:
    """What somebody reads who reads one page: key figures and at most three findings."""
    vondsten: list[Blok] = [
        Vaststelling(
            code, f"{bevinding.kop}: {bevinding.zin}", bron.command(_FINDINGS[code]), (bevinding.uitleg,)
        )
        for code, bevinding in bron.bevindingen.items()
    ]
    return Deel("In het kort", (Alinea(inleiding, soort="inleiding"), Cijfers(key_figures(bron)), *vondsten))


_FINDINGS = {
    "hiaat": "keten",
    "witte vlek": "keten",
    "volzet": "keten",
    "niet verbonden": "keten",
    "breekbare brug": "bruggen",
    "nieuwe band": "nieuwe-bruggen",
}


def where_it_stands(bron: Bron) -> Deel:
    """Offers by theme, step and target group, chains, and who was asked."""
    return Deel(
        "Waar staan we?",
        (
            Alinea(
                "Thema 1 gaat over kleuter- en lager onderwijs (−12), thema 2 over secundair onderwijs "
                "(+12). Het continuüm heeft vier stappen: voorkomen, heroriënteren naar onderwijs, "
                "toeleiden naar werk en alternatieve dagbesteding. Voor −12 tellen de eerste twee."
            ),
            Kop("Aanbod"),
            tell(bron, "hiaten"),
            *picture(bron, "hiaten", "Oordeel per stap en doelgroep"),
            *_verdicts(bron),
            Kop("Ketens van scholen"),
            tell(bron, "ketencijfers"),
            tell(bron, "open-stappen"),
            *picture(bron, "open-stappen", "Open stappen, naar wat zou helpen"),
        ),
    )


_UITLEG = {
    "gedekt": "Er is aanbod met plaats, en de meeste scholen geraken er.",
    "volzet": "Er is aanbod, maar alles zit vol.",
    "niet verbonden": "Er is aanbod met plaats, maar te veel scholen hebben er geen weg naartoe.",
    "hiaat": "In kaart gebracht, en er is geen aanbod.",
    "witte vlek": "Er is geen gekend aanbod, en niemand bracht dit in kaart.",
}


def _verdicts(bron: Bron) -> tuple[Blok, ...]:
    """How many cells have each verdict, per theme, with what the verdict means."""
    telling = Counter((rij.thema, str(rij.oordeel)) for rij in bron.run("hiaten").rijen)
    rijen = tuple(
        (oordeel, uitleg, *(str(telling[thema, oordeel]) for thema in LEEFTIJD))
        for oordeel, uitleg in _UITLEG.items()
    )
    if not any(telling[thema, oordeel] for thema in LEEFTIJD for oordeel in _UITLEG):
        return ()
    return (Tabel("Oordelen, geteld", ("Oordeel", "Betekenis", *LEEFTIJD.values()), rijen),)


def what_changed(bron: Bron) -> Deel:
    """What happened in the period, and what was only mapped."""
    assert bron.tijden is not None, "a report of progress has a period"
    van, tot = (written_date(dag) for dag in (bron.tijden.momenten[0], bron.tijden.momenten[-1]))
    rijen = tuple(
        (_name(wat), *(number(bron.figure("evolutie", f"{wat}: {sleutel}")) for sleutel in _STATEN))
        for wat in SOORTEN
    )
    koppen = ("Wat", "Toen gekend", "Toen, zoals nu gekend", "Nu", "Echt erbij", "Echt weg")
    return Deel(
        "Wat is er veranderd?",
        (
            Alinea(
                f"We vergelijken {van} met {tot}. Wat toen al bestond maar pas later in kaart kwam, is geen "
                "vooruitgang van het netwerk, wel van wat we weten. Daarom staan er twee cijfers voor toen."
            ),
            tell(bron, "evolutie"),
            *_states(bron, "banden", "Banden tussen organisaties"),
            *_states(bron, "ketens gesloten", "Gesloten ketens"),
            Tabel(f"Van {van} tot {tot}", koppen, rijen),
        ),
    )


_STATEN = ("toen, toen gekend", "toen, nu gekend", "nu", "erbij door tijd", "eraf door tijd")


def _name(wat: str) -> str:
    naam = "gesloten ketens" if wat == "ketens gesloten" else wat
    return naam[0].upper() + naam[1:]


def _states(bron: Bron, wat: str, bijschrift: str) -> tuple[Figuur, ...]:
    """The three states as bars: what was there, what was mapped since, what happened since."""
    toen, achteraf, nu, kennis, tijd = (
        bron.figure("evolutie", f"{wat}: {sleutel}")
        for sleutel in (*_STATEN[:3], "erbij door kennis", "erbij door tijd")
    )
    if not max(toen, achteraf, nu):
        return ()
    staven = (
        Staaf("toen gekend", (float(toen), 0.0, 0.0)),
        Staaf("toen, zoals nu gekend", (float(achteraf - kennis), float(kennis), 0.0)),
        Staaf("nu", (float(nu - tijd), 0.0, float(tijd))),
    )
    reeksen = (
        Reeks("was er al", "onbekend"),
        Reeks("in kaart gebracht, bestond al", "neutraal"),
        Reeks("echt gebeurd", "goed"),
    )
    return (make_figure(Staven(bijschrift, _name(wat).lower(), reeksen, staven), bijschrift),)


def bridges(bron: Bron) -> Deel:
    """Ties between sectors: which are fragile, which new ones help most."""
    nieuw = bron.run("nieuwe-bruggen")
    return Deel(
        "Bruggen tussen sectoren",
        (
            Alinea(
                "Een brug is een band tussen twee sectoren. Ze is breekbaar als ze de enige is tussen die "
                "twee sectoren van die twee gemeenten, of als alles via één persoon loopt."
            ),
            tell(bron, "bruggen"),
            *rows_table(
                bron.run("bruggen"),
                ("van_naam", "naar_naam", "scholen", "reden"),
                "Breekbare bruggen waar de meeste scholen aan hangen",
                [rij for rij in bron.run("bruggen").rijen if rij.breekbaar],
                hoogstens=6,
                koppen=("Van", "Naar", "Scholen", "Waarom"),
            ),
            Kop("Nieuwe banden"),
            tell(bron, "nieuwe-bruggen"),
            *rows_table(
                nieuw,
                ("van_naam", "naar_naam", "winst", "ketens_gesloten", "forum"),
                "Nieuwe banden die de meeste stappen opleveren",
                hoogstens=8,
                koppen=("Van", "Met", "Stappen erbij", "Ketens dicht", "Kaart aan op"),
            ),
        ),
    )


def tandem_and_fora(bron: Bron) -> Deel:
    """Whom the tandem reaches, and at which tables."""
    return Deel(
        "De tandem en de fora",
        (
            tell(bron, "tandem"),
            *by_kind(bron),
            Kop("Bestaande fora"),
            tell(bron, "fora"),
            *rows_table(
                bron.run("fora"),
                ("naam", "organisaties", "lerend_netwerk", "sts"),
                "De kleinste reeks fora die iedereen bereikt die in een forum zit",
                [rij for rij in bron.run("fora").rijen if rij.gekozen],
            ),
            tell(bron, "zonder-forum"),
        ),
    )


def by_kind(bron: Bron) -> tuple[Tabel, ...]:
    """Whom the tandem reaches, counted by kind of organisation."""
    rijen = sorted(bron.run("tandem").rijen, key=lambda rij: rij.soort)
    oordelen = ("beide", "alleen lerend netwerk", "alleen STS", "blinde vlek")
    tabel = []
    for soort, leden in groupby(rijen, key=lambda rij: rij.soort):
        telling = Counter(str(rij.oordeel) for rij in leden)
        tabel.append(
            (kind_words(soort), str(telling.total()), *(str(telling[oordeel]) for oordeel in oordelen))
        )
    koppen = ("Soort", "Alle", "Beide", "Alleen lerend netwerk", "Alleen STS", "Blinde vlek")
    return (Tabel("Wie de tandem bereikt, per soort", koppen, tuple(tabel)),) if tabel else ()


def agreements(bron: Bron) -> Deel:
    """Agreements for quick interventions, and practices that fit a gap."""
    return Deel(
        "Afspraken en goede praktijken",
        (
            tell(bron, "afspraken"),
            *(picture(bron, "afspraken", "Afspraken per stap en doelgroep") if bron.regio else ()),
            tell(bron, "praktijken"),
            *rows_table(
                bron.run("praktijken"),
                ("gebied_naam", "themas", "stappen", "praktijk_naam", "toepassers"),
                "Praktijken van elders die het best passen bij een hiaat",
                [rij for rij in bron.run("praktijken").rijen if rij.rang == 1],
                hoogstens=8,
                koppen=("Waar", "Thema", "Stap", "Praktijk", "Wie past ze toe"),
            ),
        ),
    )


def anchoring(bron: Bron) -> Deel:
    """What stays when a coordinator or an organisation falls away."""
    return Deel(
        "Verankering",
        (
            tell(bron, "verankering"),
            *picture(bron, "verankering", "Wat blijft zonder elke coördinator"),
            tell(bron, "overname"),
            tell(bron, "robuustheid"),
            *picture(bron, "robuustheid", "Wat samenhangt als organisaties wegvallen"),
        ),
    )


def not_known(bron: Bron) -> Deel:
    """White spots, what nobody confirmed, and how far that moves the figures."""
    vlekken = [rij for rij in bron.run("hiaten").rijen if str(rij.oordeel) == "witte vlek"]
    punten = [_white_spots(vlekken)]
    for rij in bron.run("ketencijfers").rijen if bron.regio else ():
        punten.append(
            f"Voor {LEEFTIJD[rij.thema]} zijn er {rij.gesloten} tot {rij.hoogstens} gesloten ketens van "
            f"{rij.scholen}, naargelang wat nog in kaart moet komen; {rij.onbevestigd} ervan steunen op één "
            "band die niet beide kanten bevestigden."
        )
    waar = bron.regio or ALLES
    bevestigd = next(
        (r for r in bron.run("indicatoren").rijen if r.code == "bevestigd" and r.gebied == waar and r.noemer),
        None,
    )
    if bevestigd is not None:
        alle = counted(bevestigd.noemer, "organisatie", "organisaties")
        punten.append(
            f"{number(bevestigd.noemer - bevestigd.teller)} van de {alle} "
            f"({percentage(bevestigd.noemer - bevestigd.teller, bevestigd.noemer)}) bevestigden hun eigen "
            f"gegevens niet in de laatste {bron.drempels.maanden_inventarisatie} maanden."
        )
    vast = bron.run("gevoeligheid")
    return Deel(
        "Wat we nog niet weten",
        (
            Kader("Nog niet in kaart, of nog niet bevestigd", tuple(punten)),
            Vaststelling(
                "gevoeligheid",
                without_area(readable(vast.titel), bron.gebied),
                bron.command("gevoeligheid"),
                vast.kanttekeningen,
            ),
        ),
    )


def _white_spots(vlekken: Sequence[Any]) -> str:
    if not vlekken:
        return "Er is geen witte vlek: voor elke stap en doelgroep is er aanbod, of is er geïnventariseerd."
    keer = Counter(f"{STAP.woord(v.stap)} voor {v.doelgroep} ({LEEFTIJD[v.thema]})" for v in vlekken)
    namen = [naam if aantal == 1 else f"{naam} in {aantal} regio's" for naam, aantal in keer.most_common()]
    telling = counted(len(vlekken), "combinatie is een witte vlek", "combinaties zijn witte vlekken")
    return f"{telling}: {enumerate_words(namen, 6)}."


def how_it_was_made(bron: Bron) -> Deel:
    """Reference date, thresholds, and for whom."""
    voor = {
        Profiel.INTERN: "Alles wat in de graaf staat, telt mee.",
        Profiel.PARTNERS: "Wat intern is, telt niet mee: gemelde hiaten, betwiste banden, opmerkingen. Wie "
        "alles mag zien, vindt daardoor soms een ander cijfer.",
        Profiel.OPENBAAR: "Alleen wat openbaar is, telt mee: cijfers kunnen lager zijn dan in het echt.",
    }[bron.profiel]
    wie = "Namen van personen staan erin." if bron.personen else "Namen van personen staan er niet in."
    return Deel(
        "Hoe dit rapport gemaakt is",
        (
            Alinea(
                f"Alle cijfers en vaststellingen zijn berekend uit wat op {written_date(bron.stand)} gekend "
                "was. Een organisatie die niemand ingaf, of een band die niemand doorgaf, telt niet mee. "
                f"{voor} {wie} Bij elke vaststelling staat met welke opdracht ze na te gaan is; achteraan "
                "staat waarop ze steunt."
            ),
            Lijst(tuple(bron.drempels.zinnen().values())),
            _where_from(bron),
        ),
    )


def _where_from(bron: Bron) -> Alinea:
    """The edition that can be quoted, or that there is none."""
    if bron.editie is not None:
        return Alinea(readable(" ".join(bron.editie.zinnen)), "Uit een editie:")
    return Alinea(
        "Dit rapport komt niet uit een editie. Wie het later opnieuw maakt, kan andere cijfers vinden: wat "
        "intussen verbeterd of aangevuld is, telt dan mee. Met netwerkkaart editie maak legt u de stand "
        "vast.",
        "Uit de levende graaf:",
    )
