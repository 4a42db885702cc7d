"""Statements to begin with, in queries/examples: each runs on every dataset."""

from pages.parts.console_link import Asked

EXAMPLES = {
    "Skor tiap daerah, tahun terakhir diketahui": Asked("examples/latest_scores"),
    "Inovasi per urusan dan daerah": Asked("examples/innovations_by_sector"),
    "Cari kata di nama dan uraian inovasi": Asked(
        "examples/words_in_innovations", {"word": "stunting"}
    ),
    "Angka daerah berdampingan": Asked("examples/facts_side_by_side"),
    "Berapa poin satu parameter lagi, per baris indeks": Asked("examples/points_of_a_level"),
    "Pembanding terdekat sebuah daerah": Asked("examples/nearest_peers", {"code": "6310"}),
    "Siapa paling banyak ditawarkan untuk ditiru": Asked("examples/givers"),
    "Banyaknya angka daerah dari tiap sumber": Asked("examples/facts_by_source"),
}
"""By title, in Indonesian."""
