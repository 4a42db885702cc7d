"""The words of `python -m data brief`; what they do stands in pages/parts/brief_command.py."""

import argparse
from collections.abc import Callable
from pathlib import Path

from data import shelf

LOCAL = "http://localhost:8501"
ALL_FORMATS = "pdf,report,pptx,xlsx"


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    run: Callable[[argparse.Namespace], int],
) -> None:
    """The command, with what runs it."""
    command = commands.add_parser("brief", help="buat taklimat daerah: PDF, PPTX, XLSX")
    whose = command.add_mutually_exclusive_group()
    whose.add_argument("--regency", default="", help='nama daerah, misalnya "Tanah Bumbu"')
    whose.add_argument("--all", action="store_true", help="semua daerah")
    command.add_argument("--province", action="store_true", help="juga, atau hanya, provinsi")
    command.add_argument(
        "--format", default=ALL_FORMATS, help=f"satu atau lebih dari {ALL_FORMATS}, dipisah koma"
    )
    command.add_argument(
        "--dataset",
        choices=[*shelf.DATASETS, shelf.IMPORTED],
        help="tanpa kata ini: resmi bila sudah ada yang diimpor, kalau belum terbitan",
    )
    command.add_argument("--year", type=int, help="tahun; tanpa kata ini yang terakhir diketahui")
    command.add_argument("--sector", help="urusan yang menyaring kandidat, menurut namanya")
    command.add_argument("--out", type=Path, default=Path("."), help="folder tujuan")
    command.add_argument("--zip", type=Path, help="satu berkas zip sebagai ganti folder")
    command.add_argument("--address", default=LOCAL, help="alamat aplikasi, untuk tautan balik")
    command.set_defaults(run=run)
