"""A report as a Word document: real styles, captions with numbers, a table of contents, alternative texts.

Pictures stand in it as PNG of 200 dots to the inch, drawn from the same data as the SVG of the page. Word
2016 and later can show an SVG beside a PNG, but which of its patterns it draws is nowhere promised, and
the patterns carry the verdict for who sees no colours.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from netwerkkaart.rapport import docx_stijl as stijl
from netwerkkaart.rapport.bouwstenen import edition_mark, subtitle
from netwerkkaart.rapport.model import (
    Aanbevelingen,
    Alinea,
    Blok,
    Cijfers,
    Deel,
    Document,
    EigenTekst,
    Figuur,
    Kader,
    Kop,
    Lijst,
    Tabel,
    Vaststelling,
)
from netwerkkaart.rapport.pakket import same_bytes
from netwerkkaart.rapport.tabelbreedte import shares
from netwerkkaart.rapport.tekens import as_property
from netwerkkaart.uitvoer.tekening_svg import to_png

BIJLAGEN = "Bijlagen"


def to_docx(document: Document) -> bytes:
    """The report as a Word document. The same report gives the same bytes."""
    schrijver = _Schrijver(document)
    schrijver.write()
    buffer = io.BytesIO()
    schrijver.word.save(buffer)
    return same_bytes(buffer.getvalue())


class _Schrijver:
    """Writes block after block; counts captions and bookmarks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = docx.Document()
        self.nummers = document.nummers()
        self._telling = {"Figuur": 0, "Tabel": 0}
        self._bladwijzer = 0
        self._vast = self._bijlage = False

    def write(self) -> None:
        stijl.set_styles(self.word)
        self._properties()
        self._frame()
        d, word = self.document, self.word
        word.add_paragraph(subtitle(d), "Subtitle")
        word.add_paragraph(d.titel, "Title")
        if d.waarschuwing:
            word.add_paragraph(d.waarschuwing, "Waarschuwing")
        voor = [deel for deel in d.delen if not deel.bijlage]
        achter = [deel for deel in d.delen if deel.bijlage]
        for nummer, deel in enumerate(voor):
            self._heading(deel.titel, 1, _anchor(nummer))
            self._blocks(deel)
            if not nummer:
                self._contents([*(d.titel for d in voor), *([BIJLAGEN] if achter else [])])
        if achter:
            self._heading(BIJLAGEN, 1, _anchor(len(voor)))
            for nummer, deel in enumerate(achter, 1):
                self._heading(deel.titel, 2, f"bijlage_{nummer}")
                self._blocks(deel)

    def _properties(self) -> None:
        eigen, d = self.word.core_properties, self.document
        eigen.title, eigen.subject = as_property(d.titel), as_property(f"{d.soort}, {d.gebied}")
        eigen.author = eigen.last_modified_by = "Netwerkkaart"
        eigen.language, eigen.comments, eigen.keywords = "nl-BE", "", ""
        eigen.created = eigen.modified = datetime.combine(d.stand, time())

    def _frame(self) -> None:
        """What stands above and beneath every page."""
        d, pagina = self.document, self.word.sections[0]
        kop = pagina.header.paragraphs[0]
        kop.add_run(f"{d.soort}, {d.gebied}").bold = True
        kop.add_run(f"\t{edition_mark(d)}")
        if d.waarschuwing:
            pagina.header.add_paragraph(d.waarschuwing, "Header").runs[0].bold = True
        voet = pagina.footer.paragraphs[0]
        voet.add_run("Netwerkkaart\tBladzijde ")
        stijl.add_field(voet, "PAGE", "1")
        voet.add_run(" van ")
        stijl.add_field(voet, "NUMPAGES", "1")

    def _heading(self, tekst: str, niveau: int, naam: str) -> None:
        alinea = self.word.add_heading(tekst, niveau)
        stijl.bookmark(alinea, naam, self._bladwijzer)
        self._bladwijzer += 1

    def _contents(self, titels: list[str]) -> None:
        """A table of contents: a line per section with a field for its page.

        Not one ``TOC`` field around it: LibreOffice then keeps the pages that were written down, which nobody
        knows here, where a ``PAGEREF`` is worked out by every program that lays the document out.
        """
        self.word.add_paragraph("Inhoud", "Inhoudskop")
        for nummer, titel in enumerate(titels):
            alinea = self.word.add_paragraph(style="toc 1")
            alinea.paragraph_format.keep_with_next = nummer < len(titels) - 1
            stijl.link(alinea, f"{titel}\t", _anchor(nummer))
            stijl.add_field(alinea, f"PAGEREF {_anchor(nummer)} \\h", "", opnieuw=True)

    def _blocks(self, deel: Deel) -> None:
        vorige: Blok | None = None
        self._bijlage = deel.bijlage
        for plek, blok in enumerate(deel.blokken):
            # What explains a heading does not stay behind with it at the foot of a page.
            self._vast = (vorige is None or isinstance(vorige, Kop)) and plek < len(deel.blokken) - 1
            self._block(blok)
            vorige = blok

    def _block(self, blok: Blok) -> None:
        match blok:
            case Alinea():
                self._paragraph(blok)
            case Kop():
                self._heading(blok.tekst, 2, f"kop_{self._bladwijzer}")
            case Lijst():
                self._points(blok.punten)
            case Vaststelling():
                self._finding(blok)
            case Figuur():
                self._picture(blok)
            case Tabel():
                self._table(blok)
            case Cijfers():
                self._figures(blok)
            case Aanbevelingen():
                self._recommendations(blok)
            case Kader():
                self._box(blok)
            case EigenTekst():
                for tekst in blok.delen:
                    punt = tekst.startswith("- ")
                    self.word.add_paragraph(
                        tekst.removeprefix("- "), "List Bullet" if punt else "Eigen tekst"
                    )

    def _paragraph(self, blok: Alinea) -> None:
        namen = {"gewoon": "Normal", "inleiding": "Inleiding", "noot": "Noot"}
        alinea = self.word.add_paragraph(style=namen[blok.soort])
        alinea.paragraph_format.keep_with_next = self._vast or None
        if blok.kop:
            alinea.add_run(f"{blok.kop} ").bold = True
        alinea.add_run(blok.tekst)

    def _points(self, punten: tuple[str, ...]) -> None:
        for punt in punten:
            self.word.add_paragraph(punt, "List Bullet")

    def _finding(self, blok: Vaststelling) -> None:
        nummer = self.nummers[blok.code]
        self.word.add_paragraph(f"{nummer}. {blok.zin}", "Vaststelling")
        noot = self.word.add_paragraph(
            f"{' '.join(blok.kanttekeningen)} Waarop dit steunt: ".lstrip(), "Noot"
        )
        stijl.link(noot, f"bijlage {nummer}", f"bijlage_{nummer}")
        noot.add_run(".")

    def _caption(self, soort: str, tekst: str) -> Paragraph:
        self._telling[soort] += 1
        alinea = self.word.add_paragraph(f"{soort} ", "Caption")
        stijl.add_field(alinea, f"SEQ {soort} \\* ARABIC", str(self._telling[soort]))
        alinea.add_run(f". {tekst}")
        return alinea

    def _picture(self, blok: Figuur) -> None:
        alinea = self.word.add_paragraph()
        alinea.paragraph_format.keep_with_next = True
        beeld = io.BytesIO(to_png(blok.tekening, met_titel=False, breedte=stijl.FIGUUR_INCH))
        figuur = alinea.add_run().add_picture(beeld, width=Cm(stijl.BREEDTE_CM))
        if (te_hoog := figuur.height / Cm(stijl.HOOGTE_CM)) > 1:
            figuur.width, figuur.height = (
                Length(int(figuur.width / te_hoog)),
                Length(int(figuur.height / te_hoog)),
            )
        for eigenschappen in alinea._p.iter(qn("wp:docPr")):
            eigenschappen.set("descr", f"{blok.bijschrift}. {blok.beschrijving}")
            eigenschappen.set("title", blok.bijschrift)
            eigenschappen.set("name", f"Figuur {self._telling['Figuur'] + 1}")
        self._caption("Figuur", blok.bijschrift).paragraph_format.space_after = Pt(12)

    def _table(self, blok: Tabel) -> None:
        kop = self._caption("Tabel", blok.bijschrift).paragraph_format
        kop.keep_with_next, kop.space_before = True, Pt(8)
        tabel = self.word.add_table(rows=1 + len(blok.rijen), cols=len(blok.koppen))
        tabel.autofit = False
        stijl.table_borders(tabel)
        breedtes = [Cm(stijl.BREEDTE_CM * deel) for deel in shares(blok)]
        for k, (kolom, breedte) in enumerate(zip(tabel.columns, breedtes, strict=True)):
            kolom.width = breedte
            teksten = (blok.koppen[k], *(rij[k] for rij in blok.rijen))
            # Cell after cell: `kolom.cells` looks the whole table through each time.
            for rij, tekst in zip(tabel._tbl.tr_lst, teksten, strict=True):
                _fill(rij.tc_lst[k], tabel, tekst, kop=rij is tabel._tbl.tr_lst[0], rechts=blok.rechts[k])
                rij.tc_lst[k].width = breedte
        for nummer, rij in enumerate(tabel._tbl.tr_lst):
            eigenschappen = rij.get_or_add_trPr()
            eigenschappen.append(stijl.make("w:cantSplit"))
            if not nummer:
                eigenschappen.append(stijl.make("w:tblHeader"))
        noot = self.word.add_paragraph(blok.noot, "Noot")
        noot.paragraph_format.keep_with_next = self._bijlage or None
        if blok.noot or self._bijlage:  # what belongs to a table does not stand alone on the next page
            for cel in tabel._tbl.tr_lst[-1].tc_lst:
                Paragraph(cel.p_lst[0], tabel).paragraph_format.keep_with_next = True

    def _figures(self, blok: Cijfers) -> None:
        if not blok.cijfers:
            return
        tabel = self.word.add_table(rows=1, cols=len(blok.cijfers))
        stijl.table_borders(tabel)
        for cel, cijfer in zip(tabel.rows[0].cells, blok.cijfers, strict=True):
            eerste = cel.paragraphs[0]
            eerste.style = self.word.styles["Kerncijfer"]
            eerste.add_run(cijfer.naam).bold = True
            groot = cel.add_paragraph(style="Kerncijfer")
            hoeveel, waaruit = cijfer.geschreven
            getal = groot.add_run(hoeveel)
            getal.bold, getal.font.size = True, Pt(20)
            cel.add_paragraph(f"van {waaruit}", "Kerncijfer")
            marge = cel.add_paragraph(cijfer.marge, "Kerncijfer")
            marge.runs[0].font.color.rgb = RGBColor.from_string(stijl.ZACHT)
        self.word.add_paragraph()

    def _recommendations(self, blok: Aanbevelingen) -> None:
        for punt in blok.punten:
            alinea = self.word.add_paragraph(style="List Number")
            alinea.add_run(f"{punt.kop}. ").bold = True
            alinea.add_run(f"{punt.tekst} (")
            for plek, code in enumerate(punt.steunt_op):
                alinea.add_run(" en " if plek else "vaststelling ")
                stijl.link(alinea, str(self.nummers[code]), f"bijlage_{self.nummers[code]}")
            alinea.add_run(")")

    def _box(self, blok: Kader) -> None:
        tabel = self.word.add_table(rows=1, cols=1)
        stijl.table_borders(tabel, soort="dashed", kleur=stijl.ZACHT, binnen=False)
        stijl.cell_margins(tabel, 170)
        cel = tabel.rows[0].cells[0]
        cel.paragraphs[0].add_run(blok.kop).bold = True
        for punt in blok.punten:
            cel.add_paragraph(punt, "List Bullet")
        self.word.add_paragraph()


def _anchor(nummer: int) -> str:
    return f"_Toc{nummer:08d}"


def _in_run(element: Any) -> Any:
    run = stijl.make("w:r")
    run.append(element)
    return run


def _fill(cel: Any, tabel: Any, tekst: str, *, kop: bool, rechts: bool) -> None:
    alinea = Paragraph(cel.p_lst[0], tabel)
    # By its id: a style by its name is looked for among all styles, for every cell again.
    alinea._p.style = "Tabelkop" if kop else "Tabeltekst"
    alinea.add_run(tekst)
    if rechts:
        alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if kop:
        cel.get_or_add_tcPr().append(stijl.make("w:shd", val="clear", color="auto", fill=stijl.VLAK))
