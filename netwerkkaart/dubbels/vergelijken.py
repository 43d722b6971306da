"""Two fiches against each other: field by field a weight and the reason for it, and their score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from netwerkkaart.dubbels import gewichten as g
from netwerkkaart.dubbels.fiche import PERSONEN, Fiche, Telling
from netwerkkaart.dubbels.namen import Naam, find_tegenstrijd


@dataclass(frozen=True, slots=True)
class Deel:
    """One field that both fill: its weight in bits, and what it says in Dutch."""

    veld: str
    tekst: str
    bits: float

    @property
    def is_voor(self) -> bool:
        """True when it says that the two are one."""
        return self.bits > 0


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All that speaks for and against two fiches being one.

    Args:
        delen: per field its weight and reason.
        start: the odds beforehand, in bits.
    """

    delen: tuple[Deel, ...]
    start: float

    @property
    def bits(self) -> float:
        """The sum of all weights."""
        return self.start + sum(deel.bits for deel in self.delen)

    @property
    def score(self) -> float:
        """The chance that the two are one, 0 to 1."""
        return g.to_score(self.bits)


def compare(een: Fiche, ander: Fiche, telling: Telling) -> Vergelijking:
    """Compare two fiches of one kind; the order of the two makes no difference. O(fields).

    Raises:
        ValueError: they are of different kinds.
    """
    if een.label != ander.label:
        raise ValueError(f"{een.id} is a {een.label}, {ander.id} a {ander.label}")
    paar = _Paar(een, ander, telling)
    delen = tuple(deel for veld in _VELDEN for deel in veld(paar))
    return Vergelijking(delen, g.start_bits(telling.aantal[een.label]))


@dataclass(frozen=True, slots=True)
class _Paar:
    een: Fiche
    ander: Fiche
    telling: Telling

    def share(self, veld: str, waarde: str) -> float:
        """The share of others of this kind with the same value."""
        label = self.een.label
        return g.share(self.telling.waarden[label, veld, waarde], self.telling.aantal[label])

    def own(self, kans: g.Kans, veld: str, waarde: str) -> float:
        """The weight of a shared value that is one's own: the more have it, the less it says."""
        return kans.bits(self.share(veld, waarde), self.telling.aantal[self.een.label])

    def others(self, veld: str, waarde: str) -> str:
        """How many others share a value, to put behind a reason."""
        aantal = self.telling.waarden[self.een.label, veld, waarde] - 2
        return f" (en nog {aantal} andere)" if aantal > 0 else ""

    @property
    def plaats(self) -> tuple[str, str] | None:
        """The field that says where both lie; None when nothing does."""
        if self.een.nis and self.ander.nis:
            return "nis", "gemeente"
        return ("postcode", "postcode") if self.een.postcode and self.ander.postcode else None

    @property
    def same_place(self) -> bool:
        veld = self.plaats
        return veld is not None and getattr(self.een, veld[0]) == getattr(self.ander, veld[0])


def likeness(een: Naam, ander: Naam) -> float:
    """How much the cores of two names look alike, 0 to 1: normalised Indel distance, in either form."""
    return max(ratio(een.kern, ander.kern), ratio(een.plak, ander.plak)) / 100


def contains(een: Naam, ander: Naam) -> bool:
    """Whether the core of the one name stands within that of the other."""
    return not (een.algemeen or ander.algemeen) and (een.delen < ander.delen or ander.delen < een.delen)


def abbreviates(een: Naam, ander: Naam) -> bool:
    """Whether a word of the one name is made of the first letters of the other."""
    return een.letters in ander.woorden or ander.letters in een.woorden


def _weigh_names(paar: _Paar, een: Naam, ander: Naam) -> tuple[float, str]:
    lang = all(not naam.algemeen and len(naam.delen) > 1 for naam in (een, ander))
    if een.vol == ander.vol:
        kans = g.NAAM_GELIJK_LANG if lang else g.NAAM_GELIJK
        return paar.own(kans, "naam", een.vol), f"zelfde naam{paar.others('naam', een.vol)}"
    if een.kern == ander.kern:
        kans = g.NAAM_KERN_LANG if lang else g.NAAM_KERN
        tekst = f"zelfde naam op gewone woorden na{paar.others('kern', een.kern)}"
        return paar.own(kans, "kern", een.kern), tekst
    lijkt = likeness(een, ander)
    tekst = f"naam lijkt {lijkt:.0%}"
    uitkomsten = [(g.NAAM_ANDERS.bits(), f"andere naam ({tekst})")]
    if lijkt >= 0.92:
        vaakst = max((een, ander), key=lambda naam: paar.share("kern", naam.kern))
        kans = g.NAAM_92_LANG if lang else g.NAAM_92
        uitkomsten.append((paar.own(kans, "kern", vaakst.kern), tekst))
    for grens, kans in ((0.85, g.NAAM_85), (0.70, g.NAAM_70)):
        if lijkt >= grens:
            uitkomsten.append((kans.bits(), tekst))
    if contains(een, ander):
        kort = min((een, ander), key=lambda naam: len(naam.delen))
        erbij = paar.share("kern", kort.kern)
        uitkomsten.append((g.NAAM_BEVAT.bits(erbij), "de ene naam zit in de andere"))
    if abbreviates(een, ander):
        uitkomsten.append((g.NAAM_LETTERS.bits(), "de ene naam is een afkorting van de andere"))
    return max(uitkomsten)


