"""Recommendations by rules from results: over the whole continuum, for −12 and +12, and for the network.

Each rule reads figures that stand in the report and names the finding that they are from. What the
analyses do not show is not recommended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from netwerkkaart.analyse.basis import DOELGROEPEN, LEEFTIJD, STAPPEN, counted, enumerate_words, number
from netwerkkaart.analyse.ketenstappen import Remedie
from netwerkkaart.rapport.bron import Bron
from netwerkkaart.rapport.model import Aanbeveling, Aanbevelingen, Alinea, Blok, Deel, Document, Kop, Lijst
from netwerkkaart.schema.register import SOORTEN
from netwerkkaart.schema.vocabularia import STAP

MEERVOUD = {"leerling": "leerlingen", "ouder": "ouders", "leerkracht": "leerkrachten", "school": "scholen"}
_SCHOLEN = ("school", "scholen")


def _offer(aantal: int) -> str:
    return f"Voorzie aanbod: voor {counted(aantal, *_SCHOLEN)} is er geen dat past."


def _room(aantal: int) -> str:
    bereiken = counted(aantal, "school bereikt", "scholen bereiken")
    return f"Maak plaats: {bereiken} alleen aanbod dat vol zit."


def _tie(aantal: int) -> str:
    zijn = counted(aantal, "school is", "scholen zijn")
    return f"Leg de band: {zijn} met één nieuwe band geholpen."


def _mapping(aantal: int) -> str:
    return f"Breng eerst in kaart: van {counted(aantal, *_SCHOLEN)} weten we niet of er aanbod is."


def _provider(aantal: int) -> str:
    return (
        f"Zoek een andere aanbieder: voor {counted(aantal, *_SCHOLEN)} past er alleen aanbod van andere "
        "scholen, van een CLB dat ze niet begeleidt, of van niemand die gekend is."
    )


_REMEDIES: Mapping[Remedie, Callable[[int], str]] = {
    Remedie.AANBOD: _offer,
    Remedie.PLAATS: _room,
    Remedie.BAND: _tie,
    Remedie.NAGAAN: _mapping,
    Remedie.AANBIEDER: _provider,
}
"""What would close an open step, as ``open-stappen`` counts it, and how that is asked."""


def advise(bron: Bron, document: Document) -> Document:
    """The report with a section of recommendations that rest on findings in it.

    A rule of which the finding is not in the report gives none.
    """
    heeft = {vaststelling.code for vaststelling in document.vaststellingen()}
    blokken: list[Blok] = [
        Alinea(
            "Elke aanbeveling volgt uit de vaststellingen die erbij staan. Ze zegt wat er nodig is, niet wie "
            "het moet doen: dat bespreken de partners."
        )
    ]
    for thema, leeftijd in LEEFTIJD.items() if "open-stappen" in heeft else ():
        punten, zonder = _continuum(bron, thema, heeft)
        blokken.append(Kop(f"Over het continuüm, {leeftijd}"))
        if punten:
            blokken.append(Aanbevelingen(punten))
        if zonder:
            blokken.append(Lijst(zonder))
    netwerk = tuple(a for a in _network(bron, heeft) if set(a.steunt_op) <= heeft)
    if netwerk:
        blokken += [Kop("Voor het netwerk"), Aanbevelingen(netwerk)]
    return document.with_section(Deel("Aanbevelingen", tuple(blokken)))


def _continuum(bron: Bron, thema: str, heeft: set[str]) -> tuple[tuple[Aanbeveling, ...], tuple[str, ...]]:
    """What each step of a theme asks for, the most schools first; and the steps that are all reached."""
    punten, dicht = [], []
    waar: dict[tuple[str, str, Remedie], Counter[str]] = defaultdict(Counter)
    for rij in bron.run("open-stappen").rijen:
        waar[rij.thema, rij.stap, rij.remedie][rij.gemeente] += 1
    telt = any(rij.thema == thema and rij.scholen for rij in bron.run("hiaten").rijen)
    for eigen, stap in STAPPEN:
        if eigen != thema:
            continue
        wat = STAP.woord(stap)
        tellingen = [
            (
                bron.figure("open-stappen", f"thema {thema} {stap}: {remedie}"),
                vraag,
                waar[thema, stap, remedie],
            )
            for remedie, vraag in _REMEDIES.items()
        ]
        zinnen = [
            f"{vraag(aantal)[:-1]}{_mostly(gemeenten)}."
            for aantal, vraag, gemeenten in sorted(tellingen, key=lambda t: -t[0])
            if aantal
        ]
        steunt = ["open-stappen"] if zinnen else []
        if "hiaten" in heeft and (groepen := _target_groups(bron, thema, stap)):
            zinnen.append(f"In kaart gebracht, en zonder enig aanbod: voor {enumerate_words(groepen)}.")
            steunt.append("hiaten")
        kop = wat[0].upper() + wat[1:]
        if zinnen:
            punten.append(Aanbeveling(kop, " ".join(zinnen), tuple(steunt)))
        elif telt:
            dicht.append(f"{kop}: elke school bereikt deze stap. Houd wat er is.")
    return tuple(punten), tuple(dicht)


def _mostly(telling: Counter[str]) -> str:
    """Where most of what is counted is, at most three places; empty where no place stands out.

    >>> _mostly(Counter({"Genk": 5, "Bree": 2, "Peer": 1}))
    ', vooral in Genk (5) en Bree (2)'
    """
    meeste = sorted(((naam, n) for naam, n in telling.items() if naam and n > 1), key=lambda t: (-t[1], t[0]))
    namen = [f"{naam} ({number(aantal)})" for naam, aantal in meeste[:3]]
    return f", vooral in {enumerate_words(namen)}" if namen else ""


def _target_groups(bron: Bron, thema: str, stap: str) -> list[str]:
    """For whom a mapped step has no offers."""
    groepen = {
        rij.doelgroep
        for rij in bron.run("hiaten").rijen
        if (rij.thema, rij.stap, str(rij.oordeel)) == (thema, stap, "hiaat")
    }
    return [MEERVOUD.get(groep, groep) for groep in DOELGROEPEN if groep in groepen]


def _network(bron: Bron, heeft: set[str]) -> Iterator[Aanbeveling]:
    if "nieuwe-bruggen" in heeft and (rijen := bron.run("nieuwe-bruggen").rijen[:3]):
        namen = [f"{rij.van_naam} met {rij.naar_naam}" for rij in rijen]
        stappen = rijen[-1].samen
        yield Aanbeveling(
            "Nieuwe banden",
            f"Breng eerst deze samen: {enumerate_words(namen)}. Samen leveren ze "
            f"{counted(stappen, 'stap', 'stappen')} van een keten op.",
            ("nieuwe-bruggen",),
        )
    if "bruggen" in heeft and (breekbaar := bron.figure("bruggen", "breekbaar")):
        een = bron.figure("bruggen", "een_persoon")
        eerst = [rij for rij in bron.run("bruggen").rijen if rij.breekbaar and rij.scholen][:3]
        namen = [
            f"{rij.van_naam} met {rij.naar_naam} ({counted(_count(rij.scholen), *_SCHOLEN)})" for rij in eerst
        ]
        yield Aanbeveling(
            "Breekbare bruggen",
            f"Leg naast {counted(breekbaar, 'breekbare brug', 'breekbare bruggen')} een tweede band, te "
            "beginnen waar de meeste scholen eraan hangen"
            + (f": {enumerate_words(namen)}." if namen else ".")
            + (f" Bij {number(een)} loopt alles via één persoon: stel een collega voor." if een else ""),
            ("bruggen",),
        )
    yield from _fora(bron, heeft)
    yield from _agreements(bron, heeft)
    yield from _confirmation(bron, heeft)
    yield from _anchoring(bron, heeft)


def _count(waarde: int | tuple[str, ...]) -> int:
    return waarde if isinstance(waarde, int) else len(waarde)


def _fora(bron: Bron, heeft: set[str]) -> Iterator[Aanbeveling]:
    if "fora" in heeft:
        half = [r for r in bron.run("fora").rijen if r.gekozen and not (r.lerend_netwerk and r.sts)]
        if half:
            wie = enumerate_words([rij.naam for rij in half])
            yield Aanbeveling(
                "Fora",
                f"Geef beide coördinatoren een vaste plaats in {wie}: daar zit nu hoogstens een van beide.",
                ("fora",),
            )
    if "zonder-forum" in heeft and (zonder := bron.figure("zonder-forum", "zonder")):
        soorten = Counter(rij.soort for rij in bron.run("zonder-forum").rijen)
        namen = [f"{number(n)} {SOORTEN[soort].soort.meervoud}" for soort, n in soorten.most_common(3)]
        zitten = "die in geen enkel forum zit" if zonder == 1 else "die in geen enkel forum zitten"
        yield Aanbeveling(
            "Zonder forum",
            f"Zoek een tafel voor {counted(zonder, 'organisatie', 'organisaties')} {zitten}"
            + (f" (onder meer {enumerate_words(namen)})" if len(soorten) > 1 else "")
            + "; nodig uit in een forum dat bestaat voor er een bij komt.",
            ("zonder-forum",),
        )


def _agreements(bron: Bron, heeft: set[str]) -> Iterator[Aanbeveling]:
    if "afspraken" not in heeft:
        return
    cellen, met = bron.figure("afspraken", "cellen"), bron.figure("afspraken", "met afspraak")
    if cellen > met:
        yield Aanbeveling(
            "Afspraken",
            f"Maak afspraken voor een snelle interventie waar ze ontbreken: bij {number(cellen - met)} van "
            f"de {number(cellen)} combinaties van stap en doelgroep{_where_none(bron)}. Vraag eerst wie al "
            "een band heeft met een partij.",
            ("afspraken",),
        )


def _where_none(bron: Bron) -> str:
    """The steps for which most target groups have no agreement."""
    zonder = Counter(
        (rij.thema, rij.stap) for rij in bron.run("afspraken").rijen if rij.oordeel == "geen afspraak"
    )
    meeste = [
        f"{STAP.woord(stap)} ({LEEFTIJD[thema]})"
        for (thema, stap), aantal in zonder.most_common(2)
        if aantal > 1
    ]
    return f", het vaakst bij {enumerate_words(meeste)}" if meeste else ""


def _confirmation(bron: Bron, heeft: set[str]) -> Iterator[Aanbeveling]:
    if "ketencijfers" not in heeft:
        return
    los = sum(rij.onbevestigd for rij in bron.run("ketencijfers").rijen)
    if los:
        yield Aanbeveling(
            "Bevestiging",
            f"Laat de banden bevestigen waar {counted(los, 'gesloten keten', 'gesloten ketens')} op steunen: "
            "valt die ene band weg, dan gaat de keten open.",
            ("ketencijfers",),
        )


def _anchoring(bron: Bron, heeft: set[str]) -> Iterator[Aanbeveling]:
    if "verankering" not in heeft:
        return
    los = [
        rij
        for rij in bron.run("verankering").rijen
        if rij.wat == "fora en netwerken" and rij.geheel and rij.blijft < rij.geheel
    ]
    if los:
        delen = [
            f"{counted(rij.geheel - rij.blijft, 'forum of netwerk', 'fora en netwerken')} van {rij.naam}"
            for rij in los
        ]
        steunt = ("verankering", *(("overname",) if "overname" in heeft else ()))
        yield Aanbeveling(
            "Verankering",
            f"Zoek een tweede trekker voor {enumerate_words(delen)}: nu leidt niemand anders ze mee.",
            steunt,
        )
