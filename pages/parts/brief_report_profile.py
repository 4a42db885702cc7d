"""The report's profile: figures with their years, the index through the years, awards."""

import pandas as pd

from pages.parts import (
    brief_report_history,
    claim_words,
    tables,
    visit_blocks,
    visit_profile,
    words,
)
from pages.parts.brief_facts import Brief
from pages.parts.brief_report_blocks import dense, figure, more
from pages.parts.visit_blocks import Block
from pages.parts.visit_facts import OWN_REVENUE, PROFILE

FACTS = (*PROFILE, "mining_share_of_grdp", "agriculture_share_of_grdp")
ACROSS = PROFILE[:1] + PROFILE[2:]  # of every regency, beside each other
SHARE = "Porsi PAD dalam realisasi pendapatan (dihitung)"
WIDE = 470.0  # points, of the page
AWARDS = 12


def profile(brief: Brief) -> list[Block]:
    """The figures, then the index, then the awards."""
    if brief.is_province:
        return [*across(brief), *awards_of_all(brief)]
    return [*figures(brief), *index(brief), *awards(brief)]


def figures(brief: Brief) -> list[Block]:
    """Own figures beside the median of the peers and the place in the province."""
    head = ("Hal", brief.full_name, "Median pembanding", "Urutan nilai di Kalsel")
    by_fact = {fact: rows.set_index("code") for fact, rows in brief.figures.groupby("fact")}
    rows = [line(by_fact[fact], brief) for fact in FACTS if fact in by_fact]
    return [
        visit_blocks.table([head, *rows, own_revenue(brief)], (0.34, 0.27, 0.22, 0.17)),
        visit_blocks.small(
            f"Sumber: {tables.publishers(brief.figures)}. Urutan 1 adalah nilai tertinggi, bukan "
            "yang terbaik. Median pembanding dihitung."
        ),
    ]


def line(rows: pd.DataFrame, brief: Brief) -> tuple[str, ...]:
    own = rows.loc[brief.chosen.code].to_dict()
    peers = rows["value"].reindex(list(brief.peers)).dropna()
    median = words.measured(peers.median() if len(peers) else None, own["unit"], own["decimals"])
    place = int((rows["value"] > own["value"]).sum()) + 1
    return own["fact_name"], visit_profile.figure(own), median, f"{place} dari {len(rows)}"


def own_revenue(brief: Brief) -> tuple[str, ...]:
    """The share of own revenue, which is computed from two figures."""
    rows = brief.features[brief.features["feature"] == OWN_REVENUE].set_index("code")
    if brief.chosen.code not in rows.index:
        return SHARE, words.UNKNOWN, words.DASH, words.DASH
    own = rows.loc[brief.chosen.code]
    peers = rows["value"].reindex(list(brief.peers)).dropna()
    median = f"{words.number(100 * peers.median())}%" if len(peers) else words.DASH
    place = int((rows["value"] > own["value"]).sum()) + 1
    told = f"{words.number(100 * own['value'])}% ({words.year(own['year'])})"
    return SHARE, told, median, f"{place} dari {len(rows)}"


def index(brief: Brief) -> list[Block]:
    """Chart and table of the years; words where nothing is known."""
    if brief.history.empty:
        return [visit_blocks.text("Belum ada klaim indeks yang tercatat untuk daerah ini.")]
    widths = (0.08, 0.09, 0.19, 0.22, 0.09, 0.21, 0.12)
    used = claimed(brief)
    return [
        Block("part", "Indeks dari tahun ke tahun"),
        figure(brief_report_history.history(brief.history, WIDE)),
        dense(brief_report_history.table(brief.history, used), widths),
        visit_blocks.small(
            f"Sumber: {tables.publishers(used)}. Kotak: hanya "
            "predikat yang diketahui, digambar sepanjang rentang skornya. Tahun tanpa data "
            "dibiarkan kosong."
        ),
    ]


def claimed(brief: Brief) -> pd.DataFrame:
    """Every claim about a year of the history: those that are contradicted too."""
    if brief.claims.empty:
        return brief.claims
    return brief.claims[brief.claims["year"].isin(brief.history["year"])]


def awards(brief: Brief) -> list[Block]:
    told = [Block("part", "Penghargaan inovasi")]
    if brief.awards.empty:
        return [*told, visit_blocks.text(no_award(brief))]
    rows = brief.awards.head(AWARDS)
    table = [("Tahun", "Penghargaan", "Status", "Sumber"), *map(award, rows.to_dict("records"))]
    links = ("", *map(words.web_address, rows["url"]))
    return [
        *told,
        dense(table, (0.09, 0.59, 0.12, 0.2), links),
        *more(len(brief.awards), AWARDS, "Ringkasan"),
    ]


def no_award(brief: Brief) -> str:
    if brief.simulated:
        return "Simulasi tidak memuat penghargaan."
    return "Belum ada penghargaan yang ditemukan di sumber terbuka."


def award(row: dict) -> tuple[str, ...]:
    note = "" if words.missing(row["note"]) else f". {row['note']}"
    source = f"{row['source_id']}, {words.publisher(row['publisher'])}"
    return words.year(row["year"]), f"{row['name']}{note}", str(row["status"]), source


def across(brief: Brief) -> list[Block]:
    """Every regency's figures beside each other."""
    wide = brief.figures.pivot(index="code", columns="fact", values="value")
    facts = brief.figures.drop_duplicates("fact").set_index("fact").to_dict("index")
    known = [fact for fact in ACROSS if fact in facts]
    head = ("Daerah", *(heading(facts[fact]) for fact in known))
    rows = [
        (
            brief.name(code),
            *(words.number(wide.loc[code, fact], int(facts[fact]["decimals"])) for fact in known),
        )
        for code in sorted(wide.index)
    ]
    return [
        dense([head, *rows], (0.25, *(0.75 / len(known) for _ in known))),
        visit_blocks.small(f"Sumber: {tables.publishers(brief.figures)}."),
    ]


def heading(fact: dict) -> str:
    unit = "" if fact["unit"] in ("indeks", "rasio") else f"{fact['unit']}, "
    return f"{fact['fact_name']} ({unit}{words.year(fact['year'])})"


def awards_of_all(brief: Brief) -> list[Block]:
    """The last prize each regency won."""
    won = brief.scores.dropna(subset="award").sort_index()
    told = [Block("part", "Penghargaan inovasi terakhir tiap daerah")]
    if won.empty:
        return [*told, visit_blocks.text(no_award(brief))]
    rows = [(brief.name(str(code)), str(name)) for code, name in won["award"].items()]
    return [*told, dense([("Daerah", "Penghargaan"), *rows], (0.3, 0.7))]


def scores(brief: Brief) -> list[Block]:
    """Every regency's score, predicate and rank: the map in figures."""
    head = ("Daerah", "Skor", "Predikat", "Peringkat")
    rows = [
        (
            ("► " if code == brief.chosen.code else "") + str(row["name"]),
            claim_words.score_with_year(row),
            claim_words.predicate(row),
            claim_words.rank(row).removeprefix("peringkat "),
        )
        for code, row in brief.scores.iterrows()
    ]
    return [dense([head, *rows], (0.2, 0.26, 0.21, 0.33))]
