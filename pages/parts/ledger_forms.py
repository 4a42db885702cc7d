"""The forms that write to the book: a step, letters, parties, identity, a note, the lock."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from data import book
from pages.parts import access, desk, ledger_fields, pick, words
from pages.parts import ledger_sentences as sentences
from pages.parts.desk import Opened
from pages.parts.ledger_fields import Field
from queries import ledger

Typed = dict[str, str | None]
OUTSIDE = "Di luar Kalimantan Selatan, atau tidak ada"
FORMS = {
    "step": "Tahap",
    "letters": "Surat",
    "parties": "Pihak",
    "identity": "Identitas",
    "note": "Catatan",
}


def edit(held: Opened, next_place: int) -> None:
    """One form at a time, chosen above it."""
    chosen = st.segmented_control(
        "Yang diisi",
        list(FORMS),
        format_func=FORMS.__getitem__,
        default="step",
        required=True,
        key="form",
        wrap=True,
    )
    if chosen == "step":
        step(held, next_place)
    elif chosen == "letters":
        form(held, letters(), "mengubah surat")
    elif chosen == "parties":
        form(held, parties(), "mengubah para pihak")
    elif chosen == "identity":
        form(held, identity(), "mengubah identitas", settled)
    else:
        form(held, [Field("note", "Catatan terakhir", "area")], "mencatat")


def form(
    held: Opened,
    fields: list[Field],
    what: str,
    settle: Callable[[Typed], Typed] = dict,
    button: str = "Simpan",
) -> None:
    """Fields and a button.

    Args:
        what: the event's name in the book.
        settle: completes what was typed before it is written.
    """

    def save() -> None:
        typed = settle({one.name: ledger_fields.typed(one, held) for one in fields})
        if desk.save(held, typed, what) and st.query_params.get("record") == desk.NEW:
            for kept in ("new_record", "new_record_id"):
                st.session_state.pop(kept, None)
            st.query_params["record"] = held.record_id

    with st.form(f"{held.record_id}:{held.revision}:{what}", border=False):
        for one in fields:
            ledger_fields.draw(one, held)
        st.form_submit_button(button, type="primary", icon=":material/save:", on_click=save)


def step(held: Opened, next_place: int) -> None:
    """Dates of one step, why it is late, and its documents."""
    rows = desk.cooperation_steps().set_index("step")
    names = rows["name"].to_dict()
    coming = rows.index[min(next_place, len(rows)) - 1]
    chosen = pick.one("Tahap", names, "form_step", kept=False, first=coming)
    st.caption(words.text(rows.loc[chosen, "meaning"]).capitalize())
    fields = [
        Field(f"planned.{chosen}", "Tanggal rencana", "date"),
        Field(f"real.{chosen}", "Tanggal nyata", "date", help="Isi setelah tahap ini terjadi."),
        Field(f"delay.{chosen}", "Sebab terlambat, bila terlambat"),
    ]
    if chosen == "closed":
        fields += [
            Field("close_reason", "Alasan menutup sebelum masanya, bila perlu", "area"),
            Field("close_basis", "Dasar hukum penutupan itu"),
        ]
    documents = access.ask("cooperation_documents")
    for one in documents[documents["step"] == chosen].itertuples():
        label = f"Dokumen: {one.name}"
        hint = "Nomor, tanggal, atau letak berkasnya; kosong berarti belum ada."
        fields.append(Field(f"document.{one.document}", label, help=hint))
    form(held, fields, f"mengisi {names[chosen]}")


def letters() -> list[Field]:
    kinds = {words.ANY: "Belum ada", **{kind: kind for kind in ledger.AGREEMENTS}}
    return [
        Field("legal_basis", "Dasar hukum kerja sama", "area"),
        Field("interest_number", "Nomor surat minat"),
        Field("interest_date", "Tanggal surat minat", "date"),
        Field("agreement_kind", "Jenis perjanjian", "choice", kinds),
        Field("agreement_number", "Nomor perjanjian"),
        Field("agreement_date", "Tanggal perjanjian", "date"),
        Field("bskdn_date", "Tanggal tembusan kepada BSKDN", "date"),
    ]


def parties() -> list[Field]:
    actors = {actor: actor.capitalize() for actor in ledger.ACTORS}
    return [
        *(
            Field(
                f"actors.{stage}", f"Pihak pada {sentences.STAGE[stage].lower()}", "several", actors
            )
            for stage in ledger.STAGES
        ),
        Field("receiver_office", "Kantor penghubung penerima"),
        Field("giver_office", "Kantor penghubung pemberi"),
    ]


def identity() -> list[Field]:
    regencies = access.ask_first("regencies").set_index("code")["name"].to_dict()
    options = {words.ANY: OUTSIDE, **regencies}
    elsewhere = "bila di luar Kalimantan Selatan"
    return [
        Field("innovation", "Nama inovasi"),
        Field("born_of", "Asal inovasi", "choice", sentences.BORN_OF),
        Field("receiver_code", "Daerah penerima", "choice", options),
        Field("receiver", f"Nama penerima, {elsewhere}"),
        Field("giver_code", "Daerah pemberi", "choice", options),
        Field("giver", f"Nama pemberi, {elsewhere}", help="Kosongkan untuk inovasi sendiri."),
    ]


def settled(typed: Typed) -> Typed:
    """A regency that was chosen gives its name; what was typed beside it does not count."""
    regencies = access.ask_first("regencies").set_index("code")["name"].to_dict()
    named = {
        side: regencies.get(typed.get(f"{side}_code") or "", typed.get(side))
        for side in ("receiver", "giver")
    }
    return typed | named


def new(view: access.View) -> None:
    """A new record, filled in as far as a candidate tells."""
    given = st.session_state.get("new_record", {})
    first = {"born_of": ledger.KINDS[0], "receiver_code": view.code} | given
    visit = Field("planned.visit", "Rencana kunjungan", "date")
    fields = [
        replace(one, first=first.get(one.name, "")) for one in [*identity(), visit, letters()[0]]
    ]
    fixed: Typed = {
        "dataset": view.dataset,
        "innovation_id": given.get("innovation_id"),
        "sector_id": given.get("sector_id"),
    }
    record_id = st.session_state.setdefault("new_record_id", book.new_record_id())
    form(
        Opened(record_id, 0, {}),
        fields,
        "membuat",
        lambda typed: settled(typed) | fixed,
        "Simpan catatan baru",
    )


def lock(held: Opened, usual_months: int) -> None:
    """How long a regency keeps what it copied running, and by which rule."""
    fields = [
        Field("lock_months", "Masa wajib jalan (bulan)", "months", first=str(usual_months)),
        Field("lock_basis", "Dasar hukum", help="Nomor dan judul peraturan kepala daerah."),
    ]
    form(held, fields, "mengatur masa wajib jalan")
