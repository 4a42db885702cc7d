"""The method in plain Indonesian; every number in it is read from the rules and settings."""

import pandas as pd
import streamlit as st

from pages.parts import shell, words
from pages.parts.tables import show


def show_settings(rows: pd.DataFrame) -> None:
    show(
        pd.DataFrame(
            {
                "Pilihan": [words.text(label) for label in rows["label"]],
                "Nilai": [words.brief(value) for value in rows["value"]],
                "Alasan": [words.text(reason) for reason in rows["reason"]],
            }
        ),
        "Angka yang kami pilih sendiri",
    )


def index(rules: pd.Series) -> None:
    st.header("Indeks", anchor=False)
    st.markdown(
        f"Menurut aturan {rules['year']}, SPD dinilai sekali untuk pemerintah daerah (tertinggi "
        f"{words.brief(rules['spd_max'])}), kematangan dinilai untuk tiap inovasi (tertinggi "
        f"{words.brief(rules['maturity_max'])}), dan jumlah inovasi *n* menambah skor bila "
        f"sekurangnya "
        f"{words.whole(rules['basic_sectors_min'])} dari 6 urusan pelayanan dasar dilaporkan."
    )
    st.latex(
        r"\text{indeks} = \frac{\text{SPD} + \frac{\sum_j \text{kematangan}_j}"
        rf"{{\max({rules['divisor_min']},\,n)}} + \min(n, {rules['count_cap']}) \times "
        rf"{words.brief(rules['count_weight']).replace(',', '{,}')}}}"
        rf"{{{words.brief(rules['total_max'])}}} \times 100"
    )
    st.markdown(
        "Aplikasi ini belum menghitung indeks dari parameter: parameter SID tidak terbit. Skor "
        "yang "
        "ditampilkan adalah skor yang terbit, dengan tahun dan statusnya. Predikat hanya dihitung "
        "untuk tahun yang rentangnya diketahui."
    )


def levels(rules: pd.Series) -> None:
    st.header("Parameter SPD yang dihitung", anchor=False)
    st.markdown(
        "Tujuh baris (5a, 5b, 7, 10a, 10b, 11a, 11b) ditentukan angka BPS dan DJPK. Kami "
        "memakai tahun "
        "terbaru yang dimiliki semua daerah sebelum tahun berjalan; perubahan dihitung "
        "terhadap tahun "
        "sebelumnya, dibulatkan dua desimal, lalu dibandingkan dengan ambang; bila ambang "
        "bertumpang "
        "tindih, parameter yang lebih tinggi berlaku. Kenaikan IPM *dua tahun* kami baca "
        "sebagai selisih "
        "dua tahun berurutan, karena ambangnya sebesar kenaikan setahun. Baris 4 tidak "
        "dihitung: PDRB per "
        "orang atas dasar harga konstan tidak kami miliki."
    )
    st.latex(
        r"\text{poin indeks} = \frac{\text{bobot} \times \text{selisih parameter}}"
        rf"{{{words.brief(rules['total_max'])}}} \times 100"
    )


def peers() -> None:
    st.header("Daerah pembanding", anchor=False)
    features = shell.ask("feature_names")
    st.markdown(
        "Pembanding dipilih menurut struktur, bukan kinerja. Tiap ciri dibakukan (rata-rata 0, "
        "simpangan "
        "baku 1), jaraknya Euklides, dan kemiripan 100 berarti struktur yang sama, 0 jarak "
        "terjauh di "
        "provinsi. Ciri *mendekatkan* bila pada ciri itu pasangan lebih dekat daripada "
        "rata-rata daerah "
        "lain; *membedakan* bila selisihnya terbesar. *Stabil* berarti tetap terpilih walau "
        "satu ciri mana "
        "pun dilepas."
    )
    st.latex(
        r"\text{kemiripan}_{ab} = 100 \times \left(1 - \frac{d_{ab}}{d_{\text{terjauh}}}\right)"
    )
    show(
        pd.DataFrame(
            {
                "Ciri": [words.text(name) for name in features["name"]],
                "Cara hitung": [words.text(rule) for rule in features["rule"]],
                "Tahun": [words.year(year) for year in features["year"]],
            }
        ),
        "Ciri struktur",
    )


def verdicts(setting: pd.Series) -> None:
    st.header("Putusan", anchor=False)
    st.markdown(
        "Patokan adalah median pembanding tanpa nilai sendiri. **▼ di bawah** dan **▲ di "
        "atas** bila "
        f"selisihnya bernilai sekurangnya {words.points(setting['least_points'])} indeks; "
        "**● setara** bila sama; **◆ belum dapat dibedakan** bila lebih kecil dari itu; "
        "**○ tidak dibandingkan** bila pembanding tidak punya data. Kelemahan diurutkan "
        "menurut poin "
        "indeks yang masih dapat diraih, bukan menurut persen."
    )


def candidates() -> None:
    st.header("Kandidat replikasi", anchor=False)
    st.markdown(
        "Asalnya daerah yang skornya (atau, bila tidak diketahui, predikatnya) lebih tinggi, atau "
        "inovasinya berpenghargaan nasional; inovasi yang namanya nyaris sama dengan milik sendiri "
        "dikeluarkan. Skor adalah rata-rata ukur bagian yang diketahui:"
    )
    st.latex(
        r"\text{skor} = \left(\prod_{i \in \text{diketahui}} "
        r"x_i\right)^{1 / \text{banyaknya}},\quad "
        r"x \in \{\text{perlu}, \text{bukti}, \text{cocok}, \text{mudah}, \text{masih berjalan}\}"
    )
    needs = shell.ask("needs")
    st.markdown(
        "**Perlu** adalah yang lebih besar dari kebutuhan urusan (inovasi tercatat dibanding "
        "pembanding) "
        "dan kebutuhan indikator: bagian poin yang masih dapat diraih pada baris SPD di bawah "
        "pembanding "
        f"yang dapat dibantu urusan atau tema itu ({len(needs)} kaitan tertulis di needs.csv). "
        "**Mudah** memerlukan parameter SID dan belum diketahui di dataset terbitan."
    )


def themes() -> None:
    st.header("Tema", anchor=False)
    rows = shell.ask("themes")
    show(
        pd.DataFrame(
            {
                "Tema": [words.text(label) for label in rows["label"]],
                "Aturan": [words.text(rule) for rule in rows["rule"]],
                "Inovasi": [words.whole(count) for count in rows["innovations"]],
            }
        ),
        "Tema dan aturannya",
    )


def show_all() -> None:
    """Every method, in the order in which the pages use them."""
    rulesets = shell.ask("rulesets")
    settings = shell.ask("settings")
    rules = rulesets[rulesets["kind"] == "resmi"].iloc[-1]
    index(rules)
    levels(rules)
    peers()
    verdicts(settings.set_index("setting")["value"])
    candidates()
    themes()
    st.header("Angka yang kami pilih sendiri", anchor=False)
    show_settings(settings)
    st.header("Aturan kejujuran", anchor=False)
    st.markdown(
        "- Tidak ada angka tanpa sumber; klaim yang bertentangan disimpan dan ditunjukkan.\n"
        "- Tidak ada nilai yang diisi di antara dua tahun; *belum ada data* adalah jawaban.\n"
        "- Angka turunan disebut *dihitung*; tahun yang kami baca sendiri disebut begitu.\n"
        "- Skor sebelum 2021 adalah poin mentah dan tidak pernah satu skala dengan sesudahnya.\n"
        "- Inovasi yang tidak tercatat berarti belum ditemukan di sumber terbuka, bukan tidak ada."
    )
