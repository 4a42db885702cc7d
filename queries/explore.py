"""What Jelajah is asked with: filters that let everything pass, and where a page of rows begins."""

from typing import Any

FILTERS = (
    "years", "sectors", "clusters", "themes", "regencies", "stages", "kinds", "forms", "digitals",
    "initiators", "grades", "classes",
)  # fmt: skip
"""Each a list of values, the unknown as ''; none lets all pass."""

ALL: dict[str, Any] = {
    **{name: [] for name in FILTERS},
    "words": [],
    "least_maturity": None,
    "most_maturity": None,
}
"""What `explored_by` of schema.sql takes, by parameter, when nothing is filtered."""
