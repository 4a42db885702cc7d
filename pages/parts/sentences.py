"""The findings, said in Indonesian. Each sentence is also the `alt` text of the chart it stands over."""

import pandas as pd

from pages.parts import words


def plain(sentence: str) -> str:
    """A sentence without its Markdown, for `alt`."""
    return sentence.replace("**", "").replace("\\", "")


def own_standing(row: pd.Series, name: str) -> str:
    """The headline: what is known of one regency."""
    known = []
    if not words.missing(row["score"]):
        known.append(f"skor {words.score_with_year(row)}")
    if not words.missing(row["predicate"]):
        known.append(f"predikat {words.predicate(row)}")
    if not words.missing(row["rank"]):
        known.append(words.rank(row))
    if not known:
        return f"{name}: belum ada skor, predikat, atau peringkat yang terbit"
    missing = "" if not words.missing(row["score"]) else "; skor belum terbit"
    return f"{name}: {', '.join(known)}{missing}"


def province(scores: pd.DataFrame, year: int | None) -> str:
    """How many scores are known, which is highest, and that years differ."""
    known = scores.dropna(subset="score")
    when = "terakhir diketahui" if year is None else f"tahun {year}"
    if known.empty:
        return f"Untuk {when} belum ada skor terbit dari 13 daerah; pilih tahun lain atau Terakhir diketahui."
    best = known.iloc[0]
    sentence = (
        f"Skor {when} terbit untuk **{len(known)} dari {len(scores)}** daerah, "
        f"tertinggi **{words.text(best['name'])} {words.score_with_year(best)}**."
    )
    years = known["score_year"].nunique()
    return sentence + (" Tahunnya berbeda-beda, jadi urutan ini bukan peringkat." if years > 1 else "")


def unknown_count(values: pd.DataFrame) -> str:
    """"7 dari 13 belum ada data"."""
    unknown = int(values["value"].isna().sum())
    if not unknown:
        return f"Semua {len(values)} daerah ada datanya."
    return f"**{unknown} dari {len(values)}** belum ada data (abu-abu)."


def bands(rows: pd.DataFrame, name: str) -> str:
    """In which band, and how far to the next: by the latest score and by a newer predicate."""
    if rows.empty:
        return f"Predikat {name} belum diketahui, jadi jarak ke predikat berikutnya belum dapat dihitung."
    return "\n\n".join(band(row) for _, row in rows.iterrows())


def band(row: pd.Series) -> str:
    year = words.year(row["year"])
    if row["has_score"]:
        return scored_band(row, year)
    if not row["bands_known"] or words.missing(row["lower"]):
        return named_band(row, year)
    reach = f"{words.number(row['lower'])}–{words.number(row['upper'])}"
    text = f"Predikat **{row['predicate']}** ({year}) berarti skor {reach}; skornya sendiri belum terbit."
    if words.missing(row["next_predicate"]):
        return text
    return text + (
        f" Jarak ke **{row['next_predicate']}** antara {words.number(row['distance_least'])} dan "
        f"{words.number(row['distance_most'])} poin."
    )


def named_band(row: pd.Series, year: str) -> str:
    text = f"Predikat **{row['predicate']}** ({year}); rentang skor predikat itu pada {year} belum terbit."
    if words.missing(row["next_predicate"]):
        return text
    return text + f" {row['next_predicate']} mulai pada {words.number(row['next_lower'])}."


def scored_band(row: pd.Series, year: str) -> str:
    if not row["bands_known"]:
        return (
            f"Skor **{words.number(row['score'])}** ({year}); rentang predikat {year} tidak "
            "diketahui, jadi predikat tidak dihitung."
        )
    if words.missing(row["predicate"]):
        return (
            f"Skor **{words.number(row['score'])}** ({year}) tidak masuk rentang yang diketahui "
            f"untuk {year}."
        )
    text = (
        f"Skor **{words.number(row['score'])}** ({year}) masuk rentang **{row['predicate']}** "
        "(dihitung dari aturan tahun itu)."
    )
    if words.missing(row["next_predicate"]):
        return text + " Tidak ada predikat yang lebih tinggi."
    return text + (
        f" **{words.number(row['distance'])} poin** lagi ke {row['next_predicate']}, "
        f"yang mulai pada {words.number(row['next_lower'])}."
    )


