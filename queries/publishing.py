"""What publishing would do, and the publishing itself, with everything that is computed at a build.

`preview` builds the dataset for real under a hidden name and asks it what changes; `publish` makes
a preview the version in force; `restore` brings an older version back as a new one.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

import queries
from data import build, shelf
from data.errors import DataError
from data.importing import publishing, versions
from data.importing.holdings import Holdings
from data.importing.publishing import Draft, StaleError
from data.importing.versions import Version
from queries.asking import ask, connect
from queries.preparation import prepare

__all__ = ["Preview", "StaleError", "preview", "publish", "restore"]
SIDES = ["score", "basis", "rank", "predicate"]


@dataclass(frozen=True)
class Preview:
    """What would be in force after publishing, beside what is.

    Attributes:
        draft: what `publish` takes; its parent is the version this was made against.
        scores: one row a government and year that differs or is imported: code, name, year, before
            and after (the score shown), and each of basis (tercetak, dihitung …), rank (by these
            scores, in the province) and predicate as `_before` and `_after`; the unknown is
            missing. moved says whether any of them is another than before.
        contradictions: printed scores of the import that the formula contradicts by more than
            0.01: code, name, year, printed, computed, difference.
        lacking: reports too incomplete for an index: code, name, year, ruleset, rows_of_rules,
            rows_known, innovations, unscored, lacking (a clause in Indonesian).
    """

    draft: Draft
    scores: pd.DataFrame
    contradictions: pd.DataFrame
    lacking: pd.DataFrame

    @property
    def holdings(self) -> Holdings:
        return self.draft.held

    @property
    def parent(self) -> int:
        return self.draft.parent

    @property
    def file(self) -> Path | None:
        return self.draft.file

    def discard(self) -> None:
        """Take the built file away; one that nobody discards is swept away after an hour."""
        if self.file:
            self.file.unlink(missing_ok=True)


def preview(
    after: Holdings, progress: build.Progress = build.silent, parent: int | None = None
) -> Preview:
    """Build what would be published, and say what it does to index and rank.

    Args:
        after: all that would be held.
        progress: told, in Indonesian, what is being done.
        parent: the version `after` was made from, 0 for none; without it, the one in force now.

    Raises:
        StaleError: the version in force is not `parent`.
        DataError: the holdings break a promise; nothing has changed.
    """
    drafted = publishing.draft(after, finish(progress), progress, parent)
    with connect(before_file(drafted.parent, progress)) as db:
        before = ask(db, "index_scores")
    with connect(drafted.file or queries.ensure("terbitan", progress)) as db:
        now = ask(db, "index_scores")
        named = imported(after).merge(ask(db, "regencies")[["code", "name"]], on="code")
        contradictions = ask(db, "score_contradictions")
        lacking = ask(db, "report_lacks")
    return Preview(drafted, compared(before, now, named), contradictions, told(lacking))


def before_file(parent: int, progress: build.Progress) -> Path:
    """What is looked at now: the dataset of the version in force, else the published facts.

    A version that can be built no more, by rules that have changed since, must not stand in the
    way of the import that mends it: then it is what the app goes on to show.
    """
    if not (parent and versions.read(parent).rows):
        return queries.ensure("terbitan", progress)
    try:
        return queries.ensure(shelf.IMPORTED, progress)
    except DataError:
        return shelf.newest(shelf.IMPORTED) or queries.ensure("terbitan", progress)


def imported(held: Holdings) -> pd.DataFrame:
    """The governments and years something is held of: code, year."""
    frames = [held.result, held.innovation, held.government_level]
    return pd.concat([rows[["code", "year"]] for rows in frames]).drop_duplicates()


def compared(before: pd.DataFrame, after: pd.DataFrame, imported: pd.DataFrame) -> pd.DataFrame:
    """Scores side by side, where they differ or something is imported (code, name, year).

    moved says whether score, basis, rank or predicate is another than before.
    """
    key = ["code", "name", "year"]
    plain = [rows.astype({"year": "int64"}) for rows in (before, after, imported)]
    both = plain[0].merge(plain[1], how="outer", on=key, suffixes=("_before", "_after"))
    both = both.merge(plain[2].assign(wanted=True), how="outer", on=key)
    wanted = both.pop("wanted").notna()
    both["moved"] = False
    for side in SIDES:
        old, new = both[f"{side}_before"], both[f"{side}_after"]
        both["moved"] |= (old.notna() != new.notna()) | (old != new).fillna(False) & old.notna()
    both = both.rename(columns={"score_before": "before", "score_after": "after"})
    return both[wanted | both["moved"]].sort_values(
        ["year", "code"], ascending=[False, True], ignore_index=True
    )


def told(lacking: pd.DataFrame) -> pd.DataFrame:
    """What is lacking, as a clause: "12 dari 20 baris SPD; 3 inovasi tanpa kematangan"."""
    return lacking.assign(lacking=[lack(row) for row in lacking.itertuples()])


def lack(row: Any) -> str:
    parts = []
    if row.rows_known < row.rows_of_rules:
        parts.append(f"baru {row.rows_known} dari {row.rows_of_rules} baris SPD")
    if not row.innovations:
        parts.append("belum ada inovasi")
    if row.unscored:
        parts.append(f"{row.unscored} dari {row.innovations} inovasi tanpa kematangan")
    return "; ".join(parts)


def publish(
    what: Preview | Holdings,
    who: str,
    note: str = "",
    kind: str = "impor",
    parent: int | None = None,
    progress: build.Progress = build.silent,
) -> Version:
    """Make it the version in force.

    Args:
        what: a preview, or holdings that are built first.
        who: publishes.
        note: why, in a few words.
        kind: "impor" or "pemulihan".
        parent: the version the holdings were made from, 0 for none; a preview knows its own, and
            without one it is the version in force.

    Raises:
        StaleError: another version has been published meanwhile.
        DataError: a promise is broken, or the disk does not take it; nothing has changed.
    """
    if isinstance(what, Preview):
        return publishing.publish(what.draft, who, note, kind, finish(progress), progress)
    drafted = publishing.draft(what, finish(progress), progress)
    if parent is not None:
        drafted = Draft(drafted.held, parent, drafted.file, drafted.mark)
    return publishing.publish(drafted, who, note, kind, finish(progress), progress)


def restore(
    number: int, who: str, note: str = "", progress: build.Progress = build.silent
) -> Version:
    """Bring the holdings of an older version back as a new one; 0 is nothing imported.

    Raises:
        DataError: there is no such version, or it cannot be read; nothing has changed.
    """
    held = versions.load(number)
    told = note or f"pemulihan versi {number}" if number else note or "dikosongkan"
    return publish(held, who, told, "pemulihan", progress=progress)


def finish(progress: build.Progress) -> build.Finish:
    return partial(prepare, progress=progress)
