"""How the DOCX of a visit note looks: page, fonts and styles, so that a user can restyle it."""

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from pages.parts.visit_blocks import Note

LANGUAGE, FONT = "id-ID", "Calibri"
ACCENT, GREY, TINT, FAINT, MARK_COLOUR = "0A5756", "55636B", "E4F1EF", "B9C6C4", "8C4A00"
WIDTH, HEIGHT, MARGIN = Cm(21), Cm(29.7), Cm(2.1)
TEXT_WIDTH = Length(WIDTH - 2 * MARGIN)
HAND, FINE_PRINT, CELL, SPACER, BULLET = "Isian", "Keterangan", "Sel", "Jarak", "ListBullet"
SIGNATURE = "Tandatangan"
RULED, GRID = "Garis", "Kisi"
HEADINGS = {1: (16, 0, 8), 2: (13, 12, 5), 3: (11.5, 8, 4)}  # size, room above and below


def prepare(paper: Paper, note: Note) -> None:
    """Page, styles, language and what the file says of itself."""
    section = paper.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2)
    about = paper.core_properties
    about.title, about.subject, about.language = note.title[:255], note.subject, LANGUAGE
    about.author, about.comments = "Inovasi Banua", note.mark
    paragraph_styles(paper)
    headings(paper)
    table_style(paper, RULED, ("top", "bottom", "insideH"))
    table_style(paper, GRID, ("top", "left", "bottom", "right", "insideH", "insideV"))
    for name in ("Header", "Footer"):
        edge(paper.styles[name])
    language = paper.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)


def paragraph_styles(paper: Paper) -> None:
    normal = paper.styles["Normal"]
    look(normal, 10.5, 0, 5)
    for name, size, above, below in (
        (FINE_PRINT, 8.5, 2, 4),
        (CELL, 9.5, 2, 2),
        (HAND, 10.5, 9, 3),
        (SPACER, 4, 0, 0),
        (SIGNATURE, 9.5, 0, 2),
    ):
        style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        look(style, size, above, below)
    paper.styles[FINE_PRINT].font.color.rgb = RGBColor.from_string(GREY)
    signed = paper.styles[SIGNATURE]
    signed.paragraph_format.right_indent = Cm(1)
    signed.element.get_or_add_pPr().insert(0, borders("w:pBdr", ("bottom",)))  # Word wants it first


def look(style: ParagraphStyle, size: float, above: float, below: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(above), Pt(below), 1.08


def headings(paper: Paper) -> None:
    for level, (size, above, below) in HEADINGS.items():
        style = paper.styles[f"Heading {level}"]
        look(style, size, above, below)
        style.font.color.rgb, style.font.bold = RGBColor.from_string(ACCENT), True
        style.paragraph_format.keep_with_next = True
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font would win over ours


def edge(style: ParagraphStyle) -> None:
    """Head and foot: grey and small, the second part at the right margin."""
    look(style, 8.5, 0, 0)
    style.font.color.rgb = RGBColor.from_string(GREY)
    stops = style.paragraph_format.tab_stops
    for _ in range(len(stops)):
        del stops[0]
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def table_style(paper: Paper, name: str, sides: tuple[str, ...]) -> None:
    """A table of thin grey lines."""
    style = paper.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = paper.styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    properties.append(borders("w:tblBorders", sides))
    style.element.append(properties)


def borders(tag: str, sides: tuple[str, ...]) -> BaseOxmlElement:
    """Thin grey lines on some sides of a table or paragraph."""
    lines = OxmlElement(tag)
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", FAINT)):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    return lines


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """By the style's id: python-docx searches all styles twice for every name, 0.4 s a note."""
    paragraph._p.style = style
    return paragraph
