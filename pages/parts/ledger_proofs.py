"""What the ledger proves: innovations that others copied, and how long a copy must run."""

from collections.abc import Mapping

import pandas as pd

from pages.parts import words

A_PAGE = 20  # innovations of others


def evidence(rows: pd.DataFrame, row: pd.Series, name: str, code: str) -> str:
    """How many of one's own innovations are copied, and what that is worth."""
    own = rows[rows["giver_code"] == code]
    rule = (
        f"Baris {row['number']} {words.text(row['name'])} (bobot {words.brief(row['weight'])}): "
        f"parameter 1 bila {words.text(row['level1'])}, 2 bila {words.text(row['level2'])}, 3 bila "
        f"{words.text(row['level3'])}."
    )
    if own.empty:
        return f"Belum ada inovasi {words.text(name)} yang tercatat ditiru. {rule}"
    return f"**{words.whole(len(own))} inovasi {words.text(name)}** tercatat ditiru. {rule}"


def evidence_table(rows: pd.DataFrame, worth: pd.Series | None = None) -> pd.DataFrame:
    """One row an innovation.

    Args:
        worth: index points of one level of the row "Replikasi", by innovation_id; left out where
            others earn them.
    """
    found = rows.to_dict("records")
    table = pd.DataFrame(
        {
            "Inovasi": [words.text(row["innovation"]) for row in found],
            "Pemilik": [words.text(row["giver"]) for row in found],
            "Ditiru oleh": [words.text(row["receivers"]) for row in found],
            "Daerah berbeda (dari buku ini)": [
                f"{words.whole(row['regencies'])} ({words.whole(row['in_book'])})" for row in found
            ],
            "Parameter": [f"{words.whole(row['level'])} dari 3" for row in found],
        }
    )
    if worth is None:
        return table
    points = [words.number(one) for one in rows["level"] * rows["innovation_id"].map(worth)]
    return table.drop(columns="Pemilik").assign(**{"Poin indeks": points})


def lock(setting: Mapping | None, usual: int, name: str) -> str:
    """The rule that holds for one regency."""
    months = usual if setting is None else setting["lock_months"]
    basis = None if setting is None else setting["lock_basis"]
    rule = (
        "belum ada dasar hukum yang dicatat"
        if words.missing(basis)
        else f"menurut {words.text(basis)}"
    )
    own = " (nilai bawaan)" if setting is None else ""
    if not months:
        return f"**{words.text(name)}** tidak menetapkan masa wajib jalan ({rule})."
    return (
        f"Inovasi tiruan atau hasil aksi perubahan di **{words.text(name)}** wajib berjalan "
        f"**{words.whole(months)} bulan**{own}, {rule}. Sebelum itu kerja sama hanya dapat ditutup "
        "dengan alasan dan dasar hukum."
    )


def lock_table(set_by: Mapping[str, Mapping], regencies: pd.DataFrame, usual: int) -> pd.DataFrame:
    """Every regency with its lock; those that set none have the usual one."""
    rows = [(row.name, set_by.get(row.code)) for row in regencies.itertuples(index=False)]
    return pd.DataFrame(
        {
            "Daerah": [words.text(name) for name, _ in rows],
            "Masa wajib jalan": [
                f"{words.whole(usual)} bulan (bawaan)"
                if setting is None
                else f"{words.whole(setting['lock_months'])} bulan"
                for _, setting in rows
            ],
            "Dasar hukum": [
                words.DASH if setting is None else words.text(setting["lock_basis"])
                for _, setting in rows
            ],
        }
    )
