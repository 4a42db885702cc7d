"""With whom a government is compared: the ways of choosing, kept in the address, and the list."""

import pandas as pd
import streamlit as st

from pages.parts import access, glossary, pick, words
from queries import peers as peer_choice

BASIS_LABELS = {
    "struktur": "Struktur",
    "bertetangga": "Bertetangga",
    "sejenis": "Sejenis",
    "semua": "Semua",
    "pilih sendiri": "Pilih sendiri",
}
BASIS_NOTES = {
    "struktur": "Kemiripan struktur, bukan penilaian kinerja.",
    "bertetangga": "Berbatasan lebih dari 1 km pada peta yang dipakai ({map}).",
    "sejenis": "Semua pemerintah dengan jenis yang sama.",
    "semua": "Semua pemerintah lain di Kalimantan Selatan.",
    "pilih sendiri": "Daerah yang Anda pilih.",
}

MOST_OTHERS = 10  # sectors beside the basic services that a chart still has room for


def peers(view: access.View) -> list[str]:
    """Draw the choice and the list; return the codes, nearest first."""
    near = access.ask("peer_distances", code=view.code)
    glossary.header("Daerah pembanding", "peer", "similarity", "stable")
    basis = chosen_basis()
    count = chosen_count() if basis == "struktur" else 0
    picked = chosen_peers(near) if basis == "pilih sendiri" else ()
    codes = peer_choice.choose(
        basis, near, access.ask("regencies"), access.ask("neighbours"), view.code, count, picked
    )
    features = access.ask("feature_names")
    for row in near[near["peer"].isin(codes)].to_dict("records"):
        st.markdown(described(row, count, features.set_index("feature")["name"]))
    if not codes:
        st.markdown("Belum ada pembanding. Pilih sekurangnya satu daerah di atas.")
    note = BASIS_NOTES[basis].format(map=access.ask("about")["map_label"].iloc[0])
    st.caption(f"{note} {feature_years(features) if basis == 'struktur' else ''}")
    return codes


def choice(code: str, near: pd.DataFrame) -> tuple[str, int, list[str]]:
    """Draw the choice: the way, how many of those alike in structure, and the codes."""
    basis = chosen_basis()
    count = chosen_count() if basis == "struktur" else 0
    picked = chosen_peers(near) if basis == "pilih sendiri" else ()
    codes = peer_choice.choose(
        basis, near, access.ask("regencies"), access.ask("neighbours"), code, count, picked
    )
    return basis, count, codes


def chosen_basis() -> str:
    basis = st.segmented_control(
        "Cara memilih",
        list(BASIS_LABELS),
        format_func=BASIS_LABELS.__getitem__,
        default="struktur",
        required=True,
        key="basis",
        bind="query-params",
        wrap=True,
    )
    return basis or "struktur"


def chosen_count() -> int:
    count = st.segmented_control(
        "Jumlah",
        [3, 4, 5, peer_choice.MOST_PEERS],
        default=peer_choice.USUAL_PEERS,
        required=True,
        key="count",
        bind="query-params",
    )
    return count or peer_choice.USUAL_PEERS


def chosen_peers(near: pd.DataFrame) -> tuple[str, ...]:
    names = near.set_index("peer")["name"].to_dict()
    picked = st.multiselect(
        "Daerah",
        list(names),
        format_func=names.__getitem__,
        key="peers",
        bind="query-params",
        placeholder="Pilih daerah",
    )
    return tuple(picked)


def described(row: dict, count: int, names: pd.Series) -> str:
    """One peer: similarity, what brings it near, what separates it, whether it is stable."""
    alike = words.listed([lower(names[feature]) for feature in row["together"].split()])
    stable = " :green-badge[✓ stabil]" if 0 < row["worst_place"] <= count else ""
    return (
        f"**{words.text(row['name'])}** · mirip {words.whole(row['similarity'])}/100{stable}  "
        f"\n:small[Mendekatkan: {alike}. Membedakan: {lower(names[row['apart']])}.]"
    )


def lower(name: str) -> str:
    """Inside a sentence: the first letter small unless an abbreviation."""
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def feature_years(features: pd.DataFrame) -> str:
    years = features["year"].dropna().astype(int).tolist()
    return (
        f"Dari {len(features)} ciri, data {words.span(years)}. Stabil: tetap terpilih "
        "walau satu ciri mana pun dilepas."
    )


def groups() -> dict[str, str]:
    """What the rows of the index can be narrowed to: a half, or one official variable."""
    known = access.ask("indicators")[["grouping", "variable"]].drop_duplicates()
    halves = {"SPD": "SPD: semua baris", "SID": "SID: semua baris"}
    named = {
        f"{half} · {variable}": f"{half}: {lower(variable)}" for half, variable in known.values
    }
    return {words.ANY: "Semua baris"} | halves | named


def in_group(rows: pd.DataFrame, group: str) -> pd.DataFrame:
    """The rows of one half or one variable; all without a choice."""
    if group == words.ANY:
        return rows
    named = rows["grouping"] + " · " + rows["variable"]
    return rows[(rows["grouping"] == group) | (named == group)]


def chosen_group() -> str:
    """The half or variable picked in the control, kept in the address as `group`."""
    return pick.one("Kelompok baris", groups(), "group", help=glossary.help("spd", "sid"))


def chosen_indicator(gaps: pd.DataFrame) -> str:
    """The row to tell of, picked here or by a click; unpicked, the one that costs most."""
    known = access.ask("indicators")
    names = {row["code"]: f"{row['number']} {row['name']}" for row in known.to_dict("records")}
    options = {words.ANY: "Yang paling banyak poinnya", **names}
    picked = pick.one(
        "Rincian baris", options, "indicator", help=glossary.help("row", "level", "weight")
    )
    behind = gaps[gaps["verdict"] == "di bawah"]["indicator"]
    costliest = [*behind, *gaps["indicator"], *known["code"]][0]
    return str(picked or costliest)


def columns(rows: pd.DataFrame, code: str, peers: list[str]) -> tuple[list[str], ...]:
    """The governments of the rug from left to right: own, its peers, the others by code."""
    known = sorted(rows["code"].unique())
    near = [one for one in peers if one in known]
    return [code], near, [one for one in known if one not in (code, *near)]


def comparable(rows: pd.DataFrame) -> bool:
    """Whether a chart of verdicts has anything to show."""
    return bool((rows["verdict"] != "tidak dibandingkan").any())


def in_order(scores: pd.DataFrame, code: str, codes: list[str]) -> pd.DataFrame:
    """Own row first, then the peers in the order given."""
    return scores.set_index("code", drop=False).loc[[code, *codes]].reset_index(drop=True)


def shown_sectors(gaps: pd.DataFrame, sector: str | None) -> pd.DataFrame:
    """The basic services and the chosen sector; without one, the others that differ most."""
    if sector:
        return gaps[gaps["basic"] | (gaps["sector_id"] == sector)]
    others = gaps[~gaps["basic"] & ((gaps["innovations"] > 0) | (gaps["peer_total"] > 0))]
    apart = (others["innovations"] - others["peer_median"]).abs()
    furthest = apart.sort_values(ascending=False, kind="stable").index[:MOST_OTHERS]
    return gaps[gaps["basic"] | gaps.index.isin(furthest)]
