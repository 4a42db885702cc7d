"""How a candidate's score came about: part, value, weight, the figure behind it, its source."""

import pandas as pd

from pages.parts import access, origins, tables, words
from pages.parts import candidate_sentences as sentences
from queries.candidates import PARTS

OWN_RULE = "ketentuan rancangan kami (Data & metode)"
UNKNOWN = "belum diketahui; tidak dihitung"
STRUCTURE = "BPS, DJPK"


def draw(row: dict, view: access.View, weights: dict[str, float]) -> None:
    """The table and, under it, the sum of it all."""
    tables.show(table(row, view, weights), "Telusur skor: bagian, nilai, bobot, angka, sumber")
    tables.source(STRUCTURE + ", " + words.publisher(row["publisher"]), OWN_RULE)


def table(row: dict, view: access.View, weights: dict[str, float]) -> pd.DataFrame:
    """One line a part and one for the score; cells are Markdown."""
    known = grounds(row, view)
    lines = []
    for part in PARTS:
        unknown = words.missing(row[part])
        figure, source = (UNKNOWN, words.DASH) if unknown else known[part]
        lines.append(
            {
                "Bagian": words.PART[part],
                "Nilai": words.number(row[part]),
                "Bobot": words.DASH if unknown else words.brief(weights[part]),
                "Angka": figure,
                "Sumber": source,
            }
        )
    return pd.DataFrame([*lines, total(row, weights)])


def grounds(row: dict, view: access.View) -> dict[str, tuple[str, str]]:
    """The figure behind each part, and where it comes from."""
    source = words.link(words.publisher(row["publisher"]), row["url"])
    return {
        "need": (need(row, view), words.text(need_origin(row, view))),
        "proof": (sentences.proof(row), source),
        "fit": (fit(row, view.kind), words.text(STRUCTURE)),
        "ease": (ease(row), words.text(origins.reported(view.dataset))),
        "alive": (alive(row, view.data_year), source),
    }


def need_origin(row: dict, view: access.View) -> str:
    """Who counted what a need rests on: reported levels, or records and published figures."""
    if not words.missing(row["need_most"]):
        return origins.reported(view.dataset)
    return f"{origins.on_record(view.dataset)}; {STRUCTURE}"


def total(row: dict, weights: dict[str, float]) -> dict[str, str]:
    """The score as it is worked out from the known parts that weigh."""
    known = [part for part in PARTS if not words.missing(row[part]) and weights[part]]
    powers = [
        f"{words.number(row[part])}"
        + ("" if weights[part] == 1 else f"^{words.brief(weights[part])}")
        for part in known
    ]
    weight = words.brief(sum(weights[part] for part in known))
    return {
        "Bagian": "**Skor**",
        "Nilai": f"**{words.number(row['score'])}**",
        "Bobot": weight,
        "Angka": words.escape(f"({' × '.join(powers)}) ^ (1/{weight})") if known else UNKNOWN,
        "Sumber": "dihitung",
    }


def need(row: dict, view: access.View) -> str:
    """With a report the points of every ground, without one the larger of two shares."""
    if words.missing(row["need_most"]):
        return shares(row, view)
    floor = access.settings()["need_covered"]
    share = f"{words.brief(floor)} + {words.brief(1 - floor)} × "
    grounds = words.listed(list(filter(None, [rows(row), indicator(row), one_more(row)])))
    return (
        f"{grounds or 'tidak ada poin'}. Jumlah {words.points(row['need_points'])}; perlu bernilai "
        f"1 pada {words.points(row['need_most'])}: "
        + words.escape(
            f"{share}{words.number(row['need_points'])}/{words.number(row['need_most'])}"
        )
    )


def shares(row: dict, view: access.View) -> str:
    """Two shares that stand in where no report counts points."""
    told = [
        f"urusan {words.number(row['need_from_sector'])} "
        f"({words.whole(row['own_in_sector'])} inovasi {words.text(view.name)} di sana "
        f"{origins.found(view.dataset)})"
        if not words.missing(row["need_from_sector"])
        else "urusan belum diketahui",
        f"{words.text(row['need_name'])} {words.number(row['need_from_indicator'])} "
        f"({words.points(row['need_indicator_points'])} dipertaruhkan)"
        if not words.missing(row["need_indicator"])
        else "",
    ]
    return f"Yang terbesar dari: {words.listed(list(filter(None, told)))}."


def rows(row: dict) -> str:
    """ "baris SID 31 (3,60 poin), 34 (1,55 poin)"."""
    if words.missing(row["need_rows"]) or not row["need_rows"]:
        return ""
    pairs = zip(row["need_rows"].split(), row["need_row_points"].split(), strict=True)
    told = [f"{number} ({words.number(float(points))})" for number, points in pairs]
    return f"baris SID {', '.join(told)}: {words.points(row['need_row_total'])}"


def indicator(row: dict) -> str:
    if words.missing(row["need_indicator"]):
        return ""
    return f"{words.text(row['need_name'])}: {words.points(row['need_indicator_points'])}"


def one_more(row: dict) -> str:
    """What one more innovation of its sector adds to the count score."""
    if words.missing(row["need_sector_points"]):
        return ""
    lacking = row["need_lacking"]
    shut = (
        ""
        if words.missing(lacking)
        else f" (kurang {words.whole(lacking)} urusan dasar sampai skor jumlah terbuka)"
    )
    return f"satu inovasi lagi di urusannya: {words.points(row['need_sector_points'])}{shut}"


def fit(row: dict, kind: str) -> str:
    same = "sama" if row["same_kind"] else "berbeda"
    return (
        f"Kemiripan struktur {words.whole(row['similarity'])}/100; jenis pemerintahan {same} "
        f"({words.text(row['origin_kind'])} dan {words.text(kind)})."
    )


def ease(row: dict) -> str:
    return (
        f"Menuntut {words.share(row['demand'])} dari parameter tertinggi untuk alat kerja, SDM, "
        "anggaran, dan regulasi."
    )


def alive(row: dict, year: int) -> str:
    return f"Terakhir terlihat {words.year(row['last_year'])}; data tahun {year}."
