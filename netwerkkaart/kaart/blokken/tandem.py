"""The tandem of each region on the map: whom either coordinator reaches, and the fewest fora for all."""

from __future__ import annotations

from netwerkkaart.analyse.kleinste_fora import fora_van_regio
from netwerkkaart.analyse.tandems import OORDELEN, ROLLEN, coordinators, tandem
from netwerkkaart.kaart.keuze import Keuze
from netwerkkaart.kaart.resultaten import Blok
from netwerkkaart.kaart.woorden import Woordenlijst
from netwerkkaart.schema.vocabularia import REGIO, REGIOS


def tandem_block(keuze: Keuze, teksten: Woordenlijst) -> Blok:
    """Per organisation who reaches it and how, per forum who sits in it, per region what is known.

    ``code`` is 0 nobody, 1 the learning network, 2 STS, 3 both, −1 no organisation of a region;
    ``wegen`` has for each role the ways to each organisation, as numbers of texts.
    """
    n = len(keuze.knopen)
    code = [-1] * n
    wegen: list[list[list[int]]] = [[[] for _ in range(n)] for _ in ROLLEN]
    fora: dict[str, list[int]] = {naam: [] for naam in ("org", "regio", "zetels", "rollen", "gekozen")}
    regios: list[Blok] = []
    for regio in _regions(keuze):
        uitkomst = tandem(keuze.beeld, regio=regio)
        for rij in uitkomst.rijen:
            plaats = _place(keuze, rij.id)
            if plaats < 0:
                continue
            code[plaats] = OORDELEN.index(rij.oordeel)
            for rol, namen in enumerate((rij.weg_lerend_netwerk, rij.weg_sts)):
                wegen[rol][plaats] = [teksten.nummer(naam) for naam in namen]
        keuze_fora = fora_van_regio(keuze.beeld, regio=regio)
        nummer = REGIO.codes.index(regio)
        for forum in keuze_fora.rijen:
            fora["org"].append(_place(keuze, forum.id))
            fora["regio"].append(nummer)
            fora["zetels"].append(forum.zetels)
            fora["rollen"].append(int(forum.lerend_netwerk) + 2 * int(forum.sts))
            fora["gekozen"].append(int(forum.gekozen))
        regios.append(
            {
                "nummer": nummer,
                "wie": [
                    [int(keuze.nummer[k]) for k in coordinators(keuze.beeld, rol, regio)] for rol in ROLLEN
                ],
                "gedekt": keuze_fora.cijfers["organisaties"],
                "noot": " ".join(keuze_fora.kanttekeningen),
            }
        )
    return {"code": code, "wegen": wegen, "fora": fora, "regios": regios}


def _regions(keuze: Keuze) -> list[str]:
    if keuze.regio is not None:
        return [keuze.regio] if keuze.regio in REGIOS else []
    hier = {int(r) for r in keuze.beeld.regio[keuze.knopen].tolist()}
    return [code for code in REGIOS if REGIO.codes.index(code) in hier]


def _place(keuze: Keuze, id_: str) -> int:
    return int(keuze.nummer[keuze.beeld.nummer[id_]])
