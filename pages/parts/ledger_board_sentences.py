"""What the board of cooperations, its timeline and its proofs say."""

import pandas as pd

from pages.parts import words

EMPTY = (
    "Buku masih kosong. Buka tab **Kandidat** di halaman Replikasi dan pilih *Mulai kerja sama*, "
    "atau pakai tombol **Catatan baru** di atas."
)
METHOD = "Terlambat: tanggal rencana tahap berikutnya sudah lewat dan tanggal nyatanya belum diisi."
EXAMPLES = " ◆ contoh, hanya dibaca."
SKIPPED = "Dilewati: tahap sesudahnya sudah terjadi, jadi rencana ini tidak dihitung terlambat."
WHOLE_BOOK = "Dihitung dari seluruh buku: Cakupan, Tahap, dan Urusan tidak menyaring bukti ini."


def headline(rows: pd.DataFrame, narrowed: str) -> str:
    """How many cooperations there are, and how many are late.

    Args:
        narrowed: what the filters leave in view, in words (`ledger_filters.Chosen`).
    """
    if rows.empty:
        return f"Buku replikasi: belum ada kerja sama{narrowed}"
    behind = late(rows)
    told = f"{words.whole(behind)} terlambat" if behind else "tidak ada yang terlambat"
    return f"Buku replikasi: {words.whole(len(rows))} kerja sama{narrowed}, {told}"


def late(rows: pd.DataFrame) -> int:
    return int((rows["late_days"] > 0).sum())


def nothing(narrowed: str, loosened: list[str], held: int) -> str:
    """Nothing passes the filters, though the book holds something."""
    ways = words.listed([f"**{choice}**" for choice in loosened])
    return (
        f"Tidak ada kerja sama{narrowed}; buku ini memuat {words.whole(held)}. Longgarkan "
        f"saringan: pilih {ways}, atau tampilkan semuanya."
    )


def overdue(behind: int, every: int, narrowed: str) -> str:
    """What the list of those late finds."""
    among = f"{words.whole(every)} kerja sama{narrowed}"
    if not behind:
        return f"Dari {among}, tidak ada yang terlambat."
    return (
        f"**{words.whole(behind)}** dari {among} terlambat, yang paling lama lebih dulu. Tekan "
        "sebuah nama untuk membuka catatannya."
    )


def timeline(rows: pd.DataFrame, dated: pd.DataFrame, before: int, shown: int) -> str:
    """What the timeline finds, and which part of it is drawn.

    Args:
        rows: the records in view; dated: those of them that have a date.
        before: how many dated ones stand on the pages before; shown: how many on this one.
    """
    part = "" if len(dated) == len(rows) else f" dari {words.whole(len(rows))}"
    drawn = (
        ""
        if shown == len(dated)
        else f"Tergambar urutan {words.whole(before + 1)}–{words.whole(before + shown)}. "
    )
    return (
        f"{words.whole(len(dated))}{part} kerja sama bertanggal; **{words.whole(late(dated))}** "
        f"melewati tanggal rencananya, yang paling lama di atas. {drawn}Klik sebuah tanda untuk "
        "membuka catatannya."
    )


def others(count: int, before: int, shown: int) -> str:
    """Which of the innovations of others that were copied stand in the table."""
    part = (
        ""
        if shown == count
        else f" Di sini urutan {words.whole(before + 1)}–{words.whole(before + shown)}."
    )
    return (
        f"**{words.whole(count)} inovasi daerah lain** tercatat ditiru, yang paling banyak ditiru "
        f"lebih dulu.{part}"
    )
