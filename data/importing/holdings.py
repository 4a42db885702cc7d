"""What has been imported, as five frames: the whole of one version of the dataset `resmi`."""

from dataclasses import dataclass, replace

import pandas as pd

TEXT, NUMBER, WHOLE, FLAG, DAY = "str", "float64", "Int64", "boolean", "datetime64[us]"
# Of an innovation: what its government says of it, beside its name, in the order of the workbook.
FIELDS = {
    "office": TEXT,  # OPD pelaksana
    "sector_id": TEXT,
    "stage": TEXT,  # inisiatif, uji coba, penerapan
    "initiator": TEXT,  # as in schema.sql
    "digital": FLAG,  # jenis
    "form": TEXT,  # bentuk, as in schema.sql
    "classification": TEXT,  # klasifikasi, as printed
    "national_goal": TEXT,  # Asta Cita, as printed
    "programme": TEXT,  # klaster PKPN, as printed
    "trial_date": DAY,
    "applied_date": DAY,
    "latest_date": DAY,  # pengembangan terbaru
    "description": TEXT,  # rancang bangun
    "purpose": TEXT,
    "benefit": TEXT,
    "outcome": TEXT,
    "budget": NUMBER,  # rupiah
    "reported_maturity": NUMBER,  # SID score as printed, 0 to 111
}
COLUMNS: dict[str, dict[str, str]] = {
    # One row a file that was imported; everything else names the file it came from.
    "file": {
        "file_id": TEXT,  # U001, U002 …
        "name": TEXT,
        "sha256": TEXT,
        "bytes": WHOLE,
        "publisher": TEXT,  # who made it, as the importer said
        "note": TEXT,
        "who": TEXT,
        "imported": DAY,  # UTC
    },
    # Index results: one row a government and year.
    "result": {
        "code": TEXT,
        "year": WHOLE,
        "score": NUMBER,
        "predicate": TEXT,
        "rank_province": WHOLE,
        "rank_national": WHOLE,
        "innovations": WHOLE,
        "file_id": TEXT,
    },
    # One row an innovation and year; key is its name made plain, one of a government.
    "innovation": {
        "code": TEXT,
        "year": WHOLE,
        "key": TEXT,
        "name": TEXT,
        **FIELDS,
        "file_id": TEXT,
    },
    "innovation_level": {
        "code": TEXT,
        "year": WHOLE,
        "key": TEXT,
        "indicator": TEXT,  # code in indicators.csv, grouping SID
        "level": WHOLE,
    },
    "government_level": {
        "code": TEXT,
        "year": WHOLE,
        "indicator": TEXT,  # grouping SPD
        "level": WHOLE,
        "raw_value": NUMBER,
        "file_id": TEXT,
    },
}
KEYS = {
    "file": ["file_id"],
    "result": ["code", "year"],
    "innovation": ["code", "year", "key"],
    "innovation_level": ["code", "year", "key", "indicator"],
    "government_level": ["code", "year", "indicator"],
}


@dataclass(frozen=True)
class Holdings:
    """Five frames with the columns, types and keys above; the unknown is missing, never ""."""

    file: pd.DataFrame
    result: pd.DataFrame
    innovation: pd.DataFrame
    innovation_level: pd.DataFrame
    government_level: pd.DataFrame

    @property
    def empty(self) -> bool:
        """Whether nothing is held but files."""
        return all(getattr(self, name).empty for name in KEYS if name != "file")

    def frames(self) -> dict[str, pd.DataFrame]:
        return {name: getattr(self, name) for name in KEYS}

    def with_frames(self, **frames: pd.DataFrame) -> "Holdings":
        """The same with some frames exchanged, typed and in the order of their keys."""
        return replace(self, **{name: typed(name, rows) for name, rows in frames.items()})


def typed(name: str, rows: pd.DataFrame | list[dict]) -> pd.DataFrame:
    """Rows as the frame of that name has them: all its columns, typed, in the order of its key."""
    frame = pd.DataFrame(rows).reindex(columns=list(COLUMNS[name]))
    return frame.astype(COLUMNS[name]).sort_values(KEYS[name], ignore_index=True)


def holdings(**frames: pd.DataFrame | list[dict]) -> Holdings:
    """Holdings from rows; a frame not named is empty."""
    return Holdings(**{name: typed(name, frames.get(name, [])) for name in KEYS})


NOTHING = holdings()
