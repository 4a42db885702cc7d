"""What the page of gaps says: where a government lies against its peers."""

import pandas as pd

from pages.parts import origins, words
from pages.parts.indicator_sentences import benchmark, counted, own_value


def index_gap(gap: dict, name: str, peers: int) -> str:
    """Own score against the peers' median, or what is missing for it."""
    if gap["gap"] is not None:
        side = "di atas" if gap["gap"] > 0 else "di bawah" if gap["gap"] < 0 else "sama dengan"
        size = "" if gap["gap"] == 0 else f"**{words.number(abs(gap['gap']))} poin** "
        return (
            f"Skor terakhir {name} {words.number(gap['own'])}, {size}{side} median {gap['known']} "
            f"pembanding yang skornya diketahui ({words.number(gap['median'])})."
        )
    if not peers:
        return "Kesenjangan skor belum dapat dihitung: belum ada pembanding yang dipilih."
    parts = [f"Kesenjangan skor belum dapat dihitung: {missing_side(gap, name)}."]
    better = gap["peers_with_better_predicate"]
    if better is not None:
        parts.append(f"Menurut predikat, **{better} dari {peers}** pembanding lebih tinggi.")
    return " ".join(parts)


def missing_side(gap: dict, name: str) -> str:
    if gap["own"] is None and gap["median"] is not None:
        median = f"median {gap['known']} pembanding {words.number(gap['median'])}"
        return f"skor {name} belum diketahui ({median})"
    return (
        f"skor {name} belum diketahui" if gap["own"] is None else "skor pembanding belum diketahui"
    )


def behind(gaps: pd.DataFrame, everyone: pd.DataFrame, name: str) -> str:
    """How many rows lie behind, the one with most points at stake, and what is not there."""
    return f"{lagging(gaps, name)} {without_innovations(gaps, everyone, name)}".strip()


def lagging(gaps: pd.DataFrame, name: str) -> str:
    if gaps.empty:
        return f"Untuk {name} belum ada baris yang parameternya diketahui."
    if (gaps["verdict"] == "tidak dibandingkan").all():
        return "Pilih sekurangnya satu daerah pembanding untuk melihat kesenjangan."
    total, rows = row_counts(gaps), gaps[gaps["verdict"] == "di bawah"]
    if rows.empty:
        return f"{name} tidak tertinggal dari pembanding pada {total}."
    most = rows.sort_values(["headroom", "points_to_median"], ascending=False).iloc[0]
    return (
        f"{name} tertinggal dari pembanding pada **{len(rows)} dari {total}**; poin terbanyak "
        f"pada **{words.text(most['name'])}** ({words.points(most['headroom'])} indeks sampai "
        f"parameter 3, {words.number(most['points_to_median'])} sampai median pembanding)."
    )


def row_counts(gaps: pd.DataFrame) -> str:
    """ "40 baris (20 SPD, 20 SID)", "7 baris SPD yang dapat dihitung"."""
    halves = gaps["grouping"].value_counts()
    named = [f"{halves[half]} {half}" for half in ("SPD", "SID") if half in halves]
    if len(named) > 1:
        return f"{len(gaps)} baris ({', '.join(named)})"
    computed = " yang dapat dihitung" if (gaps["basis"] == "dihitung").all() else ""
    return f"{len(gaps)} baris {halves.index[0]}{computed}"


def without_innovations(gaps: pd.DataFrame, everyone: pd.DataFrame, name: str) -> str:
    """What to do where others have SID rows and this government reported no innovation."""
    if gaps.empty or "SID" in set(gaps["grouping"]) or "SID" not in set(everyone["grouping"]):
        return ""
    return (
        f"Laporan {gaps['level_year'].iloc[0]} tidak memuat inovasi, jadi baris SID {name} belum "
        "ada: pilih tahun lain, atau mulai dari kandidat di halaman Replikasi."
    )


def spine_legend(gaps: pd.DataFrame) -> str:
    """What the signs of the spine mean, with how many rows have each verdict; else what to do."""
    if gaps.empty:
        return "Kelompok ini belum punya baris yang parameternya diketahui; pilih Semua baris."
    interval = "; garis tipis: selang 95%" if (gaps["grouping"] == "SID").any() else ""
    return (
        f"{counted(gaps['verdict'])}  \nSumbu: selisih parameter terhadap median pembanding (0). "
        f"Batang terang: rentang pembanding; gelap: kuartil 1–3{interval}. Angka kanan: poin "
        "indeks sampai median dan sampai parameter 3. Klik satu baris untuk [rinciannya](#rincian)."
    )


