"""What each sheet was taken for, column by column, to be corrected where that is wrong."""

import pandas as pd
import streamlit as st

from data.importing import cells, vocabulary
from data.importing.draft import is_beside
from data.importing.layouts import GROUPINGS, KINDS, TABLES, Column, Layout
from data.importing.sheets import Sheet
from pages.parts import import_work, pick, words
from pages.parts.import_work import Work
from pages.parts.tables import show

NONE = ""
NO_KIND = {NONE: "Jangan ambil lembar ini"}
EXAMPLES = 400  # rows searched for a first value


def draw(work: Work) -> None:
    """The sheets in a table, then one of them with its columns."""
    st.header("2 · Pencocokan", anchor=False)
    layouts = [one for one in work.draft.layouts if not is_beside(*one.id)]
    if not layouts:
        st.markdown("Tidak ada lembar yang dapat dibaca; lihat temuan di bawah.")
        return
    known = sum(bool(layout.kind) for layout in layouts)
    st.markdown(f"{words.whole(known)} dari {words.whole(len(layouts))} lembar dikenali.")
    show(overview(layouts[:12]), "Lembar dan jenisnya")
    if len(layouts) > 12:
        st.caption(f"… dan {words.whole(len(layouts) - 12)} lembar lain; pilih di bawah.")
    with st.expander("Periksa atau betulkan pencocokan kolom"):
        one_sheet(work)


def overview(layouts: list[Layout]) -> pd.DataFrame:
    names = vocabulary.load().government_names
    return pd.DataFrame(
        {
            "Berkas · lembar": [words.text(sheet_name(layout)) for layout in layouts],
            "Dikenali sebagai": [KINDS.get(layout.kind, "**tidak diambil**") for layout in layouts],
            "Kolom terpakai": [used(layout) for layout in layouts],
            "Tahun": [words.year(layout.year, "dari kolom") for layout in layouts],
            "Daerah": [
                words.text(names.get(layout.code or ""), "dari kolom") for layout in layouts
            ],
        }
    )


def sheet_name(layout: Layout) -> str:
    return f"{layout.file} · {layout.sheet}" if layout.sheet else layout.file


def used(layout: Layout) -> str:
    taken = sum(bool(column.field) for column in layout.columns)
    return f"{taken} dari {len(layout.columns)}"


def one_sheet(work: Work) -> None:
    """One sheet: its kind, and a form with what every column means."""
    layouts = work.draft.layouts
    names = {
        str(place): sheet_name(layout)
        for place, layout in enumerate(layouts)
        if not is_beside(*layout.id)
    }
    place = int(pick.one("Lembar", names, "import_sheet", kept=False))
    layout, sheet = layouts[place], work.draft.sheets[place]
    key = f"{st.session_state.get(import_work.ROUND, 0)}_{place}"
    kinds = NO_KIND | KINDS
    chosen = pick.one("Jenis", kinds, f"import_kind_{key}", kept=False, first=layout.kind)
    if chosen != layout.kind:
        import_work.decide(kinds=work.choices.kinds | {layout.id: chosen})
        st.rerun()
    if layout.kind:
        columns_form(work, layout, sheet, key)


def columns_form(work: Work, layout: Layout, sheet: Sheet, key: str) -> None:
    options = meanings(layout)
    with st.form(f"import_columns_{key}_{layout.kind}", border=False):
        with st.grid(3, min_column_width=260, gap="small"):
            chosen = {
                column.place: one_column(column, options, sheet, layout, key)
                for column in layout.columns
            }
        scored = asked_for_scores(work, layout, key)
        if st.form_submit_button("Pakai pencocokan ini", icon=":material/done:"):
            decide(work, layout, chosen, scored)
            st.rerun()


def one_column(
    column: Column, options: dict[str, str], sheet: Sheet, layout: Layout, key: str
) -> str:
    """What one column means; its heading, how surely it is known and a first value above."""
    first = column.field if column.field in options else NONE
    example = first_value(sheet, layout, column.place)
    return pick.one(
        f"**{words.text(column.heading)}** · :small[{sureness(column.likeness, first)}"
        f"{f'; contoh: {words.text(example)}' if example else ''}]",
        options,
        f"import_column_{key}_{layout.kind}_{column.place}",
        kept=False,
        first=first,
    )


def asked_for_scores(work: Work, layout: Layout, key: str) -> bool:
    """Whether a person says that indicator columns hold row scores."""
    if layout.kind not in GROUPINGS and not layout.kind.endswith("_rows"):
        return False
    return st.checkbox(
        "Angka indikator berupa skor (bobot × parameter), bukan parameter 0–3",
        value=work.choices.scored.get(layout.id, False),
        key=f"import_scored_{key}",
        help="Tanpa centang, aplikasi menentukannya dari isi lembar.",
    )


def decide(work: Work, layout: Layout, chosen: dict[int, str], scored: bool) -> None:
    """Keep what was chosen differently; the same heading is then read alike in every sheet."""
    changed = {
        column: chosen[column.place]
        for column in layout.columns
        if chosen[column.place] != column.field
    }
    columns = {(*layout.id, column.place): meaning for column, meaning in changed.items()}
    headings = {
        (TABLES[layout.kind], vocabulary.plain(column.heading)): meaning
        for column, meaning in changed.items()
        if vocabulary.plain(column.heading)
    }
    read_as = {layout.id: True} if scored else {}
    import_work.decide(
        columns=work.choices.columns | columns,
        headings=work.choices.headings | headings,
        scored={key: one for key, one in work.choices.scored.items() if key != layout.id} | read_as,
    )


def meanings(layout: Layout) -> dict[str, str]:
    """What a column of this kind of sheet can mean."""
    known = vocabulary.load()
    table = TABLES[layout.kind]
    options = {field: label for (of, field), label in known.labels.items() if of == table}
    grouping = GROUPINGS.get(layout.kind)
    rows = (row for row in known.rows.values() if row.grouping == grouping)
    return (
        {NONE: "Tidak diambil"} | options | {row.code: f"{row.number} {row.name}" for row in rows}
    )


def sureness(likeness: float, field: str) -> str:
    if not field:
        return "tidak diambil"
    if likeness > 100:
        return "pilihan Anda"
    return "persis" if likeness == 100 else f"mirip {words.whole(likeness)}%"


def first_value(sheet: Sheet, layout: Layout, place: int) -> str:
    below = sheet.rows[layout.header + 1 : layout.header + EXAMPLES]
    return next((cells.text(row[place])[:30] for row in below if row[place] is not None), "")
