"""`python -m data versions` and `restore-version`: what was imported when, and bringing it back."""

import argparse
import getpass
from collections.abc import Callable
from functools import partial

from data.importing import versions
from data.importing.versions import Version

Say = Callable[[str], None]
Restore = Callable[..., Version]


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", restore: Restore, say: Say
) -> None:
    """Both commands, with `queries.publishing.restore` and what tells line by line."""
    command = commands.add_parser("versions", help="sebut semua versi data resmi (impor)")
    command.set_defaults(run=partial(tell, say))
    command = commands.add_parser("restore-version", help="terbitkan lagi isi satu versi lama")
    command.add_argument("number", type=int, help="nomor versi; 0 mengosongkan data resmi")
    command.add_argument("--note", default="", help="catatan untuk versi baru")
    command.set_defaults(run=partial(bring_back, restore, say))


def tell(say: Say, _given: argparse.Namespace) -> int:
    """Every version, the newest first; the one in force is marked."""
    every, current = versions.all_versions(), versions.current()
    if not every:
        say("Belum ada yang diimpor.")
    for one in every:
        say(line(one) + ("  ← berlaku" if one == current else ""))
    if complaint := versions.overtaken():
        say(complaint)
    return 0


def bring_back(restore: Restore, say: Say, given: argparse.Namespace) -> int:
    """The holdings of an older version as a new one."""
    made = restore(given.number, getpass.getuser(), given.note, progress=say)
    say(f"Terbit: {line(made)}")
    return 0


def line(version: Version) -> str:
    """One version: number, when, who, how, how much, its size, and why."""
    size = f"{version.size // 1024} kB"
    if version.created is None:
        return f"{version.number}  {size}  ✗ {version.trouble}"
    told = f"{version.number}  {version.created:%d/%m/%Y %H.%M} UTC  {version.who}  {version.kind}"
    return "  ".join([told, f"{version.rows} baris", size, version.note]).rstrip()
