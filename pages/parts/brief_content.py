"""What a briefing says, as plain text: the page and every document say the same."""

from dataclasses import dataclass

import pandas as pd

from pages.parts import brief_province, brief_standing, documents, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import Line
from pages.parts.visit_sources import SCORING


@dataclass(frozen=True)
class Content:
    """One page for the leadership. Every text is plain: no Markdown, nothing escaped.

    Attributes:
        subject: whose briefing it is, in full.
        headline: subject, index and predicate in one line.
        index: the score, or that it is not known; index_note: its year and how it was reached.
        predicate: with its year; distance: to the next band.
        position: place among the peers, and in the province, each with its range.
        remember: the one sentence.
        gaps, candidates, cooperations: at most three lines each; the notes say what they rest on.
        scope: label and value of what was chosen; the last is the address of the page.
        mark: "DATA SIMULASI – bukan nilai resmi" or "".
        data: the dataset and how old it is.
        note: what the editors wrote.
        map_credit: whose borders are drawn.
    """

    subject: str
    headline: str
    index: str
    index_note: str
    predicate: str
    distance: str
    position: str
    remember: str
    gaps: tuple[Line, ...]
    gaps_note: str
    candidates: tuple[Line, ...]
    candidates_note: str
    cooperations: tuple[Line, ...]
    cooperations_note: str
    scope: tuple[tuple[str, str], ...]
    mark: str
    data: str
    note: str
    map_credit: str


def content(brief: Brief) -> Content:
    """The briefing of a regency or of the province, in words."""
    told = (brief_province if brief.is_province else brief_standing).told(brief)
    return Content(
        subject=brief.full_name,
        scope=scope(brief),
        mark=words.SIMULATED if brief.simulated else "",
        data=documents.dataset_line(brief.about),
        note=brief.note,
        map_credit=f"Peta: {brief.about['map_label']}. {brief.about['map_attribution']}",
        **told,
    )


def scope(brief: Brief) -> tuple[tuple[str, str], ...]:
    """What the briefing is about: printed on every document."""
    chosen = brief.chosen
    peers = words.listed([brief.name(code) for code in brief.peers])
    told = [
        ("Daerah", brief.full_name),
        ("Tahun", words.when(chosen.year)),
        ("Pembanding", f"{peers} ({chosen.basis})" if peers else ""),
        ("Urusan", brief.sector_names[chosen.sector] if chosen.sector else "semua urusan"),
        ("Data", f"{brief.about['label']}, {documents.dated(brief.about)}"),
        ("Dibuat", words.date(chosen.day)),
        ("Tautan", chosen.link),
    ]
    return tuple((label, value) for label, value in told if value)


def sources(brief: Brief) -> pd.DataFrame:
    """The sources of everything a briefing or report tells: rows of `sources.sql`, by id."""
    ids = {brief.own_source, SCORING} | set(brief.scores["source_id"].dropna())
    for rows in (brief.gaps, brief.candidate_rows, brief.province_candidates):
        ids |= set(rows["source_id"].dropna()) if "source_id" in rows else set()
    official = brief.rulesets[brief.rulesets["kind"] == "resmi"]
    ids |= set(official["source_id"].tail(1))
    return brief.sources.loc[sorted(ids & set(brief.sources.index))]
