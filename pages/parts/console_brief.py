"""The SQL behind the figures of a briefing, folded: its screen has no room for a link at each."""

import streamlit as st

from pages.parts import console_link, desk
from pages.parts.access import View
from pages.parts.brief_asking import TOP
from pages.parts.brief_facts import Brief
from pages.parts.console_link import Asked, asked


def draw(brief: Brief, view: View) -> None:
    with st.popover("SQL", icon=":material/code:"):
        st.markdown(
            "\n".join(
                f"- {figure}: {console_link.line(questions).removeprefix('SQL: ')}"
                for figure, questions in behind(brief, view).items()
            )
        )


def behind(brief: Brief, view: View) -> dict[str, list[Asked]]:
    """The questions of each figure on the screen, by what it shows."""
    code, year, peers = brief.chosen.code, brief.chosen.year, list(brief.peers)
    board = desk.behind("board", **desk.of_today(view))
    shared = {"Peta": [asked("scores", year=year)], "Kerja sama berjalan": [board]}
    if not peers:
        return shared | {
            "Kesenjangan": [asked("province_gaps", year=year)],
            "Kandidat": [asked("province_candidates", top=TOP, sector=brief.chosen.sector)],
        }
    given = {"code": code, "peers": peers, "year": year}
    return shared | {
        "Predikat berikutnya": [asked("standing", code=code, year=year)],
        "Peringkat": [asked("peer_rank", code=code, peers=peers)],
        "Kesenjangan": [asked("indicator_gaps", **given), asked("sector_gaps", **given)],
        "Kandidat": [
            asked("candidate_pool", code=code),
            asked("needs"),
            asked("copy_gains", code=code, year=year),
        ],
    }