def _names(paar: _Paar) -> Iterator[Deel]:
    paren = [(een, ander) for een in paar.een.namen for ander in paar.ander.namen]
    gewogen = [(*_weigh_names(paar, een, ander), een, ander) for een, ander in paren]
    bits, tekst, een, ander = max(gewogen, key=lambda w: (w[0], w[1]))
    yield Deel("naam", tekst, bits)
    tegen = find_tegenstrijd(een, ander)
    if tegen and bits > 0:
        bestuur = paar.een.label == "LokaalBestuur" and een.bijzonder != ander.bijzonder
        yield Deel("woord", tegen, g.NOOIT if bestuur else g.NAAM_TEGENSTRIJD.bits())


def _place(paar: _Paar) -> Iterator[Deel]:
    gevonden = paar.plaats
    if gevonden is None:
        return
    veld, woord = gevonden
    if not paar.same_place:
        yield Deel("gemeente", f"andere {woord}", g.GEMEENTE_ANDERS.bits())
        return
    waarde = getattr(paar.een, veld)
    yield Deel("gemeente", f"zelfde {woord}", g.GEMEENTE_ZELFDE.bits(paar.share(veld, waarde)))
    een, ander = paar.een, paar.ander
    if not (een.straat and ander.straat):
        return
    if een.straat != ander.straat:
        yield Deel("adres", "andere straat", g.STRAAT_ANDERS.bits())
    elif een.huisnummer != ander.huisnummer or not een.huisnummer:
        tekst = "zelfde straat, ander nummer" if een.huisnummer and ander.huisnummer else "zelfde straat"
        yield Deel("adres", tekst, g.STRAAT_ZELFDE.bits())
    else:
        sleutel = f"{waarde} {een.adres}"
        hier = paar.telling.waarden[een.label, veld, waarde]
        erbij = g.share(paar.telling.waarden[een.label, "adres", sleutel], hier, minstens=50)
        tekst = f"zelfde straat en nummer{paar.others('adres', sleutel)}"
        yield Deel("adres", tekst, g.ADRES_ZELFDE.bits(erbij))


def _phone(paar: _Paar) -> Iterator[Deel]:
    een, ander = paar.een.telefoon, paar.ander.telefoon
    if een and ander:
        if een == ander:
            tekst = f"zelfde telefoonnummer{paar.others('telefoon', een)}"
            yield Deel("telefoon", tekst, paar.own(g.TELEFOON_ZELFDE, "telefoon", een))
        else:
            yield Deel("telefoon", "ander telefoonnummer", g.TELEFOON_ANDERS.bits())


def _online(paar: _Paar) -> Iterator[Deel]:
    """Mail and site are mostly of one domain, so they count once: the strongest."""
    een, ander = paar.een, paar.ander
    samen = een.domeinen & ander.domeinen
    if een.email and een.email == ander.email:
        tekst = f"zelfde e-mailadres{paar.others('email', een.email)}"
        yield Deel("online", tekst, paar.own(g.EMAIL_ZELFDE, "email", een.email))
    elif samen:
        kans = g.DOMEIN_PERSOON if een.label in PERSONEN else g.DOMEIN_ZELFDE
        bits, domein = max((paar.own(kans, "domein", d), d) for d in samen)
        yield Deel("online", f"zelfde domein {domein}{paar.others('domein', domein)}", bits)
    elif een.domeinen and ander.domeinen:
        yield Deel("online", "ander domein", g.DOMEIN_ANDERS.bits())
    elif een.email and ander.email:
        yield Deel("online", "ander e-mailadres", g.EMAIL_ANDERS.bits())


