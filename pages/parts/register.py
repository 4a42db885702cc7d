"""What is known, what is missing, what is contradicted, and by whom it was published."""

import pandas as pd
import streamlit as st

from pages.parts import sentences, shell, words
from pages.parts.tables import show

LETTERS = {"has_score": "S", "has_predicate": "P", "has_rank": "R", "has_count": "J"}
GRADES = {
    "A": "A resmi",
    "B": "B pemerintah",
    "C": "C aplikasi",
    "D": "D berita",
    "E": "E blog",
}


def coverage(rows: pd.DataFrame, name: str) -> None:
    """A grid of regency by year; a cell lists what is known in letters."""
    cells = rows.assign(cell=[cell(row) for row in rows.to_dict("records")])
    grid = cells.pivot(index="name", columns="year", values="cell").reset_index()
    order = rows.drop_duplicates("code")["name"]
    grid = grid.set_index("name").loc[order].reset_index()
    grid["name"] = [f"**{one}** ◄" if one == name else one for one in grid["name"]]
    grid.columns = ["Daerah", *(str(year) for year in grid.columns[1:])]
    show(grid, "Yang diketahui per daerah dan tahun")
    st.caption("Tahun sebelum 2021 memakai poin mentah dan tidak sebanding dengan skala 0–100.")


def cell(row: dict) -> str:
    letters = "".join(letter for column, letter in LETTERS.items() if row[column])
    if not row["claims"]:
        return "·"
    return (f"**{letters}**" if letters else "k") + (" ⚠" if row["in_conflict"] else "")


def conflicts(rows: pd.DataFrame) -> None:
    """Every regency and year with claims that contradict, side by side, the preferred one first."""
    if rows.empty:
        st.markdown("Tidak ada klaim yang saling bertentangan.")
        return
    st.markdown(f"Semua klaim disimpan; yang dipakai ditandai ✓. {sentences.PREFERENCE}")
    for (name, year), claims in rows.groupby(["name", "year"], sort=False):
        st.header(f"{name} {year}", anchor=False)
        table = pd.DataFrame(
            {
                "Klaim": [
                    f"{row.claim_id}{' ✓' if row.used else ''}" for row in claims.itertuples()
                ],
                "Skor": [words.number(score) for score in claims["score"]],
                "Predikat tercetak": [words.text(word) for word in claims["predicate_as_printed"]],
                "Peringkat": [words.escape(words.rank(row)) for _, row in claims.iterrows()],
                "Inovasi": [words.text(count) for count in claims["innovations_as_printed"]],
                "Mutu": [GRADES[grade] for grade in claims["grade"]],
                "Sumber": [words.link(row.publisher, row.url) for row in claims.itertuples()],
                "Catatan": [words.text(note) for note in claims["note"]],
            }
        )
        show(table, f"Klaim yang bertentangan, {name} {year}")
        if claims["outside_band"].any():
            first = claims.iloc[0]
            st.markdown(
                f"Skor dan predikat tidak cocok: {first['used_predicate']} pada {year} berarti "
                f"{words.number(first['lower'])}–{words.number(first['upper'])}."
            )


def sources(rows: pd.DataFrame) -> None:
    """Every source with licence and date, found by any of its words."""
    asked = st.text_input("Cari sumber", placeholder="penerbit, judul, atau kode", key="find")
    wanted = asked.strip().lower()
    text = rows.fillna("").astype(str).agg(" ".join, axis=1).str.lower()
    found = rows[text.str.contains(wanted, regex=False)] if wanted else rows
    st.caption(f"{words.whole(len(found))} dari {words.whole(len(rows))} sumber.")
    if found.empty:
        st.markdown(
            "Tidak ada sumber dengan kata itu. Coba nama penerbit atau kosongkan pencarian."
        )
        return
    table = pd.DataFrame(
        {
            "Kode": [words.text(code) for code in found["source_id"]],
            "Penerbit": [words.text(name) for name in found["publisher"]],
            "Judul": [title(row) for row in found.to_dict("records")],
            "Mutu": [GRADES.get(grade, "berkas kami") for grade in found["grade"]],
            "Lisensi": [words.text(licence) for licence in found["licence"]],
            "Diakses": [words.date(day) for day in found["accessed"]],
            "Dipakai untuk": [words.text(used) for used in found["used_for"]],
            "Catatan": [words.text(note) for note in found["note"]],
        }
    )
    show(table, "Daftar sumber")


def title(row: dict) -> str:
    mark = "" if words.missing(row["sha256"]) else f" :small[sha256 {row['sha256'][:12]}…]"
    return words.link(row["title"], row["url"]) + mark


def rules() -> None:
    """The rulesets, bands and indicators by year, each with how well it is attested."""
    st.header("Aturan hitung per tahun", anchor=False)
    rulesets = shell.ask("rulesets")
    show(
        pd.DataFrame(
            {
                "Aturan": [f"{row.year} ({row.kind})" for row in rulesets.itertuples()],
                "SPD tertinggi": [words.brief(value) for value in rulesets["spd_max"]],
                "Kematangan tertinggi": [words.brief(value) for value in rulesets["maturity_max"]],
                "Bobot jumlah": [words.number(value) for value in rulesets["count_weight"]],
                "Batas jumlah": [words.whole(value) for value in rulesets["count_cap"]],
                "Pembagi terkecil": [words.whole(value) for value in rulesets["divisor_min"]],
                "Urusan dasar terkecil": [
                    words.whole(value) for value in rulesets["basic_sectors_min"]
                ],
                "Mutu": [words.text(grade) for grade in rulesets["grade"]],
                "Catatan": [words.text(note) for note in rulesets["note"]],
                "Sumber": [words.text(name) for name in rulesets["publisher"]],
            }
        ),
        "Aturan hitung indeks per tahun",
    )
    st.header("Rentang predikat", anchor=False)
    bands = shell.ask("bands")
    show(
        pd.DataFrame(
            {
                "Tahun": [words.year(year) for year in bands["year"]],
                "Predikat": [words.text(name) for name in bands["predicate"]],
                "Skor": [
                    f"{words.number(row.lower)}–{words.number(row.upper)}"
                    for row in bands.itertuples()
                ],
                "Mutu": [words.text(grade) for grade in bands["grade"]],
                "Catatan": [words.text(note) for note in bands["note"]],
            }
        ),
        "Rentang skor tiap predikat per tahun",
    )
    st.caption("Mutu: A resmi, B transkripsi pemerintah, C aplikasi, D berita, E blog.")
    st.header("Baris indikator 2026", anchor=False)
    indicators = shell.ask("indicators")
    show(
        pd.DataFrame(
            {
                "No.": [words.text(number) for number in indicators["number"]],
                "Kelompok": indicators["grouping"],
                "Indikator": [words.text(name) for name in indicators["name"]],
                "Bobot": [words.brief(weight) for weight in indicators["weight"]],
                "Parameter 1": [words.text(level) for level in indicators["level1"]],
                "Parameter 2": [words.text(level) for level in indicators["level2"]],
                "Parameter 3": [words.text(level) for level in indicators["level3"]],
            }
        ),
        "Indikator, bobot, dan parameter aturan 2026",
    )
