"""The forms that write to the book: a step, letters, parties, identity, a note, the lock."""

from dataclasses import replace

import streamlit as st

from data import book
from pages.parts import access, desk, ledger_fields, pick, words
from pages.parts import ledger_identity as identity
from pages.parts import ledger_sentences as sentences
from pages.parts import ledger_writing as writing
from pages.parts.desk import Opened
from pages.parts.ledger_fields import Field, Typed
from queries import ledger

FORMS = {
    "step": "Tahap",
    "letters": "Surat",
    "parties": "Pihak",
    "identity": "Identitas",
    "note": "Catatan",
}


def edit(held: Opened, next_place: int) -> None:
    """One form at a time, chosen above it; what was typed in the others stays, and is saved too."""
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
        form(held, identity.fields(held), "mengubah identitas")
    else:
        form(held, [Field("note", "Catatan terakhir", "area")], "mencatat")


def form(
    held: Opened, fields: list[Field], what: str, button: str = "Simpan", more: Typed | None = None
) -> None:
    """Fields, what of them is not saved yet, and a button.

    Args:
        what: the event's name in the book.
        more: saved with it, and not to be changed by the user.
    """
    with st.grid(2, min_column_width=320, gap="small"):
        for one in fields:
            ledger_fields.draw(one, held)
    change = writing.changed(held.fields, settled(held))
    if held.revision and change:
        st.caption(f"Belum disimpan: {writing.listed(change)}.")
    st.button(
        button,
        type="primary",
        icon=":material/save:",
        key=f"save:{held.record_id}",
        on_click=save,
        args=(held, what, more or {}),
    )


def save(held: Opened, what: str, more: Typed) -> None:
    """Write what was typed; a new record is opened then."""
    if not writing.save(held, settled(held) | more, what):
        return
    ledger_fields.forget(held)
    if st.query_params.get("record") == desk.NEW:
        st.session_state.pop("new_record_ids", None)
        st.query_params.pop(desk.COPY, None)
        st.query_params["record"] = held.record_id


def settled(held: Opened) -> Typed:
    """What was typed, completed where it names a regency or an innovation."""
    typed = ledger_fields.typed(held)
    return identity.settled(typed) if "giver_code" in typed else typed


def step(held: Opened, next_place: int) -> None:
    """Dates of one step, why it is late, and its documents."""
    rows = desk.cooperation_steps().set_index("step")
    names = rows["name"].to_dict()
    coming = rows.index[min(next_place, len(rows)) - 1]
    chosen = pick.one("Tahap", names, "form_step", kept=False, first=coming)
    st.caption(sentences.first_letter_large(words.text(rows.loc[chosen, "meaning"])))
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


def new(view: access.View) -> None:
    """A new record, filled in as far as the candidate in the address tells."""
    copy = st.query_params.get(desk.COPY, "")
    ids = st.session_state.setdefault("new_record_ids", {})
    held = Opened(ids.setdefault(copy, book.new_record_id()), 0, {})
    first = {"born_of": ledger.KINDS[0], "receiver_code": view.code} | identity.copied(copy)
    visit = Field("planned.visit", "Rencana kunjungan", "date")
    asked = [*identity.fields(held, first.get("giver_code", words.ANY)), visit, letters()[0]]
    form(
        held,
        [replace(one, first=first.get(one.name, "")) for one in asked],
        "membuat",
        "Simpan catatan baru",
        {"dataset": view.book},
    )


def lock(held: Opened, usual_months: int) -> None:
    """How long a regency keeps what it copied running, and by which rule."""
    fields = [
        Field("lock_months", "Masa wajib jalan (bulan)", "months", first=str(usual_months)),
        Field("lock_basis", "Dasar hukum", help="Nomor dan judul peraturan kepala daerah."),
    ]
    form(held, fields, "mengatur masa wajib jalan")
