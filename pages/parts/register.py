"""What is known, what is missing, what is contradicted, and by whom it was published."""

import pandas as pd
import streamlit as st

from pages.parts import access, claim_words, console_link, glossary, sentences, words
from pages.parts.console_link import asked
from pages.parts.tables import claim_mark, notes, show

LETTERS = {"has_score": "S", "has_predicate": "P", "has_rank": "R", "has_count": "J"}
GRADES = {
    "A": "A resmi",
    "B": "B pemerintah",
    "C": "C aplikasi",
    "D": "D berita",
    "E": "E blog",
}


def coverage(rows: pd.DataFrame, name: str) -> None:
    """A grid of regency by year, newest first; a cell lists what is known in letters."""
    st.markdown(sentences.COVERAGE_LEGEND)
    cells = rows.assign(cell=[cell(row) for row in rows.to_dict("records")])
    grid = cells.pivot(index="name", columns="year", values="cell").reset_index()
    order = rows.drop_duplicates("code")["name"]
    grid = grid[["name", *sorted(grid.columns[1:], reverse=True)]]
    grid = grid.set_index("name").loc[order].reset_index()
    grid["name"] = [f"**{one}** ◄" if one == name else one for one in grid["name"]]
    grid.columns = ["Daerah", *(str(year) for year in grid.columns[1:])]
    show(grid, "Yang diketahui per daerah dan tahun")
    st.caption("Tahun sebelum 2021 memakai poin mentah dan tidak sebanding dengan skala 0–100.")
    console_link.draw([asked("coverage")])


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
    console_link.draw([asked("conflicts")])
    st.markdown(f"Semua klaim disimpan; yang dipakai ditandai ✓. {sentences.PREFERENCE}")
    for (name, year), claims in rows.groupby(["name", "year"], sort=False):
        st.header(f"{name} {year}", anchor=False)
        table = pd.DataFrame(
            {
                "Klaim": [claim_mark(row) for row in claims.to_dict("records")],
                "Skor": [words.number(score) for score in claims["score"]],
                "Predikat tercetak": [words.text(word) for word in claims["predicate_as_printed"]],
                "Peringkat": [words.escape(claim_words.rank(row)) for _, row in claims.iterrows()],
                "Inovasi": [words.text(count) for count in claims["innovations_as_printed"]],
                "Mutu": [quality(row.source_kind, row.grade) for row in claims.itertuples()],
                "Sumber": [words.link(row.publisher, row.url) for row in claims.itertuples()],
            }
        )
        show(table, f"Klaim yang bertentangan, {name} {year}")
        notes(claims)
        if claims["outside_band"].any():
            first = claims.iloc[0]
            st.markdown(
                f"Skor dan predikat tidak cocok: {first['used_predicate']} pada {year} berarti "
                f"{words.number(first['lower'])}–{words.number(first['upper'])}."
            )


def sources(rows: pd.DataFrame) -> None:
    """Every source with licence and date, found by any of its words."""
    typed = st.text_input(
        "Cari sumber", placeholder="penerbit, judul, atau kode", key="find", bind="query-params"
    )
    wanted = typed.strip().lower()
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
            "Sumber": [described(row) for row in found.to_dict("records")],
            "Mutu": [quality(row.kind, row.grade) for row in found.itertuples()],
            "Lisensi": [words.text(licence) for licence in found["licence"]],
            "Diakses": [words.date(day) for day in found["accessed"]],
            "Dipakai untuk": [words.text(used) for used in found["used_for"]],
        }
    )
    show(table, "Daftar sumber")
    console_link.draw([asked("sources")])


def quality(kind: str, grade: str) -> str:
    """How good a source is; of a file brought in by a user nobody has judged it."""
    return GRADES.get(grade, "diimpor, belum dinilai" if kind == "impor" else "berkas kami")


def described(row: dict) -> str:
    """Title with its link, publisher, note, and the fingerprint of a file of ours."""
    parts = [words.link(row["title"], row["url"]), words.text(row["publisher"])]
    if not words.missing(row["note"]):
        parts.append(words.text(row["note"]))
    if not words.missing(row["sha256"]):
        parts.append(f"sha256 {row['sha256'][:12]}…")
    return f"{parts[0]}  \n:small[{' · '.join(parts[1:])}]"


def rules() -> None:
    """The rulesets, bands and indicators by year, each with how well it is attested."""
    glossary.header("Aturan hitung per tahun", "ruleset", "divisor", "count_score", "prognosis")
    rulesets(access.ask("rulesets"))
    glossary.header("Rentang predikat", "predicate")
    bands(access.ask("bands"))
    glossary.header("Baris indikator", "row", "weight", "level")
    indicators(access.ask("indicators"))
    console_link.draw([asked("rulesets"), asked("bands"), asked("indicators")])


def rulesets(rows: pd.DataFrame) -> None:
    """One column a year; notes under the table."""
    lines = {
        "SPD tertinggi": [words.brief(value) for value in rows["spd_max"]],
        "Kematangan tertinggi": [words.brief(value) for value in rows["maturity_max"]],
        "Bobot jumlah": [words.number(value) for value in rows["count_weight"]],
        "Batas jumlah": [words.whole(value) for value in rows["count_cap"]],
        "Total tertinggi": [words.brief(value) for value in rows["total_max"]],
        "Pembagi terkecil": [words.whole(value) for value in rows["divisor_min"]],
        "Urusan dasar terkecil": [words.whole(value) for value in rows["basic_sectors_min"]],
        "Mutu": [words.text(grade) for grade in rows["grade"]],
    }
    years = [f"{row.year} {'' if row.kind == 'resmi' else row.kind}" for row in rows.itertuples()]
    table = pd.DataFrame(lines.values(), columns=years)
    table.insert(0, "Aturan", list(lines))
    show(table, "Aturan hitung indeks per tahun")
    st.markdown(
        "\n".join(
            f"- :small[{row.year}: {words.text(row.note)}. Sumber: {words.text(row.publisher)}.]"
            for row in rows.itertuples()
        )
    )


def bands(rows: pd.DataFrame) -> None:
    table = {
        "Tahun": [words.year(year) for year in rows["year"]],
        "Predikat": [words.text(name) for name in rows["predicate"]],
        "Skor": [
            f"{words.number(row.lower)}–{words.number(row.upper)}" for row in rows.itertuples()
        ],
        "Mutu": [words.text(grade) for grade in rows["grade"]],
        "Catatan": [words.text(note) for note in rows["note"]],
    }
    show(pd.DataFrame(table), "Rentang skor tiap predikat per tahun")
    st.caption(f"Mutu: {', '.join(GRADES.values())}.")


def indicators(rows: pd.DataFrame) -> None:
    table = {
        "No.": [words.text(number) for number in rows["number"]],
        "Indikator": [words.text(name) for name in rows["name"]],
        "Kelompok": rows["grouping"],
        "Bobot": [words.brief(weight) for weight in rows["weight"]],
        **{
            f"Parameter {level}": [words.text(told) for told in rows[f"level{level}"]]
            for level in (1, 2, 3)
        },
    }
    show(pd.DataFrame(table), "Indikator, bobot, dan parameter")
