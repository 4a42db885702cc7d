"""What an import does to index, predicate and rank, and where it cannot tell."""

import pandas as pd
import streamlit as st

from data.importing import vocabulary
from pages.parts import words
from pages.parts.scrolling import table


def scores(rows: pd.DataFrame, dark: bool) -> None:
    """The index and rank of every government that the import moves, before and after."""
    st.subheader("Indeks dan peringkat", anchor=False)
    moving = rows[rows["moved"]]
    if moving.empty:
        st.markdown("Indeks, predikat, dan peringkat tidak berubah.")
        return
    told = pd.DataFrame(
        {
            "Daerah": [words.text(name) for name in moving["name"]],
            "Tahun": [words.year(year) for year in moving["year"]],
            "Indeks sebelum": figures(moving["before"], moving["basis_before"]),
            "Indeks sesudah": figures(moving["after"], moving["basis_after"]),
            "Predikat": moved(moving["predicate_before"], moving["predicate_after"]),
            "Peringkat": moved(
                [words.whole(one) for one in moving["rank_before"]],
                [words.whole(one) for one in moving["rank_after"]],
            ),
        }
    )
    table(told, "Indeks dan peringkat sebelum dan sesudah impor", "import_scores", dark)
    still = len(rows) - len(moving)
    same = f" {words.whole(still)} pasangan daerah dan tahun lain tetap." if still else ""
    st.caption(f"Peringkat di antara daerah yang indeksnya diketahui pada tahun itu.{same}")


def figures(values: pd.Series, basis: pd.Series) -> list[str]:
    return [
        words.number(value) + ("" if words.missing(told) else f" :small[{words.text(told)}]")
        for value, told in zip(values, basis, strict=True)
    ]


def moved(before: "pd.Series | list[str]", after: "pd.Series | list[str]") -> list[str]:
    """ "Inovatif" where nothing changes, "Inovatif → Sangat Inovatif" where it does."""
    told = [
        (words.text(first), words.text(last)) for first, last in zip(before, after, strict=True)
    ]
    return [last if first == last else f"{first} → {last}" for first, last in told]


def contradictions(rows: pd.DataFrame) -> None:
    if rows.empty:
        return
    st.warning(
        "Skor tercetak berbeda dari hasil rumus; keduanya disimpan, yang tercetak ditampilkan: "
        + "; ".join(
            f"{words.text(row.name)} {row.year}: tercetak {words.number(row.printed)}, dihitung "
            f"{words.number(row.computed)}"
            for row in rows.itertuples(index=False)
        )
        + ".",
        icon=":material/warning:",
    )


def lacking(rows: pd.DataFrame) -> None:
    """Why an index cannot be computed yet, governments that lack the same together."""
    if rows.empty:
        return
    names = vocabulary.load().government_names
    lines = [
        f"- {year}, {words.text(lack)}: "
        + words.listed([words.text(names.get(code, code)) for code in of_same["code"]])
        for (year, lack), of_same in rows.groupby(["year", "lacking"])
    ]
    st.info(
        "Indeks belum dapat dihitung dari laporan yang belum lengkap:\n\n" + "\n".join(lines),
        icon=":material/info:",
    )
