"""Rows as a reader sees them: Indonesian headings, decimal commas, a dash for the unknown."""

import pandas as pd
import streamlit as st

from pages.parts import words


def source(publishers: str, note: str = "") -> None:
    """The source line under a chart or table."""
    st.caption(f"Sumber: {words.escape(publishers)}" + (f" · {words.escape(note)}" if note else ""))


def show(rows: pd.DataFrame, alt: str) -> None:
    """A static table; its cells are Markdown, so data goes through `words.text` first."""
    st.table(rows, border="horizontal", hide_index=True, alt=alt)


def ranked(values: pd.DataFrame, code: str) -> pd.DataFrame:
    """All governments in the order of the layer, the chosen one in bold, with what else is known."""
    names = [
        f"**{words.text(row.name)}** ◄" if row.code == code else words.text(row.name)
        for row in values.itertuples(index=False)
    ]
    table = pd.DataFrame({"Daerah": names, "Nilai": [words.escape(told) for told in values["told"]]})
    if "predicate" not in values:
        return table
    return table.assign(**{"Yang juga diketahui": [also_known(row) for _, row in values.iterrows()]})


def also_known(row: pd.Series) -> str:
    """Predicate, rank and award where known."""
    known = [words.predicate(row), words.rank(row), words.text(row["award"]).replace("\\", "")]
    told = [words.escape(one) for one in known if one != words.DASH]
    return " · ".join(told) or words.UNKNOWN


def awards(rows: pd.DataFrame, name: str) -> None:
    if rows.empty:
        st.markdown(f"Belum ada penghargaan IGA {name} yang ditemukan di sumber terbuka.")
    for row in rows.to_dict("records"):
        state = "" if row["status"] == "menang" else f" ({row['status']})"
        st.markdown(
            f"- **{row['year']}** {words.text(row['name'])}{state} · "
            f"{words.link(row['publisher'], row['url'])}"
        )


def claims(rows: pd.DataFrame) -> None:
    """Every published claim of one government; the preferred one of a year is marked."""
    if rows.empty:
        st.markdown("Belum ada klaim tentang daerah ini di sumber terbuka.")
        return
    table = pd.DataFrame(
        {
            "Tahun": [claim_year(row) for row in rows.to_dict("records")],
            "Skor": [words.number(score) for score in rows["score"]],
            "Predikat tercetak": [words.text(word) for word in rows["predicate_as_printed"]],
            "Peringkat": [claim_rank(row) for row in rows.to_dict("records")],
            "Inovasi": [words.text(count) for count in rows["innovations_as_printed"]],
            "Sumber": [words.link(row.publisher, row.url) for row in rows.itertuples()],
            "Catatan": [claim_note(row) for row in rows.to_dict("records")],
        }
    )
    show(table, "Semua klaim indeks yang terbit, dengan sumber")
    st.caption(
        "✓ klaim yang dipakai. Aturannya: angka tercetak sebelum angka sementara sebelum hasil hitungan; "
        "tahun tercetak sebelum tahun bacaan penyusun; sumber bermutu lebih tinggi (A–E) lebih dulu; "
        "lalu urutan pencatatan."
    )


def claim_year(row: dict) -> str:
    year = words.year(row["year"], words.text(row["year_as_printed"]))
    mark = " ✓" if row["preference"] == 1 and not words.missing(row["year"]) else ""
    return year + mark


def claim_rank(row: dict) -> str:
    if words.missing(row["rank"]):
        return words.text(row["rank_as_printed"])
    return words.escape(words.rank(row))


def claim_note(row: dict) -> str:
    notes = []
    if row["status"] != "tercetak":
        notes.append(words.STATUS[row["status"]])
    if row["year_basis"] == "bacaan penyusun":
        notes.append("tahun bacaan penyusun")
    if not words.missing(row["note"]):
        notes.append(str(row["note"]))
    return words.escape("; ".join(notes)) or words.DASH
