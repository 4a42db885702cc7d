"""The controls that add a step to the scenario; the scenario itself stands in the address."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from pages.parts import glossary, pick, shortlist, words
from pages.parts import whatif_address as address
from pages.parts.whatif import Bench, Outcome
from queries import steps
from queries.steps import Copy, Cover, Drop, Lift, New, Rules, Step

MOST_CANDIDATES = 50
KINDS = {
    "naik": "Naikkan parameter",
    "tiru": "Tiru inovasi",
    "baru": "Inovasi baru",
    "isi": "Isi urusan dasar",
    "lepas": "Lepas inovasi",
    "aturan": "Ganti aturan",
}


def adding(bench: Bench, outcome: Outcome) -> None:
    """Choose the kind of step, fill it in, add it."""
    kind = pick.one("Jenis langkah", KINDS, "kind", kept=False)
    step = FORMS[kind](bench, outcome)
    longer = outcome.steps if step is None else [*outcome.steps, step]
    st.button(
        "Tambahkan langkah",
        type="primary",
        icon=":material/add:",
        width="stretch",
        disabled=step is None or not address.fits(longer),
        on_click=address.put,
        args=(longer,),
    )
    if not address.fits(longer):
        st.caption(f"Skenario ini penuh (paling banyak {steps.MOST_STEPS} langkah).")


def lift(bench: Bench, _outcome: Outcome) -> Step | None:
    rows = bench.indicators.set_index("number")
    labels = {number: row_label(row) for number, row in rows.iterrows()}
    number = pick.one("Baris", labels, "row", kept=False, help=glossary.help("row", "level"))
    row = rows.loc[number]
    goals = goals_above(row)
    if not goals:
        st.markdown("Baris ini sudah di parameter tertinggi.")
        return None
    labels = {name: goal_label(*goal) for name, goal in goals.items()}
    chosen = pick.one("Sampai", labels, "goal", kept=False)
    kind, goal = goals[chosen]
    if row["grouping"] == "SPD":
        return Lift(number, kind, goal)
    who = affected(bench)
    return None if who == () else Lift(number, kind, goal, who)


def goals_above(row: pd.Series) -> dict[str, tuple[str, float]]:
    """What a row may be raised to: the peers' median and best, and the levels above its own."""
    peers = {"median": row["peer_median"], "terbaik": row["peer_high"]}
    known = {
        kind: (kind, round(float(goal), 2))
        for kind, goal in peers.items()
        if not words.missing(goal) and goal >= row["level"] + 0.005
    }
    levels = range(int(row["level_max"]), int(row["level"]), -1)
    return known | {str(level): ("parameter", float(level)) for level in levels}


def goal_label(kind: str, goal: float) -> str:
    named = {"median": "median pembanding", "terbaik": "pembanding terbaik"}
    return f"{named[kind]} ({words.number(goal)})" if kind in named else f"parameter {goal:.0f}"


def row_label(row: pd.Series) -> str:
    level = words.brief(row["level"])
    return f"{row.name} {row['name']} · kini {level} · {words.points(row['headroom'])} tersisa"


def affected(bench: Bench) -> str | int | tuple[str, ...]:
    choice = st.segmented_control(
        "Untuk", ["semua", "sebanyak", "pilihan"], default="semua", required=True, key="who"
    )
    if choice == "sebanyak":
        most = max(1, len(bench.start.own))
        return int(st.number_input("Inovasi terdekat", 1, most, min(10, most), key="nearest"))
    if choice == "pilihan":
        return tuple(chosen_innovations(bench, "Inovasi yang dinaikkan"))
    return "semua"


def chosen_innovations(bench: Bench, label: str) -> list[str]:
    own = bench.start.own.set_index("innovation_id")
    return st.multiselect(
        label,
        list(own.index),
        format_func=lambda one: f"{own.loc[one, 'name']} ({words.brief(own.loc[one, 'maturity'])})",
        key="some",
        placeholder="Pilih inovasi",
        max_selections=20,
    )


def maturity(bench: Bench) -> float:
    """A whole number: the control writes others with a point."""
    return float(
        st.number_input(
            "Kematangan yang diandaikan",
            0,
            int(bench.start.maturity_max),
            round(bench.usual_maturity),
            key="maturity",
            help="Awalnya median kematangan inovasi sendiri.\n\n" + glossary.help("maturity"),
        )
    )


def copy(bench: Bench, _outcome: Outcome) -> Step | None:
    """The best candidates of the page Replikasi."""
    ranked = shortlist.ranked(bench.view)
    fresh = ranked["admitted"] & ranked["duplicate_of"].isna()
    rows = ranked[fresh].head(MOST_CANDIDATES).set_index("innovation_id")
    if rows.empty:
        st.markdown("Belum ada kandidat untuk ditiru.")
        return None
    labels = {
        row.Index: f"{row.name} · {row.origin} · kematangan di asal {words.brief(row.maturity)}"
        for row in rows.itertuples()
    }
    label, help = "Kandidat (teratas lebih dulu)", glossary.help("candidate")
    chosen = pick.one(label, labels, "candidate", kept=False, help=help)
    return Copy(chosen, maturity(bench))


def new(bench: Bench, _outcome: Outcome) -> Step:
    count = int(st.number_input("Jumlah inovasi baru", 1, steps.MOST_NEW, 5, key="new"))
    return New(count, maturity(bench))


def cover(bench: Bench, outcome: Outcome) -> Step:
    names = bench.sectors.set_index("sector_id")["name"]
    labels = {one: sector_label(names[one], one in outcome.missing) for one in bench.start.basic}
    key = f"basic_{'_'.join(outcome.missing)}"  # the next missing one comes first again
    first = next(iter(outcome.missing), None)
    label, help = "Urusan pelayanan dasar", glossary.help("basic_service", "count_score")
    chosen = pick.one(label, labels, key, kept=False, first=first, help=help)
    return Cover(chosen, maturity(bench))


def sector_label(name: str, missing: bool) -> str:
    return f"{name} (belum ada inovasi)" if missing else name


def drop(bench: Bench, _outcome: Outcome) -> Step | None:
    if not len(bench.start.own):
        st.markdown("Tidak ada inovasi yang dapat dilepas.")
        return None
    choice = st.segmented_control(
        "Yang dilepas", ["terlemah", "pilihan"], default="terlemah", required=True, key="which"
    )
    if choice == "pilihan":
        some = tuple(chosen_innovations(bench, "Inovasi yang dilepas"))
        return Drop(some) if some else None
    most = len(bench.start.own)
    return Drop(int(st.number_input("Jumlah inovasi terlemah", 1, most, 1, key="weakest")))


def change_rules(bench: Bench, _outcome: Outcome) -> Step:
    labels = {ruleset: bench.rules(ruleset) for ruleset in bench.start.rulesets}
    other = next((ruleset for ruleset in labels if ruleset != bench.start.ruleset), None)
    help = glossary.help("ruleset", "prognosis")
    chosen = pick.one("Aturan", labels, "rules", kept=False, first=other, help=help)
    st.caption(
        "Prognosis: aturan yang diumumkan tetapi belum resmi; rentang predikatnya belum ada."
    )
    return Rules(chosen)


FORMS: dict[str, Callable[[Bench, Outcome], Step | None]] = {
    "naik": lift,
    "tiru": copy,
    "baru": new,
    "isi": cover,
    "lepas": drop,
    "aturan": change_rules,
}
