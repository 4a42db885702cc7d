"""One candidate on a card: what it is, why look at it, how it scores, where it comes from."""

import pandas as pd
import streamlit as st

from pages.parts import access, documents, downloads, gap_tables, trace, words
from pages.parts import candidate_sentences as sentences
from pages.parts.card_actions import Around, actions
from queries.candidates import PARTS


def candidate(place: int, row: dict, around: Around) -> None:
    steady = row["innovation_id"] in around.steady
    with st.container(border=True):
        st.markdown(f"## {place}. {words.text(row['name'])}{badges(row, steady)}")
        if not words.missing(row["long_name"]):
            st.caption(words.text(row["long_name"]))
        st.markdown(words.text(row["description"]))
        st.markdown(sentences.why(row, around.view.name, around.view.dataset))
        if brings := sentences.copied(row):
            st.markdown(brings)
        parts(row)
        st.caption(facts(row))
        actions(row, around)
        gap_tables.folded(
            "Telusuri skor",
            f"trace_{row['innovation_id']}",
            trace.draw,
            row,
            around.view,
            around.weights,
        )


def badges(row: dict, steady: bool) -> str:
    digital = "" if row["digital"] is not True else " :blue-badge[digital]"
    grade = "" if words.missing(row["award_grade"]) else f" :orange-badge[{row['award_grade']}]"
    firm = " :green-badge[✓ stabil]" if steady else ""
    return f" :gray-badge[{words.text(row['origin'])}]{grade}{digital}{firm}"


def parts(row: dict) -> None:
    """The parts of the score as bars; an unknown part says so and has none."""
    with st.grid(5, min_column_width=100, gap="small"):
        for part in PARTS:
            label = words.PART[part]
            if words.missing(row[part]):
                st.caption(f"{label}  \nbelum diketahui")
            else:
                st.progress(row[part], text=f":small[{label} {words.number(row[part])}]")


def facts(row: dict) -> str:
    """Score, points, completeness, office to call, sector, year, source."""
    unknown = words.listed([words.PART[part] for part in row["unknown"].split()])
    year = words.year(row["last_year"], "belum diketahui")
    told = [
        f"**Skor {words.number(row['score'])}** · kelengkapan bukti "
        f"{words.share(row['completeness'])}"
        + (f" (belum diketahui: {unknown})" if unknown else ""),
        *filter(None, [sentences.stake(row)]),
        f"Hubungi: {contact(row)}",
        f"Urusan: {words.text(row['sector'], 'belum diketahui')}",
        f"Tema: {words.text(row['theme_labels'])}",
        f"Terakhir terlihat: {year}",
        *filter(None, [sentences.maturity(row).capitalize()]),
        f"Masuk daftar karena: {sentences.stronger(row)}",
        f"Sumber: {words.link(row['publisher'], row['url'])}",
    ]
    if row["is_reading"]:
        told.append("Sebagian (daerah, tahun, atau urusan) bacaan penyusun")
    if not words.missing(row["note"]):
        told.append(f"Catatan: {words.text(row['note'])}")
    return " · ".join(told)


def contact(row: dict) -> str:
    """The office that runs it, else the planning agency that can name it."""
    if words.missing(row["office"]):
        return f"Bappeda/Bapperida {words.text(row['origin'])} (pelaksana belum diketahui)"
    return words.text(row["office"])


def baseline(title: str, rows: pd.DataFrame, note: str = "") -> None:
    """A list that knows nothing of the asker, to hold the ranking against."""
    st.markdown(f"**{title}**")
    st.markdown("\n".join(map(baseline_line, rows.to_dict("records"))) or "Belum ada catatan.")
    if note:
        st.caption(note)


def baseline_line(row: dict) -> str:
    """ "- **SERASI** · Tanah Bumbu · 2 catatan", with award and maturity where there are any."""
    copies = f"{words.whole(row['copies'])} catatan" if row["copies"] else ""
    award = "" if words.missing(row["award"]) else words.text(row["award"])
    told = [words.text(row["origin"]), copies, award, sentences.maturity(row)]
    return f"- **{words.text(row['name'])}** · {' · '.join(filter(None, told))}"


def take_away(rows: pd.DataFrame, view: access.View, weights: str) -> None:
    """The list as filtered, with source, date and weights inside."""
    downloads.buttons(
        view,
        "kandidat",
        f"Kandidat replikasi untuk {view.full_name}",
        lambda about: documents.candidate_table(rows, view.name, about, weights),
        documents.SHORTLIST_NOTES,
        rows.empty,
    )
    st.caption(f"{words.whole(len(rows))} baris, seperti yang tersaring; bobot {weights}.")
