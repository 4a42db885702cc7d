"""The visit note as DOCX, drawn by python-docx from its blocks: to be changed by its user."""

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from pages.parts.visit_blocks import Block, Note
from pages.parts.visit_docx_styles import (
    BULLET,
    CELL,
    FINE_PRINT,
    GREY,
    GRID,
    HAND,
    MARK_COLOUR,
    RULED,
    SIGNATURE,
    SPACER,
    TEXT_WIDTH,
    TINT,
    prepare,
)

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
A_LINE = Cm(0.62)  # of handwriting in a sheet
SIGNATURE_ROOM = Cm(1.7)
PLAIN = "Normal Table"


def docx(note: Note) -> bytes:
    """A4 with heading styles, heading rows that repeat, and page numbers that Word counts."""
    paper = Document()
    prepare(paper, note)
    heads_and_feet(paper, note)
    paper.add_heading(note.title, 1)
    for block in note.blocks:
        DRAW[block.kind](paper, block)
    content = io.BytesIO()
    paper.save(content)
    return content.getvalue()


def heads_and_feet(paper: Paper, note: Note) -> None:
    section = paper.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(note.header + ("\t" if note.mark else ""))
    if note.mark:
        mark = head.add_run(note.mark)
        mark.bold, mark.font.color.rgb = True, RGBColor.from_string(MARK_COLOUR)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{note.footer}\thalaman ")
    counted(foot, "PAGE")
    foot.add_run(" dari ")
    counted(foot, "NUMPAGES")


def counted(paragraph: Paragraph, what: str) -> None:
    """A number that Word fills in."""
    run = paragraph.add_run()._r
    for kind in ("begin", what, "end"):
        if kind == what:
            part = OxmlElement("w:instrText")
            part.text = what
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run.append(part)


def chapter(paper: Paper, block: Block) -> None:
    heading(paper, block, 2)


def part(paper: Paper, block: Block) -> None:
    heading(paper, block, 3)


def heading(paper: Paper, block: Block, level: int) -> None:
    shape = paper.add_heading(block.text, level).paragraph_format
    if block.new_page:
        shape.page_break_before, shape.space_before = True, Pt(0)


def text(paper: Paper, block: Block) -> None:
    paper.add_paragraph(block.text)


def small(paper: Paper, block: Block) -> None:
    styled(paper.add_paragraph(block.text), FINE_PRINT)


def items(paper: Paper, block: Block) -> None:
    for row in block.rows:
        styled(paper.add_paragraph(row[0]), BULLET)


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """By the style's id: python-docx searches all styles twice for every name, 0.4 s a note."""
    paragraph._p.style = style
    return paragraph


def question(paper: Paper, block: Block) -> None:
    """The question and its lines stay on one page."""
    asked = paper.add_paragraph()
    asked.paragraph_format.keep_with_next = True
    asked.add_run(block.label).bold = True
    asked.add_run(f" {block.text}")
    for place in range(block.lines):
        line = ruled(styled(paper.add_paragraph(), HAND))
        line.paragraph_format.keep_with_next = place + 1 < block.lines


def field(paper: Paper, block: Block) -> None:
    ruled(styled(paper.add_paragraph(f"{block.label} "), HAND))


def ruled(paragraph: Paragraph) -> Paragraph:
    """A line to the right margin, drawn by a tab: it stays whatever is typed before it."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t").font.color.rgb = RGBColor.from_string(GREY)
    return paragraph


def facts(paper: Paper, block: Block) -> None:
    grid = filled(paper, block, RULED)
    for row in grid.rows:
        for run in row.cells[0].paragraphs[0].runs:
            run.font.color.rgb = RGBColor.from_string(GREY)
    styled(paper.add_paragraph(), SPACER)


def table(paper: Paper, block: Block) -> None:
    headed(filled(paper, block, RULED))
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


DRAW: dict[str, Callable[[Paper, Block], None]] = {
    "chapter": chapter,
    "part": part,
    "text": text,
    "small": small,
    "items": items,
    "question": question,
    "field": field,
    "facts": facts,
    "table": table,
    "sheet": sheet,
    "signatures": signatures,
}
