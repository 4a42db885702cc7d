"""Native charts of a briefing's workbook: whoever opens it can change them."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from pages.parts.brief_workbook_pen import Pen
from pages.parts.brief_workbook_sheet import HEADINGS, Chart, Sheet

ACCENT, QUIET = "#126f6d", "#8ccac5"
COLOURS = ("#126f6d", "#d98f3f", "#3f7eac", "#8a6bb0", "#6b7a33", "#b04a5a", "#5f6b75")
SIGNS = ("circle", "square", "diamond", "triangle")
WIDTH, BAR, AROUND, LINE = 860, 22, 120, 380  # pixels
A_ROW = 20  # pixels of an ordinary row


def add_all(pen: Pen, page: Worksheet, sheet: Sheet) -> int:
    """Every chart under the table, one under the other; how many rows they take."""
    first = row = HEADINGS + sheet.height + 2
    for chart in sheet.charts:
        tall = height(sheet, chart)
        drawn = draw(pen, sheet, chart)
        drawn.set_size({"width": WIDTH, "height": tall})
        page.insert_chart(row, 0, drawn, {"description": chart.alt, "object_position": 1})
        row += tall // A_ROW + 2
    return row - first


def height(sheet: Sheet, chart: Chart) -> int:
    if chart.kind == "line":
        return LINE
    bars = counted(sheet, chart) * (len(chart.values) + 1) / 2
    return int(AROUND + BAR * bars)


def counted(sheet: Sheet, chart: Chart) -> int:
    return min(sheet.height, chart.rows or sheet.height)


def draw(pen: Pen, sheet: Sheet, chart: Chart) -> Any:
    """The chart with its series; a value that is not known leaves a gap."""
    drawn = pen.book.add_chart({"type": chart.kind})
    for number, heading in enumerate(chart.values):
        drawn.add_series(series(sheet, chart, number, heading))
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
    drawn.show_blanks_as("gap")
    measured = {
        "name": chart.axis,
        "num_format": "#,##0",
        "major_gridlines": {"visible": True, "line": {"color": "#d9e3e1"}},
    }
    if chart.kind == "bar":
        # The first row on top; then the scale would be there too, if it did not cross at the end.
        drawn.set_y_axis({"reverse": True, "crossing": "max", "label_position": "low"})
        drawn.set_x_axis(measured)
    else:
        drawn.set_y_axis(measured)
    drawn.set_legend({"none": True} if len(chart.values) == 1 else {"position": "bottom"})
    return drawn


def series(sheet: Sheet, chart: Chart, number: int, heading: str) -> dict[str, Any]:
    first, last = HEADINGS + 1, HEADINGS + counted(sheet, chart)
    names, values = sheet.place(chart.names), sheet.place(heading)
    colour = COLOURS[number % len(COLOURS)]
    asked: dict[str, Any] = {
        "name": [sheet.name, HEADINGS, values],
        "categories": [sheet.name, first, names, last, names],
        "values": [sheet.name, first, values, last, values],
    }
    if chart.kind == "line":
        wide = 2.75 if number == 0 else 1.25
        sign = SIGNS[number % len(SIGNS)]
        return asked | {
            "line": {"color": colour, "width": wide},
            "marker": {"type": sign, "size": 7, "fill": {"color": colour}},
        }
    return asked | bars(sheet, chart, colour)


def bars(sheet: Sheet, chart: Chart, colour: str) -> dict[str, Any]:
    """Bars with their values; where some are marked, the others step back."""
    labels = {"value": True, "num_format": "#,##0.00;-#,##0.00"}
    if not chart.marked:
        return {"fill": {"color": colour}, "gap": 40, "data_labels": labels}
    return {
        "fill": {"color": QUIET},
        "gap": 40,
        "data_labels": labels,
        "points": [
            {"fill": {"color": ACCENT}} if row in chart.marked else None
            for row in range(counted(sheet, chart))
        ],
    }
