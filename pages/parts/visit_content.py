"""A visit note as plain data, from which both files are made: what it says, in which order."""

import datetime
from dataclasses import dataclass

import pandas as pd
from babel.dates import format_date

from pages.parts import documents, visit_blocks, words
from pages.parts.visit_blocks import Block, Note, cleaned
from pages.parts.visit_candidates import sheets
from pages.parts.visit_facts import Facts
from pages.parts.visit_gaps import gaps
from pages.parts.visit_profile import profiles
from pages.parts.visit_programme import programme, times
from pages.parts.visit_sheet import sheet
from pages.parts.visit_sources import used

LEGAL_BASIS = "Permenpan RB 89/2020 (replikasi inovasi)"
PLANNERS = "Bappeda/Bapperida"  # what each government calls its planning agency is not known
CAVEAT = (
    "Kandidat adalah bahan pertimbangan, bukan rekomendasi. Tidak tercatat di sumber terbuka bukan "
    "berarti tidak ada; yang belum diketahui ditanyakan saat kunjungan."
)


@dataclass(frozen=True)
class Plan:
    """What the visitor decided.

    Attributes:
        date: of the visit; None while it is not settled.
        start: when the programme begins.
        place, office: where the visit takes place, and who comes.
        purpose, legal_basis: as the user wrote them; each line of the basis is one rule.
        candidates: ids of the innovations to see, in the order of the visit.
    """

    date: datetime.date | None
    start: datetime.time
    place: str
    office: str
    purpose: str
    legal_basis: str
    candidates: tuple[str, ...]


def usual_purpose(facts: Facts) -> str:
    visitor, host = map(facts.titled, facts.both)
    return (
        f"Mempelajari inovasi {host} yang berpeluang ditiru {visitor}, menilai syarat dan "
        "biayanya di tempat, serta menjajaki kerja sama replikasi."
    )


def usual_place(facts: Facts) -> str:
    return f"{PLANNERS}, {facts.regencies.loc[facts.host, 'capital']}"


def usual_plan(facts: Facts, candidates: tuple[str, ...]) -> Plan:
    """The plan of one who has decided nothing but the host and what to see."""
    return Plan(
        None,
        datetime.time(9),
        usual_place(facts),
        PLANNERS,
        usual_purpose(facts),
        LEGAL_BASIS,
        candidates,
    )


def build(facts: Facts, ranked: pd.DataFrame, plan: Plan) -> Note:
    """The note.

    Args:
        facts: of the visitor and the host (`visit_facts.facts`).
        ranked: rows of `candidates.rank` of the visitor; those in the plan are described.
        plan: names at least one candidate.

    Raises:
        KeyError: a candidate that is not among the ranked.
    """
    by_id = ranked.set_index("innovation_id", drop=False)
    rows = by_id.loc[list(plan.candidates)].to_dict("records")
    visitor, host = map(facts.titled, facts.both)
    names = [row["name"] for row in rows]
    title = f"Nota kunjungan {visitor} ke {host}"
    note = Note(
        title,
        "Tujuan, profil, kesenjangan, kandidat replikasi, susunan acara, lembar isian",
        words.SIMULATED if facts.simulated else "",
        title,
        f"Inovasi Banua · {documents.dataset_line(facts.about)}",
        (
            *opening(facts, plan, len(names)),
            visit_blocks.chapter("2. Profil kedua daerah"),
            *profiles(facts),
            visit_blocks.chapter("3. Kesenjangan kami", new_page=True),
            *gaps(facts),
            visit_blocks.chapter("4. Susunan acara"),
            *programme(plan.start, rows, facts.name(facts.code), facts.name(facts.host)),
            visit_blocks.chapter("5. Kandidat yang dilihat", new_page=True),
            *sheets(rows, facts.name(facts.code), facts.dataset),
            visit_blocks.chapter("6. Lembar isian tangan", new_page=True),
            *sheet(names, visitor, host),
            visit_blocks.chapter("7. Sumber", new_page=True),
            visit_blocks.text(CAVEAT),
            *used(facts, rows, LEGAL_BASIS in plan.legal_basis),
        ),
    )
    return cleaned(note)


def opening(facts: Facts, plan: Plan, seen: int) -> list[Block]:
    """From whom to whom, when and where; the purpose, the legal basis, what happened before."""
    basis = [line.strip() for line in plan.legal_basis.splitlines() if line.strip()]
    return [
        visit_blocks.facts(
            ("Dari", ", ".join(filter(None, [plan.office, facts.titled(facts.code)]))),
            ("Ke", facts.titled(facts.host)),
            ("Hari dan tanggal", day(plan.date)),
            ("Pukul", times(plan.start, seen)),
            ("Tempat", plan.place),
        ),
        visit_blocks.chapter("1. Tujuan dan dasar hukum"),
        visit_blocks.text(plan.purpose),
        *([visit_blocks.items(*basis)] if basis else []),
        visit_blocks.field("Surat tugas, nomor dan tanggal"),
        visit_blocks.field("Dasar hukum lain"),
        *before(facts),
    ]


def day(date: datetime.date | None) -> str:
    """ "Kamis, 6 Juni 2024"; empty, to be filled in, while it is not settled."""
    return "" if date is None else str(format_date(date, "EEEE, d MMMM y", locale="id"))


def before(facts: Facts) -> list[Block]:
    """What is on record between the two already."""
    told = [
        f"{row['receiver']} ← {row['origin']}, {row['year_as_printed']}: {row['what']} "
        f"({row['status']}; {row['source_id']}){doubt(row['note'])}."
        for row in facts.replications.to_dict("records")
    ]
    if not told:
        return [visit_blocks.small("Belum ada kunjungan atau replikasi tercatat antara keduanya.")]
    return [visit_blocks.text("Yang sudah tercatat antara keduanya:"), visit_blocks.items(*told)]


def doubt(note: object) -> str:
    return "" if words.missing(note) else f". Catatan: {str(note).rstrip('.')}"
