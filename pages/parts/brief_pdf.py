"""A briefing as PDF, drawn by typst: one page for the leadership, and the full report."""

import datetime
import json
from pathlib import Path
from typing import Any

import typst

from pages.parts import brief_pdf_page, brief_report
from pages.parts.brief_facts import Brief
from pages.parts.brief_scenario import Scenario
from pages.parts.visit_blocks import printable

MIME = "application/pdf"
STANDARDS: tuple["typst.PDFStandard", ...] = ("a-2a", "ua-1")  # for archives, for screen readers
FOLDER = Path(__file__).parent


def one_page(brief: Brief) -> bytes:
    """The brief on one A4 page, whatever it holds."""
    return drawn("brief_page.typ", brief_pdf_page.page(brief), brief.chosen.day)


def report(brief: Brief, scenario: Scenario | None = None) -> bytes:
    """The full report, 6 to 10 A4 pages.

    Args:
        scenario: what `brief_scenario.closing` gives; without one the report says
            what can be told without.
    """
    return drawn("brief_report.typ", brief_report.report(brief, scenario), brief.chosen.day)


def drawn(template: str, content: dict[str, Any], day: datetime.date) -> bytes:
    """The content on paper.

    Its words go in as data, so nothing in them is run as typst; the fonts are those inside
    typst's wheel, so every server draws the same pages. A sign that none of them has keeps the
    file from being for archives and screen readers by the letter: then it is only tagged.
    """
    given = json.dumps(cleaned(content), ensure_ascii=False)
    made = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    try:
        return compiled(template, given, made, list(STANDARDS))
    except typst.TypstError:
        return compiled(template, given, made, [])


def compiled(
    template: str, given: str, made: datetime.datetime, standards: list["typst.PDFStandard"]
) -> bytes:
    return typst.compile(
        FOLDER / template,
        sys_inputs={"note": given},
        ignore_system_fonts=True,
        pdf_standards=standards,
        timestamp=made,
    )


def cleaned(given: Any) -> Any:
    """The same with every text printable: users typed some of it, files brought some in."""
    if isinstance(given, str):
        return printable(given)
    if isinstance(given, dict):
        return {name: cleaned(one) for name, one in given.items()}
    return [cleaned(one) for one in given] if isinstance(given, list | tuple) else given
