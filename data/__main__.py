"""The second door: python -m data build | simulate | check | seal | map, those of what is imported,
those of the book, and brief.
"""

import argparse
import sys
import time
from functools import partial
from pathlib import Path

import queries
from data import (
    book_backup,
    book_files,
    book_intake,
    book_restore,
    book_shelf,
    boundaries,
    brief_arguments,
    seal,
    shelf,
)
from data.errors import DataError
from data.importing import command as command_of_import
from data.importing import version_commands
from queries import publishing

BUILT = [*shelf.DATASETS, shelf.IMPORTED]


def main(words: list[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when the data is not."""
    given = parser().parse_args(words)
    try:
        return int(given.run(given))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    doors = argparse.ArgumentParser(prog="python -m data", description="Data Inovasi Banua.")
    commands = doors.add_subparsers(required=True, metavar="perintah")
    command = commands.add_parser("build", help="bangun berkas DuckDB dari fakta")
    command.add_argument("dataset", nargs="?", default="terbitan", choices=BUILT)
    command.set_defaults(run=run_build)
    command = commands.add_parser("simulate", help="buat putaran pelaporan contoh dari satu benih")
    command.add_argument("--seed", type=seed, default=shelf.FIRST_SEED, help="bilangan bulat ≥ 0")
    command.add_argument(
        "--scale",
        choices=list(shelf.SCALES),
        default="kalsel",
        help="national: 552 pemerintah rekaan, hanya untuk mengukur",
    )
    command.set_defaults(run=run_simulate)
    command = commands.add_parser(
        "check", help="periksa setiap janji data; baris yang melanggar disebut"
    )
    command.add_argument("dataset", nargs="?", default="terbitan", choices=BUILT)
    command.set_defaults(run=run_check)
    command = commands.add_parser("seal", help="catat sha256 berkas kami di sources.csv")
    command.set_defaults(run=run_seal)
    command = commands.add_parser(
        "map", help="pakai batas resmi dari berkas, atau kembali ke skematik"
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", nargs="?", type=Path, help="GeoJSON, GeoPackage, Shapefile zip, GeoParquet"
    )
    what.add_argument("--schematic", action="store_true", help="kembali ke batas skematik")
    command.add_argument("--attribution", default="", help="kalimat sumber dan lisensi batas itu")
    command.set_defaults(run=run_map)
    command_of_import.add(commands, publishing.preview, publishing.publish, print)
    version_commands.add(commands, publishing.restore, print)
    add_book_commands(commands)
    brief_arguments.add(commands, run_brief)
    return doors


def add_book_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("backup", help="cadangkan buku replikasi sekarang")
    command.set_defaults(run=run_backup)
    command = commands.add_parser("restore", help="kembalikan buku replikasi dari cadangan")
    command.add_argument("name", nargs="?", help="nama cadangan; tanpa nama, yang terbaru")
    command.add_argument("--list", action="store_true", help="sebut semua cadangan")
    command.set_defaults(run=run_restore)
    command = commands.add_parser("export-book", help="salin seluruh buku ke folder CSV")
    command.add_argument("folder", type=Path, help="folder baru atau kosong")
    command.set_defaults(run=run_export_book)
    command = commands.add_parser("import-book", help="tambahkan isi folder CSV ke buku")
    command.add_argument("folder", type=Path, help="folder hasil export-book")
    command.set_defaults(run=run_import_book)


def seed(word: str) -> int:
    """A seed from the command line: it becomes part of a file's name."""
    if not word.isdecimal() or len(word) > 9:
        raise argparse.ArgumentTypeError(f"'{word}' bukan bilangan bulat 0 sampai 999999999")
    return int(word)


def run_build(given: argparse.Namespace) -> int:
    return announce(given.dataset)


def run_simulate(given: argparse.Namespace) -> int:
    return announce(shelf.SCALES[given.scale], given.seed)


def announce(dataset: str, seed: int | None = None) -> int:
    start = time.perf_counter()
    file = queries.ensure(dataset, progress=print, seed=seed)
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    print(f"Siap: {file} ({file.stat().st_size // 1024} kB, {seconds} detik)")
    return 0


def run_check(given: argparse.Namespace) -> int:
    """List every promise with how it stands, then the rows that break one."""
    with queries.connect(queries.ensure(given.dataset)) as db:
        reports = queries.check(db)
        held = queries.ask(db, "schema_promises")
    sealed = {
        "name": "seal",
        "file": seal.SOURCES,
        "promise": "sha256 berkas kami sama dengan yang tercatat di sources.csv",
        "rows": seal.broken(),
    }
    broken = [report for report in [*reports, sealed] if report["rows"]]
    for table in held.itertuples():
        print(
            f"✓ {table.table_name}: {table.keys} kunci, {table.required} wajib isi, "
            f"{table.checks} syarat, {table.links} rujukan (schema.sql)"
        )
    for report in [*reports, sealed]:
        print(f"{'✗' if report['rows'] else '✓'} {report['promise']} ({report['name']})")
    for report in broken:
        print(queries.told(report))
    return 1 if broken else 0


def run_seal(_given: argparse.Namespace) -> int:
    print(f"{seal.seal()} sidik berkas diperbarui di {seal.SOURCES}.")
    return 0


def run_map(given: argparse.Namespace) -> int:
    if given.schematic:
        boundaries.remove()
        print("Batas skematik dipakai kembali.")
    else:
        print(boundaries.install(given.file, attribution=given.attribution))
    return max(announce(dataset) for dataset in shelf.offered())


def run_backup(_given: argparse.Namespace) -> int:
    saved = book_backup.save()
    print(f"Cadangan: {saved}" if saved else "Buku masih kosong; belum ada yang dicadangkan.")
    return 0


def run_restore(given: argparse.Namespace) -> int:
    if given.list:
        for backup in book_shelf.backups():
            print(f"{backup.name}  {backup.stat().st_size // 1024} kB")
        return 0
    backup, aside = book_restore.restore(given.name)
    print(f"Buku dikembalikan dari {backup.name}.")
    if aside:
        print(f"Buku sebelumnya disimpan: {aside}")
    return 0


def run_export_book(given: argparse.Namespace) -> int:
    print(f"{book_files.export(given.folder)} peristiwa disalin ke {given.folder}.")
    return 0


def run_import_book(given: argparse.Namespace) -> int:
    added, skipped = book_intake.bring_in(given.folder)
    print(f"{added} peristiwa ditambahkan, {skipped} sudah ada dan sama.")
    return 0


def run_brief(given: argparse.Namespace) -> int:
    """Documents are made upstairs; only this command goes there, and only when it is given."""
    from pages.parts import brief_command

    return brief_command.run(given, partial(print, flush=True), partial(print, file=sys.stderr))


if __name__ == "__main__":
    sys.exit(main())
