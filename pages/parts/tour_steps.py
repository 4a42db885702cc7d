"""The steps of the tour, from score to cooperation: each one finding of the regency in view."""

from collections.abc import Callable
from dataclasses import dataclass

from data import shelf
from data.errors import DataError
from pages.parts import access, desk, gap_sentences, sentences, shortlist, words
from pages.parts import candidate_sentences as candidates
from queries import peers, verdicts

SIMULATION = shelf.LABELS["simulasi"]


@dataclass(frozen=True)
class Step:
    """A page, what it answers, and how its finding is said for a view, as Markdown."""

    page: str
    title: str
    asks: str
    finding: Callable[[access.View], str]


def score(view: access.View) -> str:
    scores = access.ask("scores", year=view.year).set_index("code")
    return f"**{words.text(sentences.own_standing(scores.loc[view.code], view.name, view.year))}**."


def gap(view: access.View) -> str:
    """The gap that costs most, against the peers one has without choosing."""
    near = peers.usual(access.ask("peer_distances", code=view.code))
    given = {"code": view.code, "peers": near, "year": view.year}
    gaps = access.judged("indicator_gaps", **given)
    sectors = verdicts.sectors(access.ask("sector_gaps", **given))
    found = verdicts.costliest(gaps, sectors, 1)
    if not found:
        return f"{words.text(view.name)}: tidak ada kesenjangan yang dapat disebut."
    return f"Terbesar: {gap_sentences.weakness(found[0], view.dataset)}"


def first(view: access.View) -> dict | None:
    """The best candidate, as the page lists it without a sector."""
    ranked = shortlist.ranked(view)
    fresh = ranked[ranked["admitted"] & ranked["duplicate_of"].isna()]
    return None if fresh.empty else fresh.iloc[0].to_dict()


def candidate(view: access.View) -> str:
    row = first(view)
    if row is None:
        return f"Belum ada kandidat untuk {words.text(view.name)} dari daerah yang lebih kuat."
    return (
        f"Teratas: **{words.text(row['name'])}** dari **{words.text(row['origin'])}**, skor "
        f"{words.number(row['score'])}. {candidates.proof(row)}"
    )


def points(view: access.View) -> str:
    row = first(view)
    brings = "" if row is None else candidates.copied(row)
    if row is None or not brings:
        return (
            f"Untuk {words.text(view.name)} poinnya **belum dapat dihitung**: parameter tiap "
            f"inovasi tidak ada dalam data ini. Coba dengan data {SIMULATION}."
        )
    return f"**{words.text(row['name'])}** {brings[0].lower()}{brings[1:]}"


def cooperation(view: access.View) -> str:
    """How many records of the book are this regency's, and how many are late."""
    name = words.text(view.name)
    try:
        rows = desk.board(view)
    except DataError:
        return "Buku replikasi belum dapat dibaca; halamannya menjelaskan sebabnya."
    own = rows[rows["receiver_code"].eq(view.code) | rows["giver_code"].eq(view.code)]
    if own.empty:
        return f"**Belum ada kerja sama {name} yang dicatat.** Mulai dari tombol pada kandidat."
    late = words.whole((own["late_days"] > 0).sum())
    return f"**{words.whole(len(own))} kerja sama {name} dicatat**, {late} di antaranya terlambat."


def summary(view: access.View) -> str:
    about = access.ask("about").iloc[0]
    return (
        f"Semua angka **{words.text(view.name)}** pada satu layar dan sebagai PDF atau salindia, "
        f"dari **{words.whole(about['sources'])} sumber** yang tercatat di Data & metode."
    )


STEPS = (
    Step("overview.py", "Ringkasan", "Di mana posisi kita?", score),
    Step("gaps.py", "Kesenjangan", "Di mana kita tertinggal?", gap),
    Step("candidates.py", "Replikasi", "Inovasi siapa yang layak ditiru?", candidate),
    Step("scenario.py", "Bagaimana jika", "Berapa poin yang dibawanya?", points),
    Step("ledger.py", "Buku replikasi", "Sampai di mana kerja samanya?", cooperation),
    Step("briefing.py", "Taklimat", "Apa yang dibawa ke pimpinan?", summary),
)
