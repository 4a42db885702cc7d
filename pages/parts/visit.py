"""The tab that prepares a visit: whom to see, when and why, and the note to take along."""

import datetime
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import access, fresh_files, pick, visit_docx, visit_pdf, visit_preview, words
from pages.parts.visit_content import LEGAL_BASIS, PLANNERS, Plan, build, usual_place, usual_purpose
from pages.parts.visit_facts import Facts, facts

SEEN_FIRST, SEEN_MOST = 3, 5
OTHER = " – bukan kandidat"
LONGEST = 1000  # letters of free text; a page has room for them
NOTHING = (
    "{host} belum punya kandidat untuk {name} pada data ini: tidak ada inovasinya yang tercatat, "
    "atau semuanya sudah serupa dengan milik sendiri. Pilih tuan rumah lain di atas, atau minta "
    "daftar inovasinya kepada Bappeda/Bapperida setempat."
)


def draw(view: access.View, ranked: pd.DataFrame, headline: DeltaGenerator | None = None) -> None:
    """The whole tab.

    Args:
        ranked: rows of `candidates.rank`; near-duplicates of one's own are not offered.
        headline: where the page's headline stands; without one, on top of the tab.
    """
    rows = offered(ranked)
    headline = headline or st.container()
    left, right = st.columns([1.4, 1], gap="small")
    with left, st.container(border=True):
        st.header("Rencana kunjungan", anchor=False)
        host = chosen_host(view, rows)
        here = rows[rows["code"] == host]
        known = facts(access.ask, view.code, host, view.year)
        headline.title(visit_preview.headline(known, here), anchor=False)
        if here.empty:
            told = {"host": words.text(known.name(host)), "name": words.text(view.name)}
            st.info(NOTHING.format(**told), icon=":material/search_off:")
            return
        plan = chosen_plan(known, here)
    with right, st.container(border=True):
        st.header("Isi nota", anchor=False)
        visit_preview.preview(known, here, plan)
        take_along(view, known, here, plan)


def offered(ranked: pd.DataFrame) -> pd.DataFrame:
    """Best first, those of stronger origin before the others, without what one runs already."""
    rows = ranked[ranked["duplicate_of"].isna()] if "duplicate_of" in ranked else ranked
    return rows.sort_values("admitted", ascending=False, kind="stable")


def chosen_host(view: access.View, rows: pd.DataFrame) -> str:
    names = access.ask("regencies").set_index("code")["name"].drop(view.code).to_dict()
    best = None if rows.empty else str(rows["code"].iloc[0])
    return pick.one(
        "Tuan rumah",
        names,
        "host",
        first=best,
        help="Pilihan awal: asal kandidat terbaik.",
    )


def chosen_plan(known: Facts, here: pd.DataFrame) -> Plan:
    """Everything else the user decides; free text stays in the session, the rest in the address."""
    pair = f"{known.code}-{known.host}"
    seen = chosen_candidates(here, known.host)
    with st.grid(2, min_column_width=150, gap="small"):
        date = st.date_input(
            "Tanggal (boleh kosong)", None, key="visit_date", format="DD/MM/YYYY",
            persist_state="session",
        )  # fmt: skip
        start = st.time_input(
            "Mulai pukul", datetime.time(9), key="visit_start", persist_state="session"
        )
    with st.grid(2, min_column_width=220, gap="small"):
        office = line("Kantor yang berkunjung", PLANNERS, f"visit_office-{known.code}")
        place = line("Tempat", usual_place(known), f"visit_place-{known.host}")
    return Plan(
        date,
        start or datetime.time(9),
        place,
        office,
        area("Tujuan", usual_purpose(known), f"visit_purpose-{pair}"),
        area("Dasar hukum, satu per baris", LEGAL_BASIS, f"visit_basis-{known.code}"),
        seen,
    )


def chosen_candidates(here: pd.DataFrame, host: str) -> tuple[str, ...]:
    """At most five, by their names in the address; each host has its own choice.

    What is no candidate, since its origin is no stronger, may be seen too, but is called that.
    """
    told = here["name"].where(here["admitted"], here["name"] + OTHER)
    names = pick.distinct(told.set_axis(here["innovation_id"]))
    ids = list(names)
    picked = st.multiselect(
        "Kandidat yang dilihat",
        ids,
        default=here.loc[here["admitted"], "innovation_id"].head(SEEN_FIRST).tolist(),
        format_func=names.__getitem__,
        key=f"see-{host}",
        bind="query-params",
        placeholder="Pilih kandidat",
        help=f"Paling banyak {SEEN_MOST}; tiap kandidat mendapat satu halaman dan 30 menit.",
    )
    if len(picked) > SEEN_MOST:
        st.caption(f"Hanya {SEEN_MOST} yang pertama masuk nota.")
    return tuple(picked[:SEEN_MOST])


def line(label: str, usual: str, key: str) -> str:
    return st.text_input(label, usual, LONGEST, key, persist_state="session") or ""


def area(label: str, usual: str, key: str) -> str:
    return (
        st.text_area(
            label, usual, height="content", max_chars=LONGEST, key=key, persist_state="session"
        )
        or ""
    )


def take_along(view: access.View, known: Facts, here: pd.DataFrame, plan: Plan) -> None:
    """The two files of one content, made when asked for."""
    if not plan.candidates:
        return
    names = (known.name(known.host), view.name)
    subject = "nota-kunjungan-ke-{}-dari-{}".format(*names).lower().replace(" ", "-")
    note = partial(build, known, here, plan)
    with st.container(horizontal=True):
        for label, mime, make in (
            ("DOCX", visit_docx.MIME, lambda: visit_docx.docx(note())),
            ("PDF", visit_pdf.MIME, lambda: visit_pdf.pdf(note())),
        ):
            fresh_files.button(label, f"{subject}.{label.lower()}", mime, make)
    st.caption("DOCX untuk diubah, PDF untuk dicetak; isi keduanya sama.")
