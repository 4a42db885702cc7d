"""The tables of the visit note as DOCX: facts, figures, sheets to fill in, signatures."""

from docx.document import Document as Paper
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from pages.parts.visit_blocks import Block
from pages.parts.visit_docx_styles import (
    CELL,
    GREY,
    GRID,
    RULED,
    SIGNATURE,
    SPACER,
    TEXT_WIDTH,
    TINT,
    styled,
)

A_LINE = Cm(0.62)  # of handwriting in a sheet
SIGNATURE_ROOM = Cm(1.7)
PLAIN = "Normal Table"


def facts(paper: Paper, block: Block) -> None:
    grid = filled(paper, block, RULED)
    for row in grid.rows:
        for run in row.cells[0].paragraphs[0].runs:
            run.font.color.rgb = RGBColor.from_string(GREY)
    styled(paper.add_paragraph(), SPACER)


def table(paper: Paper, block: Block) -> None:
    grid = filled(paper, block, RULED)
    headed(grid)
    for row, address in zip(grid.rows, block.links, strict=bool(block.links)):
        if address:
            lead(row.cells[-1].paragraphs[0], address)
    styled(paper.add_paragraph(), SPACER)


def sheet(paper: Paper, block: Block) -> None:
    grid = filled(paper, block, GRID)
    headed(grid)
    for row in grid.rows[1:]:
        row.height, row.height_rule = Length(A_LINE * block.lines), WD_ROW_HEIGHT_RULE.AT_LEAST
    styled(paper.add_paragraph(), SPACER)


def signatures(paper: Paper, block: Block) -> None:
    grid = filled(paper, Block("facts", rows=block.rows, widths=(0.5, 0.5)), PLAIN)
    grid.rows[0].height = SIGNATURE_ROOM
    for cell in grid.rows[1].cells:
        styled(cell.paragraphs[0].insert_paragraph_before(), SIGNATURE)


def filled(paper: Paper, block: Block, style: str) -> Table:
    """A table with its words and widths; rows are never torn apart between pages."""
    grid = paper.add_table(len(block.rows), len(block.widths), style)
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, share in zip(grid.columns, block.widths, strict=True):
        column.width = Length(round(TEXT_WIDTH * share))
    for row, told in zip(grid.rows, block.rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words, share in zip(row.cells, told, block.widths, strict=True):
            cell.width = Length(round(TEXT_WIDTH * share))
            styled(cell.paragraphs[0], CELL).add_run(words)
    return grid


def headed(grid: Table) -> None:
    """The first row stands out and repeats on every page."""
    first = grid.rows[0]
    first._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in first.cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), TINT)
        cell._tc.get_or_add_tcPr().append(shade)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def lead(paragraph: Paragraph, address: str) -> None:
    """The words of a paragraph lead to a web address; python-docx has no call for it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True))
    for run in paragraph.runs:
        run.font.underline = True
        link.append(run._r)
    paragraph._p.append(link)
