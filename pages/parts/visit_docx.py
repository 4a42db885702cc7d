"""The visit note as DOCX, drawn by python-docx from its blocks: to be changed by its user."""

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from pages.parts import visit_docx_tables
from pages.parts.visit_blocks import Block, Note
from pages.parts.visit_docx_styles import (
    BULLET,
    FINE_PRINT,
    GREY,
    HAND,
    MARK_COLOUR,
    TEXT_WIDTH,
    prepare,
    styled,
)

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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


DRAW: dict[str, Callable[[Paper, Block], None]] = {
    "chapter": chapter,
    "part": part,
    "text": text,
    "small": small,
    "items": items,
    "question": question,
    "field": field,
    "facts": visit_docx_tables.facts,
    "table": visit_docx_tables.table,
    "sheet": visit_docx_tables.sheet,
    "signatures": visit_docx_tables.signatures,
}
