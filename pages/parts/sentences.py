"""The findings, said in Indonesian; each is also the `alt` text of the chart under it."""

import pandas as pd

from pages.parts import claim_words, words


def plain(sentence: str) -> str:
    """A sentence without its Markdown, for `alt`."""
    return sentence.replace("**", "").replace("\\", "")


def own_standing(row: pd.Series, name: str, year: int | None) -> str:
    """The headline: what is known of one regency, in one year or as last known."""
    known = []
    if not words.missing(row["score"]):
        known.append(f"skor {claim_words.score_with_year(row)}")
    if not words.missing(row["predicate"]):
        known.append(f"predikat {claim_words.predicate(row)}")
    if not words.missing(row["rank"]):
        known.append(claim_words.rank(row))
    if not known:
        when = "" if year is None else f" untuk {year}"
        return f"{name}: belum ada skor, predikat, atau peringkat{when}"
    missing = "" if not words.missing(row["score"]) else "; skor belum diketahui"
    return f"{name}: {', '.join(known)}{missing}"


def province(scores: pd.DataFrame, year: int | None) -> str:
    """How many scores are known, which is highest, and that years differ."""
    known = scores.dropna(subset="score")
    when = "terakhir diketahui" if year is None else f"tahun {year}"
    if known.empty:
        return f"Untuk {when} belum ada skor; pilih tahun lain atau Terakhir diketahui."
    best = known.iloc[0]
    sentence = (
        f"Skor {when} ada untuk **{len(known)} dari {len(scores)}** daerah, tertinggi "
        f"**{words.text(best['name'])} {claim_words.score_with_year(best)}**."
    )
    years = known["score_year"].nunique()
    return sentence + (
        " Tahunnya berbeda-beda, jadi urutan ini bukan peringkat." if years > 1 else ""
    )


def unknown_count(values: pd.DataFrame) -> str:
    """ "7 dari 13 belum ada data"."""
    unknown = int(values["value"].isna().sum())
    if not unknown:
        return f"Semua {len(values)} daerah ada datanya."
    return f"**{unknown} dari {len(values)}** belum ada data (abu-abu)."


def bands(rows: pd.DataFrame, name: str) -> str:
    """In which band, and how far to the next: by the latest score and by a newer predicate."""
    if rows.empty:
        return f"Predikat {name} belum diketahui, jadi jarak berikutnya belum dapat dihitung."
    return "\n\n".join(band(row) for _, row in rows.iterrows())


def band(row: pd.Series) -> str:
    year = words.year(row["year"])
    if row["has_score"]:
        return scored_band(row, year)
    if not row["bands_known"] or words.missing(row["lower"]):
        return named_band(row, year)
    reach = f"{words.number(row['lower'])}–{words.number(row['upper'])}"
    named = f"Predikat **{row['predicate']}** ({year})"
    text = f"{named} berarti skor {reach}; skornya sendiri belum diketahui."
    if words.missing(row["next_predicate"]):
        return text
    return text + (
        f" Jarak ke **{row['next_predicate']}** antara {words.number(row['distance_least'])} dan "
        f"{words.number(row['distance_most'])} poin."
    )


def named_band(row: pd.Series, year: str) -> str:
    text = f"Predikat **{row['predicate']}** ({year}); rentang skornya tahun itu belum terbit."
    if words.missing(row["next_predicate"]):
        return text
    return text + f" {row['next_predicate']} mulai pada {words.number(row['next_lower'])}."


def printed_band(row: pd.Series) -> str:
    """The predicate printed with a score, where the bands do not already say the same."""
    if words.missing(row["printed"]) or row["printed"] == row["predicate"]:
        return ""
    if words.missing(row["predicate"]):
        return f" Predikat yang tercetak: **{row['printed']}**."
    return f" Sumber mencetak predikat **{row['printed']}**, bertentangan dengan rentang itu."


def scored_band(row: pd.Series, year: str) -> str:
    if not row["bands_known"]:
        return (
            f"Skor **{words.number(row['score'])}** ({year}); rentang predikat {year} tidak "
            f"diketahui, jadi predikat tidak dihitung.{printed_band(row)}"
        )
    if words.missing(row["predicate"]):
        return (
            f"Skor **{words.number(row['score'])}** ({year}) tidak masuk rentang yang diketahui "
            f"untuk {year}."
        )
    text = (
        f"Skor **{words.number(row['score'])}** ({year}) masuk rentang **{row['predicate']}** "
        f"(dihitung dari aturan tahun itu).{printed_band(row)}"
    )
    if words.missing(row["next_predicate"]):
        return text + " Tidak ada predikat yang lebih tinggi."
    return text + (
        f" **{words.number(row['distance'])} poin** lagi ke {row['next_predicate']}, yang mulai "
        f"pada {words.number(row['next_lower'])}."
    )


def history(rows: pd.DataFrame, name: str) -> str:
    """What the chart through the years shows."""
    scored = rows.dropna(subset="score")
    years = words.span(rows["year"].tolist())
    blank = int((rows["claims"] == 0).sum())
    gaps = f"; {blank} tahun tanpa data dibiarkan kosong" if blank else ""
    if scored.empty:
        named = rows["predicate"].notna().sum()
        return (
            f"{name} {years}: skor belum diketahui, predikat diketahui untuk {named} tahun{gaps}."
        )
    last = scored.iloc[-1]
    best = scored.loc[scored["score"].idxmax()]
    return (
        f"{name} {years}: skor diketahui untuk {len(scored)} tahun, terakhir "
        f"{words.number(last['score'])} ({last['year']}), tertinggi {words.number(best['score'])} "
        f"({best['year']}){gaps}."
    )


PREFERENCE = (
    "Aturannya, untuk tiap angka: yang diimpor pengguna sebelum yang terbit; "
    "yang tercetak sebelum yang sementara sebelum hasil hitungan, juga bila laporannya diimpor; "
    "tahun tercetak sebelum tahun bacaan penyusun; sumber bermutu lebih tinggi (A–E) lebih dulu; "
    "lalu urutan pencatatan. Jumlah inovasi yang belum akhir tidak dipakai."
)


COVERAGE_LEGEND = (
    "**S** skor, **P** predikat resmi, **R** peringkat, **J** jumlah inovasi; k hanya keterangan "
    "lain; ⚠ klaim bertentangan; · belum ada data."
)


def coverage(rows: pd.DataFrame) -> str:
    """How much of the grid has a score."""
    recent = rows[rows["year"] >= 2021]
    return (
        f"Skor diketahui untuk {int(recent['has_score'].sum())} dari {len(recent)} pasangan daerah "
        f"dan tahun sejak 2021; {int((recent['claims'] == 0).sum())} pasangan belum ada datanya "
        "sama sekali"
    )
