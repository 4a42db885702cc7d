"""The tables beside the editor: what each holds, how many rows, its columns and their types."""

import html

import pandas as pd
import streamlit as st

from pages.parts import access, words

HEIGHT = 390  # pixels; the list scrolls in it
STYLE = """<style>
@media (max-width: 640px) {.st-key-console_schema {height: 190px !important}}
.st-key-console_schema details {padding: .15rem 0; font-size: 14px}
.st-key-console_schema summary {cursor: pointer; overflow-wrap: anywhere}
.st-key-console_schema ul {margin: .1rem 0 .4rem 1.1rem; padding: 0; font-size: 13px}
.st-key-console_schema li {margin: 0; overflow-wrap: anywhere}
</style>"""
MEANING = {
    "alike": "pasangan inovasi yang mirip teksnya",
    "award": "penghargaan inovasi per daerah",
    "band": "batas predikat per tahun",
    "band_in_year": "batas predikat yang berlaku pada satu tahun",
    "boundary": "bentuk daerah di peta",
    "candidate": "kandidat replikasi tiap daerah, berurut",
    "claim_preference": "klaim mana yang dipakai per daerah dan tahun",
    "common_year": "tahun terakhir yang lengkap untuk tiap angka daerah",
    "dataset": "nama, tanggal, dan sidik berkas ini",
    "document": "dokumen pada tiap langkah kerja sama",
    "drawn_index": "indeks tiap daerah dalam tiap pengambilan ulang (bootstrap)",
    "explored": "tiap inovasi dan laporannya dengan semua saringan Jelajah",
    "fact": "angka daerah yang dikenal: satuan dan arti",
    "feature": "ciri struktur untuk mencari pembanding",
    "government_level": "parameter SPD per daerah dan tahun",
    "import_file": "berkas yang diimpor",
    "index_claim": "semua klaim indeks, dengan sumbernya",
    "index_result": "indeks yang dihitung dari parameter",
    "index_score": "skor, predikat, peringkat yang dipakai",
    "indicator": "40 baris indeks: bobot dan parameternya",
    "indicator_level": "nilai tiap baris indeks per daerah, dengan selang 95%",
    "innovation": "inovasi yang tercatat",
    "innovation_level": "parameter SID tiap inovasi",
    "innovation_proof": "bukti dan kematangan tiap inovasi",
    "innovation_report": "inovasi dalam laporan satu tahun, dan tahapnya",
    "innovation_search": "kata dasar tiap inovasi, untuk pencarian",
    "innovation_theme": "tema tiap inovasi",
    "innovation_word": "kata-kata inovasi dan bobotnya",
    "map": "peta yang dipakai",
    "maturity": "kematangan tiap inovasi yang dilaporkan",
    "maturity_draw": "pengambilan ulang (bootstrap) total kematangan",
    "near_duplicate": "tawaran yang mirip dengan milik sendiri",
    "need": "baris indeks yang dapat dinaikkan urusan atau tema",
    "neighbour": "daerah yang berbatasan",
    "offered": "inovasi dengan semua yang diketahui penirunya",
    "rank_range": "peringkat dan rentangnya",
    "regency": "13 kabupaten dan kota",
    "regency_distance": "kemiripan struktur antardaerah",
    "regency_fact": "angka BPS dan DJPK per daerah dan tahun",
    "regency_feature": "ciri struktur tiap daerah",
    "replication": "kunjungan, komitmen, dan replikasi tercatat",
    "report": "laporan lengkap per daerah dan tahun",
    "report_lack": "apa yang kurang dari tiap laporan",
    "ruleset": "aturan indeks per tahun",
    "sector": "38 urusan pemerintahan",
    "sector_stake": "poin dari satu inovasi lagi per urusan",
    "setting": "angka yang kami pilih sendiri, dengan alasannya",
    "source": "sumber tiap fakta",
    "step": "langkah sebuah kerja sama",
    "term": "istilah di layar dan artinya",
    "theme": "tema inovasi",
    "total_only": "inovasi yang hanya diketahui totalnya",
    "valued_level": "tiap parameter dengan nilainya dalam poin indeks",
    "word_stem": "kata dan kata dasarnya",
}


def draw() -> None:
    """All tables of the dataset in view; each opens on its columns, with or without a mouse."""
    tables = access.ask("console_tables")
    columns = access.ask("console_columns")
    st.markdown(
        f"**Tabel ({words.whole(len(tables))})** · "
        ":small[buka untuk melihat kolom; kode daerah dan urusan adalah teks]"
    )
    with st.container(height=HEIGHT, key="console_schema"):
        by_table = dict(list(columns.groupby("table_name")))
        told = [table(row, by_table[row["table_name"]]) for row in tables.to_dict("records")]
        st.markdown(STYLE + "".join(told), unsafe_allow_html=True)


def table(row: dict, columns: pd.DataFrame) -> str:
    """One table that opens on its columns."""
    counted = f"{words.whole(row['row_count'])} baris" if row["kind"] == "tabel" else row["kind"]
    meaning = MEANING.get(row["table_name"])
    said = f"{counted}: {meaning}" if meaning else counted
    listed = "".join(column(one) for one in columns.to_dict("records"))
    name = html.escape(row["table_name"])
    return f"<details><summary><b>{name}</b> · {said}</summary><ul>{listed}</ul></details>"


def column(row: dict) -> str:
    """Its name and type; of what may stand in it the sentence of the schema."""
    said = [row["data_type"].lower()]
    if not words.missing(row["comment"]):
        said.append(f"isian: {row['comment'].removeprefix('tulis ')}")
    told = html.escape("; ".join(said))
    return f"<li><b>{html.escape(row['column_name'])}</b> {told}</li>"
