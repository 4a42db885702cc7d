"""What the page of scenarios says: each step, what it brings, and why one may cost points."""

from math import ceil

import pandas as pd

from pages.parts import claim_words, words
from pages.parts.whatif import Bench, Outcome
from queries.steps import Copy, Cover, Drop, Lift, New, Rules, Step


def step(one: Step, bench: Bench) -> str:
    """One step in plain words; names are data and not yet escaped."""
    match one:
        case Lift():
            return lift(one, bench)
        case Copy(innovation_id, maturity):
            return f"Tiru {bench.names[innovation_id]} (kematangan {words.brief(maturity)})"
        case New(count, maturity):
            return f"Tambah {count} inovasi baru (kematangan {words.brief(maturity)})"
        case Cover(sector_id, maturity):
            return f"Isi urusan {sector(sector_id, bench)} (kematangan {words.brief(maturity)})"
        case Drop(which):
            if isinstance(which, int):
                return (
                    f"Lepas {min(which, len(bench.start.own))} inovasi terlemah (menurut laporan)"
                )
            return f"Lepas {words.listed([bench.names[one] for one in which])}"
        case Rules(ruleset):
            return f"Pakai aturan {bench.rules(ruleset)}"


def short(one: Step, bench: Bench) -> str:
    """One step in a few words, for the axis of a chart."""
    match one:
        case Lift(number, _, goal):
            name = bench.indicators.set_index("number").loc[number, "name"]
            return f"{number} {shortened(name)} → {words.brief(goal)}"
        case Copy(innovation_id):
            return f"Tiru {shortened(bench.names[innovation_id])}"
        case New(count):
            return f"{count} inovasi baru"
        case Cover(sector_id):
            return f"Isi {shortened(sector(sector_id, bench))}"
        case Drop(which):
            return f"Lepas {which if isinstance(which, int) else len(which)} inovasi"
        case Rules(ruleset):
            return f"Aturan {bench.rules(ruleset)}"


def shortened(name: str, most: int = 30) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def lift(one: Lift, bench: Bench) -> str:
    row = bench.indicators.set_index("number").loc[one.number]
    if row["grouping"] == "SPD":
        return f"Naikkan {one.number} {row['name']} ke parameter {ceil(one.goal)}"
    goal = f"ke parameter {words.brief(one.goal)}"
    if one.kind != "parameter":
        peers = {"median": "median", "terbaik": "rata-rata terbaik"}[one.kind]
        goal = f"sampai rata-rata {words.number(one.goal)} ({peers} pembanding)"
    return f"Naikkan {one.number} {row['name']} {goal}, {who(one.who)}"


def who(chosen: str | int | tuple[str, ...]) -> str:
    if isinstance(chosen, tuple):
        return f"{len(chosen)} inovasi pilihan"
    return "semua inovasi" if chosen == "semua" else f"{chosen} inovasi terdekat"


def sector(sector_id: str, bench: Bench) -> str:
    return str(bench.sectors.set_index("sector_id").loc[sector_id, "short_name"])


def headline(outcome: Outcome, name: str) -> str:
    now, then = outcome.now, outcome.then
    if not outcome.steps:
        return f"{name}: indeks {words.number(now['score'])}, bagaimana jika …?"
    return (
        f"{name}: indeks {words.number(now['score'])} menjadi {words.number(then['score'])} "
        f"({words.signed(round(then['score'], 2) - round(now['score'], 2))}) dengan "
        f"{len(outcome.steps)} langkah"
    )


def finding(outcome: Outcome) -> str:
    """Predicate, distance and rank, now and then."""
    now, then = outcome.now, outcome.then
    if not outcome.steps:
        return f"Sekarang {predicate(now)}, {distance(now)}, {rank(now)}."
    return (
        f"Dari {predicate(now)}, {rank(now)}, menjadi **{predicate(then)}**, {rank(then)}; "
        f"{distance(then)}."
    )


