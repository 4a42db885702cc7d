"""What an import would do, government by government, and the button that does it."""

import datetime

import pandas as pd
import streamlit as st

from data.errors import DataError
from data.importing import comparing, memory, merging, vocabulary
from pages.parts import desk, documents, import_scores, import_work, paging, words
from pages.parts.import_work import Work
from pages.parts.scrolling import table
from pages.parts.tables import show
from pages.parts.writer import Writer
from queries import publishing

PUBLISHED = "import_published"
SIZE = 20  # changes a page
SIGNS = {"baru": "+ baru", "berubah": "≠ berubah", "hilang": "− hilang"}
REPLACES = (
    "Daftar menggantikan isi daerah dan tahun yang sama: inovasi yang tidak lagi disebut hilang "
    "dari versi baru (versi lama tetap tersimpan). Kolom yang tidak ada di berkas tetap seperti "
    "sebelumnya."
)
ADDS = "Menambah dan memperbarui; inovasi lain dari daerah dan tahun yang sama tetap."


def draw(work: Work, who: Writer, dark: bool) -> None:
    """Step 4: asked for, shown, published."""
    st.header("4 · Pratinjau dan terbit", anchor=False)
    if work.draft.empty:
        st.info(
            "Belum ada baris yang dapat disimpan; lihat temuan di atas.", icon=":material/info:"
        )
        return
    if work.draft.innovations:
        mode(work)
    publisher = st.text_input(
        "Asal berkas (instansi pembuat)",
        max_chars=120,
        key="import_publisher",
        persist_state="session",
        placeholder="misalnya Bapperida Provinsi Kalimantan Selatan",
        help="Disebut sebagai sumber di bawah setiap angka dari berkas ini.",
    )
    note = st.text_input(
        "Catatan versi (boleh kosong)", max_chars=200, key="import_note", persist_state="session"
    )
    if st.button("Buat pratinjau", icon=":material/visibility:", disabled=not publisher.strip()):
        make(work, who, publisher.strip(), note.strip())
    if not publisher.strip():
        st.caption("Isi asal berkas dulu: tanpa sumber tidak ada angka yang disimpan.")
    if work.preview is not None:
        preview(work, dark)
        publish(work, who, note.strip())


def mode(work: Work) -> None:
    """Whether what a file does not name is gone or stays."""
    adding = st.toggle(
        "Hanya tambah dan perbarui; inovasi yang tidak disebut tetap",
        value=work.draft.adding,
        key=f"import_adding_{st.session_state.get(import_work.ROUND, 0)}",
    )
    st.caption(ADDS if adding else REPLACES)
    if adding != work.draft.adding:
        import_work.decide(adding=adding)
        st.rerun()


def make(work: Work, who: Writer, publisher: str, note: str) -> None:
    """Build the dataset as it would be, beside the one in use."""
    import_work.drop_preview(work)
    work.preview = None
    now = datetime.datetime.now(datetime.UTC)
    origin = merging.Origin(who.name, publisher, note, now)
    with st.status("Menghitung pratinjau …") as status:

        def told(message: str) -> None:
            status.update(label=f"{words.escape(message)} …")

        before, parent = import_work.held()
        after = merging.merged(before, work.draft, origin)
        work.changes = comparing.changes(before, after)
        work.preview = publishing.preview(after, told, parent)
        status.update(label="Pratinjau siap", state="complete")


def preview(work: Work, dark: bool) -> None:
    """Counts, the index before and after, contradictions, what is lacking, every change."""
    shown = work.preview
    assert shown is not None
    rows = work.changes
    if rows.empty:
        st.info("Isi berkas sama dengan yang sudah tersimpan.", icon=":material/info:")
    else:
        st.subheader("Yang berubah", anchor=False)
        table(counted(rows), "Perubahan per daerah dan tahun", "import_counted", dark)
    import_scores.scores(shown.scores, dark)
    import_scores.contradictions(shown.contradictions)
    import_scores.lacking(shown.lacking)
    if not rows.empty:
        with st.expander(f"Rincian {words.whole(len(rows))} perubahan"):
            changes(rows, "import_changes")


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a government and year: how many of each thing are new, changed, gone."""
    names = vocabulary.load().government_names
    counts = rows.groupby(["code", "year", "what", "change"], sort=True).size()
    keys = list(dict.fromkeys((code, year) for code, year, *_ in counts.index))
    told: dict[str, list[str]] = {
        "Daerah": [words.text(names.get(code, code)) for code, _ in keys],
        "Tahun": [words.year(year) for _, year in keys],
    }
    for what in comparing.WHAT.values():
        column = [changed(counts, (*key, what)) for key in keys]
        if any(column):
            told[what.capitalize()] = column
    return pd.DataFrame(told)


def changed(counts: pd.Series, key: tuple) -> str:
    """ "40 baru, 2 hilang"; nothing where nothing changes."""
    known = [(change, counts.get((*key, change), 0)) for change in SIGNS]
    return ", ".join(f"{words.whole(count)} {change}" for change, count in known if count)


def changes(rows: pd.DataFrame, key: str) -> None:
    """Every change, a page at a time, and all of them as CSV."""
    names = vocabulary.load().government_names
    page, _ = paging.page(rows, key, SIZE)
    told = pd.DataFrame(
        {
            "Daerah": [words.text(names.get(code, code)) for code in page["code"]],
            "Tahun": [words.year(year) for year in page["year"]],
            "Isi": [words.text(f"{row.what}: {row.name}" if row.name else row.what)
                    for row in page.itertuples()],
            "Perubahan": [SIGNS[change] for change in page["change"]],
            "Rincian": [words.text(detail) for detail in page["detail"]],
        }
    )  # fmt: skip
    show(told, "Rincian perubahan")
    paging.pages(rows, key, SIZE)
    st.download_button(
        "CSV",
        lambda: documents.csv(rows.assign(code=rows["code"].map(names))),
        "perubahan-impor.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"{key}_csv",
    )


def publish(work: Work, who: Writer, note: str) -> None:
    """The button, and what it did."""
    refused = work.draft.refused
    agreed = not refused or st.checkbox(
        f"Terbitkan tanpa yang ditolak ({words.whole(refused)} temuan)", key="import_agreed"
    )
    if st.button("Terbitkan", type="primary", icon=":material/publish:", disabled=not agreed):
        shown = work.preview
        assert shown is not None
        try:
            with st.status("Menerbitkan …"):
                version = publishing.publish(shown, who.name, note)
                memory.remember(work.draft, work.choices)
        except DataError as error:
            st.error(words.escape(str(error)), icon=":material/error:")
            return
        work.preview = None
        import_work.put_away()
        st.session_state[PUBLISHED] = (
            f"Terbit sebagai versi {version.number} pada {words.date(desk.today())}. Pilih data "
            "**Resmi (impor)** di baris atas untuk melihatnya."
        )
        st.rerun()
