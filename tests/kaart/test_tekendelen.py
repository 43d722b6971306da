"""Small parts of the page's code on their own: what makes a filter quick must draw and order as the plain way does."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkkaart.kaart.bouw import WEB
from tests.browser import Vensters
from tests.kaart.delen import load_parts
from tests.voorbeelden import aantal

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_DELEN = (
    "bediening/lang", "meenemen/elementen", "teken/buitenrand", "teken/dozenraster", "teken/etiketten", "teken/glyfen", "teken/stippen", "teken/uiteen",
    "teken/vel", "views/volgorde", "data/kleuren", "data/tijdparen", "teken/svgpen",
)  # fmt: skip
_HULP = """
globalThis.pixels = (ctx) => ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height).data;
globalThis.verschil = (p, q) => p.reduce((most, waarde, i) => Math.max(most, Math.abs(waarde - q[i])), 0);
globalThis.doek = (b, h, erin) => {
  const c = document.createElement("canvas");
  [c.width, c.height] = [b, h];
  if (erin) document.body.append(c);
  return c.getContext("2d", { willReadFrequently: true });
};
"""


@pytest.fixture(scope="module")
def blad(vensters: Vensters) -> Iterator[Page]:
    """An empty page that knows the parts as globals, bundled as the page's own code is."""
    page = vensters.lend(400, 300)
    load_parts(page, _DELEN, _HULP)
    yield page
    vensters.take_back(page)


Cel = tuple[int, int]


@st.composite
def areas(draw: st.DrawFn) -> tuple[list[list[Cel]], set[Cel]]:
    """Municipalities of squares in a row, each ring begun anywhere and in either direction; and their squares."""
    cellen: set[Cel] = set()
    ringen: list[list[Cel]] = []
    for y in range(draw(st.integers(1, 5))):
        x = draw(st.integers(0, 2))
        for breed, gat in draw(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 1)), max_size=3)):
            cellen |= {(i, y) for i in range(x, x + breed)}
            boven = [(i, y) for i in range(x, x + breed + 1)]
            ring = boven + [(i, y + 1) for i, _ in reversed(boven)]
            begin = draw(st.integers(0, len(ring) - 1))
            ring = ring[begin:] + ring[:begin]
            ringen.append(ring[::-1] if draw(st.booleans()) else ring)
            x += breed + gat
    return ringen, cellen


def _sides(stukken: Iterable[dict[str, Any]]) -> Counter[frozenset[Cel]]:
    """How often each side stands in pieces of border."""
    zijden: Counter[frozenset[Cel]] = Counter()
    for stuk in stukken:
        punten = [tuple(punt) for punt in stuk["punten"]]
        einde = [punten[0]] if stuk["dicht"] else []
        zijden.update(frozenset(paar) for paar in zip(punten, punten[1:] + einde, strict=False))
    return zijden


def test_the_border_is_what_lies_between_inside_and_outside(blad: Page) -> None:
    @settings(max_examples=aantal())
    @given(areas())
    def check(gebied: tuple[list[list[Cel]], set[Cel]]) -> None:
        ringen, cellen = gebied
        verwacht: set[frozenset[Cel]] = set()
        for x, y in cellen:
            for naast, zijde in (
                ((x, y - 1), ((x, y), (x + 1, y))),
                ((x, y + 1), ((x, y + 1), (x + 1, y + 1))),
                ((x - 1, y), ((x, y), (x, y + 1))),
                ((x + 1, y), ((x + 1, y), (x + 1, y + 1))),
            ):
                if naast not in cellen:
                    verwacht.add(frozenset(zijde))
        randen, alle = blad.evaluate("ringen => [deel.outerBorder(ringen), deel.allBorders(ringen)]", ringen)
        assert dict(_sides(randen)) == dict.fromkeys(verwacht, 1)
        # Between municipalities too, and what two of them share is drawn once.
        om_elk = _sides({"punten": ring, "dicht": True} for ring in ringen)
        assert dict(_sides(alle)) == dict.fromkeys(om_elk, 1)

    check()


