"""What an export writes is imported again without loss; the empty template gives nothing."""

import datetime

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.importing import draft as drafting
from data.importing import export, merging, scoring
from data.importing.cells import said
from data.importing.choices import Choices
from data.importing.holdings import KEYS, NOTHING, Holdings, holdings
from data.importing.meanings import FORMS, INITIATORS, PREDICATES, STAGES
from data.importing.template import template
from data.importing.vocabulary import load, plain

TODAY = datetime.date(2026, 11, 25)
FILE = {"file_id": "U001", "name": "a.xlsx", "sha256": "ab" * 32, "bytes": 1, "publisher": "B",
        "who": "Ani", "imported": datetime.datetime(2026, 11, 25, 1, 2, 3)}  # fmt: skip
KNOWN = load()
SID = [row for row in KNOWN.rows.values() if row.grouping == "SID"]
SPD = [row for row in KNOWN.rows.values() if row.grouping == "SPD"]
MATURITIES = sorted(scoring.reachable(tuple(row.weight for row in SID)))
PRINTED = st.characters(categories=("L", "N", "P", "S", "Zs"))


def words(longest: int):
    """Text as the reading trims it and a cell says it."""
    whole = st.text(PRINTED, min_size=1, max_size=longest).map(lambda text: " ".join(text.split()))
    return whole.filter(lambda text: text and said(text) == text and not text.startswith("'"))


def maybe(values):
    return st.none() | values


names = words(60).filter(lambda text: plain(text) and text.casefold() != "contoh")
governments = st.sampled_from(list(KNOWN.government_names))
years = st.integers(2021, 2027)
levels = st.integers(0, 3)
amounts = st.floats(0, 1e12) | st.integers(0, 10**12).map(float)
days = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)).map(pd.Timestamp)
RESULT = {"score": st.floats(0, 100), "predicate": maybe(st.sampled_from([*PREDICATES.values()])),
          "rank_province": maybe(st.integers(1, 13)), "rank_national": maybe(st.integers(1, 600)),
          "innovations": maybe(st.integers(0, 2000))}  # fmt: skip
INNOVATION = {
    "name": names, "office": maybe(words(20)),
    "sector_id": maybe(st.sampled_from([*KNOWN.sector_names])),
    "stage": maybe(st.sampled_from([*STAGES.values()])), "digital": maybe(st.booleans()),
    "initiator": maybe(st.sampled_from([*INITIATORS.values()])),
    "form": maybe(st.sampled_from([*FORMS.values()])), "classification": maybe(words(9)),
    "national_goal": maybe(words(9)), "programme": maybe(words(9)), "trial_date": maybe(days),
    "applied_date": maybe(days), "latest_date": maybe(days), "description": maybe(words(90)),
    "purpose": maybe(words(9)), "benefit": maybe(words(9)), "outcome": maybe(words(9)),
    "budget": maybe(amounts), "reported_maturity": maybe(st.sampled_from(MATURITIES)),
    "levels": st.dictionaries(st.sampled_from([row.code for row in SID]), levels),
}  # fmt: skip


@st.composite
def held(draw) -> Holdings:
    """Anything an import can leave behind, from one file."""
    place = st.fixed_dictionaries({"code": governments, "year": years})
    results = draw(st.lists(place.flatmap(lambda key: st.fixed_dictionaries(
        {**{name: st.just(value) for name, value in key.items()}, **RESULT})),
        max_size=4, unique_by=lambda row: (row["code"], row["year"])))  # fmt: skip
    innovations = draw(st.lists(
        st.fixed_dictionaries({"code": governments, "year": years, **INNOVATION}),
        max_size=4, unique_by=lambda row: (row["code"], row["year"], plain(row["name"])),
    ))  # fmt: skip
    of_governments = draw(st.dictionaries(
        st.tuples(governments, years, st.sampled_from([row.code for row in SPD])),
        st.tuples(levels, maybe(st.floats(-1e9, 1e9))), max_size=8))  # fmt: skip
    made = [{**row, "key": plain(row["name"]), "file_id": "U001"} for row in innovations]
    return holdings(
        file=[FILE],
        result=[{**row, "file_id": "U001"} for row in results],
        innovation=made,
        innovation_level=[
            {"code": row["code"], "year": row["year"], "key": row["key"], "indicator": indicator,
             "level": level}
            for row in made for indicator, level in row["levels"].items()
        ],
        government_level=[
            {"code": code, "year": year, "indicator": indicator, "level": level, "raw_value": raw,
             "file_id": "U001"}
            for (code, year, indicator), (level, raw) in of_governments.items()
        ],
    )  # fmt: skip


def imported(files: dict[str, bytes]) -> Holdings:
    made = drafting.draft(list(files.items()), Choices(), TODAY)
    assert [one for one in made.findings if one.severity == "tolak"] == []
    origin = merging.Origin("Ani", "B", "", datetime.datetime(2026, 11, 25))
    return merging.merged(NOTHING, made, origin)


def assert_same(before: Holdings, after: Holdings) -> None:
    for name in KEYS:
        if name != "file":
            first, second = (getattr(one, name).drop(columns="file_id", errors="ignore")
                             for one in (before, after))  # fmt: skip
            pd.testing.assert_frame_equal(first, second, check_exact=True)


@settings(max_examples=12, deadline=None, derandomize=True,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(held())
def test_what_export_writes_is_imported_again_without_loss(before):
    assert_same(before, imported({"e.xlsx": export.workbook(before, "Judul", ["asal"])}))
    assert_same(before, imported(export.csv_files(before)))


def test_a_template_with_only_its_examples_gives_nothing_and_tells_nothing():
    made = drafting.draft([("templat.xlsx", template(2026))], Choices(), TODAY)
    assert made.empty
    assert made.findings == []
