"""Briefings made without a session, one after the other: for the command line and for all at once.

maker = Maker("terbitan", year=None, sector=None, address="https://…", day=today)
with maker:
    maker.brief("6310")
"""

import datetime
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Self
from urllib.parse import urlencode

import pandas as pd

import queries
from data.errors import DataError
from pages.parts import brief_records
from pages.parts.brief_asking import brief, ranked
from pages.parts.brief_facts import PROVINCE, Brief, Chosen

BASIS = "struktur paling mirip"
Say = Callable[[str], None]


class Maker:
    """Makes the briefings of one dataset; each is the caller's, none is remembered.

    Attributes:
        address: of the app, without a page; for the links back.
        year, sector: as in `Chosen`, for every briefing.
        say: told what is built first, and that the ledger cannot be read.
    """

    def __init__(self, dataset: str, address: str, day: datetime.date, say: Say) -> None:
        self.dataset, self.address, self.day, self.say = dataset, address.rstrip("/"), day, say
        self.year: int | None = None
        self.sector: str | None = None
        self.opened = ExitStack()

    def __enter__(self) -> Self:
        """Open the dataset, built first if it must be, and read the ledger.

        Raises:
            DataError: the dataset cannot be built.
        """
        file = queries.ensure(self.dataset, self.say)
        self.ask = partial(queries.ask, self.opened.enter_context(queries.connect(file)))
        self.about = self.ask("about").iloc[0]
        self.simulated = bool(self.about["simulated"])
        self.regencies = self.ask("regencies").set_index("code")
        self.board, self.notes = self.ledger()
        return self

    def ledger(self) -> tuple[pd.DataFrame, dict[str, str]]:
        """Its records, and the notes by code; a briefing is worth having without them."""
        try:
            board = brief_records.board(self.ask, self.simulated, self.day)
            return board, brief_records.notes([*self.regencies.index, PROVINCE], self.simulated)
        except DataError as error:
            self.say(f"Tanpa kerja sama dan catatan: {error}")
            return pd.DataFrame(), {}

    def __exit__(self, *_: object) -> None:
        self.opened.close()

    def brief(self, code: str) -> Brief:
        """The facts of one regency's or the province's briefing, with the usual peers."""
        chosen = Chosen(code, self.year, self.sector, None, BASIS, self.link(code), self.day)
        rows = ranked(self.ask, code, self.year)
        return brief(self.ask, chosen, rows, self.board, self.notes.get(code, ""))

    def link(self, code: str) -> str:
        """The page that shows the same; the address carries the controls' own words."""
        told = {"dataset": self.about["label"]}
        if code == PROVINCE:
            told["scope_of_brief"] = "Provinsi"
        else:
            told["regency"] = self.regencies.loc[code, "name"]
        if self.year is not None:
            told["year"] = str(self.year)
        if self.sector is not None:
            told["sector"] = self.ask("sectors").set_index("sector_id")["name"][self.sector]
        return f"{self.address}/briefing?{urlencode(told)}"
