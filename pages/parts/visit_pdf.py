"""The visit note as PDF, drawn by typst from its blocks."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from pages.parts.visit_blocks import Note

TEMPLATE = Path(__file__).with_name("visit.typ")
MIME = "application/pdf"


def pdf(note: Note) -> bytes:
    """A4 with tagged headings. The words go in as data, so nothing in them is run as typst; the
    fonts are those inside typst's wheel, so every server draws the same pages."""
    given = json.dumps(asdict(note), ensure_ascii=False)
    return typst.compile(TEMPLATE, sys_inputs={"note": given}, ignore_system_fonts=True)
