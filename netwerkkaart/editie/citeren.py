"""What is said beside an output about the edition that it was made from. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from netwerkkaart.analyse.basis import enumerate_words
from netwerkkaart.analyse.definities import GEDEELD, versions
from netwerkkaart.editie.model import Editie, Manifest


def quote(
    editie: Editie, analyses: Collection[str] | None = None, dag: date | None = None
) -> tuple[str, ...]:
    """The sentences to print with what is made from an edition, the quotation first.

    Args:
        editie: the edition.
        analyses: the analyses that were used; None: any may have been.
        dag: the reference date that was used; None: that of the edition.
    """
    uit = [f"{editie.citaat}."]
    if dag is not None and dag != editie.manifest.peildatum:
        uit.append(
            f"Gevraagd op {dag.isoformat()}, een andere dag dan de peildatum, met wat de editie toen kende."
        )
    uit += other_definitions(editie.manifest, analyses)
    for wissing in editie.manifest.gewist:
        uit.append(
            f"Op {wissing.datum.isoformat()} werd op verzoek een persoon uit deze editie gewist; voordien "
            f"was haar sha256 {wissing.sha256}."
        )
    return tuple(uit)


def other_definitions(
    manifest: Manifest, analyses: Collection[str] | None = None, nu: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Which definitions of the program are others than those of an edition, in at most two sentences.

    Args:
        manifest: what the edition says of itself.
        analyses: only these, and what all analyses share; None: all of them.
        nu: the versions of now; None: those of this program.
    """
    nu = versions() if nu is None else nu
    telt = nu if analyses is None else {n: v for n, v in nu.items() if n in GEDEELD or n in analyses}
    toen = manifest.definities
    anders = [
        f"{n} (versie {toen[n].versie} werd {v})"
        for n, v in telt.items()
        if n in toen and toen[n].versie != v
    ]
    nieuw = [naam for naam in telt if naam not in toen]
    uit = []
    if anders:
        uit.append(
            "Let op: het programma rekent nu met een andere definitie dan toen de editie gemaakt werd: "
            f"{enumerate_words(anders, 8)}. Een cijfer kan daardoor anders zijn dan wat toen verscheen."
        )
    if nieuw:
        uit.append(f"Toen de editie gemaakt werd, bestond dit nog niet: {enumerate_words(nieuw, 8)}.")
    return tuple(uit)
