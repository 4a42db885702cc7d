"""Rows as a reader sees them: Indonesian headings, decimal commas, a dash for the unknown."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.parts import access, claim_words, console_link, sentences, words
from pages.parts.console_link import Asked

SHOWN = 4  # records that stand open


def source(publishers: str, note: str = "", asked: Sequence[Asked] = ()) -> None:
    """The source line under a chart or table; what it was asked with links to its SQL."""
    told = [f"Sumber: {words.escape(publishers)}", words.escape(note), console_link.line(asked)]
    st.caption(" · ".join(part for part in told if part))


def map_source(about: pd.Series) -> None:
    """Whose borders are drawn; the licence of an official map asks for it."""
    st.caption(f"Peta: {words.text(about['map_label'])}. {words.text(about['map_attribution'])}")


def show(rows: pd.DataFrame, alt: str) -> None:
    """A static table; its cells are Markdown, so data goes through `words.text` first."""
    st.table(rows, border="horizontal", hide_index=True, alt=alt)


def ranked(values: pd.DataFrame, code: str) -> pd.DataFrame:
    """All governments in the order of the layer, the chosen one in bold."""
    names = [
        f"**{words.text(row.name)}** ◄" if row.code == code else words.text(row.name)
        for row in values.itertuples(index=False)
    ]
    table = pd.DataFrame(
        {"Daerah": names, "Nilai": [words.escape(told) for told in values["told"]]}
    )
    if "also" not in values:
        return table
    return table.assign(**{"Yang juga diketahui": [words.escape(also) for also in values["also"]]})


def awards(rows: pd.DataFrame, view: access.View) -> None:
    """The awards of one government, newest first, each with its source."""
    if rows.empty:
        st.markdown(
            "Simulasi tidak memuat penghargaan."
            if view.simulated
            else f"Belum ada penghargaan IGA {view.name} yang ditemukan di sumber terbuka."
        )
        return
    st.markdown("\n".join(award(row) for row in rows.to_dict("records")))


def award(row: dict) -> str:
    state = "" if row["status"] == "menang" else f" ({row['status']})"
    source = words.link(row["publisher"], row["url"])
    return f"- **{row['year']}** {words.text(row['name'])}{state} · {source}"


def claims(rows: pd.DataFrame) -> None:
    """Every published claim of one government; the preferred one of a year is marked."""
    if rows.empty:
        st.markdown("Belum ada klaim tentang daerah ini.")
        return
    table = pd.DataFrame(
        {
            "Klaim": [claim_mark(row) for row in rows.to_dict("records")],
            "Tahun": [
                words.year(row.year, words.text(row.year_as_printed)) for row in rows.itertuples()
            ],
            "Skor": [words.number(score) for score in rows["score"]],
            "Predikat tercetak": [words.text(word) for word in rows["predicate_as_printed"]],
            "Peringkat": [claim_rank(row) for row in rows.to_dict("records")],
            "Inovasi": [words.text(count) for count in rows["innovations_as_printed"]],
            "Sumber": [words.link(row.publisher, row.url) for row in rows.itertuples()],
        }
    )
    show(table, "Semua klaim indeks, dengan sumber")
    notes(rows)
    st.caption(f"✓ klaim yang dipakai. {sentences.PREFERENCE}")


def claim_mark(row: dict) -> str:
    return f"{row['claim_id']}{' ✓' if row['used'] else ''}"


def notes(rows: pd.DataFrame) -> None:
    """What must be said of single claims, under their table: a phone has no room in it."""
    told = {row["claim_id"]: claim_note(row) for row in rows.to_dict("records")}
    st.markdown("\n".join(f"- :small[{mark}: {note}]" for mark, note in told.items() if note))


def claim_rank(row: dict) -> str:
    if words.missing(row["rank"]):
        return words.text(row["rank_as_printed"])
    return words.escape(claim_words.rank(row))


def claim_note(row: dict) -> str:
    notes: list[str] = []
    if row["status"] != "tercetak":
        notes.append(claim_words.STATUS[row["status"]])
    if row["year_basis"] == "bacaan penyusun":
        notes.append("tahun bacaan penyusun")
    if not words.missing(row["note"]):
        notes.append(str(row["note"]))
    return words.escape("; ".join(notes))


def publishers(rows: pd.DataFrame) -> str:
    """Who published the rows shown, each once."""
    names = sorted({words.publisher(name) for name in rows["publisher"].dropna()})
    return words.listed(names) if names else "belum ada"


def replications(rows: pd.DataFrame, name: str) -> None:
    """Documented visits, commitments and copies; those of one's own first."""
    if not rows["own"].any():
        st.markdown(f"Belum ada catatan yang melibatkan {name}; di bawah ini catatan daerah lain.")
    told = [replication(row) for row in rows.to_dict("records")]
    st.markdown("\n".join(told[:SHOWN]))
    if told[SHOWN:]:
        with st.expander(f"Catatan lain ({words.whole(len(told) - SHOWN)})"):
            st.markdown("\n".join(told[SHOWN:]))


def replication(row: dict) -> str:
    mark = "**" if row["own"] else ""
    note = "" if words.missing(row["note"]) else f" :small[{words.text(row['note'])}]"
    return (
        f"- {mark}{words.text(row['receiver'])} ← {words.text(row['origin'])}{mark}, "
        f"{words.text(row['year_as_printed'])}: {words.text(row['what'])} · "
        f"{words.text(row['status'])} · {words.link(row['publisher'], row['url'])}.{note}"
    )