def _number(paar: _Paar) -> Iterator[Deel]:
    """KBO and OVO name the same legal person, so they count once; a difference in either counts."""
    een, ander, label = paar.een, paar.ander, paar.een.label
    anders = [
        woord
        for woord, links, rechts in (
            ("ondernemingsnummers", een.kbo, ander.kbo),
            ("OVO-codes", een.ovo, ander.ovo),
        )
        if links and rechts and links != rechts
    ]
    if anders:
        # Every municipality has an OCMW of the same name, often at the same address: never one.
        bits = g.NOOIT if label == "LokaalBestuur" else g.NUMMER_ANDERS.bits()
        bits = g.NUMMER_SCHOOL_ANDERS.bits() if label == "School" else bits
        yield Deel("nummer", f"twee verschillende {' en '.join(anders)}", bits)
        return
    for veld, woord in (("kbo", "ondernemingsnummer"), ("ovo", "OVO-code")):
        waarde = getattr(een, veld)
        if waarde and waarde == getattr(ander, veld):
            kans = g.NUMMER_SCHOOL_ZELFDE if label == "School" else g.NUMMER_ZELFDE
            noot = " (dat van het bestuur)" if label == "School" else ""
            tekst = f"zelfde {woord}{noot}{paar.others(veld, waarde)}"
            yield Deel("nummer", tekst, paar.own(kans, veld, waarde))
            return


def _institution(paar: _Paar) -> Iterator[Deel]:
    een, ander = paar.een, paar.ander
    if not (een.instelling and ander.instelling):
        return
    if een.instelling != ander.instelling:
        yield Deel("instelling", "twee verschillende instellingsnummers", g.INSTELLING_ANDERS.bits())
    elif een.vestiging and ander.vestiging:
        if een.vestiging == ander.vestiging:
            yield Deel(
                "instelling",
                "zelfde instelling en vestiging",
                paar.own(g.VESTIGING_ZELFDE, "instelling", een.instelling),
            )
        else:
            yield Deel("instelling", "twee vestigingen van één instelling", g.NOOIT)
    elif (
        een.straat and ander.straat and (een.straat, een.huisnummer) != (ander.straat, ander.huisnummer)
    ) or (paar.plaats is not None and not paar.same_place):
        tekst = "zelfde instelling op een ander adres: een andere vestiging"
        yield Deel("instelling", tekst, g.INSTELLING_ELDERS.bits())
    else:
        yield Deel("instelling", "zelfde instellingsnummer", g.INSTELLING_ZELFDE.bits())


def _levels(paar: _Paar) -> Iterator[Deel]:
    een, ander = paar.een.niveaus, paar.ander.niveaus
    if een and ander:
        if een & ander:
            yield Deel("niveau", "zelfde onderwijsniveau", g.NIVEAU_ZELFDE.bits())
        else:
            yield Deel("niveau", "ander onderwijsniveau", g.NIVEAU_ANDERS.bits())


def _register(paar: _Paar) -> Iterator[Deel]:
    """Fields with few values, of which only one fits a node."""
    for veld, woord, zelfde, verschillend in (
        ("net", "onderwijsnet", g.NET_ZELFDE, g.NET_ANDERS),
        ("aard", "aard", g.AARD_ZELFDE, g.AARD_ANDERS),
        ("rol", "rol", g.ROL_ZELFDE, g.ROL_ANDERS),
        ("regio", "regio", g.REGIO_ZELFDE, g.REGIO_ANDERS),
    ):
        een, ander = getattr(paar.een, veld), getattr(paar.ander, veld)
        if een and ander:
            het = "ander" if woord == "onderwijsnet" else "andere"
            gelijk = een == ander
            tekst = f"{'zelfde' if gelijk else het} {woord}"
            yield Deel(veld, tekst, (zelfde if gelijk else verschillend).bits())


_OMGEVING = {
    "Aanbod": ("aanbieder", g.AANBIEDER_ZELFDE, g.AANBIEDER_ANDERS),
    "Contactpersoon": ("werkgever", g.WERKGEVER_ZELFDE, g.WERKGEVER_ANDERS),
}


def _surroundings(paar: _Paar) -> Iterator[Deel]:
    een, ander = paar.een.omgeving, paar.ander.omgeving
    if not (een and ander):
        return
    samen = een & ander
    if paar.een.label in _OMGEVING:
        woord, zelfde, verschillend = _OMGEVING[paar.een.label]
        if samen:
            erbij = min(paar.share("omgeving", id_) for id_ in samen)
            yield Deel("omgeving", f"zelfde {woord}", zelfde.bits(erbij))
        else:
            yield Deel("omgeving", f"andere {woord}", verschillend.bits())
    elif paar.een.label == "Forum":
        if len(samen) >= 2 and 2 * len(samen) >= min(len(een), len(ander)):
            yield Deel("omgeving", f"{len(samen)} dezelfde deelnemers", g.DEELNEMERS_ZELFDE.bits())
        elif not samen and min(len(een), len(ander)) >= 2:
            yield Deel("omgeving", "geen enkele deelnemer gemeen", g.DEELNEMERS_ANDERS.bits())


_VELDEN: tuple[Callable[[_Paar], Iterator[Deel]], ...] = (
    _names,
    _place,
    _phone,
    _online,
    _number,
    _institution,
    _levels,
    _register,
    _surroundings,
)
