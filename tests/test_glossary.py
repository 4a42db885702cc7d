"""Words with a meaning: one list, shown as help on the words and whole on Data & metode."""

import ast
import re
from pathlib import Path

import pytest

import queries
from pages.parts import explore_choices, glossary, method
from queries.candidates import PARTS

ROOT = Path(__file__).parents[1]
CALLS = {
    "glossary.help": 0,
    "glossary.header": 1,
    "glossary.title": 2,
    "card": 3,
}  # where the terms begin
APART = "\n---\n"
LONGEST = (
    650  # letters: on a phone a box of help shows thirteen lines, and a keyboard cannot scroll it
)
PAGES = ["overview", "gaps", "candidates", "scenario", "ledger", "briefing", "explore", "sources"]


@pytest.fixture(scope="module")
def terms(published):
    return queries.ask(published, "glossary").set_index("term")


def asked_for() -> set[tuple[str, str]]:
    """Every term some page or part asks help for, with the file."""
    found = set()
    for file in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS:
                terms = node.args[CALLS[ast.unparse(node.func)] :]
                found |= {(file.name, one.value) for one in terms if isinstance(one, ast.Constant)}
    return found


def test_every_word_that_has_help_is_in_the_list(terms):
    assert len(asked_for()) > 20
    named = asked_for() | {
        ("", one) for one in (*glossary.VERDICTS, *PARTS, *explore_choices.TERMS.values())
    }
    assert not {(file, term) for file, term in named if term not in terms.index}


def test_every_number_in_a_meaning_is_read_from_the_rules(terms):
    told = " ".join(terms["meaning"]) + " ".join(terms["rule"].dropna())
    source = (ROOT / "pages" / "parts" / "method.py").read_text(encoding="utf-8")
    for name in re.findall(r"@(\w+)", told):
        assert f'"{name}"' in source, name
    assert not re.search(r"@(?!\w)", told)
    assert method.Prose.delimiter == "@"


def test_the_official_words_cite_the_letter_that_defines_them(terms):
    for term in ("index", "predicate", "spd", "sid", "maturity", "level", "count_score"):
        assert terms.loc[term, "publisher"].startswith("Badan Strategi Kebijakan"), term


def test_the_list_shows_every_term_with_its_numbers(visit, published, simulated, terms):
    app = visit("sources", part="Istilah")
    assert not app.exception
    shown = " ".join(str(table.value.to_dict()) for table in app.table)
    for name in terms["name"]:
        assert name in shown.replace("\\\\", ""), name
    assert "tertinggi 63" in shown
    assert "@" not in shown


def test_a_link_shows_one_term(visit, published, simulated):
    app = visit("sources", part="Istilah", term="kematangan")
    assert [len(table.value) for table in app.table] == [1]
    assert "0–111" in app.table[0].value.to_string()
    assert app.selectbox(key="term").value == "maturity"


def headings_and_labels(app) -> list[str]:
    widgets = [*app.selectbox, *app.multiselect, *app.toggle, *app.checkbox, *app.slider]
    headings = [one.value for one in app.header if one.proto.anchor != "rincian"]  # a row's name
    return [*headings, *(one.label for one in widgets)]


def helps(app) -> str:
    """Every box of help on the page."""
    return APART.join(getattr(getattr(one, "proto", None), "help", "") for one in app.main)


@pytest.mark.parametrize("page", PAGES)
def test_where_a_term_stands_in_a_heading_or_label_the_page_explains_it(
    page, visit, published, simulated, terms
):
    app = visit(page, data="Simulasi (rekaan)", dataset="Simulasi (rekaan)")
    assert not app.exception
    assert max(map(len, helps(app).replace("\\", "").split(APART))) <= LONGEST
    explained = helps(app).lower()
    for words in headings_and_labels(app):
        for term, row in terms.iterrows():
            if re.search(rf"\b{re.escape(row['name'].lower())}\b", words.lower()):
                assert f"**{row['name'].lower()}**" in explained, (words, term)