_RAND = """(ringen) => {
  const teken = (stukken) => {
    const ctx = doek(130, 90);
    ctx.fillStyle = "#F6F3EB";
    ctx.fillRect(0, 0, 130, 90);
    ctx.translate(20, 20);
    ctx.lineJoin = ctx.lineCap = "round";
    ctx.lineWidth = 17;
    ctx.strokeStyle = "rgba(110, 135, 150, 0.3)";
    const vol = (delen) => {
      ctx.beginPath();
      for (const { punten, dicht } of delen) {
        punten.forEach(([x, y], i) => (i ? ctx.lineTo(9 * x, 9 * y) : ctx.moveTo(9 * x, 9 * y)));
        if (dicht) ctx.closePath();
      }
    };
    vol(stukken);
    ctx.stroke();
    ctx.fillStyle = "#F0E9DA";
    for (const ring of ringen) { vol([{ punten: ring, dicht: true }]); ctx.fill(); }
    return pixels(ctx);
  };
  return verschil(teken(ringen.map((punten) => ({ punten, dicht: true }))), teken(deel.outerBorder(ringen)));
}"""


def test_a_wide_line_along_the_border_is_that_along_every_ring_once_the_area_is_filled(blad: Page) -> None:
    @settings(max_examples=aantal(15))
    @given(areas())
    def check(gebied: tuple[list[list[Cel]], set[Cel]]) -> None:
        # A hair at the edge of a round corner.
        assert blad.evaluate(_RAND, gebied[0]) <= 6

    check()


def _box(r: random.Random, breed: float, hoog: float, *, binnen: bool) -> dict[str, float]:
    """A label in a window, or as often over its edge; long or tall, and turned as often as not."""
    lang, dun = r.uniform(40, 120), r.uniform(2, 30)
    b, h = (lang, dun) if r.random() < 0.5 else (dun, lang)
    marge = 62 if binnen else -60
    x, y = r.uniform(marge, breed - marge), r.uniform(marge, hoog - marge)
    return {"x": x, "y": y, "b": b, "h": h, "hoek": r.choice([0, 0, 0, 0.7, -1.2, 1.5708])}


def test_a_box_is_covered_when_one_of_all_boxes_overlaps_it(blad: Page) -> None:
    breed, hoog = 400.0, 280.0
    r = random.Random(3)
    for _ in range(aantal(25)):
        erin = [_box(r, breed, hoog, binnen=False) for _ in range(r.randrange(6))]
        vragen = [_box(r, breed, hoog, binnen=True) for _ in range(60)]
        vlug, traag = blad.evaluate(
            """([breed, hoog, erin, vragen]) => {
              const raster = new deel.Dozenraster({ breed, hoog });
              for (const doos of erin) raster.add(doos);
              return [vragen.map((d) => raster.covers(d)), vragen.map((d) => erin.some((e) => deel.overlaps(d, e)))];
            }""",
            [breed, hoog, erin, vragen],
        )
        assert vlug == traag


def test_a_kept_order_is_that_of_the_rows_in_sight(blad: Page) -> None:
    """Also when the reader filters and turns the order round; a value that is kept is asked for once."""
    r = random.Random(7)
    for _ in range(aantal(20)):
        n = r.randrange(1, 30)
        getallen = r.random() < 0.5
        paren = [(r.choice("abc"), r.randrange(15)) for _ in range(n)]
        waarden = [tal if getallen else f"{letter} {tal}" for letter, tal in paren]
        rang = [(tal,) if getallen else (ord(letter), tal) for letter, tal in paren]
        vragen = [
            (sorted(r.sample(range(n), r.randrange(n + 1))), r.random() < 0.5, r.random() < 0.7)
            for _ in range(6)
        ]
        uit, gevraagd = blad.evaluate(
            """([waarden, vragen]) => {
              const volgorde = new deel.Volgorde();
              let gevraagd = 0;
              const waarde = (rij) => waarden[rij];
              const kolommen = [{ kop: "", waarde }, { kop: "", vast: true, waarde: (rij) => { gevraagd++; return waarde(rij); } }];
              const uit = vragen.map(([rijen, omgekeerd, vast]) =>
                volgorde.sort({ rijen: () => rijen, omvang: waarden.length }, kolommen[Number(vast)], omgekeerd));
              return [uit, gevraagd];
            }""",
            [waarden, vragen],
        )
        assert uit == [
            sorted(rijen, key=lambda i, om=om: ([-deel if om else deel for deel in rang[i]], i))  # type: ignore[misc]
            for rijen, om, _ in vragen
        ]
        assert gevraagd == n * len({om for _, om, vast in vragen if vast})


