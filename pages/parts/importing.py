"""The way of a spreadsheet into the dataset `resmi`, step by step: files, matching, findings,
preview, publishing."""

import streamlit as st

from data.importing import limits, template
from pages.parts import (
    access,
    desk,
    documents,
    import_findings,
    import_matching,
    import_preview,
    import_work,
    pick,
    words,
    writer,
)

TAKES = (
    "XLSX, XLS, ODS, CSV, atau zip berisi berkas itu: hasil indeks, daftar inovasi (juga dengan "
    "kolom indikator), profil per inovasi, dan indikator pemerintah. Judul kolom dikenali dari "
    "isinya; tidak ada yang disimpan sebelum Anda menekan **Terbitkan**."
)
# The uploader speaks English: its words are hidden, ours stand in their place; sizes are left out,
# for their decimals have a point.
LARGEST = words.whole(limits.MAX_FILE // limits.MB)
STYLE = f"""<style>
[data-testid="stFileUploaderDropzoneInstructions"] span {{font-size: 0; white-space: normal}}
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{font-size: .875rem;
  content: "atau seret ke sini; paling banyak {LARGEST} MB tiap berkas"}}
[data-testid="stFileUploaderDropzone"] button[kind="secondary"] p {{font-size: 0}}
[data-testid="stFileUploaderDropzone"] button[kind="secondary"] p::after {{
  font-size: .9375rem; content: "Pilih berkas"}}
.stFileChipName + div {{display: none}}
</style>"""


def draw(view: access.View) -> None:
    """All steps, as far as the files in hand have come."""
    told()
    who = writer.current()
    template_button(view)
    if reason := writer.reason():
        st.info(reason, icon=":material/lock:")
    writer.sign_in_out()
    if who is None:
        st.markdown(
            "Yang dapat menulis mengunggah berkas di sini; templatnya dapat diunduh siapa pun."
        )
        return
    st.markdown(TAKES + STYLE, unsafe_allow_html=True)
    work = files(who)
    if work is None:
        return
    import_matching.draw(work)
    import_findings.draw(work, view)
    import_preview.draw(work, who, view.dark)


def told() -> None:
    """What was published last, once."""
    if message := st.session_state.pop(import_preview.PUBLISHED, ""):
        st.success(message, icon=":material/check_circle:")


def template_button(view: access.View) -> None:
    st.download_button(
        "Templat XLSX",
        lambda: template.template(view.data_year),
        f"templat-inovasi-banua-{view.data_year}.xlsx",
        documents.XLSX,
        icon=":material/download:",
        on_click="ignore",
        help="Buku kerja kosong dengan daftar pilihan dan satu baris contoh tiap lembar.",
    )


def files(who: writer.Writer) -> import_work.Work | None:
    """The uploader, and what files do not say of themselves."""
    st.header("1 · Berkas", anchor=False)
    uploaded = st.file_uploader(
        "Berkas lembar kerja (boleh beberapa sekaligus)",
        accept_multiple_files=True,
        max_upload_size=import_work.LARGEST,
        key=f"import_files_{st.session_state.get(import_work.ROUND, 0)}",
    )
    with st.grid(2, min_column_width=220, gap="small"):
        year = unsaid_year()
        code = unsaid_government(who)
    work = import_work.take(uploaded, import_work.choices(who, year, code))
    if work is None:
        return None
    names = words.listed([words.text(name) for name in list(work.draft.uploads)[:5]])
    more = len(work.draft.uploads) - 5
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Diperiksa: **{names}**" + (f" dan {more} berkas lain" if more > 0 else ""))
        st.button("Mulai lagi", icon=":material/restart_alt:", on_click=import_work.put_away)
    return work


def unsaid_year() -> int | None:
    this = desk.today().year
    years = {
        words.ANY: "Dari berkas",
        **{str(year): str(year) for year in range(this + 1, 2020, -1)},
    }
    chosen = pick.one("Tahun, bila berkas tidak menyebutnya", years, "import_year", kept=False)
    return int(chosen) if chosen else None


def unsaid_government(who: writer.Writer) -> str | None:
    known = access.ask_first("regencies").set_index("code")["name"].to_dict()
    allowed = {code: name for code, name in known.items() if who.may(code)}
    options = {words.ANY: "Dari berkas", **allowed}
    return (
        pick.one("Daerah, bila berkas tidak menyebutnya", options, "import_code", kept=False)
        or None
    )
