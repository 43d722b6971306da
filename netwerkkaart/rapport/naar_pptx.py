"""The slides of a report for a study day, as PowerPoint: titles that say it, pictures with a description.

Pictures stand in it as PNG, as in Word; caveats stand in the notes of who speaks.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from netwerkkaart.rapport.bouwstenen import subtitle
from netwerkkaart.rapport.dias import Dia, make_slides
from netwerkkaart.rapport.docx_stijl import INKT, LETTER, ZACHT
from netwerkkaart.rapport.model import Cijfers, Document
from netwerkkaart.rapport.pakket import same_bytes
from netwerkkaart.rapport.tekens import as_property
from netwerkkaart.uitvoer.tekening_svg import to_png

BREED, HOOG, RAND = 13.333, 7.5, 0.7
"""Size of a slide and its margin, in inches."""
_ALLEEN_TITEL = 5
_FIGUUR_INCH = 9


def to_pptx(document: Document) -> bytes:
    """The slides. The same report gives the same bytes."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(BREED), Inches(HOOG)
    _properties(deck, document)
    onder = tuple(filter(None, (subtitle(document), document.waarschuwing)))
    _slide(deck, Dia(document.titel, punten=onder), groot=True)
    for dia in make_slides(document):
        _slide(deck, dia)
    buffer = io.BytesIO()
    deck.save(buffer)
    return same_bytes(buffer.getvalue())


def _properties(deck: Any, document: Document) -> None:
    eigen = deck.core_properties
    eigen.title = as_property(document.titel)
    eigen.subject = as_property(f"{document.soort}, {document.gebied}")
    eigen.author = eigen.last_modified_by = "Netwerkkaart"
    eigen.language = "nl-BE"
    eigen.created = eigen.modified = datetime.combine(document.stand, time())


def _slide(deck: Any, dia: Dia, *, groot: bool = False) -> None:
    blad = deck.slides.add_slide(deck.slide_layouts[_ALLEEN_TITEL])
    titel = blad.shapes.title
    titel.left, titel.top = Inches(RAND), Inches(2.2 if groot else 0.4)
    titel.width, titel.height = Inches(BREED - 2 * RAND), Inches(1.8 if groot else 1.3)
    titel.text_frame.word_wrap = True
    _text(titel.text_frame.paragraphs[0], dia.titel, 38 if groot else _size(dia.titel), vet=True)
    boven = 4.3 if groot else 1.9
    if dia.figuur is not None:
        _picture(blad, dia, boven)
    if dia.cijfers is not None:
        _figures(blad, dia.cijfers, boven)
        boven += 1.8
    if dia.punten:
        _points(blad, dia.punten, boven)
    if dia.notities:
        blad.notes_slide.notes_text_frame.text = dia.notities


def _size(tekst: str) -> int:
    """Points for a title: a long sentence smaller, so that it stays within three lines."""
    return 28 if len(tekst) < 110 else 22 if len(tekst) < 190 else 18


def _text(alinea: Any, tekst: str, punten: float, *, vet: bool = False, kleur: str = INKT) -> None:
    alinea.alignment = 1
    run = alinea.add_run()
    run.text = tekst
    run.font.name, run.font.size, run.font.bold = LETTER, Pt(punten), vet
    rgb: Any = RGBColor  # untyped in python-pptx
    run.font.color.rgb = rgb.from_string(kleur)


def _box(blad: Any, links: float, boven: float, breed: float, hoog: float) -> Any:
    vak = blad.shapes.add_textbox(Inches(links), Inches(boven), Inches(breed), Inches(hoog))
    vak.text_frame.word_wrap = True
    return vak.text_frame


def _points(blad: Any, punten: tuple[str, ...], boven: float) -> None:
    tekst = _box(blad, RAND, boven, BREED - 2 * RAND, HOOG - boven - 0.4)
    grootte = 20 if sum(map(len, punten)) < 700 else 16 if sum(map(len, punten)) < 1200 else 13
    for plek, punt in enumerate(punten):
        alinea = tekst.paragraphs[0] if not plek else tekst.add_paragraph()
        alinea.space_after = Pt(10)
        _text(alinea, punt, grootte)


def _picture(blad: Any, dia: Dia, boven: float) -> None:
    assert dia.figuur is not None
    beeld = io.BytesIO(to_png(dia.figuur.tekening, met_titel=False, breedte=_FIGUUR_INCH))
    figuur = blad.shapes.add_picture(beeld, Inches(RAND), Inches(boven), width=Inches(BREED - 2 * RAND))
    ruimte = Inches(HOOG - boven - 0.4)
    if figuur.height > ruimte:
        figuur.width, figuur.height = int(figuur.width * ruimte / figuur.height), ruimte
        figuur.left = int((Inches(BREED) - figuur.width) / 2)
    eigenschappen = figuur._element.nvPicPr.cNvPr
    eigenschappen.set("descr", f"{dia.figuur.bijschrift}. {dia.figuur.beschrijving}")
    eigenschappen.set("name", dia.figuur.bijschrift)


def _figures(blad: Any, blok: Cijfers, boven: float) -> None:
    breed = (BREED - 2 * RAND) / max(len(blok.cijfers), 1)
    for plek, cijfer in enumerate(blok.cijfers):
        tekst = _box(blad, RAND + plek * breed, boven, breed, 1.6)
        hoeveel, waaruit = cijfer.geschreven
        _text(tekst.paragraphs[0], cijfer.naam, 14, vet=True)
        regel = tekst.add_paragraph()
        _text(regel, hoeveel, 32, vet=True)
        _text(regel, f" van {waaruit}", 14)
        _text(tekst.add_paragraph(), cijfer.marge, 12, kleur=ZACHT)
