"""What Jelajah says: the finding above the rows, the filters in words, the empty answer."""

import pandas as pd

from pages.parts import access, origins, words
from pages.parts import explore_choices as choices
from pages.parts.explore_choices import Chosen


def finding(row: pd.Series, view: access.View) -> str:
    """ "214 dari 1.384 inovasi tercatat di sumber terbuka"."""
    found = origins.found(view.dataset)
    if row["innovations"] == row["every"]:
        return f"{words.whole(row['every'])} inovasi {found}"
    return f"{words.whole(row['innovations'])} dari {words.whole(row['every'])} inovasi {found}"


def about(row: pd.Series) -> str:
    """Where they are and how mature."""
    if not row["innovations"]:
        return ""
    told = f"Dari {words.whole(row['regencies'])} daerah. "
    if not row["scored"]:
        return told + "Kematangan belum ada data: belum ada parameter yang dilaporkan."
    unknown = row["innovations"] - row["scored"]
    some = f" ({words.whole(unknown)} belum diketahui)" if unknown else ""
    median = f"**{words.brief(row['maturity'])}** dari {choices.whole()[1]}"
    return f"{told}Median kematangan {median}{some}, dihitung."


def filters(chosen: Chosen) -> str:
    """The filters in words, for a file: "Urusan: Kesehatan, Sosial; Kata: layanan"."""
    told = [
        f"{choices.NAMES[name].removesuffix(' (beberapa)')}: "
        + ", ".join(chosen.options[name].get(value, value) for value in chosen.given[name])
        for name in choices.NAMES
        if chosen.given[name]
    ]
    if chosen.text:
        told.append(f"Kata: {chosen.text}")
    low, high = chosen.given["least_maturity"], chosen.given["most_maturity"]
    if not chosen.spans_all():
        low, high = low or choices.whole()[0], high or choices.whole()[1]
        told.append(f"Kematangan {low} sampai {high}")
    return "; ".join(told) or "tanpa saringan"


def nothing(chosen: Chosen) -> str:
    """Why nothing is there, and the next step."""
    if chosen.text and not chosen.given["words"]:
        return "Tulis huruf atau angka untuk mencari; tanda baca saja tidak dicari."
    return (
        "Tidak ada inovasi yang lolos semua saringan ini. Lepas salah satunya di atas, atau hapus "
        "semuanya; jumlah di bawah tiap saringan memberi tahu pilihan mana yang masih berisi."
    )
