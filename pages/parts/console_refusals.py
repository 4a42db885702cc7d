"""Why a statement gave no rows, and what to do about it, in Indonesian."""

from typing import Any

from pages.parts import words
from queries import console

READ_ONLY = (
    "Konsol ini hanya membaca: tulis satu perintah SELECT (atau WITH, FROM, VALUES, DESCRIBE, "
    "SUMMARIZE)."
)
TYPES = {
    "EXPLAIN": "EXPLAIN tidak dijalankan di sini",
    "MULTI": "perintah ini menjadi beberapa perintah sekaligus",
    "COPY": "COPY menulis atau membaca berkas",
    "EXPORT": "EXPORT menulis berkas",
    "ATTACH": "ATTACH membuka berkas lain",
    "DETACH": "DETACH menutup basis data",
    "LOAD": "INSTALL dan LOAD memasang pengaya",
    "SET": "SET, RESET, dan USE mengubah pengaturan",
    "PRAGMA": "PRAGMA mengubah pengaturan",
    "VARIABLE_SET": "SET mengubah pengaturan",
    "CREATE": "CREATE membuat sesuatu (PIVOT tanpa daftar IN juga: sebut nilainya dengan IN)",
    "CALL": "CALL dan CHECKPOINT menjalankan prosedur",
    "PREPARE": "PREPARE menyimpan perintah",
    "EXECUTE": "EXECUTE menjalankan perintah tersimpan",
    "TRANSACTION": "transaksi tidak ada gunanya di sini",
    "VACUUM": "VACUUM mengubah berkas",
}
TITLES = {
    "letters": "Ada huruf yang tidak dapat dibaca",
    "long": "Perintah terlalu panjang",
    "busy": "Konsol sedang dipakai",
    "died": "Perintah dihentikan",
    "deadline": "Melewati batas waktu",
    "memory": "Melewati batas memori",
    "empty": "Belum ada perintah",
    "many": "Lebih dari satu perintah",
    "statement": "Perintah ini ditolak",
    "function": "Fungsi ini ditutup",
    "table": "Tabel ini ditutup",
    "file": "Berkas tidak dibaca di sini",
    "parameters": "Parameter tidak cocok",
    "columns": "Terlalu banyak kolom",
    "size": "Isi sel terlalu besar",
    "depth": "Perintah terlalu bersusun",
    "error": "SQL ini belum dapat dijalankan",
}


def title(refused: console.Refused) -> str:
    return TITLES[refused.kind]


def reason(refused: console.Refused) -> str:
    """What was refused, why, and what to do: Markdown."""
    return REASONS[refused.kind](refused.told)


def letters(told: dict[str, Any]) -> str:
    return (
        f"Di {place(told)} ada huruf kendali atau huruf rusak. Hapus huruf itu, atau ketik ulang "
        "barisnya."
    )


def statement(told: dict[str, Any]) -> str:
    kind = told["said"]
    what = TYPES.get(kind, f"{words.escape(kind)} mengubah data atau pengaturan")
    return f"{what[0].upper()}{what[1:]}. {READ_ONLY}"


def function(told: dict[str, Any]) -> str:
    return (
        f"**{words.text(told['said'])}** membaca berkas, memori, atau pengaturan server, atau "
        "menjalankan teks sebagai SQL. Pakai tabel dari daftar di samping; untuk deret pakai "
        "range, generate\\_series, atau unnest."
    )


def table(told: dict[str, Any]) -> str:
    return (
        f"**{words.text(told['said'])}** berisi pengaturan atau letak berkas server. Daftar tabel "
        "dan kolom ada di samping, atau lewat duckdb\\_tables() dan duckdb\\_columns()."
    )


def parameters(told: dict[str, Any]) -> str:
    said = []
    if told["missing"]:
        named = words.listed([f"${name}" for name in told["missing"]])
        said.append(f"SQL menyebut {words.escape(named)}, tetapi parameternya belum diisi.")
    if told["extra"]:
        named = words.listed(told["extra"])
        said.append(f"Parameter {words.escape(named)} tidak disebut di SQL.")
    return " ".join([*said, "Samakan nama di kotak Parameter dengan yang sesudah $ pada SQL."])


def error(told: dict[str, Any]) -> str:
    where = f"Di {place(told)}. " if "line" in told else ""
    return f"{where}Perbaiki, lalu jalankan lagi. Kata DuckDB: {words.escape(told['said'])}"


def place(told: dict[str, Any]) -> str:
    return f"baris {words.whole(told['line'])}, huruf ke-{words.whole(told['column'])}"


def marked(sql: str, told: dict[str, Any]) -> str:
    """The line at fault with a mark under the letter; "" where it is not known."""
    if "line" not in told:
        return ""
    full = sql.split("\n")[told["line"] - 1].replace("\t", " ")
    start = max(0, told["column"] - 60)
    mark = " " * (told["column"] - 1 - start) + "▲"
    shown = "".join(one if one.isprintable() else "□" for one in full[start : start + 90])
    return f"{shown}\n{mark}"


REASONS = {
    "letters": letters,
    "long": lambda told: (
        f"Paling panjang {words.whole(console.LETTERS)} huruf; ini {words.whole(told['said'])}. "
        "Persingkat, misalnya ganti daftar panjang dengan join."
    ),
    "busy": lambda _: (
        f"{words.whole(console.AT_ONCE)} perintah lain sedang berjalan di server ini. Coba lagi "
        "beberapa detik lagi."
    ),
    "died": lambda _: (
        "Mesin SQL berhenti tanpa jawaban, biasanya karena perintah terlalu bersusun atau terlalu "
        "besar. Sederhanakan, lalu jalankan lagi. Bagian lain aplikasi tidak terganggu."
    ),
    "deadline": lambda _: (
        f"Belum selesai dalam {words.whole(console.SECONDS)} detik, lalu dihentikan. Persempit "
        "dengan where, kurangi join silang, atau hitung per kelompok."
    ),
    "memory": lambda _: (
        f"Perlu lebih dari {words.whole(console.MEGABYTES)} MB, lalu dihentikan. Ambil kolom dan "
        "baris yang perlu saja, atau hitung per kelompok lebih dulu."
    ),
    "empty": lambda _: "Tulis satu perintah SELECT di kotak SQL, atau pilih sebuah contoh.",
    "many": lambda told: (
        f"Ada {words.whole(told['said'])} perintah. Jalankan satu per satu: hapus yang lain "
        "beserta titik komanya."
    ),
    "statement": statement,
    "function": function,
    "table": table,
    "file": lambda _: (
        "Nama dalam FROM itu terbaca sebagai berkas atau alamat; konsol hanya membaca tabel "
        "dataset yang dibuka. Pakai tabel dari daftar di samping, tanpa tanda petik."
    ),
    "parameters": parameters,
    "columns": lambda told: (
        f"Hasilnya {words.whole(told['said'])} kolom; paling banyak "
        f"{words.whole(console.COLUMNS)}. Sebut kolom yang perlu saja."
    ),
    "size": lambda _: (
        f"Beberapa baris saja sudah lebih dari {words.whole(console.BYTES // 1_000_000)} MB. "
        "Ambil sebagian teksnya dengan left(kolom, 200)."
    ),
    "depth": lambda _: "Kurangi kurung atau subkueri yang bersarang, misalnya dengan WITH.",
    "error": error,
}