def predicate(row: pd.Series) -> str:
    """The computed predicate; under a prognosis, only as an assumption."""
    if words.missing(row["predicate"]):
        return "tanpa predikat"
    name = str(row["predicate"])
    return name if row["bands_known"] else f"{name} bila rentang predikat tidak berubah"


def distance(row: pd.Series) -> str:
    if words.missing(row["next_predicate"]):
        return "tidak ada predikat yang lebih tinggi"
    return f"{words.points(row['distance'])} lagi ke {row['next_predicate']}"


def rank(row: pd.Series) -> str:
    among = "" if row["all_reported"] else "laporan lengkap "
    return (
        f"peringkat {words.whole(row['rank'])} dari {words.whole(row['rank_of'])} {among}"
        f"({claim_words.rank_range(row)})"
    )


def coverage(row: pd.Series, bench: Bench) -> str:
    """ "4 dari 6, tanpa Sosial dan Kesehatan"."""
    told = f"{words.whole(row['basic_sectors'])} dari {len(bench.start.basic)}"
    missing = [sector(one, bench) for one in row["missing_sectors"].split()]
    return told + (f", tanpa {words.listed(missing)}" if missing else "")


def effect(row: pd.Series, one: Step) -> str:
    """What one step changed; why, where it costs points or changes nothing."""
    if abs(row["added_score"]) < words.UNSEEN:
        return f"tidak mengubah indeks{nothing(row, one)}"
    told = f"**{words.signed(row['added_score'])} poin**"
    reach = touched(row, one)
    why = f". {loss(row)}" if row["added_score"] < 0 else ""
    return told + (f" ({reach})" if reach else "") + why


def touched(row: pd.Series, one: Step) -> str:
    if isinstance(one, Lift) and row["raised"]:
        what = "baris" if row["spd_points"] != row["was_spd_points"] else "inovasi"
        return f"{words.whole(row['touched'])} {what} naik {words.whole(row['raised'])} tingkat"
    return ""


def nothing(row: pd.Series, one: Step) -> str:
    return (
        ": tidak ada yang perlu dinaikkan" if isinstance(one, Lift) and not row["touched"] else ""
    )


def loss(row: pd.Series) -> str:
    """Why the index falls: the part that loses most, in its own terms."""
    if row["added_count_points"] < min(row["added_maturity_points"], -words.UNSEEN):
        return count_loss(row)
    if row["rule_year"] != row["was_rule_year"]:
        return (
            f"Aturan {row['rule_year']} membagi kematangan dengan bilangan yang lebih besar: "
            f"rata-rata turun dari {words.number(row['was_mean_maturity'])} ke "
            f"{words.number(row['mean_maturity'])}."
        )
    fallen = (
        f"Rata-rata kematangan turun dari {words.number(row['was_mean_maturity'])} ke "
        f"{words.number(row['mean_maturity'])}"
    )
    count = words.signed(row["added_count_points"])
    if row["added_count_points"] > 0:
        return f"{fallen}, lebih besar daripada tambahan skor jumlah ({count})."
    return f"{fallen}." if not row["added_count_points"] else f"{fallen}, skor jumlah {count}."


def count_loss(row: pd.Series) -> str:
    least = words.whole(row["basic_sectors_min"])
    if not row["count_score"]:
        return (
            f"Skor jumlah hilang: {words.whole(row['basic_sectors'])} urusan pelayanan dasar "
            f"dilaporkan, aturan {row['rule_year']} meminta sekurangnya {least}."
        )
    return (
        f"Skor jumlah turun karena inovasi yang dihitung berkurang dari "
        f"{words.whole(row['was_innovations'])} ke {words.whole(row['innovations'])}."
    )


METHOD = (
    "Dihitung dengan rumus resmi aturan yang dipilih, dari parameter yang dilaporkan. Inovasi baru "
    "memakai kematangan yang Anda andaikan. Daerah lain dianggap tetap; rentang peringkat dari "
    "pengambilan ulang inovasi (90%)."
)
"""How the figures of a scenario come about."""
