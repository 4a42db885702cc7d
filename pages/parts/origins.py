"""Where what is shown comes from, in words; a made-up round says so wherever it is told."""

MADE_UP = "putaran pelaporan rekaan"
NEWS = "pemberitaan dan laman pemerintah"


def on_record(simulated: bool) -> str:
    """Where the innovations on record come from."""
    return MADE_UP if simulated else NEWS


def found(simulated: bool) -> str:
    """What it takes to be on record."""
    return "dilaporkan pada simulasi" if simulated else "tercatat di sumber terbuka"


def absence(simulated: bool) -> str:
    """What an innovation's absence from the record means."""
    meaning = "tidak melaporkan inovasi" if simulated else "belum ditemukan, bukan tidak ada"
    return f"{found(simulated)}; abu-abu berarti {meaning}"


def reported(simulated: bool) -> str:
    """Whose levels an index is computed from."""
    return MADE_UP if simulated else "parameter yang dilaporkan"
