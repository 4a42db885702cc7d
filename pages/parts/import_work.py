"""An import on its way, as this session holds it: files, choices, findings, preview."""

from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import streamlit as st

from data.importing import draft as drafting
from data.importing import memory, versions
from data.importing.choices import Choices
from data.importing.draft import Draft
from data.importing.holdings import NOTHING, Holdings
from pages.parts import desk, words
from pages.parts.writer import Writer
from queries.publishing import Preview

KEY = "import_work"
ROUND = "import_round"  # counts imports: an emptied uploader is another one
LARGEST = 100  # MB a browser may send; what may be read is less, and said in our words


@dataclass
class Work:
    """Everything of one import.

    Attributes:
        uploads: what tells the uploaded files apart from others.
        draft: what they would give with the choices.
        preview: what that would do, once it was asked for; changes: row by row
            (`comparing.changes`).
    """

    uploads: tuple[Any, ...]
    draft: Draft
    choices: Choices
    preview: Preview | None = None
    changes: pd.DataFrame = field(default_factory=pd.DataFrame)


def current() -> Work | None:
    found: Work | None = st.session_state.get(KEY)
    return found


def take(uploaded: list[Any], choices: Choices) -> Work | None:
    """The import of the files in the uploader: read when they are new, checked anew when choices
    are; what was read stays when the uploader is out of view."""
    work = current()
    marks = tuple((one.file_id, one.name, one.size) for one in uploaded)
    if uploaded and (work is None or work.uploads != marks):
        drop_preview(work)
        work = Work(marks, read(uploaded, choices), choices)
        st.session_state[KEY] = work
    elif work is not None and work.choices != choices:
        drop_preview(work)
        made = drafting.again(work.draft, memory.with_recalled(choices), desk.today())
        work = replace(work, draft=made, choices=choices, preview=None)
        st.session_state[KEY] = work
    return work


def read(uploaded: list[Any], choices: Choices) -> Draft:
    """The files opened, recognised and checked, told while it lasts."""
    with st.status("Membaca berkas …") as status:

        def told(message: str) -> None:
            status.update(label=f"{words.escape(message)} …")

        files = [(one.name, one.getvalue()) for one in uploaded]
        made = drafting.draft(files, memory.with_recalled(choices), desk.today(), told)
        status.update(label="Selesai dibaca", state="complete")
    return made


def choices(writer: Writer, year: int | None, code: str | None) -> Choices:
    """The choices of this session: those made for single sheets, and those for all of them."""
    kept = current()
    base = kept.choices if kept else Choices()
    return replace(base, year=year, code=code, codes=writer.codes)


def decide(**changed: Any) -> None:
    """Exchange some of the choices, and check again with them."""
    work = current()
    if work is not None:
        chosen = replace(work.choices, **changed)
        drop_preview(work)
        made = drafting.again(work.draft, memory.with_recalled(chosen), desk.today())
        st.session_state[KEY] = replace(work, draft=made, choices=chosen, preview=None)


def drop_preview(work: Work | None) -> None:
    if work is not None and work.preview is not None:
        work.preview.discard()


def put_away() -> None:
    """Forget the import; nothing of it was kept."""
    drop_preview(current())
    st.session_state.pop(KEY, None)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def held() -> tuple[Holdings, int]:
    """What the version in force holds, and its number; nothing and 0 before any import."""
    version = versions.current()
    return (versions.load(version), version.number) if version else (NOTHING, 0)