def history(rows: pd.DataFrame, name: str) -> str:
    """What the chart through the years shows."""
    scored = rows.dropna(subset="score")
    years = words.ceiling_years(rows["year"].tolist())
    blank = len(rows) - len(rows.dropna(how="all", subset=["score", "predicate", "rank"]))
    gaps = f"; {blank} tahun tanpa data dibiarkan kosong" if blank else ""
    if scored.empty:
        named = rows["predicate"].notna().sum()
        return f"{name} {years}: belum ada skor terbit, predikat diketahui untuk {named} tahun{gaps}."
    last = scored.iloc[-1]
    best = scored.loc[scored["score"].idxmax()]
    return (
        f"{name} {years}: skor diketahui untuk {len(scored)} tahun, terakhir "
        f"{words.number(last['score'])} ({last['year']}), tertinggi {words.number(best['score'])} "
        f"({best['year']}){gaps}."
    )


def index_gap(gap: dict, name: str, peers: int) -> str:
    """Own score against the peers' median, or what is missing for it."""
    if gap["gap"] is not None:
        side = "di atas" if gap["gap"] > 0 else "di bawah" if gap["gap"] < 0 else "sama dengan"
        size = "" if gap["gap"] == 0 else f"**{words.number(abs(gap['gap']))} poin** "
        return (
            f"Skor terakhir {name} {words.number(gap['own'])}, {size}{side} median "
            f"{gap['known']} pembanding yang skornya terbit ({words.number(gap['median'])})."
        )
    parts = [f"Kesenjangan skor belum dapat dihitung: {missing_side(gap, name)}."]
    better = gap["peers_with_better_predicate"]
    if better is not None:
        parts.append(f"Menurut predikat, **{better} dari {peers}** pembanding lebih tinggi.")
    return " ".join(parts)


def missing_side(gap: dict, name: str) -> str:
    if gap["own"] is None and gap["median"] is not None:
        return (
            f"skor {name} belum terbit (median {gap['known']} pembanding {words.number(gap['median'])})"
        )
    return f"skor {name} belum terbit" if gap["own"] is None else "skor pembanding belum terbit"


def behind(gaps: pd.DataFrame, name: str) -> str:
    """How many computed rows lie behind, and the one that costs most."""
    total, rows = len(gaps), gaps[gaps["verdict"] == "di bawah"]
    if not total:
        return f"Untuk {name} belum ada baris SPD yang dapat dihitung dari data BPS dan DJPK."
    if (gaps["verdict"] == "tidak dibandingkan").all():
        return "Pilih sekurangnya satu daerah pembanding untuk melihat kesenjangan."
    if rows.empty:
        return f"{name} tidak tertinggal dari pembanding pada {total} baris SPD yang dapat dihitung."
    most = rows.sort_values(["headroom", "points_to_median"], ascending=False).iloc[0]
    return (
        f"{name} tertinggal dari pembanding pada **{len(rows)} dari {total}** baris SPD yang dapat "
        f"dihitung; yang paling mahal **{most['name']}** "
        f"({words.points(most['points_to_median'])} indeks sampai median pembanding)."
    )


def weakness(row: dict) -> str:
    """One of the largest gaps as a sentence."""
    if row["sort"] == "indikator":
        return (
            f"**{words.text(row['name'])}**: parameter {words.whole(row['level'])} dari "
            f"{words.whole(row['level_max'])}, median pembanding {words.brief(row['peer_median'])}. "
            f"Menyamai mereka bernilai **{words.points(row['points_to_median'])}** indeks; "
            f"sampai parameter tertinggi {words.points(row['headroom'])}."
        )
    if row["sort"] == "urusan":
        return (
            f"**{words.text(row['name'])}** (pelayanan dasar): belum ada inovasi tercatat di sumber "
            f"terbuka; {row['peers_with']} pembanding punya. Kurang dari 5 urusan dasar "
            "yang dilaporkan membuat skor jumlah nol."
        )
    return (
        f"**{words.text(row['name'])}**: sudah setara pembanding, tetapi masih ada "
        f"{words.points(row['headroom'])} indeks sampai parameter tertinggi."
    )


def sector_record(gaps: pd.DataFrame, name: str) -> str:
    """What open sources record by sector, and that absence is not proof."""
    basic = gaps[gaps["basic"]]
    covered = int((basic["innovations"] > 0).sum())
    return (
        f"Di sumber terbuka tercatat **{words.whole(gaps['innovations'].sum())} inovasi** {name}, "
        f"mencakup {covered} dari {len(basic)} urusan pelayanan dasar. Tidak tercatat bukan berarti "
        "tidak ada."
    )


def no_levels(coverage: pd.Series) -> str:
    return (
        f"Dataset ini memuat {coverage['spd_known']} dari {coverage['spd_rows']} baris SPD dan "
        f"{coverage['sid_known']} dari {coverage['sid_rows']} baris SID. Parameter SID per inovasi "
        "tidak diterbitkan untuk umum, jadi kesenjangan kematangan belum dapat ditampilkan. "
        "Yang dapat dilakukan: minta rekap parameter per inovasi dari admin Indeks Inovasi Daerah "
        "di Bappeda/Bapperida (unduhan dari aplikasi Kemendagri) dan simpan untuk diimpor."
    )


