"""Where numbers are made: `connect` opens a dataset, `ask` puts one question to it.

A question is a file `<name>.sql` beside this one: line 1 asks it, line 2 gives grain and order,
`$name` marks what must be given. Nothing here knows of streamlit or plotly.
"""

from functools import partial
from pathlib import Path

from data import build as building
from queries.asking import FOLDER, ask, connect, named, text
from queries.preparation import prepare
from queries.promises import check, told

__all__ = ["FOLDER", "ask", "check", "connect", "ensure", "named", "prepare", "text", "told"]


def ensure(
    dataset: str, progress: building.Progress = building.silent, seed: int | None = None
) -> Path:
    """The file of a dataset, built first if its inputs changed or it is missing.

    Args:
        dataset: a name in shelf.LABELS.
        progress: told, in Indonesian, what is being done.
        seed: of a made-up dataset; without one, that of its newest file.

    Raises:
        data.errors.DataError: the facts are broken; the message says where.
    """
    return building.build(dataset, partial(prepare, progress=progress), progress, seed=seed)
