"""What is wrong or odd in the files, where, and what to do; all of it as a workbook too."""

import pandas as pd
import streamlit as st

from data.importing import findings_report, vocabulary
from data.importing.findings import Finding, letters, table
from pages.parts import access, documents, import_work, paging, pick, words
from pages.parts.import_work import Work
from pages.parts.tables import show

SIGNS = {"tolak": "✗ tolak", "periksa": "⚠ periksa"}
SIZE = 20  # findings a page
MOST_CORRECTED = 12  # writings that can be corrected here; more are mended in the file
CORRECTED = {"code": "Daerah", "sector_id": "Urusan"}
MEANING = (
    "**✗ tolak**: baris itu tidak disimpan. **⚠ periksa**: disimpan, tetapi layak dilihat. "
    "Betulkan di berkas asal lalu unggah lagi, atau lanjutkan."
)


def draw(work: Work, view: access.View) -> None:
    """Counts, what can be corrected here, the list, the report."""
    st.header("3 · Temuan", anchor=False)
    rows = table(work.draft.findings)
    refused = int(rows["severity"].eq("tolak").sum())
    if rows.empty:
        st.success("Tidak ada temuan: semua baris dapat disimpan.", icon=":material/check_circle:")
        return
    st.markdown(
        f"{words.whole(refused)} ditolak, {words.whole(len(rows) - refused)} perlu diperiksa. "
        + MEANING
    )
    corrections(work)
    kinds = {words.ANY: "Semua", "tolak": "✗ Ditolak", "periksa": "⚠ Perlu diperiksa"}
    chosen = pick.one("Tampilkan", kinds, "import_severity", kept=False)
    shown = rows[rows["severity"] == chosen] if chosen else rows
    page, _ = paging.page(shown, f"import_page_{chosen}", SIZE)
    show(told(page), "Temuan dalam berkas")
    paging.pages(shown, f"import_page_{chosen}", SIZE)
    report_button(work)


def told(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Berat": [SIGNS[one] for one in rows["severity"]],
            "Tempat": [words.text(place(row)) for row in rows.to_dict("records")],
            "Isi": [words.text(value) if value else "" for value in rows["value"].str[:80]],
            "Alasan dan saran": [
                f"{words.text(sentence(row.reason))} :small[{words.text(sentence(row.suggestion))}]"
                for row in rows.itertuples()
            ],
        }
    )


def sentence(clause: str) -> str:
    """A clause with its capital and its full stop."""
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}."


def place(row: dict) -> str:
    """ "berkas.xlsx · Lembar1 · C5 (Skor)", as far as it is known."""
    parts = [row["file"], row["sheet"]]
    at = ("" if row["column"] is None or words.missing(row["column"]) else row["column"]) + (
        "" if words.missing(row["row"]) else str(row["row"])
    )
    heading = f" ({row['heading']})" if row["heading"] else ""
    return " · ".join(filter(None, [*parts, at + heading if at else ""]))


def report_button(work: Work) -> None:
    draft = work.draft
    summary = [f"Diperiksa: {', '.join(draft.uploads)}", f"Baris dilewati: {draft.skipped}"]
    st.download_button(
        "Laporan temuan (XLSX)",
        lambda: findings_report.workbook(draft.findings, draft.sheets, summary),
        "laporan-temuan-impor.xlsx",
        documents.XLSX,
        icon=":material/download:",
        on_click="ignore",
        help="Daftar temuan dan salinan lembar dengan sel yang bermasalah ditandai.",
    )


def corrections(work: Work) -> None:
    """Writings of governments and sectors that nobody knows: said here once, they are known."""
    unknown = unknown_writings(work)
    if not unknown:
        return
    said = st.expander("Tulisan yang tidak dikenal: tentukan maksudnya", expanded=True)
    with said, st.form("import_corrections", border=False):
        chosen = {}
        for (field, writing), shown in list(unknown.items())[:MOST_CORRECTED]:
            label = f"{CORRECTED[field]} “{words.text(shown)}”"
            chosen[field, writing] = pick.one(
                label, options(field), f"import_meaning_{field}_{writing}", kept=False
            )
        if len(unknown) > MOST_CORRECTED:
            st.caption(f"… dan {len(unknown) - MOST_CORRECTED} lagi; betulkan di berkas.")
        if st.form_submit_button("Pakai", icon=":material/done:"):
            known = {key: value for key, value in chosen.items() if value}
            import_work.decide(values=work.choices.values | known)
            st.rerun()


def options(field: str) -> dict[str, str]:
    known = vocabulary.load()
    names = known.government_names if field == "code" else known.sector_names
    return {words.ANY: "Belum ditentukan"} | names


def unknown_writings(work: Work) -> dict[tuple[str, str], str]:
    """As printed, by field and plain writing."""
    fields: dict[tuple[str, str, str | None], str] = {
        (*layout.id, letters(column.place)): column.field
        for layout in work.draft.layouts
        for column in layout.columns
        if column.field in CORRECTED
    }
    return {
        (fields[one.file, one.sheet, one.column], vocabulary.plain(one.value)): one.value
        for one in work.draft.findings
        if is_unknown(one) and (one.file, one.sheet, one.column) in fields
    }


def is_unknown(finding: Finding) -> bool:
    return "tidak dikenal" in finding.reason and bool(finding.value)
