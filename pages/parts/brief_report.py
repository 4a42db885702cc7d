"""The full report as blocks: what it says, in which order."""

from dataclasses import asdict
from typing import Any

from pages.parts import brief_report_closing as closing
from pages.parts import brief_report_profile, visit_blocks, words
from pages.parts.brief_content import Content, content
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import Line
from pages.parts.brief_pdf_bar import bar
from pages.parts.brief_pdf_drawing import province_map
from pages.parts.brief_pdf_page import NAME, SENTENCE, run_on, sentence
from pages.parts.brief_report_blocks import dense, figure, remember
from pages.parts.brief_report_candidates import candidates
from pages.parts.brief_report_gaps import gaps
from pages.parts.brief_scenario import Scenario
from pages.parts.visit_blocks import Block, chapter
from pages.parts.whatif_sentences import shortened

NOTE_LINES = 15
WIDE, MAP = 470.0, 380.0  # points: of the page, and the height of the map


def report(brief: Brief, scenario: Scenario | None) -> dict[str, Any]:
    """What `brief_report.typ` draws."""
    said = content(brief)
    title = f"Laporan indeks inovasi {said.subject}"
    return {
        "title": title,
        "subject": said.headline,
        "mark": said.mark,
        "header": f"{title} · {dict(said.scope)['Tahun']}",
        "footer": f"Inovasi Banua · {said.data} · dibuat {words.date(brief.chosen.day)}",
        "blocks": [asdict(block) for block in blocks(brief, said, scenario)],
    }


def blocks(brief: Brief, said: Content, scenario: Scenario | None) -> list[Block]:
    return [
        *cover(said),
        chapter("1. Ringkasan"),
        *summary(brief, said),
        chapter("2. Profil", new_page=True),
        *brief_report_profile.profile(brief),
        chapter("3. Peta", new_page=True),
        figure(province_map(brief, WIDE, MAP, size=9.0)),
        visit_blocks.small(f"{said.map_credit} {unknown_years(brief)}"),
        *brief_report_profile.scores(brief),
        chapter("4. Pembanding dan kesenjangan", new_page=True),
        *gaps(brief),
        chapter("5. Kandidat replikasi", new_page=True),
        *candidates(brief),
        chapter("6. Bagaimana jika"),
        *closing.scenario(brief, scenario),
        chapter("7. Kerja sama"),
        *closing.cooperation(brief),
        chapter("8. Metode"),
        *closing.method(brief),
        chapter("9. Sumber"),
        *closing.sources(brief),
    ]


def cover(said: Content) -> list[Block]:
    """What the report is about, with the way back to the page."""
    links = tuple(
        words.web_address(value) if label == "Tautan" else "" for label, value in said.scope
    )
    told = [(label, value) for label, value in said.scope]
    mark = [("Perhatian", said.mark)] if said.mark else []
    return [
        Block("facts", rows=tuple(told + mark), widths=(0.18, 0.82), links=(*links, "")),
        remember(shortened(said.remember, SENTENCE)),
    ]


def summary(brief: Brief, said: Content) -> list[Block]:
    """Standing, gaps, candidates, cooperation, note: the one page once more."""
    note = f" ({said.index_note})" if said.index_note else ""
    told = [f"Indeks: {said.index}{note}", said.predicate, said.distance, said.position]
    return [
        visit_blocks.items(*map(sentence, filter(None, told))),
        figure(bar(brief, WIDE)),
        *lines("Kesenjangan terbesar", said.gaps, said.gaps_note),
        *lines("Kandidat untuk ditiru", said.candidates, said.candidates_note),
        *lines("Kerja sama berjalan", said.cooperations, said.cooperations_note),
        *noted(said.note),
    ]


def noted(note: str) -> list[Block]:
    """The editors' note as they wrote it; one of very many lines runs on."""
    if not note:
        return []
    text = note if len(note.splitlines()) <= NOTE_LINES else run_on(note)
    return [Block("part", "Catatan"), visit_blocks.text(text)]


def lines(title: str, told: tuple[Line, ...], note: str) -> list[Block]:
    rows = [
        (shortened(f"{one.sign} {one.name}".strip(), NAME), one.told, one.worth or words.DASH)
        for one in told
    ]
    return [
        Block("part", title),
        *([dense([("Nama", "Keterangan", "Nilai"), *rows], (0.34, 0.46, 0.2))] if rows else []),
        visit_blocks.small(note),
    ]


def unknown_years(brief: Brief) -> str:
    """That scores of different years stand side by side."""
    years = brief.scores["score_year"].dropna().nunique()
    return "Tahun skor berbeda-beda, jadi urutannya bukan peringkat." if years > 1 else ""
