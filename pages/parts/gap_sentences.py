"""What the page of gaps says: where a government lies against its peers."""

import pandas as pd

from pages.parts import words


def index_gap(gap: dict, name: str, peers: int) -> str:
    """Own score against the peers' median, or what is missing for it."""
    if gap["gap"] is not None:
        side = "di atas" if gap["gap"] > 0 else "di bawah" if gap["gap"] < 0 else "sama dengan"
        size = "" if gap["gap"] == 0 else f"**{words.number(abs(gap['gap']))} poin** "
        return (
            f"Skor terakhir {name} {words.number(gap['own'])}, {size}{side} median {gap['known']} "
            f"pembanding yang skornya terbit ({words.number(gap['median'])})."
        )
    parts = [f"Kesenjangan skor belum dapat dihitung: {missing_side(gap, name)}."]
    better = gap["peers_with_better_predicate"]
    if better is not None:
        parts.append(f"Menurut predikat, **{better} dari {peers}** pembanding lebih tinggi.")
    return " ".join(parts)


def missing_side(gap: dict, name: str) -> str:
    if gap["own"] is None and gap["median"] is not None:
        median = f"median {gap['known']} pembanding {words.number(gap['median'])}"
        return f"skor {name} belum terbit ({median})"
    return f"skor {name} belum terbit" if gap["own"] is None else "skor pembanding belum terbit"


def behind(gaps: pd.DataFrame, name: str) -> str:
    """How many computed rows lie behind, and the one that costs most."""
    total, rows = len(gaps), gaps[gaps["verdict"] == "di bawah"]
    if not total:
        return f"Untuk {name} belum ada baris SPD yang dapat dihitung dari data BPS dan DJPK."
    if (gaps["verdict"] == "tidak dibandingkan").all():
        return "Pilih sekurangnya satu daerah pembanding untuk melihat kesenjangan."
    if rows.empty:
        return (
            f"{name} tidak tertinggal dari pembanding pada {total} baris SPD yang dapat dihitung."
        )
    most = rows.sort_values(["headroom", "points_to_median"], ascending=False).iloc[0]
    return (
        f"{name} tertinggal dari pembanding pada **{len(rows)} dari {total}** baris SPD yang dapat "
        f"dihitung; yang paling mahal **{most['name']}** ({words.points(most['points_to_median'])} "
        "indeks sampai median pembanding)."
    )


def headline(name: str, rows: list[dict]) -> str:
    if not rows:
        return f"{name}: tidak ada kesenjangan yang dapat disebut"
    count = {1: "satu", 2: "dua", 3: "tiga"}.get(len(rows), str(len(rows)))
    return f"{name}: {count} kesenjangan terbesar"


def weaknesses(rows: list[dict]) -> str:
    """The largest gaps as a numbered list."""
    if not rows:
        return "Pilih pembanding lain, atau lihat apa yang belum diketahui di Data & metode."
    return "\n".join(f"{place}. {weakness(row)}" for place, row in enumerate(rows, start=1))


def basic_rule(rulesets: pd.DataFrame, sectors: pd.DataFrame) -> str:
    """What a missing basic service costs under the newest official rules."""
    rules = rulesets[rulesets["kind"] == "resmi"].iloc[-1]
    return (
        f"Aturan {rules['year']}: bila kurang dari {words.whole(rules['basic_sectors_min'])} dari "
        f"{words.whole(sectors['basic'].sum())} urusan pelayanan dasar dilaporkan, skor jumlah "
        "inovasi menjadi nol. Yang tercatat di sumber terbuka belum tentu yang dilaporkan."
    )


def weakness(row: dict) -> str:
    """One of the largest gaps as a sentence."""
    if row["sort"] == "indikator":
        return (
            f"**{words.text(row['name'])}**: parameter {words.whole(row['level'])} dari "
            f"{words.whole(row['level_max'])}, median pembanding "
            f"{words.brief(row['peer_median'])}. Menyamai mereka bernilai "
            f"**{words.points(row['points_to_median'])}** indeks; sampai parameter tertinggi "
            f"{words.points(row['headroom'])}."
        )
    if row["sort"] == "urusan":
        return (
            f"**{words.text(row['name'])}** (pelayanan dasar): belum ada inovasi tercatat di "
            f"sumber terbuka; {row['peers_with']} pembanding punya."
        )
    return (
        f"**{words.text(row['name'])}**: sudah setara pembanding, tetapi masih ada "
        f"{words.points(row['headroom'])} indeks sampai parameter tertinggi."
    )


def sector_record(gaps: pd.DataFrame, name: str) -> str:
    """What open sources record by sector, and that absence is not proof."""
    if not gaps["innovations"].sum():
        return (
            f"Belum ditemukan inovasi {name} di sumber terbuka. Tidak tercatat bukan berarti tidak "
            "ada; daftar inovasi dari Bappeda/Bapperida akan mengisinya."
        )
    basic = gaps[gaps["basic"]]
    covered = int((basic["innovations"] > 0).sum())
    return (
        f"Di sumber terbuka tercatat **{words.whole(gaps['innovations'].sum())} inovasi** {name}, "
        f"mencakup {covered} dari {len(basic)} urusan pelayanan dasar. Tidak tercatat bukan "
        "berarti tidak ada."
    )


def no_levels(coverage: pd.Series) -> str:
    return (
        f"Dataset ini memuat {coverage['spd_known']} dari {coverage['spd_rows']} baris SPD dan "
        f"{coverage['sid_known']} dari {coverage['sid_rows']} baris SID. Parameter SID per inovasi "
        "tidak diterbitkan untuk umum, jadi kesenjangan kematangan belum dapat ditampilkan. Yang "
        "dapat dilakukan: minta rekap parameter per inovasi dari admin Indeks Inovasi Daerah di "
        "Bappeda/Bapperida (unduhan dari aplikasi Kemendagri) dan simpan berkasnya. Mengimpor data "
        "sendiri belum tersedia pada versi ini."
    )
