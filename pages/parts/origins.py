"""Where what is shown comes from, in words; a made-up round says so wherever it is told."""

from data import shelf

MADE_UP = "putaran pelaporan rekaan"
NEWS = "pemberitaan dan laman pemerintah"
FILES = "berkas yang diimpor"


def made_up(dataset: str) -> bool:
    return dataset in shelf.SCALES.values()


def on_record(dataset: str) -> str:
    """Where the innovations on record come from."""
    return worded(dataset, MADE_UP, f"{FILES}, {NEWS}", NEWS)


def found(dataset: str) -> str:
    """What it takes to be on record."""
    return worded(
        dataset,
        "dilaporkan pada simulasi",
        "tercatat di berkas impor atau sumber terbuka",
        "tercatat di sumber terbuka",
    )


def absence(dataset: str) -> str:
    """What an innovation's absence from the record means."""
    meaning = worded(
        dataset,
        "tidak melaporkan inovasi",
        "belum diimpor atau ditemukan, bukan tidak ada",
        "belum ditemukan, bukan tidak ada",
    )
    return f"{found(dataset)}; abu-abu berarti {meaning}"


def reported(dataset: str) -> str:
    """Whose levels an index is computed from."""
    given = "parameter yang dilaporkan"
    return worded(dataset, MADE_UP, f"{given}, dari {FILES}", given)


def worded(dataset: str, made_up_round: str, imported: str, published: str) -> str:
    """The words that are true of a dataset."""
    if made_up(dataset):
        return made_up_round
    return imported if dataset == shelf.IMPORTED else published
