"""Why nothing can be computed where no report is whole, and what to do."""

import pandas as pd

from data import shelf
from pages.parts import access, words
from queries import publishing

NEEDED = "“Bagaimana jika” memerlukan parameter tiap indikator dan tiap inovasi."
PRACTICE = "Coba dengan data simulasi, yang dibuat untuk berlatih dan bukan nilai resmi."


def lacks(view: access.View) -> pd.DataFrame:
    """What the reports in view lack, the newest first (rows of `publishing.told`)."""
    rows = publishing.told(access.ask("report_lacks"))
    return rows[rows["code"] == view.code]


def no_report(view: access.View) -> str:
    """Why the page is empty for the government in view."""
    if view.dataset != shelf.IMPORTED:
        return (
            f"{NEEDED} Dataset terbitan tidak memuatnya karena tidak diterbitkan untuk umum: impor "
            f"laporannya di Data & metode. {PRACTICE}"
        )
    own, name = lacks(view), words.text(view.name)
    if own.empty:
        return f"{NEEDED} Laporan {name} belum diimpor; impor di Data & metode. {PRACTICE}"
    row = own.iloc[0]
    return (
        f"{NEEDED} Laporan {name} {row['year']} yang diimpor belum lengkap: "
        f"{words.text(row['lacking'])}. Lengkapi dengan impor di Data & metode. {PRACTICE}"
    )
