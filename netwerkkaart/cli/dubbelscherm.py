"""Doubles and merges in the terminal: pair by pair, field by field. All Dutch, no logic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.markup import escape

from netwerkkaart.cli.scherm import scherm, show_rooster, tell_next
from netwerkkaart.dubbels.samenvoegen import Samenvoeging
from netwerkkaart.dubbels.zoeken import Dubbel, Dubbels, Gezicht
from netwerkkaart.graph.uitvoeren import ImportVerslag
from netwerkkaart.uitvoer.dubbellijst import as_getal, notes, title
from netwerkkaart.uitvoer.tabel import Rooster, as_text

MAX_PAREN = 20
"""Pairs in the terminal; all of them go to a file by ``--uit``."""


def show_dubbels(gevonden: Dubbels) -> None:
    """Show the pairs, the likeliest first, and what to do next."""
    scherm.print(f"\n[bold]{escape(title(gevonden))}[/]")
    for nummer, rij in enumerate(gevonden.rijen[:MAX_PAREN], start=1):
        _show_pair(nummer, rij)
    if len(gevonden.rijen) > MAX_PAREN:
        scherm.print(
            f"\n{MAX_PAREN} van {len(gevonden.rijen)} paren. Alle paren: voeg toe --uit dubbels.xlsx"
        )
    for noot in notes(gevonden):
        scherm.print(f"[dim]{escape(noot)}[/]")
    open_ = [rij for rij in gevonden.rijen if not rij.afgewezen]
    if open_:
        a, b = open_[0].a.id, open_[0].b.id
        tell_next(
            [
                f"netwerkkaart dubbels voegsamen {a} {b} --droog",
                "    toon wat er samengaat; de eerste blijft, zonder --droog wordt het gedaan",
                f"netwerkkaart dubbels nietzelfde {a} {b}",
                "    onthoud dat het er twee zijn",
            ]
        )


def _show_pair(nummer: int, rij: Dubbel) -> None:
    plaats = f", {rij.a.gemeente}" if rij.a.gemeente else ""
    afgewezen = "  [yellow](afgewezen)[/]" if rij.afgewezen else ""
    scherm.print(f"\n[bold]{nummer}. {as_getal(rij.score)}[/]  {escape(rij.soort + plaats)}{afgewezen}")
    for teken, gezicht in (("blijft", rij.a), ("gaat  ", rij.b)):
        scherm.print(f"   [dim]{teken}[/] {escape(_face(gezicht))}")
    scherm.print(f"   [green]waarom[/] {escape('; '.join(rij.voor) or '—')}")
    if rij.tegen:
        scherm.print(f"   [red]maar  [/] {escape('; '.join(rij.tegen))}")


def _face(gezicht: Gezicht) -> str:
    adres = f", {gezicht.adres}" if gezicht.adres else ""
    woord = "relatie" if gezicht.relaties == 1 else "relaties"
    return f"{gezicht.id}: {gezicht.naam}{adres} ({gezicht.relaties} {woord})"


def show_samenvoeging(samenvoeging: Samenvoeging, namen: Mapping[str, str]) -> None:
    """Show what becomes of each field and relation."""
    s = samenvoeging
    scherm.print(
        f"\n[bold]{escape(s.naam_b)}[/] ({escape(s.b)}) gaat op in "
        f"[bold]{escape(s.naam_a)}[/] ({escape(s.a)}), {s.label}."
    )
    if s.afgewezen:
        scherm.print("[yellow]! U zei eerder dat deze twee niet dezelfde zijn.[/]")
    koppen = ("veld", f"van {s.a}", f"van {s.b}", "wordt")
    rijen = [(lot.veld, as_text(lot.van_a), as_text(lot.van_b), as_text(lot.wordt)) for lot in s.velden]
    conflicten = [lot.veld for lot in s.velden if lot.is_conflict and lot.wordt == lot.van_a]
    conflicten = [veld for veld in conflicten if veld not in ("bron", "bron_datum")]
    noten = [f"Neem de andere waarde met --van-b {conflicten[0]}."] if conflicten else []
    if rijen:
        show_rooster(Rooster("Velden waarin ze verschillen", koppen, koppen, rijen, tuple(noten)), maximum=99)
    _show_relations(s, namen)


def _show_relations(s: Samenvoeging, namen: Mapping[str, str]) -> None:
    telling: Counter[tuple[str, str]] = Counter((lot.type, lot.lot) for lot in s.relaties)
    kolommen = {
        "verhuist": "verhuist",
        "samengenomen": "had blijver ook",
        "vervalt": "vervalt",
        "blijft": "van blijver telt",
        "via": "loopt nu via blijver",
    }
    lotgevallen = [lot for lot in kolommen if any(lot == wat for _, wat in telling)]
    typen = dict.fromkeys(lot.type for lot in s.relaties)
    koppen = ("relatie", *(kolommen[lot] for lot in lotgevallen))
    rijen = [(type_, *(telling[type_, lot] for lot in lotgevallen)) for type_ in typen]
    if rijen:
        show_rooster(Rooster(f"Relaties van {s.b}", koppen, koppen, rijen), maximum=99)
    for lot in s.relaties:
        ander = escape(namen.get(lot.ander) or lot.ander)
        if lot.lot == "vervalt":
            scherm.print(f"  {lot.type} tussen beide vervalt.")
        elif lot.lot == "blijft":
            scherm.print(f"  {lot.type}: volgens {escape(s.b)} {ander}; dat van {escape(s.a)} blijft.")
        elif lot.velden:
            delen = "; ".join(
                f"{veld.veld} {as_text(veld.van_a) or '—'} en {as_text(veld.van_b) or '—'} "
                f"wordt {as_text(veld.wordt) or 'leeg'}"
                for veld in lot.velden
            )
            scherm.print(f"  {lot.type} met {ander}: {escape(delen)}.")


def tell_terug(verslag: ImportVerslag) -> None:
    """Say how to take it back."""
    tell_next(
        [
            f"netwerkkaart import terugdraaien {verslag.versie}    maak dit ongedaan",
            "netwerkkaart dubbels lijst    toon wat er nog dubbel staat",
        ]
    )
