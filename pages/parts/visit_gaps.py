"""The visitor's costliest gaps, and how the host stands on the same rows."""

from pages.parts import gap_sentences, origins, tables, visit_blocks, words
from pages.parts import indicator_sentences as sentences
from pages.parts.sentences import plain
from pages.parts.visit_blocks import Block
from pages.parts.visit_facts import Facts
from queries import verdicts


def gaps(facts: Facts) -> list[Block]:
    """The visitor's three costliest gaps, and how the host stands on the same rows."""
    own, host = facts.name(facts.code), facts.name(facts.host)
    peers = words.listed(facts.peers)
    if not facts.weaknesses:
        return [visit_blocks.text(f"Terhadap {peers}, {gap_sentences.headline(own, [])}.")]
    head = ("Kesenjangan", own, "Pembanding", "Poin indeks", host)
    rows = [head, *(gap(facts, row) for row in facts.weaknesses)]
    return [
        visit_blocks.text(
            f"{gap_sentences.headline(own, facts.weaknesses)}, terhadap median empat daerah yang "
            f"strukturnya paling mirip ({peers})."
        ),
        visit_blocks.table(rows, (0.25, 0.2, 0.14, 0.22, 0.19)),
        visit_blocks.small(basis(facts)),
    ]


def gap(facts: Facts, row: dict) -> tuple[str, ...]:
    if row["sort"] == "urusan":
        return (
            f"Urusan {row['name']} (pelayanan dasar)",
            f"belum ada inovasi {origins.found(facts.dataset)}",
            f"{words.whole(row['peers_with'])} pembanding punya",
            words.DASH,
            f"{words.whole(facts.host_sectors.get(row['sector_id'], 0))} inovasi",
        )
    return (
        f"{row['number']} {row['name']}",
        f"{sentences.own_value(row)} ({row_years(row)})",
        sentences.benchmark(row).removeprefix("median pembanding ").removeprefix("pembanding "),
        stake(row),
        host_level(facts, row),
    )


def row_years(row: dict) -> str:
    return words.year(row["level_year"]) if words.missing(row["years"]) else str(row["years"])


def stake(row: dict) -> str:
    """What the median and the highest level are worth."""
    room = f"{words.number(row['headroom'])} sampai parameter 3"
    behind = row["verdict"] == verdicts.BEHIND
    return f"{words.number(row['points_to_median'])} sampai median\n{room}" if behind else room


def host_level(facts: Facts, row: dict) -> str:
    if row["indicator"] not in facts.host_levels.index:
        return words.UNKNOWN
    level = facts.host_levels.loc[row["indicator"]].to_dict()
    if words.missing(level["level"]):
        return words.UNKNOWN
    return f"{sentences.own_value(level)} ({row_years(level)})"


def basis(facts: Facts) -> str:
    """By which rules the points are counted, whose levels they are, what a basic service costs."""
    told = [f"Parameter: {levels_from(facts)}"]
    if len(facts.gaps):
        told.append(f"Poin menurut aturan {words.year(facts.gaps['rule_year'].iloc[0])}")
    if any(row["sort"] == "urusan" for row in facts.weaknesses):
        rule = gap_sentences.basic_rule(facts.rulesets, facts.sectors, facts.dataset)
        told.append(plain(rule).rstrip("."))
    return ". ".join(told) + "."


def levels_from(facts: Facts) -> str:
    if facts.simulated:
        return origins.MADE_UP
    computed = (facts.gaps["basis"] == "dihitung").any()
    return ("dihitung dari angka terbit " if computed else "") + tables.publishers(facts.gaps)
