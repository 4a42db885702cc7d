"""Files to take away: what is on screen, with its source and date inside."""

import io

import pandas as pd
import xlsxwriter

from data import shelf
from pages.parts import candidate_sentences, words
from pages.parts.sentences import plain
from queries.candidates import PARTS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def dataset_line(about: pd.Series) -> str:
    """What a row of an export is: the dataset with its date, or that it is made up."""
    if about["simulated"]:
        return words.SIMULATED
    return f"{about['label']}, {dated(about)}"


def dated(about: pd.Series) -> str:
    """How old the dataset is: by the day its facts were collected, or the last file came in."""
    verb = "impor terakhir" if about["name"] == shelf.IMPORTED else "dikumpulkan"
    return f"{verb} {words.date(about['data_date'])}"


def candidate_table(rows: pd.DataFrame, name: str, about: pd.Series, weights: str) -> pd.DataFrame:
    """The shortlist as a plain table, numbers as numbers, the unknown left empty.

    Args:
        rows: rows of `ranking.ranking`.
        weights: those of the parts, in words.
    """
    told = rows.to_dict("records")
    table = pd.DataFrame(
        {
            "Nomor": range(1, len(rows) + 1),
            "Inovasi": rows["name"],
            "Kepanjangan": rows["long_name"],
            "Daerah asal": rows["origin"],
            "Kantor": rows["office"],
            "Urusan": rows["sector"],
            "Tema": rows["theme_labels"],
            "Digital": rows["digital"].map({True: "ya", False: "tidak"}),
            "Uraian": rows["description"],
            "Penghargaan": rows["award"],
            "Terakhir terlihat": rows["last_year"],
            "Alasan": [plain(candidate_sentences.why(row, name, about["name"])) for row in told],
            "Masuk daftar karena": [candidate_sentences.stronger(row) for row in told],
            "Skor": rows["score"].round(4),
            **{words.PART[part]: rows[part].round(4) for part in PARTS},
            "Bobot": weights,
            "Kelengkapan bukti": rows["completeness"],
            "Poin dipertaruhkan": rows["need_points"].astype("Float64").round(4),
            "Baris SID terkait": rows["need_rows"],
            "Poin bila ditiru, matang seperti di asal": rows["as_origin"].round(4),
            "Poin bila ditiru, matang seperti median sendiri": rows["as_usual"].round(4),
            "Kematangan": rows["maturity"],
            "Sumber": rows["publisher"],
            "Alamat": rows["url"],
            "Data": dataset_line(about),
        }
    )
    return table.reset_index(drop=True)


def harmless(cell: object) -> object:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; a decimal gets
    its comma, for pandas gives one only where a whole column is numbers."""
    if isinstance(cell, float) and not words.missing(cell):
        return str(cell).replace(".", ",")
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def csv(table: pd.DataFrame) -> bytes:
    """Semicolons and decimal commas, as Indonesian spreadsheets open it; UTF-8 with its mark."""
    text = table.map(harmless).to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


SHORTLIST_NOTES = (
    "Tidak tercatat bukan berarti tidak ada.",
    "Skor adalah rata-rata ukur bagian yang diketahui (0–1); bagian kosong belum diketahui.",
)
GAP_NOTES = (
    "Median pembanding tanpa nilai sendiri; poin adalah poin indeks menurut aturan yang disebut.",
    "Baris SID: rata-rata inovasi dengan selang 95% dari pengambilan ulang (bootstrap).",
)
SCENARIO_NOTES = (
    "Indeks dihitung dengan rumus aturan yang disebut, dari parameter yang dilaporkan.",
    "Inovasi baru dan tiruan memakai kematangan yang diandaikan; daerah lain dianggap tetap.",
)


def workbook(table: pd.DataFrame, title: str, about: pd.Series, notes: tuple[str, ...]) -> bytes:
    """One sheet with frozen headings and filters, and one that says where the rows come from."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(
        content, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        add_rows(book, table)
        add_origin(book, title, about, notes)
    return content.getvalue()


def scenario_workbook(
    steps: pd.DataFrame, states: pd.DataFrame, title: str, about: pd.Series
) -> bytes:
    """Three sheets: the steps with their points, before and after, and where it comes from."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(
        content, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        add_rows(book, steps.assign(Data=dataset_line(about)), "Langkah")
        add_rows(book, states.assign(Data=dataset_line(about)), "Sebelum dan sesudah")
        add_origin(book, title, about, SCENARIO_NOTES)
    return content.getvalue()


def add_rows(book: xlsxwriter.Workbook, table: pd.DataFrame, name: str = "Daftar") -> None:
    sheet = book.add_worksheet(name)
    heading = book.add_format(
        {"bold": True, "bg_color": "#d5ebe8", "text_wrap": True, "valign": "top"}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    decimal = book.add_format({"num_format": "0.00", "valign": "top"})
    for column, name in enumerate(table.columns):
        is_decimal = pd.api.types.is_float_dtype(table[name])
        sheet.set_column(column, column, width(table[name], name), decimal if is_decimal else cell)
        sheet.write_string(0, column, name, heading)
        for row, value in enumerate(table[name], start=1):
            if not words.missing(value):
                mixed = isinstance(value, float) and not is_decimal
                sheet.write(row, column, value, decimal if mixed else None)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)


def width(values: pd.Series, name: str) -> int:
    longest = max([len(str(value)) for value in values.dropna()] + [len(name)])
    return min(max(longest, 8) + 2, 60)


def add_origin(
    book: xlsxwriter.Workbook, title: str, about: pd.Series, notes: tuple[str, ...]
) -> None:
    sheet = book.add_worksheet("Asal data")
    lines = [
        title,
        f"{dataset_line(about)}; berkas {about['name']}-{about['fingerprint']}.",
        *notes,
        "Inovasi Banua. Kode berlisensi MIT; data menurut lisensi sumber tiap baris.",
    ]
    sheet.set_column(0, 0, 100)
    sheet.write_column(0, 0, lines)