def headline(name: str, rows: list[dict]) -> str:
    if not rows:
        return f"{name}: tidak ada kesenjangan yang dapat disebut"
    count = {1: "satu", 2: "dua", 3: "tiga"}.get(len(rows), str(len(rows)))
    return f"{name}: {count} kesenjangan terbesar"


def weaknesses(rows: list[dict], dataset: str) -> str:
    """The largest gaps as a numbered list."""
    if not rows:
        return "Pilih pembanding lain, atau lihat apa yang belum diketahui di Data & metode."
    return "\n".join(
        f"{place}. {weakness(row, dataset)}" for place, row in enumerate(rows, start=1)
    )


def basic_rule(rulesets: pd.DataFrame, sectors: pd.DataFrame, dataset: str) -> str:
    """What a missing basic service costs under the newest official rules."""
    rules = rulesets[rulesets["kind"] == "resmi"].iloc[-1]
    doubt = origins.worded(
        dataset,
        "",
        " Yang tercatat belum tentu semua yang dilaporkan.",
        " Yang tercatat di sumber terbuka belum tentu yang dilaporkan.",
    )
    return (
        f"Aturan {rules['year']}: bila kurang dari {words.whole(rules['basic_sectors_min'])} dari "
        f"{words.whole(sectors['basic'].sum())} urusan pelayanan dasar dilaporkan, skor jumlah "
        f"inovasi menjadi nol.{doubt}"
    )


def weakness(row: dict, dataset: str) -> str:
    """One of the largest gaps as a sentence."""
    name = f"**{words.text(row['name'])}**"
    if row["sort"] == "urusan":
        return (
            f"{name} (pelayanan dasar): belum ada inovasi {origins.found(dataset)}; "
            f"{row['peers_with']} pembanding punya."
        )
    if row["sort"] == "ruang":
        return (
            f"{name}: sudah setara pembanding, tetapi masih ada {words.points(row['headroom'])} "
            "indeks sampai parameter tertinggi."
        )
    return (
        f"{name}: {own_value(row)}, {benchmark(row)}. Menyamai mereka bernilai "
        f"**{words.points(row['points_to_median'])}** indeks; sampai parameter tertinggi "
        f"{words.points(row['headroom'])}."
    )


def sector_record(gaps: pd.DataFrame, name: str, dataset: str) -> str:
    """What is on record by sector, and what absence means."""
    total = gaps["innovations"].sum()
    basic = gaps[gaps["basic"]]
    covered = f"{int((basic['innovations'] > 0).sum())} dari {len(basic)} urusan pelayanan dasar"
    if origins.made_up(dataset):
        if not total:
            return f"Pada simulasi ini {name} tidak melaporkan inovasi."
        return (
            f"{name} melaporkan **{words.whole(total)} inovasi** pada simulasi, mencakup {covered}."
        )
    where = origins.worded(dataset, "", "di berkas impor atau sumber terbuka", "di sumber terbuka")
    if not total:
        return (
            f"Belum ditemukan inovasi {name} {where}. Tidak tercatat bukan berarti tidak "
            "ada; daftar inovasi dari Bappeda/Bapperida akan mengisinya."
        )
    return (
        f"{where.capitalize()} tercatat **{words.whole(total)} inovasi** {name}, mencakup "
        f"{covered}. Tidak tercatat bukan berarti tidak ada."
    )


def no_levels(coverage: pd.Series, dataset: str) -> str:
    """Why no SID row can be compared in this dataset, and how to bring levels in."""
    why = origins.worded(
        dataset, "", "belum ada dalam berkas yang diimpor", "tidak diterbitkan untuk umum"
    )
    return (
        f"Dataset ini memuat {coverage['spd_known']} dari {coverage['spd_rows']} baris SPD dan "
        f"{coverage['sid_known']} dari {coverage['sid_rows']} baris SID. Parameter SID per inovasi "
        f"{why}, jadi kesenjangan kematangan belum dapat ditampilkan. Yang dapat dilakukan: minta "
        "rekap parameter per inovasi dari admin Indeks Inovasi Daerah di Bappeda/Bapperida "
        "(unduhan dari aplikasi Kemendagri) dan impor berkasnya di Data & metode."
    )
