"""The documents of a briefing: what there is, under which name, and how each is made."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from pages.parts import brief_scenario, documents
from pages.parts.brief_facts import Brief
from queries.ranking import Ask

PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True)
class Kind:
    """One kind of document.

    Attributes:
        label: on its button; told: what it is, in a list.
        ending: of its name; mime: its type.
        maker: module of this folder and function that make it; loaded when it is asked for, since
            what writes slides and pages is slow to load.
    """

    label: str
    told: str
    ending: str
    mime: str
    maker: tuple[str, str]


KINDS = {
    "pdf": Kind(
        "PDF satu halaman",
        "satu halaman untuk pimpinan",
        "satu-halaman.pdf",
        PDF,
        ("brief_pdf", "one_page"),
    ),
    "report": Kind(
        "PDF laporan",
        "laporan lengkap: profil, peta, kesenjangan, kandidat, skenario, metode, sumber",
        "laporan.pdf",
        PDF,
        ("brief_pdf", "report"),
    ),
    "pptx": Kind(
        "PPTX",
        "salindia dengan grafik, tabel, dan peta yang dapat diubah",
        "salindia.pptx",
        PPTX,
        ("brief_pptx", "slides"),
    ),
    "xlsx": Kind(
        "XLSX",
        "buku kerja: angka di balik tiap halaman, dengan grafik dan sumber",
        "angka.xlsx",
        documents.XLSX,
        ("brief_workbook", "workbook"),
    ),
}
"""By the word that the command line takes."""


def stem(brief: Brief) -> str:
    """ "taklimat-kota-banjarbaru", "taklimat-simulasi-kabupaten-banjar": made-up data says so."""
    made_up = "simulasi-" if brief.simulated else ""
    return f"taklimat-{made_up}{brief.full_name.lower().replace(' ', '-')}"


def name(brief: Brief, kind: str) -> str:
    """The name of a file: plain letters, and the same every time, so that a link to it stays."""
    return f"{stem(brief)}-{KINDS[kind].ending}"


def made(kind: str, brief: Brief, ask: Ask | None = None) -> bytes:
    """The document itself; never asks the session.

    Args:
        ask: puts a question to the dataset, remembering nothing: the report plays its scenario
            with it. Without it the report tells what is known without.
    """
    module, function = KINDS[kind].maker
    make: Callable[..., bytes] = getattr(import_module(f"pages.parts.{module}"), function)
    if kind == "report" and ask is not None:
        return make(brief, brief_scenario.closing(ask, brief))
    return make(brief)
