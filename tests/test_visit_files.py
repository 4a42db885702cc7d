"""The visit note as DOCX and PDF: one content in both, and any text in it is only letters."""

import datetime
import io
import re
from collections import Counter

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from pages.parts import visit_blocks, visit_docx, visit_pdf, words
from tests import visiting
from tests.visiting import note, of_kind, told

HOSTILE = (
    '#import "x": * *tebal* _miring_ $x^2$ <b>&amp; @kutip `kode` \\ // /* é “–” ≥ ½ '
    "\x00\x0b\u202eterbalik\ud800 שלום"
)
LONG = "PELAYANANTERPADU" * 8
SHOWN = (
    '#import "x": * *tebal* _miring_ $x^2$ <b>&amp; @kutip `kode` \\ // /* é “–” ≥ ½ terbalik שלום'
)


NAMED = ("name", "long_name", "description", "office", "award", "note", "sector")


def paper(made: visit_blocks.Note):
    return docx.Document(io.BytesIO(visit_docx.docx(made)))


def printed(made: visit_blocks.Note) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(visit_pdf.pdf(made)))


def squeezed(text: str) -> str:
    """Without the spaces, and the places where a long word may break."""
    return re.sub(r"[\s\u200b]", "", text)


def paragraphs(file) -> list[str]:
    """Every paragraph of a DOCX, those in tables too, without spaces."""
    told = (
        "".join(part.text or "" for part in paragraph.iter(qn("w:t")))
        for paragraph in file.element.body.iter(qn("w:p"))
    )
    return [squeezed(text) for text in told if text.strip()]


def body(reader: pypdf.PdfReader, made: visit_blocks.Note) -> str:
    """The words of a PDF without spaces, heads and feet."""
    pages = [squeezed(page.extract_text()) for page in reader.pages]
    for number, text in enumerate(pages, start=1):
        foot = squeezed(made.footer) + f"halaman{number}dari{len(pages)}"
        assert foot in text
        assert squeezed(made.header + made.mark) in text
        head = squeezed(made.header + made.mark)
        pages[number - 1] = text.replace(foot, "").replace(head, "", 1)
    return "".join(pages)


@pytest.mark.parametrize("dataset", ["known", "known_simulated"])
def test_both_files_hold_the_same_words(request, dataset):
    made = note(request.getfixturevalue(dataset), date=datetime.date(2026, 12, 3))
    written, pdf = paragraphs(paper(made)), body(printed(made), made)
    assert [text for text in written if text not in pdf] == []
    assert Counter("".join(written)) == Counter(pdf.replace("•", ""))


def test_the_docx_can_be_navigated_and_its_tables_repeat_their_heads(known):
    made = note(known)
    file = paper(made)
    headings = {2: "chapter", 3: "part"}
    for level, kind in headings.items():
        styled = [p.text for p in file.paragraphs if p.style.name == f"Heading {level}"]
        assert styled == [block.text for block in of_kind(made, kind)]
    repeating = [t for t in file.tables if t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert len(repeating) == len(of_kind(made, "table")) + len(of_kind(made, "sheet"))
    section = file.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21, 29.7)
    fields = [part.text for part in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_title_of_a_source_leads_to_its_address_in_both_files(known):
    made = note(known)
    addresses = {one for block in of_kind(made, "table") for one in block.links if one}
    assert len(addresses) >= 5
    linked = paper(made).part.rels.values()
    assert {rel.target_ref for rel in linked if rel.reltype.endswith("/hyperlink")} == addresses
    marks = [mark.get_object() for page in printed(made).pages for mark in page.annotations or []]
    assert {mark["/A"]["/URI"] for mark in marks if "/URI" in mark.get("/A", {})} == addresses


def test_both_files_say_what_they_are_and_in_which_language(known):
    made = note(known)
    file, reader = paper(made), printed(made)
    language = file.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert file.core_properties.title == reader.metadata.title == made.title
    assert file.core_properties.subject == made.subject
    assert (file.core_properties.language, language.get(qn("w:val"))) == ("id-ID", "id-ID")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id-ID"
    assert root["/MarkInfo"]["/Marked"]
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert len(reader.outline) > 0


def test_simulated_data_is_marked_on_every_page_of_both_files(known_simulated):
    made = note(known_simulated)
    reader = printed(made)
    assert all(words.SIMULATED in page.extract_text() for page in reader.pages)
    assert words.SIMULATED in paper(made).sections[0].header.paragraphs[0].text
    assert all("(contoh)" in block.text for block in of_kind(made, "part")[:3])


def test_published_data_is_not_called_simulated(known):
    assert words.SIMULATED not in told(note(known)) + note(known).footer


def hostile(known, text):
    """The best candidate of Banjar with a text in every place where data puts words."""
    facts, ranked = known
    first = ranked["innovation_id"] == visiting.best(ranked)[0]
    return facts, ranked.assign(
        **{place: ranked[place].astype(object).mask(first, text) for place in NAMED}
    )


def test_text_that_looks_like_commands_comes_out_as_letters(known):
    made = note(hostile(known, HOSTILE), 1, purpose=HOSTILE, place=HOSTILE)
    file, pdf = paper(made), squeezed(" ".join(p.extract_text() for p in printed(made).pages))
    assert any(p.text == SHOWN for p in file.paragraphs)
    letters = squeezed(SHOWN.removesuffix("שלום"))
    assert pdf.count(letters) >= 8
    assert "\u202e" not in pdf


def test_a_very_long_word_and_an_emoji_spoil_no_page(known):
    made = note(hostile(known, f"{LONG} 🙂"), 1)
    reader = printed(made)
    assert len(reader.pages) <= len(printed(note(known, 1)).pages) + 1
    told_pages = [squeezed(page.extract_text()) for page in reader.pages]
    assert any("6.Lembarisian" in page and "tandatangan" in page for page in told_pages)
    assert squeezed(" ".join(page.extract_text() for page in reader.pages)).count(LONG) >= 7
    assert any(f"{LONG} 🙂" in p.text for p in paper(made).paragraphs)


def test_the_purpose_keeps_its_lines(known):
    made = note(known, purpose="Satu.\nDua.")
    assert "Satu.\nDua." in [p.text for p in paper(made).paragraphs]
    assert "Satu.\nDua." in printed(made).pages[0].extract_text()


@pytest.mark.parametrize("count", [1, 3, 5])
def test_each_candidate_has_a_page_and_the_hand_sheet_one_whole_page(known_simulated, count):
    pages = [page.extract_text() for page in printed(note(known_simulated, count)).pages]
    assert len(pages) == 2 + count + 2
    sheet = pages[2 + count]
    for part in ("6. Lembar isian tangan", "Kegagalan", "perlu kajian", "Kapan", "tanda tangan"):
        assert part in sheet
