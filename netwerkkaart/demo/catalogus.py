"""Kinds of offers: who gives them, for which theme, step and target group."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from netwerkkaart.demo.model import Cel, Stand
from netwerkkaart.schema.vocabularia import STAPPEN_PER_THEMA

JH, GGZ, NAFT, WERK = "Jeugdhulpaanbieder", "GeestelijkeGezondheidszorg", "NaftAanbieder", "Werkactor"
LOKAAL, CLB, OSN, PBD = "LokaalBestuur", "Clb", "Ondersteuningsnetwerk", "Begeleidingsdienst"

V, H, W, D = STAPPEN_PER_THEMA["2"]


@dataclass(frozen=True, slots=True)
class Soortaanbod:
    """A kind of offer.

    Args:
        namen: names that it goes by.
        labels: kinds of organisations that give it.
        themas, stappen, doelgroepen: what it is for.
        standen: which states an offer of this kind may be made for.
        ver: how far it reaches from its provider, in km.
        leeftijd: lowest and highest age.
        ingrijpendheid: 1 (least) to 3.
        duur: usual length in weeks.
    """

    namen: tuple[str, ...]
    labels: tuple[str, ...]
    themas: tuple[str, ...]
    stappen: tuple[str, ...]
    doelgroepen: tuple[str, ...]
    standen: tuple[Stand, ...] = (Stand.OPEN, Stand.VOL, Stand.LOS)
    ver: float = 14.0
    leeftijd: tuple[int, int] = (3, 18)
    ingrijpendheid: int = 2
    duur: int = 12
    cellen: frozenset[Cel] = field(init=False)

    def __post_init__(self) -> None:
        cellen = frozenset(
            (thema, stap, groep)
            for thema, stap, groep in product(self.themas, self.stappen, self.doelgroepen)
            if stap in STAPPEN_PER_THEMA[thema]
        )
        object.__setattr__(self, "cellen", cellen)


_OPEN = (Stand.OPEN,)
_VOL = (Stand.VOL,)
_LOS = (Stand.LOS,)
_L, _O, _K, _S = ("leerling",), ("ouder",), ("leerkracht",), ("school",)
_LAGER, _TIENER, _JONGERE = (2, 12), (12, 18), (15, 25)

SOORTEN: tuple[Soortaanbod, ...] = (
    # Theme 1, prevent
    Soortaanbod(
        ("Weerbaar in de klas", "Rustplek op school", "Speelmaatjes"),
        (JH, GGZ),
        ("1",),
        (V,),
        _L,
        leeftijd=_LAGER,
        ingrijpendheid=1,
        duur=8,
    ),
    Soortaanbod(
        ("Thuisgesprekken", "Ouders aan zet", "Koffie met ouders"),
        (JH, GGZ, LOKAAL),
        ("1",),
        (V,),
        _O,
        leeftijd=_LAGER,
        ingrijpendheid=1,
        duur=10,
    ),
    Soortaanbod(
        ("Brugfiguur op school",),
        (LOKAAL, JH),
        ("1",),
        (V,),
        (*_L, *_O),
        leeftijd=_LAGER,
        ingrijpendheid=1,
        duur=40,
    ),
    Soortaanbod(
        ("Schoolteam in beweging", "Samen sterk voor de klas"),
        (JH, GGZ),
        ("1",),
        (V,),
        _S,
        _LOS,
        ingrijpendheid=1,
    ),
    # Theme 1, back to education
    Soortaanbod(
        ("Time-in op school", "Terug naar de klas", "Klasmaat"),
        (JH, GGZ),
        ("1",),
        (H,),
        _L,
        leeftijd=_LAGER,
        duur=6,
    ),
    Soortaanbod(
        ("Terugkeer met begeleiding",), (JH, GGZ), ("1",), (H,), (*_L, *_K), leeftijd=_LAGER, duur=10
    ),
    Soortaanbod(("Klasteam aan zet",), (JH, GGZ), ("1",), (H,), _K, _OPEN, leeftijd=_LAGER, duur=10),
    Soortaanbod(
        ("Gezin en school samen", "Gezinsgesprekken"), (JH, GGZ), ("1",), (H,), _O, _VOL, leeftijd=_LAGER
    ),
    # Both themes
    Soortaanbod(
        ("Contextbegeleiding", "Vertrouwensteam"), (JH, GGZ), ("1", "2"), (V,), _L, ver=10.0, duur=26
    ),
    # Theme 2, prevent
    Soortaanbod(
        ("Herstelgesprekken", "Bemiddeling bij schorsing", "Time-out"),
        (NAFT, JH),
        ("2",),
        (V,),
        (*_L, *_S),
        ver=22.0,
        leeftijd=_TIENER,
        duur=3,
    ),
    Soortaanbod(
        ("Gesprekken op school", "Vertrouwenspersoon"), (JH, GGZ), ("2",), (V,), _L, leeftijd=_TIENER, duur=8
    ),
    Soortaanbod(("Oudergesprekken",), (JH, GGZ), ("2",), (V,), _O, _OPEN, leeftijd=_TIENER, ingrijpendheid=1),
    Soortaanbod(
        ("Herstelgericht schoolteam",), (JH, GGZ), ("2",), (V,), _S, leeftijd=_TIENER, ingrijpendheid=1
    ),
    # Theme 2, back to education
    Soortaanbod(
        ("Naadloos traject", "Terug naar school"),
        (NAFT,),
        ("2",),
        (V, H),
        _L,
        (Stand.OPEN, Stand.VOL),
        ver=25.0,
        leeftijd=_TIENER,
        duur=10,
    ),
    Soortaanbod(("Herstart", "Leren op maat"), (JH, GGZ), ("2",), (H,), _L, leeftijd=_TIENER, duur=14),
    Soortaanbod(("Leerkrachten in gesprek",), (JH, GGZ), ("2",), (H,), _K, _LOS, leeftijd=_TIENER, duur=4),
    # Theme 2, to work
    Soortaanbod(
        ("Jobverkenning", "Proefdagen op de werkvloer", "Leerwerktraject"),
        (WERK,),
        ("2",),
        (W,),
        _L,
        ver=18.0,
        leeftijd=_JONGERE,
        duur=12,
    ),
    Soortaanbod(
        ("Werkplek zoekt school",), (WERK,), ("2",), (W,), (*_L, *_S), _OPEN, ver=18.0, leeftijd=_JONGERE
    ),
    Soortaanbod(
        ("School en werkvloer",), (WERK,), ("2",), (W,), _S, _OPEN, leeftijd=_JONGERE, ingrijpendheid=1
    ),
    # Theme 2, alternative day occupation
    Soortaanbod(
        ("Dagatelier", "Groene halte", "Dagwerking"),
        (JH, NAFT, GGZ),
        ("2",),
        (D,),
        _L,
        ver=18.0,
        leeftijd=_TIENER,
        ingrijpendheid=3,
        duur=20,
    ),
    Soortaanbod(
        ("Arbeidszorg voor jongeren",), (WERK,), ("2",), (W, D), _L, ver=18.0, leeftijd=_JONGERE, duur=26
    ),
    Soortaanbod(
        ("Dag met het gezin",), (JH, GGZ), ("2",), (D,), (*_L, *_O), _OPEN, leeftijd=_TIENER, ingrijpendheid=3
    ),
    Soortaanbod(("Steunfiguur voor ouders",), (JH, GGZ), ("2",), (D,), _O, _OPEN, leeftijd=_TIENER),
)

# Offers for a whole region: teachers everywhere, by those who serve schools; parents, all full.
VOOR_LEERKRACHTEN: tuple[Soortaanbod, ...] = (
    Soortaanbod(("Coaching in de klas",), (OSN,), ("1", "2"), (V,), _K, _OPEN, ingrijpendheid=1, duur=6),
    Soortaanbod(
        ("Leergroep zorg",), (PBD,), ("1",), (V,), _K, _OPEN, leeftijd=_LAGER, ingrijpendheid=1, duur=30
    ),
    Soortaanbod(
        ("Leergroep leerlingbegeleiding",),
        (PBD,),
        ("2",),
        (V,),
        _K,
        _OPEN,
        leeftijd=_TIENER,
        ingrijpendheid=1,
        duur=30,
    ),
)
VOOR_OUDERS = Soortaanbod(("Oudergroep herstart",), (GGZ, JH), ("2",), (H,), _O, _VOL, leeftijd=_TIENER)
VOOR_VLAANDEREN = Soortaanbod(
    ("Webinars voor leerlingbegeleiders",),
    (PBD,),
    ("2",),
    (V,),
    _K,
    _OPEN,
    leeftijd=_TIENER,
    ingrijpendheid=1,
)
EIGEN_SCHOOL = Soortaanbod(
    ("Time-in in de eigen school",), ("School",), ("2",), (H,), _L, _OPEN, leeftijd=_TIENER
)
CLB_GESPREK = Soortaanbod(("Gesprekken bij het CLB",), (CLB,), ("2",), (V,), _L, _OPEN, leeftijd=_TIENER)
