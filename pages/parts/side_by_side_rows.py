"""What stands side by side: one line a fact or row of the index, one column a candidate."""

import pandas as pd

from pages.parts import access, cards, words
from pages.parts import candidate_sentences as sentences
from queries import peers
from queries.candidates import PARTS
from queries.verdicts import BEHIND

ABOUT = "Hal"
NOT_YET = "belum dapat dihitung: parameter belum diketahui"
ASSUMED = (
    "Indeks bila ditiru dihitung dengan rumus aturan laporan terakhir untuk satu inovasi tambahan, "
    "dengan dua andaian: kematangannya sama seperti di daerah asal, atau sama dengan median "
    "inovasi sendiri. Daerah lain dianggap tetap."
)


def facts(rows: pd.DataFrame, weights: dict[str, float]) -> pd.DataFrame:
    """The lines of the first table, as Markdown; its columns are the candidates' labels.

    Args:
        rows: up to three rows of `shortlist.ranked`, with `label`.
    """
    told = rows.to_dict("records")
    lines = {
        "Daerah asal": [words.text(row["origin"]) for row in told],
        "Urusan": [words.text(row["sector"], "belum diketahui") for row in told],
        "**Skor**": [f"**{words.number(row['score'])}**" for row in told],
        **{part_name(part, weights): [part_told(row[part]) for row in told] for part in PARTS},
        "Kelengkapan bukti": [words.share(row["completeness"]) for row in told],
        "Poin dipertaruhkan": [
            words.number(row["need_points"], unknown="belum dapat dihitung") for row in told
        ],
        **copied(told),
        "Bukti terkuat": [sentences.proof(row) for _, row in rows.iterrows()],
        "Kematangan": [
            sentences.maturity(row).removeprefix("kematangan ") or words.UNKNOWN
            for _, row in rows.iterrows()
        ],
        "Kemiripan struktur": [f"{words.whole(row['similarity'])}/100" for row in told],
        "Hubungi": [cards.contact(row) for row in told],
    }
    return pd.DataFrame(lines, index=rows["label"]).T.rename_axis(ABOUT).rename_axis(None, axis=1)


def part_name(part: str, weights: dict[str, float]) -> str:
    """The part, and its weight where that is not the usual one."""
    weight = weights[part]
    return words.PART[part] + ("" if weight == 1 else f" (bobot {words.brief(weight)})")


def part_told(value: float) -> str:
    return "belum diketahui" if words.missing(value) else words.number(value)


def copied(told: list[dict]) -> dict[str, list[str]]:
    """What the index would gain, under both assumptions of the maturity."""
    if all(words.missing(row["usual_maturity"]) for row in told):
        return {"Indeks bila ditiru": [NOT_YET] * len(told)}
    return {
        "Indeks bila ditiru, matang seperti di asal": [
            gain_told(row["as_origin"], row["maturity"]) for row in told
        ],
        "Indeks bila ditiru, matang seperti median sendiri": [
            gain_told(row["as_usual"], row["usual_maturity"]) for row in told
        ],
    }


def gain_told(gain: float, maturity: float) -> str:
    """ "▲ +0,35 poin (kematangan 86)", as Markdown."""
    if words.missing(gain):
        return "belum dapat dihitung: kematangannya belum diketahui"
    told = words.escape(words.signed(gain))
    return f"{words.change(gain)} {told} poin (kematangan {words.brief(maturity)})"


def told(facts: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The facts with the source of each as a table to show."""
    links = [words.link(row["publisher"], row["url"]) for row in rows.to_dict("records")]
    return shown(pd.concat([facts, line("Sumber", links, facts)]))


def line(name: str, values: list[str], facts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame([values], columns=facts.columns, index=[name])


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Names of candidates are data: a heading shows their letters."""
    return table.rename(columns=words.text).reset_index(names=ABOUT)


def levels(rows: pd.DataFrame, view: access.View) -> pd.DataFrame:
    """Every SID row: own mean, each candidate's level, the document that proves it.

    Returns:
        One row per SID row with number, name, own, behind (whether one's own are behind their
        peers), evidence, and under each candidate's label its level; empty where none is known.
    """
    known = access.ask("levels_of", innovations=sorted(rows["innovation_id"]))
    if known.empty:
        return pd.DataFrame()
    labels = rows.set_index("innovation_id")["label"]
    about = known.drop_duplicates("number").set_index("number")[["name", "evidence"]]
    by_label = known.pivot(index="number", columns="innovation_id", values="level")
    by_label = by_label.reindex(columns=labels.index).astype("float64").rename(columns=labels)
    return about.join(own_rows(view)).join(by_label).reset_index()


def levels_told(levels: pd.DataFrame, labels: list[str], name: str) -> pd.DataFrame:
    """The rows of `levels` as Markdown.

    A row in which one's own are behind their peers is marked, and the candidates that do better
    there stand in bold.

    Args:
        labels: of the candidates; name: short, of the government that would copy.
    """
    table = []
    for row in levels.to_dict("records"):
        called = words.text(f"{row['number']} {row['name']}")
        behind = row["behind"] is True
        table.append(
            {"Baris": f"**▼ {called}**" if behind else called}
            | {words.text(name): words.number(row["own"])}
            | {words.text(one): cell(row[one], row["own"], behind) for one in labels}
            | {"Dokumen": words.text(row["evidence"])}
        )
    return pd.DataFrame(table)


def own_rows(view: access.View) -> pd.DataFrame:
    """By SID row own, the mean level, and behind, whether it lies behind the usual peers."""
    near = peers.usual(access.ask("peer_distances", code=view.code))
    gaps = access.judged("indicator_gaps", code=view.code, peers=near, year=view.year)
    rows = gaps[gaps["grouping"] == "SID"].set_index("number")
    return pd.DataFrame({"own": rows["level"], "behind": rows["verdict"] == BEHIND})


def cell(level: float, mean: float, behind: bool) -> str:
    """ "3 dari 3"; in bold where one's own are behind and this one is better."""
    if words.missing(level):
        return words.UNKNOWN
    told = f"{words.whole(level)} dari 3"
    return f"**{told}**" if behind and level > mean else told