_VEL = """(stappen) => {
  const host = document.body.appendChild(document.createElement("div"));
  const vel = new deel.Vel(host);
  const doek = host.querySelector("canvas");
  const kleur = (sleutel) => (ctx) => {
    ctx.strokeStyle = `hsl(${40 * sleutel.length} 80% 50%)`;
    ctx.lineWidth = 3;
    ctx.strokeRect(2.3, 3.1, 9 + sleutel.length, 7);
  };
  const uit = stappen.map(([sleutel, x, breed, dpr, ruim]) => {
    const kijk = { k: 1, x, y: 0, breed, hoog: 30, zoom: 1, dpr, bezet: [] };
    let keren = 0;
    if (!sleutel) { vel.hide(); return [keren, 0, doek.hidden]; }
    vel.keep(kijk, ruim, sleutel, (ctx) => { keren++; kleur(sleutel)(ctx); });
    const naast = document.createElement("div");
    const vers = new deel.Vel(naast);
    vers.draw(kijk, ruim, kleur(sleutel));
    const [nu, recht] = [doek, naast.querySelector("canvas")];
    const zelfde = nu.width === recht.width && nu.style.transform === recht.style.transform && !nu.hidden;
    return [keren, zelfde ? verschil(pixels(nu.getContext("2d")), pixels(recht.getContext("2d"))) : -1, true];
  });
  host.remove();
  return uit;
}"""


def test_a_kept_sheet_is_what_it_would_be_drawn_anew_and_is_drawn_only_then(blad: Page) -> None:
    stand = st.tuples(
        st.sampled_from(["", "a", "bb"]), st.sampled_from([0, 4]), st.sampled_from([40, 50]),
        st.sampled_from([1, 1.5]), st.booleans(),
    )  # fmt: skip
    # As often as not the page asks for what it asked for just before.
    stap = st.one_of(st.just(("a", 0, 40, 1, True)), stand)

    @settings(max_examples=aantal(25))
    @given(st.lists(stap, min_size=1, max_size=12))
    def check(stappen: list[tuple[str, int, int, float, bool]]) -> None:
        vorige: tuple[object, ...] | None = None
        for stand, (keren, verschil, goed) in zip(stappen, blad.evaluate(_VEL, stappen), strict=True):
            assert (verschil, goed) == (0, True), "nothing to draw hides it, and it is there again after that"
            assert keren == (1 if stand[0] and stand != vorige else 0)
            if stand[0]:
                vorige = stand

    check()


def test_ties_of_two_days_are_summed_as_counted_one_by_one(blad: Page) -> None:
    n = 5
    band = st.tuples(st.sampled_from(["gebeurd", "kaart"]), st.integers(0, n - 1), st.integers(0, n - 1))

    @settings(max_examples=aantal(25))
    @given(st.lists(st.tuples(band, st.booleans()), max_size=40), st.integers(0, 4))
    def check(banden: list[tuple[tuple[str, int, int], bool]], hoogstens: int) -> None:
        uit = blad.evaluate(
            """([n, banden, hoogstens]) => {
              const paren = new deel.Tijdparen(banden.map(([[aard, a, b]], plek) => ({ aard, a, b, plek })), n);
              return ["gebeurd", "kaart", "weg"].map((aard) => {
                const som = paren.count(aard, (plek) => banden[plek][1]);
                const rond = Array.from({ length: n }, (_, i) => som.around(i));
                return [som.most(hoogstens).map(({ a, b, aantal }) => [a, b, aantal]), rond];
              });
            }""",
            [n, banden, hoogstens],
        )
        for aard, (paren, rond) in zip(("gebeurd", "kaart", "weg"), uit, strict=True):
            ziet = [(min(a, b), max(a, b)) for (wat, a, b), mag in banden if mag and wat == aard]
            orde = sorted(Counter(ziet).items(), key=lambda paar: (-paar[1], paar[0]))
            assert paren == [[a, b, tal] for (a, b), tal in orde if a != b][:hoogstens]
            assert rond == [sum(i in paar for paar in ziet) for i in range(n)]

    check()


