"""Names that Excel lets a sheet have."""

import re

from data.importing import harmless

LONGEST = 31  # UTF-16 units, as Excel counts
RESERVED = {"history", "riwayat"}
FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")


def unique(wanted: list[str], taken: set[str]) -> list[str]:
    """A legal name for each wanted one, no two alike in any letter case.

    Args:
        taken: names that are given away already.
    """
    used = {name.casefold() for name in taken} | RESERVED
    names = []
    for want in wanted:
        name, times = legal(want), 1
        while name.casefold() in used:
            times += 1
            ending = f" ({times})"
            name = cut(legal(want), LONGEST - len(ending)) + ending
        used.add(name.casefold())
        names.append(name)
    return names


def legal(name: str) -> str:
    """A name without the signs that Excel forbids, and short enough."""
    return cut(FORBIDDEN.sub(" ", harmless.seen(name)).strip("' "), LONGEST) or "Lembar"


def cut(name: str, longest: int) -> str:
    """As much of a name as fits, whole letters only, without an apostrophe or space at the end."""
    while len(name.encode("utf-16-le")) > 2 * longest:
        name = name[:-1]
    return name.strip("' ")
