"""Which words an innovation is found by: Indonesian words, reduced to their stems.

Stems by the Snowball algorithm for Indonesian (Tala 2003, package snowballstemmer): it takes off
what a word may begin and end with, without a dictionary. "pelayanan" and "layanan" meet in
"layan"; what a prefix swallows stays apart ("pengelolaan" does not meet "kelola"), and few short
words meet that should not. As it is typed a word is always found.
"""

import re
import unicodedata

import pandas as pd
from snowballstemmer.indonesian_stemmer import IndonesianStemmer

WORD = re.compile(r"[^\W_]+")
# They stand in nearly every sentence and say nothing of it.
HARMLESS = frozenset([
    "ada", "adalah", "agar", "atas", "atau", "bagi", "bahwa", "bila", "dalam", "dan", "dari",
    "dengan", "di", "hingga", "ini", "itu", "jadi", "juga", "ke", "kepada", "oleh", "pada", "para",
    "saat", "sampai", "secara", "sebagai", "sebuah", "seperti", "serta", "suatu", "tentang",
    "terhadap", "tiap", "untuk", "yaitu", "yang",
])  # fmt: skip
MOST_WORDS = 12


def words(text: str) -> list[str]:
    """The words of a text in its order, in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))


def stems(every: list[str]) -> list[str]:
    """The stem of each word; the stemmer of Snowball remembers its word, so each has its own."""
    stemmer = IndonesianStemmer()
    return [str(stemmer.stemWord(word)) for word in every]


def wanted(text: str) -> list[str]:
    """What `explored_by` of schema.sql looks for: per word its forms, of which one must be there.

    All words count but those that say nothing, unless there are no others; the last one may be the
    beginning of a word, for somebody is still typing it.
    """
    every = words(text)[:MOST_WORDS]
    telling = [word for word in every if word not in HARMLESS] or every
    forms = [f" ={stem} | {word} " for word, stem in zip(telling, stems(telling), strict=True)]
    if forms and every[-1] == telling[-1]:
        forms[-1] += f"| {telling[-1]}| ={telling[-1]}"
    return forms


def stemmed(every: pd.DataFrame) -> pd.DataFrame:
    """The rows of `word_stem`, given those of `explore_words.sql`."""
    return every.assign(stem=stems(every["word"].tolist()))
