"""What a visit note will hold, in a few lines on screen."""

import pandas as pd
import streamlit as st

from pages.parts import words
from pages.parts.visit_content import Plan, day
from pages.parts.visit_facts import Facts
from pages.parts.visit_programme import times
from pages.parts.visit_questions import questions


def headline(facts: Facts, here: pd.DataFrame) -> str:
    """ "Tanah Bumbu: kunjungan ke Tabalong, 12 kandidat dan 3 inovasi lain"."""
    own, host = facts.name(facts.code), facts.name(facts.host)
    admitted = int(here["admitted"].sum())
    candidates = f"{words.whole(admitted)} kandidat" if admitted else "belum ada kandidat"
    others = len(here) - admitted
    count = candidates + (f" dan {words.whole(others)} inovasi lain" if others else "")
    return f"{own}: kunjungan ke {host}, {count}"


def preview(facts: Facts, here: pd.DataFrame, plan: Plan) -> None:
    """From whom to whom, when, our gaps, the candidates with their questions."""
    visitor, host = (words.text(facts.titled(code)) for code in facts.both)
    hours = words.escape(times(plan.start, len(plan.candidates)))
    st.markdown(
        f"**{visitor} → {host}**  \n{words.escape(day(plan.date)) or 'Tanggal diisi tangan'}, "
        f"pukul {hours}. {before(facts)}"
    )
    if not plan.candidates:
        st.markdown("Pilih sekurangnya satu kandidat supaya nota dapat dibuat.")
        return
    st.markdown("\n".join(["**Kesenjangan yang dibawa**", "", *gaps(facts)]))
    st.markdown("\n".join(["**Kandidat dan pertanyaannya**", "", *seen(here, plan)]))
    st.markdown(
        "Juga: tujuan dan dasar hukum, profil kedua daerah, susunan acara, satu lembar isian "
        "tangan, dan sumber."
    )


def before(facts: Facts) -> str:
    """What is on record between the two already."""
    known = len(facts.replications)
    if not known:
        return "Belum ada kunjungan tercatat antara keduanya."
    return f"{words.whole(known)} catatan antara keduanya ikut dimuat."


def gaps(facts: Facts) -> list[str]:
    named = [f"- {words.text(row['name'])}{basic(row)}" for row in facts.weaknesses]
    return named or ["- tidak ada yang dapat disebut"]


def basic(row: dict) -> str:
    return " (pelayanan dasar)" if row["sort"] == "urusan" else ""


def seen(here: pd.DataFrame, plan: Plan) -> list[str]:
    """Each candidate with how much there is to ask, and what beyond the standing questions."""
    rows = here.set_index("innovation_id").loc[list(plan.candidates)]
    return [
        f"- {words.text(row['name'])}: {len(questions(row))} pertanyaan"
        for row in rows.to_dict("records")
    ]
