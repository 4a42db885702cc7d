"""A briefing's facts, asked at once; afterwards no database or session is needed."""

import pandas as pd

from pages.parts import method
from pages.parts.brief_facts import PROVINCE, Brief, Chosen
from queries import peers as peer_choice
from queries import ranking, verdicts
from queries.ranking import Ask

TOP = 20  # the first of a list, when asked who needs an innovation


def brief(ask: Ask, chosen: Chosen, ranked: pd.DataFrame, board: pd.DataFrame, note: str) -> Brief:
    """Ask everything.

    Args:
        ask: puts a question to the dataset: `access.ask`, or `queries.ask` with its database.
        ranked: what `ranked()` gives, or the page remembers; not looked at for the province.
        board: every row of `ledger/board.sql` of the dataset.
        note: as the book holds it.
    """
    steps = ask("cooperation_steps")["name"]
    only = of_province(ask, chosen) if chosen.code == PROVINCE else of_regency(ask, chosen, ranked)
    return Brief(
        chosen=chosen,
        about=ask("about").iloc[0],
        regencies=ask("regencies").set_index("code"),
        scores=ask("scores", year=chosen.year).set_index("code"),
        board=under_way(board, chosen.code, len(steps)),
        step_names=tuple(steps),
        note=note,
        shapes=ask("boundaries"),
        rulesets=ask("rulesets"),
        sources=ask("sources").set_index("source_id"),
        sector_names=ask("sectors").set_index("sector_id")["name"],
        feature_names=ask("feature_names").set_index("feature")["name"],
        features=ask("features"),
        score_years=ask("index_scores"),
        settings=ask("settings"),
        method=method.numbers(ask),
        bands=ask("bands"),
        figures=ask("figures"),
        awards=ask("awards", code=chosen.code),
        replications=documented(ask("replications", code=chosen.code), chosen.code),
        **({name: pd.DataFrame() for name in OF_ONE} | {"peers": ()} | only),
    )


OF_ONE = (
    "near", "standing", "history", "claims", "place", "gaps", "sectors", "ranked", "province_gaps",
    "province_candidates",
)  # fmt: skip
"""Frames that only a regency, or only the province, has."""


def ranked(ask: Ask, code: str, year: int | None) -> pd.DataFrame:
    """Every innovation of the others, and what copying it brings; as `shortlist.ranked`."""
    if code == PROVINCE:
        return pd.DataFrame()
    gains = ask("copy_gains", code=code, year=year)
    return ranking.ranking(ask, code, year).merge(gains, "left", "innovation_id")


def of_regency(ask: Ask, chosen: Chosen, ranked: pd.DataFrame) -> dict:
    """What only a regency has: peers, gaps, candidates, its place."""
    code, year = chosen.code, chosen.year
    near = ask("peer_distances", code=code)
    codes = list(peer_choice.usual(near) if chosen.peers is None else chosen.peers)
    given = {"code": code, "peers": codes, "year": year}
    setting = ask("settings").set_index("setting")["value"]
    return {
        "peers": tuple(codes),
        "near": near.set_index("peer"),
        "standing": ask("standing", code=code, year=year),
        "history": ask("score_history", code=code),
        "claims": ask("claims", code=code),
        "place": ask("peer_rank", code=code, peers=codes),
        "gaps": verdicts.indicators(
            ask("indicator_gaps", **given), setting["least_points"], setting["least_innovations"]
        ),
        "sectors": verdicts.sectors(ask("sector_gaps", **given)),
        "ranked": ranked[ranked["sector_id"] == chosen.sector] if chosen.sector else ranked,
    }


def of_province(ask: Ask, chosen: Chosen) -> dict:
    """What only the province has: where its regencies leave points, and what they could copy."""
    return {
        "province_gaps": ask("province_gaps", year=chosen.year),
        "province_candidates": ask("province_candidates", top=TOP, sector=chosen.sector),
    }


def documented(records: pd.DataFrame, code: str) -> pd.DataFrame:
    """The visits, commitments and copies on record: a regency's own, or all."""
    return records if code == PROVINCE else records[records["own"]]


def under_way(board: pd.DataFrame, code: str, steps: int) -> pd.DataFrame:
    """The cooperations that are not closed: those a regency receives or gives, or all."""
    if board.empty:
        return board
    running = board[board["place"] < steps]
    if code == PROVINCE:
        return running
    return running[running["receiver_code"].eq(code) | running["giver_code"].eq(code)]
