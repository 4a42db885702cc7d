"""The one-page brief as data: every word the page carries, long ones cut so that it stays one."""

from dataclasses import asdict
from typing import Any

import pandas as pd

from pages.parts import words
from pages.parts.brief_content import Content, content, sources
from pages.parts.brief_facts import Brief
from pages.parts.brief_lines import Line
from pages.parts.brief_pdf_bar import bar
from pages.parts.brief_pdf_drawing import province_map
from pages.parts.whatif_sentences import shortened

BAR, HALF, MAPS = 236.0, 250.0, (310.0, 200.0)  # points: widths, and heights of the map
NAME, TOLD, WORTH, SENTENCE, VALUE = 80, 150, 40, 330, 260  # letters
NOTES = (1000, 600, 250)  # letters of the note, from most to least, as there is room
MAIN = 6  # publishers, where not all fit
REST = " … (selengkapnya: tautan di bawah)"


def page(brief: Brief) -> dict[str, Any]:
    """What `brief_page.typ` draws."""
    said = content(brief)
    return {
        "title": f"Taklimat {said.subject}",
        "subject": shortened(said.headline, SENTENCE),
        "mark": said.mark,
        "header": f"Inovasi Banua · Taklimat · {said.subject}",
        "footer": f"{said.data} · {dict(said.scope)['Dibuat']}",
        "headline": shortened(said.headline, SENTENCE),
        "remember": shortened(said.remember, SENTENCE),
        "index": said.index,
        "index_note": said.index_note,
        "standing": standing(said),
        "bar": asdict(bar(brief, BAR)),
        "maps": [asdict(province_map(brief, HALF, high, size=7.0)) for high in MAPS],
        "cards": cards(said),
        "notes": notes(said.note),
        "scope": scope(said),
        "sources": used(sources(brief)),
        "small": [method(brief), said.map_credit],
    }


def standing(said: Content) -> list[str]:
    told = (said.predicate, said.distance, said.position)
    return [shortened(sentence(one), VALUE) for one in told if one]


def sentence(told: str) -> str:
    """With a capital first letter."""
    return told[:1].upper() + told[1:]


def cards(said: Content) -> list[dict[str, Any]]:
    return [
        card("Tiga kesenjangan terbesar", said.gaps, said.gaps_note),
        card("Tiga kandidat untuk ditiru", said.candidates, said.candidates_note),
        card("Kerja sama berjalan", said.cooperations, said.cooperations_note),
    ]


def card(title: str, lines: tuple[Line, ...], note: str) -> dict[str, Any]:
    return {"title": title, "lines": [cut(one) for one in lines], "note": note}


def cut(line: Line) -> dict[str, str]:
    return {
        "sign": line.sign,
        "name": shortened(line.name, NAME),
        "told": shortened(line.told, TOLD),
        "worth": shortened(line.worth, WORTH),
    }


def notes(note: str) -> list[str]:
    """The editors' note, from whole to short; its lines run on, for they may be a hundred."""
    whole = run_on(note)
    return [whole if len(whole) <= most else whole[:most].rstrip() + REST for most in NOTES]


def run_on(note: str) -> str:
    """Without its line ends."""
    return " · ".join(line.strip() for line in note.splitlines() if line.strip())


def scope(said: Content) -> list[dict[str, str]]:
    """What the page is about; the address leads there."""
    return [
        {
            "label": label,
            "value": value if label == "Tautan" else shortened(value, VALUE),
            "link": words.web_address(value) if label == "Tautan" else "",
        }
        for label, value in said.scope
    ]


def used(rows: pd.DataFrame) -> list[str]:
    """Every publisher with the day it was last read; then only the main ones."""
    counted = rows.assign(publisher=rows["publisher"].map(words.publisher)).groupby("publisher")
    read = (
        counted["accessed"].agg(["max", "size"]).sort_values("size", ascending=False, kind="stable")
    )
    told = [
        f"{shortened(publisher, NAME)} ({words.date(row['max'])})"
        for publisher, row in read.iterrows()
    ]
    main = "; ".join(told[:MAIN])
    more = f"; dan {len(told) - MAIN} penerbit lain" if len(told) > MAIN else ""
    return ["; ".join(told), f"{main}{more}; semua sumber: tautan"]


def method(brief: Brief) -> str:
    """How the figures come about, in one line."""
    rules = brief.method["year"]
    if brief.is_province:
        return (
            f"Metode: poin dihitung dengan rumus aturan {rules}, rata-rata per daerah; skor dengan "
            "tahunnya masing-masing, jadi bukan peringkat. Rinci: Data & metode."
        )
    return (
        f"Metode: patokan adalah median pembanding tanpa nilai sendiri; poin dihitung dengan rumus "
        f"aturan {rules}; rentang peringkat 90% dari pengambilan ulang inovasi. Rinci: Data & "
        "metode."
    )
