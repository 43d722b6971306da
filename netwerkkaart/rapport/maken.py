"""The reports: which sections each has, and its title."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netwerkkaart.analyse.basis import counted, number
from netwerkkaart.rapport import delen
from netwerkkaart.rapport.aanbevelingen import advise
from netwerkkaart.rapport.bewijs import annexes
from netwerkkaart.rapport.bouwstenen import long_date
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Deel, Document
from netwerkkaart.rapport.overdracht import handover_sections, handover_title
from netwerkkaart.rapport.verbeterd import corrected_since
from netwerkkaart.rapport.vlaanderen import region_sections


def make_voortgang(bron: Bron) -> Document:
    """Progress of a region over a period."""
    return _complete(
        bron,
        "Voortgangsrapport lerend netwerk",
        _progress_title(bron),
        _progress_sections(bron),
    )


def make_eind(bron: Bron) -> Document:
    """The final report of a region: progress since the beginning, and what stays."""
    return _complete(
        bron,
        "Eindrapport lerend netwerk",
        _progress_title(bron),
        (*_progress_sections(bron), delen.anchoring(bron)),
    )


def _progress_sections(bron: Bron) -> tuple[Deel, ...]:
    """Where a region stands and what changed, as both reports of a region tell it."""
    return (
        delen.summary(bron, _progress_intro(bron)),
        delen.where_it_stands(bron),
        delen.what_changed(bron),
        delen.bridges(bron),
        delen.tandem_and_fora(bron),
        delen.agreements(bron),
    )


def make_vlaanderen(bron: Bron) -> Document:
    """Flanders and Brussels together, the regions beside each other."""
    return _complete(
        bron,
        "Rapport lerende netwerken",
        _progress_title(bron),
        (delen.summary(bron, _progress_intro(bron)), *region_sections(bron), delen.bridges(bron)),
    )


def make_overdracht(bron: Bron) -> Document:
    """What a coordinator hands over."""
    document = Document(
        "Overdrachtspakket", handover_title(bron), bron.gebied, bron.stand, bron.profiel,
        handover_sections(bron), bron.personen, _edition(bron),
    )  # fmt: skip
    return annexes(bron, document.with_section(delen.how_it_was_made(bron)))


RAPPORTEN: Mapping[str, Callable[[Bron], Document]] = {
    "voortgang": make_voortgang,
    "eind": make_eind,
    "vlaanderen": make_vlaanderen,
    "overdracht": make_overdracht,
}
"""Every report by its name on the command line."""


def _complete(bron: Bron, soort: str, titel: str, secties: tuple[Deel, ...]) -> Document:
    """With recommendations, what is not known, how it was made, and the annexes."""
    document = Document(
        soort, titel, bron.gebied, bron.stand, bron.profiel, secties, bron.personen, _edition(bron)
    )
    met_advies = advise(bron, document)
    for deel in (*corrected_since(bron), delen.not_known(bron)):
        met_advies = met_advies.with_section(deel)
    return annexes(bron, met_advies.with_section(delen.how_it_was_made(bron)))


def _edition(bron: Bron) -> str:
    return bron.editie.kort if bron.editie else ""


def _chains(bron: Bron) -> tuple[int, int]:
    """Closed chains, and all."""
    rijen = bron.run("ketencijfers").rijen
    return sum(rij.gesloten for rij in rijen), sum(rij.scholen for rij in rijen)


def _progress_title(bron: Bron) -> str:
    gesloten, alle = _chains(bron)
    if not alle:
        return f"In {bron.gebied} staan {bron.geen} scholen: er is niets te melden"
    wie = f"{number(gesloten)} van de {counted(alle, 'keten is', 'ketens zijn')} gesloten"
    if bron.tijden is None:
        return wie
    toen = bron.figure("evolutie", "ketens gesloten: toen, nu gekend")
    return f"{wie}; op {long_date(bron.tijden.momenten[0])} waren dat er {number(toen)}"


def _progress_intro(bron: Bron) -> str:
    """In what the two counts of the title differ: what was mapped, and what happened."""
    uitleg = (
        "Een keten is gesloten als een school voor elke stap die voor haar telt, langs haar banden een "
        "passend aanbod bereikt dat niet vol zit."
    )
    if bron.tijden is None:
        return uitleg
    gekend, toen, kennis, erbij, eraf = (
        bron.figure("evolutie", f"ketens gesloten: {sleutel}")
        for sleutel in (
            "toen, toen gekend", "toen, nu gekend", "erbij door kennis", "erbij door tijd", "eraf door tijd"
        )
    )  # fmt: skip
    dag = long_date(bron.tijden.momenten[0])
    if gekend:
        geweten = (
            f"Toen zelf {'was' if gekend == 1 else 'waren'} er {number(gekend)} in kaart; {number(kennis)} "
            f"{'andere bestond' if kennis == 1 else 'andere bestonden'} al zonder dat we het wisten. "
        )
    else:
        geweten = "Toen zelf was er nog geen in kaart. " if toen else ""
    return (
        f"{uitleg} We vergelijken met {dag} zoals we dat nu kennen: {number(toen)} gesloten. {geweten}"
        f"Sindsdien {'ging' if erbij == 1 else 'gingen'} er {number(erbij)} echt dicht en "
        f"{number(eraf) if eraf else 'geen enkele'} weer open."
    )