def why(row: pd.Series, name: str) -> str:
    """Why this candidate, in one sentence built from the known parts."""
    parts = [need(row, name), proof(row), fit(row)]
    return " ".join(part for part in parts if part)


def need(row: pd.Series, name: str) -> str:
    reason = ""
    if not words.missing(row["need_indicator"]):
        reason = (
            f" Bisa membantu {row['need_name']} ({words.points(row['need_points'])} indeks "
            f"dipertaruhkan): {row['need_reason']}."
        )
    if words.missing(row["sector"]):
        return f"Urusannya belum diketahui.{reason}"
    count = int(row["own_in_sector"])
    have = f"baru {count} inovasi tercatat" if count else "belum ada inovasi tercatat"
    return f"{name} {have} di urusan {words.text(row['sector'])}.{reason}"


def proof(row: pd.Series) -> str:
    return {
        "copied": f"Sudah ditiru atau disepakati ditiru ({words.whole(row['copies'])} catatan).",
        "national": f"Diakui nasional: {words.text(row['award'])}.",
        "local": f"Diakui setempat: {words.text(row['award'])}.",
        "reported": "Belum ada penghargaan yang tercatat.",
    }[row["proof_kind"]]


def fit(row: pd.Series) -> str:
    return f"{words.text(row['origin'])} mirip {words.whole(row['similarity'])}/100 secara struktur."


def stronger(row: pd.Series) -> str:
    """Why the origin is admitted."""
    if words.missing(row["stronger_by"]):
        national = row["award_grade"] == "nasional"
        return "penghargaan nasional" if national else "asal tidak lebih tinggi menurut data terbit"
    return {
        "skor": "skor asal lebih tinggi",
        "predikat": "predikat asal lebih tinggi",
        "kekuatan sendiri belum diketahui": "skor sendiri belum diketahui, asal berpredikat "
        "Inovatif atau lebih tinggi",
    }[row["stronger_by"]]


NO_MATURITY = (
    "Urutan menurut kematangan belum dapat dibuat: nilai SID per inovasi tidak terbit. "
    "Penggantinya penghargaan tertinggi, lalu yang terakhir terlihat."
)


def shortlist(rows: pd.DataFrame, name: str, sector: str | None) -> str:
    """The headline of the candidates page."""
    where = f" di urusan {sector}" if sector else ""
    if rows.empty:
        return f"{name}: belum ada kandidat replikasi{where} yang tersaring"
    first = rows.iloc[0]
    return (
        f"{name}: {words.whole(len(rows))} kandidat replikasi{where}, "
        f"teratas {first['name']} dari {first['origin']}"
    )


def shortlist_rule(name: str) -> str:
    return (
        "Kandidat, bukan rekomendasi. Skor adalah rata-rata ukur bagian yang diketahui (0–1): "
        f"**Perlu** (kekurangan {name} terhadap empat daerah termirip), **Bukti**, **Cocok**, "
        "**Mudah**, **Masih berjalan**; yang belum diketahui tidak dihitung dan disebut."
    )


def nothing_to_copy(rows: pd.DataFrame, sector: str | None) -> str:
    """What to do when no candidate passes the filters."""
    admitted = int(rows["admitted"].sum())
    where = f"urusan **{sector}** dan saringan ini" if sector else "saringan ini"
    return (
        f"Tidak ada kandidat yang cocok dengan {where}; tanpa saringan ada "
        f"{words.whole(admitted)}. Longgarkan saringan, pilih Semua urusan, atau ubah Asal kandidat "
        "menjadi Semua daerah lain."
    )


PREFERENCE = (
    "Aturannya, untuk tiap angka: yang tercetak sebelum yang sementara sebelum hasil hitungan; tahun "
    "tercetak sebelum tahun bacaan penyusun; sumber bermutu lebih tinggi (A–E) lebih dulu; lalu urutan "
    "pencatatan. Jumlah inovasi yang belum akhir tidak dipakai."
)
COVERAGE_LEGEND = (
    "**S** skor, **P** predikat resmi, **R** peringkat, **J** jumlah inovasi; k hanya keterangan lain; "
    "⚠ klaim bertentangan; · belum ada data."
)


def coverage(rows: pd.DataFrame) -> str:
    """How much of the grid has a score."""
    recent = rows[rows["year"] >= 2021]
    return (
        f"Skor terbit untuk {int(recent['has_score'].sum())} dari {len(recent)} pasangan daerah dan tahun "
        f"sejak 2021; {int((recent['claims'] == 0).sum())} pasangan belum ada datanya sama sekali"
    )
