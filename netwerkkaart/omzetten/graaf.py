"""A foreign graph becomes statements: words are translated, values are read as those of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from netwerkkaart.fouten import Ernst
from netwerkkaart.inlezen.graaf import Graaf, GraafKnoop, GraafVerbinding
from netwerkkaart.omzetten.context import Context, Gekend, Oogst, faulty_file
from netwerkkaart.omzetten.graafcodes import Codes, find_codes
from netwerkkaart.omzetten.graafrelaties import Telling, direct, tell_directions, translate_words, word_of
from netwerkkaart.omzetten.graaftabel import CODE, Lezing, make_tables
from netwerkkaart.omzetten.graafwoorden import Woord, amount, count_words, find_header, folded_word, unmapped
from netwerkkaart.omzetten.knopen import KOPPEN, read_knopen
from netwerkkaart.omzetten.knopen import columns_of as node_columns
from netwerkkaart.omzetten.koppeltabel import OVERSLAAN, RELATIE, SOORT, find_kind
from netwerkkaart.omzetten.relaties import columns_of as relation_columns
from netwerkkaart.omzetten.relaties import read_relaties
from netwerkkaart.omzetten.relatiewoord import Relatiewoord
from netwerkkaart.omzetten.uiteinden import Uiteinden
from netwerkkaart.schema.basis import ORGANISATIE
from netwerkkaart.schema.register import SOORTEN, TYPEN, properties_of
from netwerkkaart.schema.uitspraken import KnoopUitspraak, RelatieUitspraak, Uitspraak
from netwerkkaart.schema.vocabularia import fold

_BEGIN, _EINDE = "begin van de verbinding", "einde van de verbinding"


@dataclass(frozen=True)
class GraafOogst(Oogst):
    """What a graph yields: a connection falls away with a node at its end.

    Args:
        bekend: ids of the nodes that stand in the store already.
    """

    bekend: Set[str] = frozenset()

    def without_faulty_rows(self) -> Oogst:
        """Without the nodes that have a fault, and the connections that hang on them."""
        goed = super().without_faulty_rows()
        blijft = {u.id for u in goed.uitspraken if isinstance(u, KnoopUitspraak)} | self.bekend
        weg = {u.id for u in self.uitspraken if isinstance(u, KnoopUitspraak)} - blijft
        return replace(goed, uitspraken=[u for u in goed.uitspraken if not _hangs_on(u, weg)])


def _hangs_on(uitspraak: Uitspraak, weg: Set[str]) -> bool:
    return isinstance(uitspraak, RelatieUitspraak) and (uitspraak.van in weg or uitspraak.naar in weg)


def read_graaf(graaf: Graaf, context: Context) -> Oogst:
    """Turn a foreign graph into statements.

    Kinds and relations without a meaning are faults of the whole file, all told at once; then every value
    is judged as in a table. O(nodes + connections + their attributes).
    """
    lezing = Lezing(graaf, context, meldingen=list(graaf.meldingen))
    knoopwoorden, relatiewoorden = _kinds(lezing), translate_words(lezing)
    if knoopwoorden is None or relatiewoorden is None or faulty_file(lezing.meldingen):
        return lezing.as_oogst()
    soorten, kop = knoopwoorden
    codes = find_codes(graaf, names(graaf, context), soorten, context)
    lezing.meldingen += codes.meldingen
    _read_nodes(lezing, soorten, kop, codes)
    _tell_namesakes(lezing)
    _tell_without_level(lezing)
    _read_connections(lezing, soorten, codes, *relatiewoorden)
    lezing.tell_unread()
    oogst = lezing.as_oogst()
    bekend = context.gekend.labels.keys()
    return GraafOogst(
        oogst.uitspraken, oogst.meldingen, oogst.koppeling, oogst.rijen, oogst.gemeenten, bekend=bekend
    )


def names(graaf: Graaf, context: Context) -> dict[str, str]:
    """Name of each node by its id; what has none is left out. O(nodes)."""
    kop = find_header("naam", graaf.knoopkoppen, context, KOPPEN)
    alle = ((knoop.id, knoop.attributen.get(kop, "").strip()) for knoop in graaf.knopen)
    return {id_: naam for id_, naam in alle if naam}


# ---- nodes ------------------------------------------------------------------------------------------


def _kinds(lezing: Lezing) -> tuple[dict[str, str], str] | None:
    """Label of each node by its id (``overslaan`` where it is left out), and the header that says so.

    None when some word has no meaning: that was told.
    """
    graaf, context = lezing.graaf, lezing.context
    kop = find_header(SOORT, graaf.knoopkoppen, context, KOPPEN)
    vast = context.vast.get(SOORT, "")
    if graaf.knopen and not kop and not vast:
        lezing.meldingen.append(
            graaf.melding(
                "Nergens staat welke soort een knoop is.",
                verwacht='--kolom "KOP=soort" of --vast soort=AndereOrganisatie, of een koppeling: '
                f"netwerkkaart koppeling maak {graaf.bestand}",
            )
        )
        return None
    betekenis: dict[str, str] = {}
    onbekend: list[Woord] = []
    for gevouwen, woord in count_words(graaf.knopen, kop).items():
        onze = context.waarden.get((SOORT, gevouwen), woord.tekst or vast)
        model = find_kind(onze) if onze and onze != OVERSLAAN else None
        if model is None and onze != OVERSLAAN:
            onbekend.append(woord)
        betekenis[gevouwen] = onze if model is None else model.soort.label
    lezing.meldingen += unmapped(graaf, SOORT, kop, onbekend)
    if onbekend:
        return None
    return {k.id: betekenis[folded_word(k.attributen.get(kop, ""))] for k in graaf.knopen}, kop


def _read_nodes(lezing: Lezing, soorten: Mapping[str, str], kop: str, codes: Codes) -> None:
    """A table for each kind, so that what is no property of that kind is told, and stops nothing.

    Of a node that a mapping ties to one of ours only the connections come: an old map must not put old
    data over new ones.
    """
    per_soort: dict[str, list[tuple[GraafKnoop, tuple[str, ...]]]] = {}
    for knoop in lezing.graaf.knopen:
        if soorten[knoop.id] != OVERSLAAN and knoop.id not in codes.gekoppeld:
            per_soort.setdefault(soorten[knoop.id], []).append((knoop, (codes.per_id[knoop.id],)))
    gekozen = lezing.context.kolommen
    for label, rijen in per_soort.items():
        model = SOORTEN[label]
        plaats = ("gemeente", "nis") if model.soort.basis == ORGANISATIE else ()
        bekend, wie = (*node_columns((model,)), *plaats), model.soort.meervoud
        ook_anders = any(fold(k) == fold(kop) for naam, k in gekozen.items() if naam in bekend)
        for tabel in make_tables(lezing.graaf, rijen, (CODE,), lezing.context, () if ook_anders else (kop,)):
            keuzes = lezing.choices(tabel, bekend, {"id": tabel.kolommen[0]})
            lezing.take(read_knopen(tabel, (model,), keuzes), tabel, wie, f"Bij de {wie}:")
    if kop:
        lezing.gelezen.setdefault(kop, SOORT)
    _tell_skipped(lezing, [knoop for knoop in lezing.graaf.knopen if soorten[knoop.id] == OVERSLAAN], kop)


def _tell_skipped(lezing: Lezing, delen: Sequence[GraafKnoop] | Sequence[GraafVerbinding], kop: str) -> None:
    """Say what the mapping leaves out, word by word."""
    wat = (
        ("knoop", "knopen") if delen and isinstance(delen[0], GraafKnoop) else ("verbinding", "verbindingen")
    )
    for woord in count_words(delen, kop).values():
        lezing.meldingen.append(
            lezing.graaf.melding(
                f'Overgeslagen, zoals de koppeling zegt: {amount(woord.keer, *wat)} "{woord.tekst}".',
                ernst=Ernst.WAARSCHUWING,
            )
        )


def _tell_namesakes(lezing: Lezing) -> None:
    """Say which new nodes bear the name of one in the store of the same kind: they may be the same."""
    gekend = lezing.context.gekend
    nieuw = [
        u for u in lezing.uitspraken if isinstance(u, KnoopUitspraak) and u.rij and u.id not in gekend.labels
    ]
    zelfde = [
        u
        for u in nieuw
        if any(
            gekend.labels[id_] == u.label
            for id_ in gekend.per_naam.get(fold(str(u.eigenschappen.get("naam", ""))), ())
        )
    ]
    if zelfde:
        keer = amount(len(zelfde), "nieuwe knoop", "nieuwe knopen")
        lezing.meldingen.append(
            lezing.graaf.melding(
                f"Zelfde naam en soort als een knoop in de graaf: {keer}"
                f' (de eerste: "{zelfde[0].eigenschappen["naam"]}"). Zijn het dezelfde, zeg dat dan in de'
                f" koppeling: netwerkkaart koppeling maak {lezing.graaf.bestand}",
                ernst=Ernst.WAARSCHUWING,
            )
        )


def _tell_without_level(lezing: Lezing) -> None:
    """Say which schools belong to no theme: no analysis counts them."""
    zonder = [
        u
        for u in lezing.uitspraken
        if isinstance(u, KnoopUitspraak) and u.label == "School" and "niveaus" not in u.eigenschappen
    ]
    if zonder:
        lezing.meldingen.append(
            lezing.graaf.melding(
                f"Zonder niveau, en dus in geen enkel thema: {amount(len(zonder), 'school', 'scholen')}"
                f' (de eerste: "{zonder[0].eigenschappen.get("naam", zonder[0].id)}").',
                verwacht="in de koppeling een kolom niveaus met kleuter, lager of secundair",
                ernst=Ernst.WAARSCHUWING,
            )
        )


# ---- connections ------------------------------------------------------------------------------------


def _read_connections(
    lezing: Lezing,
    soorten: Mapping[str, str],
    codes: Codes,
    woorden: Mapping[str, Relatiewoord | None],
    kop: str,
) -> None:
    graaf = lezing.graaf
    blijft = _without_skipped_ends(lezing, soorten)
    weg = [v for v in blijft if woorden[word_of(v, kop)] is None]
    _tell_skipped(lezing, weg, kop)
    gekend = _with_new_nodes(lezing, soorten, codes)
    labels = _labels_of_ends(graaf, codes, gekend)
    tellingen: dict[str, Telling] = {}
    per_woord: dict[str, list[tuple[GraafVerbinding, tuple[str, ...]]]] = {}
    for verbinding in blijft:
        gevouwen = word_of(verbinding, kop)
        woord = woorden[gevouwen]
        if woord is None:
            continue
        naam = woord.relatie.soort.type
        if gevouwen not in tellingen:
            tekst = " ".join(verbinding.attributen.get(kop, "").split()) or naam
            tellingen[gevouwen] = Telling(tekst, naam)
        for van, naar in direct(verbinding, woord, labels, tellingen[gevouwen]):
            einden = (codes.per_id.get(van, van), codes.per_id.get(naar, naar))
            per_woord.setdefault(gevouwen, []).append((verbinding, (*einden, naam)))
    per_type: dict[str, list[tuple[GraafVerbinding, tuple[str, ...]]]] = {}
    for gevouwen, telling in tellingen.items():
        if tell_directions(lezing, telling):
            per_type.setdefault(telling.naam, []).extend(per_woord[gevouwen])
    for naam, rijen in per_type.items():
        eigenschappen = set(properties_of(TYPEN[naam]))
        vreemd = [kolom for kolom in relation_columns() if kolom not in eigenschappen]
        for tabel in make_tables(graaf, rijen, (_BEGIN, _EINDE, kop or RELATIE), lezing.context, (kop,)):
            smal = lezing.without_columns(tabel, vreemd, f"verbindingen {naam}")
            eigen = dict(zip(("van", "naar", RELATIE), smal.kolommen[:3], strict=True))
            keuzes = replace(lezing.choices(smal, (*eigenschappen, *eigen), eigen), gekend=gekend)
            lezing.take(read_relaties(smal, keuzes), smal, f"verbindingen {naam}")
    if kop:
        lezing.gelezen.setdefault(kop, RELATIE)


def _without_skipped_ends(lezing: Lezing, soorten: Mapping[str, str]) -> list[GraafVerbinding]:
    """The connections without those of which an end is left out; what hangs on a faulty node is told."""
    graaf = lezing.graaf
    over = {id_ for id_, label in soorten.items() if label == OVERSLAAN}
    fout = {(melding.blad, melding.rij) for melding in lezing.meldingen if melding.is_fout and melding.rij}
    stuk = {k.id for k in graaf.knopen if (k.blad, k.plaats) in fout and k.id not in over}
    blijft = [v for v in graaf.verbindingen if v.van not in over and v.naar not in over]
    weg = len(graaf.verbindingen) - len(blijft)
    hangt = sum(v.van in stuk or v.naar in stuk for v in blijft)
    for keer, waaraan in (
        (weg, "een knoop die overgeslagen is: {}"),
        (hangt, "een knoop met een fout: {}, bij"),
    ):
        if keer:
            wat = waaraan.format(amount(keer, "verbinding", "verbindingen"))
            einde = " --sla-foute-rijen-over." if wat.endswith("bij") else "."
            lezing.meldingen.append(
                graaf.melding(f"Valt mee weg, want het hangt aan {wat}{einde}", ernst=Ernst.WAARSCHUWING)
            )
    return blijft


def _with_new_nodes(lezing: Lezing, soorten: Mapping[str, str], codes: Codes) -> Gekend:
    """What the store knows and this graph adds; a node with a fault too, for that was told already."""
    gekend = lezing.context.gekend
    nieuw = [
        (codes.per_id[id_], label, "")
        for id_, label in soorten.items()
        if label != OVERSLAAN and codes.per_id[id_] not in gekend.labels
    ]
    return replace(gekend, knopen=(*gekend.knopen, *nieuw))


def _labels_of_ends(graaf: Graaf, codes: Codes, gekend: Gekend) -> dict[str, str]:
    """Kind of each end by its id of theirs, as far as it is known."""
    uiteinden = Uiteinden(gekend)
    uit: dict[str, str] = {}
    for tekst in {einde for v in graaf.verbindingen for einde in (v.van, v.naar)}:
        code = codes.per_id.get(tekst)
        label = gekend.labels.get(code, "") if code else uiteinden.find(tekst, ()).label
        if label:
            uit[tekst] = label
    return uit
