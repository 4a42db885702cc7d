"""The workbook of a briefing: the figures behind every page, for the analyst to go on with."""

import datetime
import io

import xlsxwriter

from pages.parts import (
    brief_workbook_chart,
    brief_workbook_index,
    brief_workbook_others,
    brief_workbook_province,
    brief_workbook_rows,
    brief_workbook_words,
    documents,
    words,
)
from pages.parts.brief_content import Content, content
from pages.parts.brief_facts import Brief
from pages.parts.brief_workbook_pen import Pen
from pages.parts.brief_workbook_print import set_print
from pages.parts.brief_workbook_sheet import Printed, Sheet, add

WITHOUT_COMMANDS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(brief: Brief) -> bytes:
    """An XLSX of some ten sheets; asks neither the session nor a database."""
    said = content(brief)
    printed = Printed(
        mark=said.mark,
        data=f"{brief.about['label']}, {documents.dated(brief.about)}",
        subject=brief.full_name,
        day=brief.chosen.day,
    )
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, WITHOUT_COMMANDS) as book:
        book.set_properties(properties(brief, said))
        pen, tables = Pen(book), sheets(brief)
        brief_workbook_words.add_summary(pen, brief, said, tables, printed)
        for sheet in tables:
            page = add(pen, sheet, printed)
            set_print(page, sheet, printed, brief_workbook_chart.add_all(pen, page, sheet))
    return file.getvalue()


def sheets(brief: Brief) -> list[Sheet]:
    """Every table, in the order of the app's pages."""
    own = (
        [brief_workbook_province.gaps(brief), brief_workbook_province.candidates(brief)]
        if brief.is_province
        else [
            brief_workbook_rows.indicators(brief),
            brief_workbook_rows.sectors(brief),
            brief_workbook_others.candidates(brief),
        ]
    )
    return [
        brief_workbook_index.scores(brief),
        brief_workbook_index.history(brief),
        brief_workbook_index.peers(brief),
        *own,
        brief_workbook_others.cooperations(brief),
        brief_workbook_others.sources(brief),
        brief_workbook_words.method(brief),
    ]


def properties(brief: Brief, said: Content) -> dict[str, object]:
    """What a file manager shows of it."""
    mark = f"{said.mark}. " if said.mark else ""
    about = brief.about
    return {
        "title": f"Taklimat inovasi {brief.full_name}",
        "subject": mark + said.headline,
        "author": "Inovasi Banua",
        "category": "Taklimat",
        "keywords": f"inovasi daerah, {brief.full_name}, {words.when(brief.chosen.year)}",
        "comments": f"{mark}Berkas {about['name']}-{about['fingerprint']}. {brief.chosen.link}",
        "created": datetime.datetime.combine(brief.chosen.day, datetime.time()),
    }
