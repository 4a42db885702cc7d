"""What the card of one row of the index says: its levels, the next step, the best examples."""

import pandas as pd

from pages.parts import words
from pages.parts.spread import level_words


def definition(indicator: dict) -> str:
    """Half, variable, weight, duty and evidence of a row, in one line."""
    half = "sekali per pemerintah" if indicator["grouping"] == "SPD" else "untuk tiap inovasi"
    told = [
        f"{indicator['grouping']}, dinilai {half}",
        f"variabel {words.text(indicator['variable'])}",
        f"bobot {words.brief(indicator['weight'])}",
        "wajib" if indicator["mandatory"] else "tidak wajib",
    ]
    if not words.missing(indicator["evidence"]):
        told.append(f"bukti: {words.text(indicator['evidence'])}")
    return f":small[{' · '.join(told)}]"


def no_own(indicator: dict, name: str) -> str:
    """Why there is nothing of one's own on this row, and what would fill it."""
    if indicator["grouping"] == "SPD":
        return (
            f"Parameter {name} pada baris ini belum diketahui: tidak dapat dihitung dari data "
            "terbit dan belum dilaporkan."
        )
    return f"Belum ada inovasi {name} yang dinilai pada baris ini."


def next_step(row: dict) -> str:
    """What the next level of a SPD row asks for and brings."""
    level = int(row["level"])
    if level >= 3:
        return "Sudah pada parameter tertinggi."
    points = words.points(row["points_per_level"])
    return (
        f"Langkah berikutnya, **parameter {level + 1}**: {words.text(row[f'level{level + 1}'])}. "
        f"Satu parameter bernilai **{points}** indeks."
    )


def raw_figure(row: dict) -> str:
    """The published figure a computed level rests on."""
    if words.missing(row["raw_value"]):
        basis = {"dihitung": "Dihitung.", "dilaporkan": "Menurut laporan pemerintah daerah."}
        return basis.get(row["basis"], "")
    return (
        f"Angka {words.escape(words.number(row['raw_value']))} "
        f"({words.text(row['years'], 'menurut laporan pemerintah daerah')}); "
        f"sumber: {words.link(words.publisher(row['publisher']), row['url'])}"
    )


def who_stands_where(
    indicator: dict, own: pd.DataFrame, others: pd.DataFrame, name: str
) -> pd.DataFrame:
    """The levels of a SPD row, highest first: what each asks, and who is there."""
    standing = others.dropna(subset="level").sort_values("short_name")
    there: dict[int, list[str]] = {3: [], 2: [], 1: [], 0: []}
    for level in own["level"].tolist():
        there[int(level)].append(f"**{words.text(name)}** ◄")
    for peer, level in zip(standing["short_name"], standing["level"], strict=True):
        there[int(level)].append(words.text(peer))
    asked = level_words(indicator)
    shown = [level for level in there if level or there[0]]
    return pd.DataFrame(
        {
            "Parameter": [str(level) for level in shown],
            "Yang diminta": [words.text(asked[level]) for level in shown],
            "Siapa di sini": [", ".join(there[level]) or words.DASH for level in shown],
        }
    )


def levels(indicator: dict) -> pd.DataFrame:
    """The levels of a row nobody has reported."""
    asked = level_words(indicator)[1:]
    return pd.DataFrame(
        {
            "Parameter": [str(level) for level in (1, 2, 3)],
            "Yang diminta": [words.text(one) for one in asked],
        }
    )


def spread_table(rows: pd.DataFrame, indicator: dict, name: str) -> pd.DataFrame:
    """The twin of the chart of levels."""
    return pd.DataFrame(
        {
            "Parameter": [
                words.text(f"{level}: {asked}")
                for level, asked in enumerate(level_words(indicator))
            ],
            words.text(name): [
                f"{words.whole(row.innovations)} ({words.share(row.own_share)})"
                for row in rows.itertuples()
            ],
            "Pembanding": [
                f"{words.whole(row.peer_innovations)} ({words.share(row.peer_share)})"
                for row in rows.itertuples()
            ],
        }
    )


def spread(rows: pd.DataFrame, name: str) -> str:
    """Where most of one's own innovations stand, and the peers' share there."""
    total, peers = rows["own_total"].iloc[0], rows["peer_total"].iloc[0]
    if not total:
        told = f"{name} tidak melaporkan inovasi."
        return told + (f" Sebaran {words.whole(peers)} inovasi pembanding:" if peers else "")
    most = rows.loc[rows["innovations"].idxmax()]
    told = (
        f"Dari {words.whole(total)} inovasi {name}, **{words.whole(most['innovations'])} "
        f"({words.share(most['own_share'])})** pada parameter {words.whole(most['level'])}"
    )
    if not peers:
        return f"{told}."
    return f"{told}; pada pembanding {words.share(most['peer_share'])}."


def steps(rows: pd.DataFrame, indicator: dict) -> str:
    """The steps that bring most, the largest first; one innovation brings the same on each."""
    open_steps = rows[(rows["innovations"] > 0) & rows["points_up"].notna()]
    if open_steps.empty:
        return "Tidak ada inovasi di bawah parameter 3."
    asked = level_words(indicator)
    ordered = open_steps.sort_values(["points_up", "level"], ascending=[False, False])
    told = [
        f"- **{words.whole(row.innovations)} inovasi dari {row.level} ke {row.level + 1}** "
        f"({words.text(asked[row.level + 1])}): {words.points(row.points_up)} indeks"
        for row in ordered.itertuples()
    ]
    each = words.number(ordered["points_each"].iloc[0], 3)
    same = f":small[Tiap inovasi yang naik satu parameter menambah {each} poin.]"
    return "\n".join([*told, "", same])


def best_peers(others: pd.DataFrame) -> str:
    """The peers by their mean level, highest first."""
    known = others.dropna(subset="level").sort_values(
        ["level", "short_name"], ascending=[False, True]
    )
    if known.empty:
        return "Belum ada pembanding dengan inovasi yang dinilai."
    return (
        "Rata-rata parameter: "
        + ", ".join(
            f"{words.text(row.short_name)} {words.number(row.level)}" for row in known.itertuples()
        )
        + "."
    )


def examples(rows: pd.DataFrame) -> str:
    """The innovations of peers that stand highest, with the office to call."""
    return "\n".join(
        f"- **{words.text(row['name'])}** ({words.text(row['origin'])}, "
        f"{words.text(row['office'], 'pelaksana belum diketahui')}): parameter {row['level']}, "
        f"kematangan {words.brief(row['maturity'])}"
        for row in rows.to_dict("records")
    )