def test_a_long_word_breaks_by_a_hyphen_that_is_none_of_the_name(blad: Page) -> None:
    naam = "Begeleidingsdienst Heidetuin"
    stijl = (WEB / "src" / "stijl" / "namen.css").read_text(encoding="utf-8")
    (hyphen,) = re.findall(r"\.breekt::after \{.*\}", stijl)
    for breedte, regels in (
        (110, ["Begeleidings", "-", "dienst Heidetuin"]),
        (400, ["Begeleidings", "dienst Heidetuin"]),
    ):
        tekst, getekend = blad.evaluate(
            """([naam, stijl, breedte]) => {
              const blok = document.body.appendChild(document.createElement("p"));
              blok.style.width = `${breedte}px`;
              blok.style.font = "13px sans-serif";
              blok.append(...deel.breakable(naam), Object.assign(document.createElement("style"), { textContent: stijl }));
              const pen = new deel.Svgpen(500, 100);
              deel.drawElement(pen, blok, [0, 0]);
              const tekst = [...blok.childNodes].slice(0, -1).map((deel) => deel.textContent).join("");
              blok.remove();
              return [tekst, pen.body()];
            }""",
            [naam, hyphen, breedte],
        )
        assert tekst == naam
        assert re.findall(r">([^<>]+)</text>", getekend) == regels


def test_verdicts_have_one_colour_in_the_style_and_on_the_canvas(blad: Page) -> None:
    stijl = (WEB / "src" / "stijl" / "panelen.css").read_text(encoding="utf-8")
    assert re.findall(r"\.oordeel\d \{ background-color: (#\w+); \}", stijl) == blad.evaluate(
        "deel.OORDEELKLEUR"
    )


_SOORTEN = [
    {
        "code": "a",
        "naam": "A",
        "enkel": "a",
        "zone": "scholen",
        "kleur": "onderwijs",
        "vorm": "cirkel",
        "letter": "",
    },
    {
        "code": "b",
        "naam": "B",
        "enkel": "b",
        "zone": "zorg",
        "kleur": "gezondheid",
        "vorm": "driehoek",
        "letter": "b",
    },
    {"code": "c", "naam": "C", "enkel": "c", "zone": "werk", "kleur": "werk", "vorm": "ring", "letter": ""},
]
_STIPPEN = """([soorten, stippen, r, schaal, draai]) => {
  const [b, h] = [180, 130];
  const sprites = new deel.Sprites(soorten);
  const teken = (zo) => {
    const ctx = doek(b, h);
    ctx.fillStyle = "#F6F3EB";
    ctx.fillRect(0, 0, b, h);
    ctx.setTransform(schaal, draai, -draai, schaal, 3, 2);
    zo(ctx);
    const { a, e, f } = ctx.getTransform();
    return [pixels(ctx), [a, e, f, ctx.globalAlpha].join()];
  };
  const [vlug, na] = teken((ctx) => new deel.Stippen(soorten, sprites).draw(ctx, stippen, r, schaal));
  const [kopie] = teken((ctx) => {
    for (const { soort, x, y, dekking } of stippen) {
      ctx.globalAlpha = dekking;
      sprites.draw(ctx, soort, x, y, r, schaal);
    }
  });
  // Each mark on the nearest quarter of a pixel, one by one, by the canvas itself.
  const [kwart] = teken((ctx) => {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    for (const { soort, x, y, dekking } of stippen) {
      const een = doek(60, 60);
      const zijde = Math.ceil((2.6 * r + 3) * schaal);
      const hoek = (p) => Math.round(4 * (p - zijde / 2)) / 4;
      const [px, py] = [hoek(schaal * x + 3), hoek(schaal * y + 2)];
      een.translate(zijde / 2 + px - Math.floor(px), zijde / 2 + py - Math.floor(py));
      een.scale(schaal, schaal);
      deel.drawGlyph(een, soorten[soort], 0, 0, r);
      ctx.globalAlpha = dekking;
      ctx.drawImage(een.canvas, Math.floor(px), Math.floor(py));
    }
  });
  return [verschil(vlug, kopie), verschil(vlug, kwart), na === [schaal, 3, 2, 1].join()];
}"""


