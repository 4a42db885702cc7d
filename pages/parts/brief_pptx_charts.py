"""Native charts, to be edited in the presentation: figures in their sheet, words as labels.

A chart writes its numbers the way the reader's computer is set; the labels are words, so that
they have a decimal comma everywhere.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.plot import BarPlot
from pptx.chart.series import BarSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pages.parts.brief_pptx_text import (
    EVEN,
    INK,
    LANGUAGE,
    POINTS,
    Place,
    describe,
    fitted,
)
from pages.parts.visit_blocks import printable

SIZE, LARGE, FEW = 14, 16, 8  # points; larger where bars are few
ROOM, NAMES = 1.2, 0.4  # of the longest bar, for its label; of the width, for names


@dataclass(frozen=True)
class Series:
    """One series of bars.

    Attributes:
        name: what is counted, with its unit.
        values: None is unknown and left empty; labels: in words, "" for none.
        colours: of the theme, one a bar.
    """

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    colours: tuple[MSO_THEME_COLOR, ...]


@dataclass(frozen=True)
class Bars:
    """A bar chart.

    Attributes:
        title: what is drawn; told: what it shows, for those who cannot see it.
        names: of the categories, in order of reading.
        most: end of the scale; by the longest bar where not given.
        upright: columns from left to right, else bars from top to bottom.
    """

    title: str
    told: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    most: float | None = None
    upright: bool = False


def draw(slide: Slide, place: Place, bars: Bars, mark: str) -> Chart:
    """The chart; `mark` stands in its title and its sheet, so that it goes where they go."""
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if bars.upright else XL_CHART_TYPE.BAR_CLUSTERED
    frame: Any = slide.shapes.add_chart(kind, *place.box, data(bars, mark, place.width))
    told = f"{bars.title}. {bars.told}" + (f" {mark}" if mark else "")
    describe(frame, f"Bagan: {bars.title}", told)
    chart = frame.chart
    dress(chart, bars, mark, place.width)
    for drawn, given in zip(chart.plots[0].series, bars.series, strict=True):
        paint(drawn, given)
    speak(chart)
    return chart


def data(bars: Bars, mark: str, width: float) -> Any:
    held = Marked(number_format="0.00")
    held.mark = mark
    held.categories = [name_of(name, bars, width) for name in bars.names]
    for one in bars.series:
        held.add_series(label(one.name), one.values)
    return held


class Marked(CategoryChartData):
    """Figures of a chart whose sheet says in its free corner that they are made up."""

    mark = ""

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return Sheet(self)


class Sheet(CategoryWorkbookWriter):
    """The sheet behind a chart; text that looks like a formula or an address stays text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Workbook, Worksheet]]:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(xlsx_file, plain) as book:
            yield book, book.add_worksheet()

    def _populate_worksheet(self, workbook: Workbook, worksheet: Worksheet) -> None:
        super()._populate_worksheet(workbook, worksheet)
        worksheet.write_string(0, 0, self._chart_data.mark)


def name_of(name: str, bars: Bars, width: float) -> str:
    """The name of a category, cut to what it may fill beside its bar or under its column."""
    share, lines = (0.9 / len(bars.names), 6) if bars.upright else (NAMES, 3)
    return fitted(name, width * share * POINTS, size_of(bars), lines)


def size_of(bars: Bars) -> float:
    return LARGE if len(bars.names) <= FEW else SIZE


def label(text: str) -> str:
    return " ".join(printable(text).split())


def dress(chart: Chart, bars: Bars, mark: str, width: float) -> None:
    chart.font.size = Pt(size_of(bars))
    chart.font.color.theme_color = INK
    titled(chart, [bars.title, *filter(None, [mark])], width)
    chart.has_legend = len(bars.series) > 1
    if chart.legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = chart.plots[0]
    assert isinstance(plot, BarPlot)
    plot.gap_width, plot.overlap = 45, -5
    axes(chart, bars)


def titled(chart: Chart, lines: list[str], width: float) -> None:
    chart.has_title = True
    frame = chart.chart_title.text_frame
    frame.text = "\n".join(fitted(line, width * POINTS, LARGE, 1, True) for line in lines)
    for paragraph in frame.paragraphs:
        paragraph.runs[0].font.size, paragraph.runs[0].font.bold = Pt(LARGE), True


def axes(chart: Chart, bars: Bars) -> None:
    """Names along one axis; the other is left out, for every bar carries its figure in words."""
    names, figures = chart.category_axis, chart.value_axis
    names.reverse_order = not bars.upright
    names.format.line.color.theme_color = EVEN
    names.has_major_gridlines = figures.has_major_gridlines = figures.visible = False
    known = [value for one in bars.series for value in one.values if value is not None]
    figures.minimum_scale = 0
    figures.maximum_scale = bars.most or (max(known, default=0) or 1) * ROOM


def paint(drawn: BarSeries, given: Series) -> None:
    """Colours bar by bar and labels in words; an unknown bar has neither."""
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.theme_color = given.colours[0]
    drawn.invert_if_negative = False
    for place, value in enumerate(given.values):
        if value is None:
            continue
        point = drawn.points[place]
        point.format.fill.solid()
        point.format.fill.fore_color.theme_color = given.colours[place]
        if given.labels[place]:
            point.data_label.text_frame.text = printable(given.labels[place])
            point.data_label.position = XL_LABEL_POSITION.OUTSIDE_END


def speak(chart: Chart) -> None:
    """The language of the chart: in Indonesian a decimal has a comma. Its corners are square."""
    space: Any = chart._chartSpace
    after = space.find(qn("c:date1904"))
    place = 0 if after is None else space.index(after) + 1
    space.insert(place, etree.Element(qn("c:lang"), val=LANGUAGE))
    if space.find(qn("c:roundedCorners")) is None:
        space.insert(place + 1, etree.Element(qn("c:roundedCorners"), val="0"))
    for run in space.iter(qn("a:rPr")):
        run.set("lang", LANGUAGE)
