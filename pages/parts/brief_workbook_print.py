"""How a sheet of a briefing's workbook comes out of a printer."""

from xlsxwriter.worksheet import Worksheet

from pages.parts import words
from pages.parts.brief_workbook_sheet import HEADINGS, Printed, Sheet

A4 = 9
LONGEST = 80  # letters of a part of the header: all three must fit into 255


def set_print(page: Worksheet, sheet: Sheet, printed: Printed, below: int = 0) -> None:
    """On A4 across, one page wide, headings again on each page; `below`: rows under charts."""
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, HEADINGS)
    if sheet.on_paper:
        page.print_area(0, 0, HEADINGS + sheet.height + below, sheet.on_paper - 1)
    mark = f"&C{plain(printed.mark)}" if printed.mark else ""
    page.set_header(f"&L{plain(printed.data)}{mark}&R{words.date(printed.day)}")
    subject = plain(f"Inovasi Banua · {printed.subject} · {sheet.name}")
    page.set_footer(f"&L{subject}&RHalaman &P dari &N")


def plain(text: str) -> str:
    """A text for a printed header, where & begins a command and little fits."""
    return text.replace("&", "&&")[:LONGEST]