def test_marks_in_hundreds_lie_as_each_laid_by_itself(blad: Page) -> None:
    r = random.Random(5)
    for hoeveel, straal, schaal, draai in (
        (3, 4.25, 1, 0),
        (500, 4.25, 1, 0),
        (450, 3, 1.5, 0),
        (450, 3, 1, 0.2),
    ):
        stippen = [
            {
                "soort": r.randrange(3),
                "x": r.uniform(-12, 190 / schaal),
                "y": r.uniform(-12, 140 / schaal),
                "dekking": r.choice([1, 1, 0.35]),
            }
            for _ in range(hoeveel)
        ]
        kopie, kwart, zelfde_stand = blad.evaluate(_STIPPEN, [_SOORTEN, stippen, straal, schaal, draai])
        assert zelfde_stand
        # Few, or on a canvas that is turned, and each is copied; else only the rounding of colours differs.
        if hoeveel < 400 or draai:
            assert kopie == 0
        else:
            assert kwart <= 6


_UITEEN = """([bollen, tussen, beurten]) => {
  const plat = bollen.map((bol) => ({ ...bol }));
  deel.pushApart(plat, tussen, beurten);
  // As it is described: every pair, one after the other.
  const alle = bollen.map((bol) => ({ ...bol }));
  for (let beurt = 0; beurt < beurten; beurt++) {
    let bewogen = false;
    alle.forEach((a, i) => alle.slice(i + 1).forEach((b, k) => {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const [d, nodig, j] = [Math.hypot(dx, dy), a.r + b.r + tussen, i + 1 + k];
      if (d >= nodig) return;
      const [ux, uy] = d > 1e-6 ? [dx / d, dy / d] : [Math.cos(i * 2.4 + j), Math.sin(i * 2.4 + j)];
      const duw = (nodig - d) / 2;
      a.x -= ux * duw; a.y -= uy * duw; b.x += ux * duw; b.y += uy * duw;
      bewogen = true;
    }));
    if (!bewogen) break;
    if (beurt < beurten * 0.7) alle.forEach((bol, i) => {
      bol.x += (bollen[i].x - bol.x) * 0.03;
      bol.y += (bollen[i].y - bol.y) * 0.03;
    });
  }
  return [JSON.stringify(plat) === JSON.stringify(alle), plat.some((bol) => Number.isNaN(bol.x))];
}"""


def test_circles_are_pushed_apart_as_if_every_pair_were_compared(blad: Page) -> None:
    r = random.Random(11)
    for ronde in range(aantal(20)):
        breed = r.choice([30, 200, 900])
        bollen = [
            {"x": r.uniform(0, breed), "y": r.uniform(0, breed), "r": r.choice([2, 5, r.uniform(1, 30)])}
            for _ in range(r.randrange(1, 40))
        ]
        # Towns share a point now and then.
        bollen += [{**bol, "r": 4} for bol in bollen[: ronde % 4]]
        gelijk, geen_getal = blad.evaluate(_UITEEN, [bollen, r.choice([2, 3.5]), r.choice([1, 30, 60])])
        assert gelijk
        assert not geen_getal
