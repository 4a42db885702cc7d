"""All that is known of one innovation, over the page; its id stands in the address."""

import pandas as pd
import streamlit as st

from pages.parts import access, card_actions, desk, frame, tables, words
from pages.parts import explore_choices as choices

ASKED = "innovation"  # in the address
CLOSED = "innovation_closed"  # in the session: how often, so that a row can be chosen again
A_PAGE = 5  # candidates on a page of Replikasi


def take(key: str, ids: list[str | None]) -> None:
    """What a row chosen in a table opens."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(ids) and not words.missing(ids[rows[0]]):
        show(str(ids[rows[0]]))


def show(innovation_id: str) -> None:
    st.query_params[ASKED] = innovation_id


def close() -> None:
    st.query_params.pop(ASKED, None)
    st.session_state[CLOSED] = st.session_state.get(CLOSED, 0) + 1


def draw(view: access.View) -> None:
    """The innovation that the address names, if there is one."""
    asked = st.query_params.get(ASKED)
    if not asked:
        return
    rows = access.ask("explore_detail", innovation=asked, code=view.code)
    if rows.empty:
        st.query_params.pop(ASKED)
        st.toast(f"Inovasi '{words.escape(asked[:60])}' pada tautan tidak ada pada data ini.")
        return
    title = words.text(rows["name"].iloc[0])
    st.dialog(title, width="large", on_dismiss=close)(detail)(rows, view)


def detail(rows: pd.DataFrame, view: access.View) -> None:
    """What it is, what may be done with it, its years, its levels, its copies."""
    row = rows.iloc[0].to_dict()
    if view.simulated:
        st.caption(f"**{words.SIMULATED}**")
    if not words.missing(row["long_name"]):
        st.caption(words.text(row["long_name"]))
    st.markdown(words.text(row["description"]))
    actions(row, view)
    tables.show(facts(row), "Yang diketahui tentang inovasi ini")
    if rows["stage"].notna().any():
        st.markdown("**Laporan**")
        tables.show(reports(rows), "Tahap dan kematangan tiap tahun laporan")
    levels(row)
    copies(row)
    st.caption(f"Sumber: {words.link(words.publisher(row['publisher']), row['url'])}")


def facts(row: dict) -> pd.DataFrame:
    """One line a fact; the unknown says so."""
    unknown = "belum diketahui"
    told = {
        "Daerah": words.text(row["regency"]),
        "Pelaksana": words.text(row["office"], unknown),
        "Urusan": words.text(row["sector_name"], unknown),
        "Rumpun urusan": words.text(row["cluster"], unknown),
        "Tema": words.text(row["theme_labels"], "tanpa tema"),
        "Bentuk": words.text(row["form"], unknown),
        "Inisiator": words.text(row["initiator"], unknown),
        "Digital": words.text(row["digital"], unknown),
        "Mulai": words.year(row["first_year"], unknown),
        "Tahun tercetak": words.text(row["year_as_printed"], unknown),
        "Penghargaan": words.text(row["award"], "tidak ada catatan"),
        "Disalin": f"{words.whole(row['copies'])} catatan"
        if row["copies"]
        else "belum ada catatan",
        "Judul sumber": words.text(row["source_title"]),
    }
    if row["is_reading"]:
        told["Perhatian"] = "sebagian (daerah, tahun, atau urusan) bacaan penyusun"
    if not words.missing(row["note"]):
        told["Catatan"] = words.text(row["note"])
    return pd.DataFrame({"Hal": list(told), "Keterangan": list(told.values())})


def reports(rows: pd.DataFrame) -> pd.DataFrame:
    most = choices.whole()[1]
    return pd.DataFrame(
        {
            "Tahun": [words.year(year) for year in rows["year"]],
            "Tahap": [words.text(stage) for stage in rows["stage"]],
            f"Kematangan (0–{most}, dihitung)": [words.brief(value) for value in rows["maturity"]],
        }
    )


def levels(row: dict) -> None:
    """Its level on every row, the last year."""
    found = access.ask("explore_detail_levels", innovation=row["innovation_id"])
    if found.empty:
        st.markdown("Parameter tiap baris SID: belum ada data.")
        return
    year = found["year"].iloc[0]
    last = found[found["year"] == year]
    st.markdown(f"**Parameter menurut laporan {words.year(year)}**")
    table = pd.DataFrame(
        {
            "Baris": [words.text(f"{one.number} {one.name}") for one in last.itertuples()],
            "Parameter": [words.whole(level) for level in last["level"]],
            "Arti": [words.text(meaning, "belum terpenuhi") for meaning in last["meaning"]],
            "Nilai": [words.brief(score) for score in last["score"]],
        }
    )
    tables.show(table, "Parameter tiap baris SID")


def copies(row: dict) -> None:
    found = access.ask("explore_detail_copies", innovation=row["innovation_id"])
    if len(found):
        st.markdown("**Kunjungan dan replikasi tercatat**")
        st.markdown("\n".join(map(tables.replication, found.to_dict("records"))))


def actions(row: dict, view: access.View) -> None:
    """On to the list it is a candidate on, or to the ledger."""
    held = desk.begun(view).get(row["innovation_id"])
    with st.container(horizontal=True, gap="small"):
        if not words.missing(row["place"]):
            place = int(row["place"])
            if st.button(f"Kandidat ke-{place} untuk {view.name}", icon=":material/content_copy:"):
                frame.go_to("candidates.py", list_page=str(-(-place // A_PAGE)))
        if held:
            st.button(
                "Buka kerja sama",
                icon=":material/handshake:",
                on_click=card_actions.follow,
                args=(held,),
            )
        elif row["code"] != view.code and st.button(
            f"Mulai kerja sama {view.name}", icon=":material/handshake:"
        ):
            card_actions.begin(row["innovation_id"])
