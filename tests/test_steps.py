"""A scenario's link: what is written is read back, and what cannot be read is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import steps
from queries.steps import Copy, Cover, Drop, Lift, New, Rules

many = settings(max_examples=60, deadline=None, database=None)
ids = st.from_regex(r"[a-z0-9-]{1,60}", fullmatch=True)
named = st.lists(ids, min_size=1, max_size=40).map(tuple)
who = st.just("semua") | st.integers(0, 9999) | named
numbers = st.from_regex(r"[1-9][0-9]?[ab]?", fullmatch=True)
maturities = st.integers(0, 11100).map(lambda hundredths: hundredths / 100)
means = st.integers(0, 300).map(lambda hundredths: hundredths / 100)
every_step = st.one_of(
    st.builds(Lift, numbers, st.just("parameter"), st.sampled_from([1.0, 2.0, 3.0]), who),
    st.builds(Lift, numbers, st.sampled_from(["median", "terbaik"]), means, who),
    st.builds(Copy, ids, maturities),
    st.builds(New, st.integers(1, steps.MOST_NEW), maturities),
    st.builds(Cover, st.from_regex("[0-9]{2}", fullmatch=True), maturities),
    st.builds(Drop, st.integers(0, 9999) | named),
    st.builds(Rules, st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)),
)


@many
@given(chosen=st.lists(every_step, max_size=12))
def test_what_is_written_is_read_back(chosen):
    assert steps.parse(steps.written(chosen)) == (chosen, [])


@many
@given(link=st.text(max_size=80))
def test_whatever_a_link_holds_is_read_or_refused(link):
    read, refused = steps.parse(link)
    assert len(read) + len(refused) == len([piece for piece in link.split("_") if piece])


@many
@given(link=st.text("naiktrubsl.~_-mb0123469", max_size=80))
def test_what_was_read_and_written_again_stays_the_same(link):
    read, _ = steps.parse(link)
    assert steps.parse(steps.written(read)) == (read, [])


@pytest.mark.parametrize("link", ["", "_", "___"])
def test_an_empty_link_holds_no_steps(link):
    assert steps.parse(link) == ([], [])


@pytest.mark.parametrize(("piece", "step"), [
    ("naik.16.2.semua", Lift("16", "parameter", 2, "semua")),
    ("naik.35.m184.10", Lift("35", "median", 1.84, 10)),
    ("naik.5a.b300.semua", Lift("5a", "terbaik", 3, "semua")),
    ("naik.16.3.6310-c0001", Lift("16", "parameter", 3, ("6310-c0001",))),
    ("tiru.6303-c0001.62", Copy("6303-c0001", 62)),
    ("baru.5.40-25", New(5, 40.25)),
    ("isi.04.40", Cover("04", 40)),
    ("lepas.3", Drop(3)),
    ("lepas.3~", Drop(("3",))),
    ("lepas.6310-c0001~6310-c0002", Drop(("6310-c0001", "6310-c0002"))),
    ("aturan.2027-prognosis", Rules("2027-prognosis")),
])  # fmt: skip
def test_every_kind_of_step_is_read_as_the_guide_says(piece, step):
    assert steps.parse(piece) == ([step], [])


@pytest.mark.parametrize("piece", [
    "omong kosong", "<script>alert(1)</script>", "naik", "naik.16", "naik.16.2", "naik.16.0.semua",
    "naik.16.4.semua", "naik.35.m301.semua", "naik.16.2.SEMUA", "naik.16.2.semua.semua",
    "naik.٣.2.5",
    "naik.16.2.٣", "baru.0.40", "baru.201.40", "baru.5", "baru.-5.40", "baru.5.40,5", "isi.4.40",
    "isi.<b>.40", "tiru..40", f"tiru.{'a' * 61}.40", f"lepas.{'a' * 61}", "lepas.",
    "lepas." + "~".join(["a"] * 41), "lepas.-1~~2", "aturan.", "aturan.2026;drop",
    "NAIK.16.2.semua", "naik.16.2.semua\n",
])  # fmt: skip
def test_what_is_no_step_is_refused_and_named(piece):
    good = "isi.04.40"
    assert steps.parse(f"{good}_{piece}_{good}") == ([Cover("04", 40)] * 2, [piece])


def test_steps_after_the_last_allowed_one_are_refused_and_named():
    link = steps.written([New(1, number) for number in range(steps.MOST_STEPS + 2)])
    read, refused = steps.parse(link)
    assert len(read) == steps.MOST_STEPS
    assert refused == [f"baru.1.{steps.MOST_STEPS}", f"baru.1.{steps.MOST_STEPS + 1}"]


def test_an_innovation_whose_id_looks_like_a_count_is_still_an_innovation():
    assert steps.written([Drop(("12",)), Drop(12)]) == "lepas.12~_lepas.12"
    assert steps.written([Lift("16", "parameter", 3, ("semua",))]) == "naik.16.3.semua~"
