"""What is said of single rows of the index: on hover, in the card of one row, above the rug."""

from collections import Counter

import pandas as pd

from pages.parts import words
from pages.parts.indicator_rows import full, records

AT_MOST = 3  # names in one sentence


def verdict(row: dict) -> str:
    """ "▼ di bawah"."""
    return f"{words.VERDICT_SYMBOL[row['verdict']]} {row['verdict']}"


def own_value(row: dict) -> str:
    """SPD: "parameter 2 dari 3"; SID: "rata-rata parameter 1,32 (95%: 1,18–1,47; 58 inovasi)"."""
    if words.missing(row["level"]):
        return "tidak ada inovasi yang dinilai"
    if row["grouping"] == "SPD":
        return f"parameter {words.whole(row['level'])} dari 3"
    return (
        f"rata-rata parameter {words.number(row['level'])} (95%: {words.number(row['low'])}–"
        f"{words.number(row['high'])}; {words.whole(row['innovations'])} inovasi)"
    )


def brief_value(row: dict) -> str:
    """ "2 dari 3" (SPD), "1,32 (1,18–1,47; 58)" (SID), for the cell of a table."""
    return (
        own_value(row)
        .removeprefix("rata-rata ")
        .removeprefix("parameter ")
        .replace("95%: ", "")
        .replace(" inovasi", "")
    )


def benchmark(row: dict) -> str:
    """ "median pembanding 1,84", or that there is none."""
    if words.missing(row["peer_median"]):
        return "pembanding belum ada data"
    return f"median pembanding {median_of(row)}"


def median_of(row: dict) -> str:
    """A mean has two decimals, a median of whole levels only those it has."""
    shown = words.brief if row["grouping"] == "SPD" else words.number
    return shown(row["peer_median"])


def at_stake(row: dict) -> str:
    """What levelling with the peers is worth, or that it is worth nothing."""
    points = row["points_to_median"]
    if words.missing(points) or not round(points, 2):
        return ""
    if points > 0:
        return f"menyamai mereka bernilai {words.points(points)} indeks"
    return f"unggul {words.points(-points)} indeks"


def standing(row: dict, name: str) -> str:
    """One row of one government: verdict, own value, the peers' median, the points."""
    worth = at_stake(row)
    room = f"sampai parameter 3 masih {words.points(row['headroom'])}"
    return (
        f"**{verdict(row)}** · {name}: {own_value(row)}, {benchmark(row)}. "
        + "; ".join(
            part for part in (worth, room if round(row["headroom"], 2) else "") if part
        ).capitalize()
        + "."
    )


def hover(row: dict) -> str:
    """All that is known of one line of the spine."""
    lines = [
        f"<b>{full(row)}</b>",
        verdict(row),
        own_value(row),
        benchmark(row) + spread(row),
        at_stake(row),
        f"sampai parameter 3: {words.points(row['headroom'])}",
    ]
    return "<br>".join(line for line in lines if line)


def spread(row: dict) -> str:
    if words.missing(row["peer_low"]) or row["peer_low"] == row["peer_high"]:
        return ""
    shown = words.brief if row["grouping"] == "SPD" else words.number
    return f" (rentang {shown(row['peer_low'])}–{shown(row['peer_high'])})"


def cell_hover(row: dict) -> str:
    """All that is known of one cell of the rug."""
    lines = [
        f"<b>{row['short_name']}</b>, {full(row)}",
        verdict(row),
        own_value(row),
        benchmark(row),
        at_stake(row),
    ]
    return "<br>".join(line for line in lines if line)


def counted(verdicts: pd.Series) -> str:
    """The legend and the tally in one: "▼ di bawah 12 · ▲ di atas 3 · …"; all five are named."""
    found = verdicts.value_counts()
    return " · ".join(
        f"{symbol} {word} **{words.whole(found.get(word, 0))}**"
        for word, symbol in words.VERDICT_SYMBOL.items()
    )


def rug(rows: pd.DataFrame, code: str, name: str) -> str:
    """In how many rows the chosen government lags, and the others; which row lags most often."""
    cells = [cell for cell in records(rows) if cell["verdict"] != "tidak dibandingkan"]
    behind = [cell for cell in cells if cell["verdict"] == "di bawah"]
    if not cells:
        return "Pilih sekurangnya satu daerah pembanding untuk mengisi peta indikator."
    if not behind:
        return "Tidak ada daerah yang tertinggal dari pembanding pada satu baris pun."
    lagging = Counter(cell["code"] for cell in behind)
    others = [lagging[one] for one in {cell["code"] for cell in cells} - {code}] or [0]
    rows_behind = Counter(cell["name"] for cell in behind)
    most = max(rows_behind.values())
    named = [words.text(row) for row, count in rows_behind.items() if count == most]
    return (
        f"{name} di bawah median pembanding pada **{lagging[code]} dari "
        f"{sum(cell['code'] == code for cell in cells)}** baris; daerah lain pada {min(others)} "
        f"sampai {max(others)} baris. Paling sering tertinggal: "
        f"**{words.listed(named[:AT_MOST])}** ({most} dari {len(others) + 1} daerah)."
    )


def rug_legend(name: str) -> str:
    """What the cells, the columns and the benchmark of the rug are."""
    signs = " · ".join(f"{symbol} {word}" for word, symbol in words.VERDICT_SYMBOL.items())
    return (
        f"{signs}  \nKolom: {name} (tebal), lalu pembandingnya, lalu daerah lain. Patokan tiap "
        "sel adalah median pembanding yang sama; nilai daerah itu sendiri dikeluarkan bila ia "
        "termasuk pembanding. Klik satu sel, lalu [lihat rincian barisnya](#rincian)."
    )
