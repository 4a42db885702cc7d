"""What the speaker reads under a slide: how its figures were reached, and their sources."""

from collections.abc import Iterable

import pandas as pd
from pptx.slide import Slide

from pages.parts import words
from pages.parts.brief_content import Content
from pages.parts.brief_facts import Brief
from pages.parts.visit_blocks import printable


def add(slide: Slide, brief: Brief, content: Content, how: str, ids: Iterable[str]) -> None:
    """Notes of one slide.

    Args:
        how: the figures were reached, in sentences.
        ids: of the sources of what the slide shows.
    """
    rows = told_of(brief, ids)
    lines = [content.mark, how, "Sumber:", *map(source, rows.index, rows.to_dict("records"))]
    lines += [f"{label}: {value}" for label, value in content.scope]
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = printable("\n".join(filter(None, lines)))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", "id-ID")


def told_of(brief: Brief, ids: Iterable[str]) -> pd.DataFrame:
    """Their rows, and that of the dataset itself, by id."""
    return brief.sources.loc[sorted({brief.own_source, *ids} & set(brief.sources.index))]


def source(key: str, row: dict) -> str:
    """ "S022 · Warta Banjar · Judul · diakses 24 November 2026 · https://…"."""
    told = [key, row["publisher"], row["title"], f"diakses {words.date(row['accessed'])}"]
    told += [] if words.missing(row["url"]) else [row["url"]]
    return " · ".join(str(one).replace("\n", " ") for one in told)


def of_scores(brief: Brief, codes: Iterable[str]) -> set[str]:
    """The sources of what is known of governments' scores."""
    return set(brief.scores.loc[list(codes), "source_id"].dropna())


def of_rows(rows: pd.DataFrame) -> set[str]:
    """The sources that rows name; none where they name none."""
    return set(rows["source_id"].dropna()) if "source_id" in rows else set()


def of_rules(brief: Brief) -> set[str]:
    """The rules in force."""
    official = brief.rulesets[brief.rulesets["kind"] == "resmi"]
    return set(official["source_id"].tail(1))
