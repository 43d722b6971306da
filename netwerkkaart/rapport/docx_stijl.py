"""How a report looks in Word: styles that she can go on using, and XML that python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

INKT, ZACHT, LIJN, VLAK, ACCENT = "1F2430", "5B6270", "D8D2C4", "F3EFE6", "0B6B66"
BREEDTE_CM = 16.5
"""Width between the margins of an A4 page."""
HOOGTE_CM = 21.0
"""Height that a picture gets at most, so that its caption stands on the same page."""
FIGUUR_INCH = 7
"""Width for which pictures are drawn: a little more than they get, so that letters stay readable."""
LETTER = "Calibri"

EIGEN_STIJLEN = {
    # name: (based on, size, bold, colour, space before, space after, left indent in cm)
    "Inleiding": ("Normal", 12, False, INKT, 0, 10, 0.0),
    "Vaststelling": ("Normal", 11, True, INKT, 10, 2, 0.35),
    "Noot": ("Normal", 8.5, False, ZACHT, 0, 6, 0.35),
    "Tabeltekst": ("Normal", 8.5, False, INKT, 1, 1, 0.0),
    "Tabelkop": ("Tabeltekst", 8.5, True, INKT, 1, 1, 0.0),
    "Kerncijfer": ("Normal", 9, False, INKT, 0, 0, 0.0),
    "Eigen tekst": ("Normal", 10.5, False, INKT, 0, 6, 0.0),
    "Waarschuwing": ("Normal", 11, True, "86131A", 0, 8, 0.0),
    "toc 1": ("Normal", 10.5, False, INKT, 0, 2, 0.0),
    "Inhoudskop": ("Normal", 12.5, True, INKT, 16, 4, 0.0),
}


def set_styles(word: Word) -> None:
    """Page, language, and all styles."""
    pagina = word.sections[0]
    pagina.page_width, pagina.page_height = Cm(21), Cm(29.7)
    pagina.left_margin = pagina.right_margin = Cm((21 - BREEDTE_CM) / 2)
    pagina.top_margin, pagina.bottom_margin = Cm(2.2), Cm(2)
    stijlen = word.styles
    _set(stijlen["Normal"], 10.5, False, INKT, 0, 6)
    _set(stijlen["Title"], 22, True, INKT, 4, 10)
    _set(stijlen["Subtitle"], 11, False, ZACHT, 0, 4)
    _set(stijlen["Heading 1"], 16, True, INKT, 20, 6)
    _set(stijlen["Heading 2"], 12.5, True, ACCENT, 14, 4)
    for naam in ("Header", "Footer"):
        _set(stijlen[naam], 8.5, False, ZACHT, 0, 0)
        tabs = stijlen[naam].paragraph_format.tab_stops
        tabs.clear_all()
        tabs.add_tab_stop(Cm(BREEDTE_CM), WD_TAB_ALIGNMENT.RIGHT)
    _border(stijlen["Header"], "bottom", "6", "4", INKT)
    _set(stijlen["Caption"], 9, False, ZACHT, 4, 4)
    _set(stijlen["List Bullet"], 10.5, False, INKT, 0, 3)
    _set(stijlen["List Number"], 10.5, False, INKT, 0, 5)
    for naam, (basis, punten, vet, kleur, voor, na, links) in EIGEN_STIJLEN.items():
        stijl: Any = stijlen.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
        stijl.base_style = stijlen[basis]
        stijl.quick_style = True
        _set(stijl, punten, vet, kleur, voor, na)
        if links:
            stijl.paragraph_format.left_indent = Cm(links)
    inhoud = stijlen["toc 1"].paragraph_format.tab_stops
    inhoud.add_tab_stop(Cm(BREEDTE_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for naam in ("Vaststelling", "Tabelkop", "Inhoudskop"):
        stijlen[naam].paragraph_format.keep_with_next = True
    for naam in ("Vaststelling", "Noot", "List Number", "List Bullet", "Caption"):
        stijlen[naam].paragraph_format.keep_together = True
    _border(stijlen["Vaststelling"], "left", "18", "6", ACCENT)
    _without_border(stijlen["Title"])
    _as_of_now(word)
    taal = stijlen.element.find(".//" + qn("w:lang"))
    if taal is not None:
        taal.set(qn("w:val"), "nl-BE")


def _set(stijl: Any, punten: float, vet: bool, kleur: str, voor: float, na: float) -> None:
    stijl.font.name, stijl.font.size, stijl.font.bold = LETTER, Pt(punten), vet
    stijl.font.italic = False
    stijl.font.color.rgb = RGBColor.from_string(kleur)
    letters = stijl.element.get_or_add_rPr().get_or_add_rFonts()
    for soort in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        letters.attrib.pop(qn(f"w:{soort}"), None)
    for soort in ("ascii", "hAnsi", "eastAsia", "cs"):
        letters.set(qn(f"w:{soort}"), LETTER)
    stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(voor), Pt(na)


def _border(stijl: Any, kant: str, dikte: str, ruimte: str, kleur: str) -> None:
    randen = make("w:pBdr")
    randen.append(make(f"w:{kant}", val="single", sz=dikte, space=ruimte, color=kleur))
    stijl.element.get_or_add_pPr().insert_element_before(randen, "w:shd", "w:tabs", "w:spacing", "w:ind")


def _as_of_now(word: Word) -> None:
    """As Word of today lays out: tables stay within the margins, and no "compatibility mode" in its bar."""
    for keuze in word.settings.element.iter(qn("w:compatSetting")):
        if keuze.get(qn("w:name")) == "compatibilityMode":
            keuze.set(qn("w:val"), "15")


def _without_border(stijl: Any) -> None:
    for rand in stijl.element.findall(".//" + qn("w:pBdr")):
        rand.getparent().remove(rand)


def make(naam: str, **waarden: str) -> Any:
    """An element of WordprocessingML with attributes in the same namespace."""
    element = OxmlElement(naam)
    for sleutel, waarde in waarden.items():
        element.set(qn(f"w:{sleutel}"), waarde)
    return element


def add_field(alinea: Paragraph, opdracht: str, uitkomst: str, *, opnieuw: bool = False) -> None:
    """A field, such as a page number, with what stands there until Word works it out.

    Args:
        alinea: at the end of which.
        opdracht: what is to be worked out.
        uitkomst: what stands there until then.
        opnieuw: as soon as the document is opened.
    """
    veld = make("w:fldSimple", instr=f" {opdracht} ", **({"dirty": "true"} if opnieuw else {}))
    run = alinea.add_run(uitkomst)._r
    run.getparent().remove(run)
    veld.append(run)
    alinea._p.append(veld)


def bookmark(alinea: Paragraph, naam: str, nummer: int) -> None:
    """A name for a paragraph, to point at."""
    begin, einde = make("w:bookmarkStart", id=str(nummer), name=naam), make("w:bookmarkEnd", id=str(nummer))
    plek = 1 if alinea._p.pPr is not None else 0
    alinea._p.insert(plek, begin)
    alinea._p.append(einde)


def link(alinea: Paragraph, tekst: str, naar: str) -> Any:
    """A link to a bookmark."""
    koppeling = make("w:hyperlink", anchor=naar, history="1")
    run = alinea.add_run(tekst)._r
    run.getparent().remove(run)
    koppeling.append(run)
    alinea._p.append(koppeling)
    return koppeling


def table_borders(tabel: Any, *, soort: str = "single", kleur: str = LIJN, binnen: bool = True) -> None:
    """Lines of a table: ``none`` for no lines, ``dashed`` for a box."""
    randen = make("w:tblBorders")
    kanten = ("top", "left", "bottom", "right") if not binnen else ("top", "bottom", "insideH")
    for kant in kanten:
        randen.append(make(f"w:{kant}", val=soort, sz="6", space="0", color=kleur))
    # Word reads the properties of a table in a fixed order only.
    tabel._tbl.tblPr.insert_element_before(randen, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def cell_margins(tabel: Any, twips: int) -> None:
    """White space within the cells of a table, in twentieths of a point."""
    marges = make("w:tblCellMar")
    for kant in ("top", "left", "bottom", "right"):
        marges.append(make(f"w:{kant}", w=str(twips), type="dxa"))
    tabel._tbl.tblPr.insert_element_before(marges, "w:tblLook")
