"""The buttons that give a briefing's documents: of the regency in view, or of all at once."""

import secrets
from functools import partial

import streamlit as st

import queries
from pages.parts import access, brief_files, fresh_files, words
from pages.parts.brief_facts import Brief
from pages.parts.brief_job import NAME, WORK, Job

OWNER = "brief_job_owner"
TOLD = "brief_job_told"
POLL = 1.5  # seconds between two looks at the work
ZIP = "application/zip"
BUSY = "Zip lain sedang dibuat untuk pengguna lain. Coba lagi satu menit lagi."


def draw(brief: Brief) -> None:
    """One click each; the zip of all is made beside the server, with its progress."""
    with st.popover("Unduh", icon=":material/download:", key="brief_documents"):
        st.markdown(f"**{words.escape(brief.full_name)}**")
        if brief.simulated:
            st.caption(f"{words.SIMULATED}, tercetak di setiap dokumen.")
        ask = partial(queries.ask, access.opened(brief.dataset))
        with st.container(horizontal=True, gap="small"):
            for kind, one in brief_files.KINDS.items():
                fresh_files.button(
                    one.label,
                    brief_files.name(brief, kind),
                    one.mime,
                    partial(brief_files.made, kind, brief, ask),
                )
        st.divider()
        everybody(brief)


def everybody(brief: Brief) -> None:
    """The zip: begin it, watch it, fetch it."""
    st.markdown("**Semua daerah dan provinsi**")
    mine = WORK.of(owner())
    if mine is None:
        offer(brief)
        return
    if mine.running:
        st.fragment(watch, run_every=POLL)(mine)
    else:
        finished(mine)


def owner() -> str:
    """A secret of this session."""
    return str(st.session_state.setdefault(OWNER, secrets.token_urlsafe(16)))


def offer(brief: Brief) -> None:
    st.caption(
        f"{len(brief.regencies)} daerah dan provinsi, empat dokumen masing-masing, dengan daerah "
        "pembanding termirip; sekitar satu menit, halaman ini tetap dapat dipakai."
    )
    st.button(
        "Buat zip semua daerah",
        icon=":material/folder_zip:",
        key="brief_all",
        on_click=begin,
        args=(arguments(brief),),
    )
    if st.session_state.pop("brief_all_busy", False):
        st.warning(BUSY, icon=":material/hourglass:")


def begin(asked: tuple[str, ...]) -> None:
    st.session_state["brief_all_busy"] = not WORK.begin(owner(), asked)


def arguments(brief: Brief) -> tuple[str, ...]:
    """The words of the command line; each is one that the app chose, or a whole web address."""
    chosen = brief.chosen
    base = chosen.link.split("?")[0].removesuffix("/briefing")
    told = [f"--dataset={brief.dataset}"]
    told += [f"--address={base}"] if words.web_address(base) else []
    told += [f"--year={chosen.year}"] if chosen.year is not None else []
    told += [f"--sector={chosen.sector}"] if chosen.sector is not None else []
    return tuple(told)


def watch(job: Job) -> None:
    """How far it is; when it ends the whole page is drawn again, and nobody looks any more."""
    if not job.running:
        st.rerun()
    share = job.done / job.total if job.total else 0.0
    st.progress(share, text=words.escape(told(job)))
    st.button("Batalkan", icon=":material/close:", key="brief_all_stop", on_click=stop)


def told(job: Job) -> str:
    if not job.total:
        return "Menyiapkan …"
    return f"{words.whole(job.done)} dari {words.whole(job.total)}: {job.name}"


def stop() -> None:
    WORK.end(owner())


def finished(job: Job) -> None:
    """Fetched any number of times for a quarter of an hour, then let go."""
    if job.state == "selesai":
        if st.session_state.get(TOLD) != job.folder.name:  # the list may be closed by now
            st.session_state[TOLD] = job.folder.name
            st.toast("Zip semua daerah siap: buka Unduh.", icon=":material/folder_zip:")
        st.caption(f"Siap: {words.whole(job.total)} berkas, disimpan 15 menit.")
        fresh_files.button("Unduh zip", NAME, ZIP, job.path.read_bytes)
    else:
        st.error(
            "Zip tidak selesai dibuat. Coba lagi; bila tetap, buat per daerah.",
            icon=":material/error:",
        )
    st.button(
        "Buang, buat yang baru", icon=":material/delete:", key="brief_all_drop", on_click=stop
    )
