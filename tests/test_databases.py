"""A database that DuckDB gave up is opened anew: nobody need start the server again."""

import duckdb
import pytest

import queries
from pages.parts import databases


@pytest.mark.parametrize("error", [duckdb.InternalException, duckdb.FatalException])
def test_the_question_is_put_to_the_file_opened_anew(published, built_once, monkeypatch, error):
    file, asked, ask = str(built_once("terbitan")), [], queries.ask

    def failing_once(db, question, **given):
        asked.append(db)
        if len(asked) == 1:
            raise error("Attempted to access index 0 within vector of size 0")
        return ask(db, question, **given)

    monkeypatch.setattr(queries, "ask", failing_once)
    assert len(databases.ask(file, "regencies", {})) == 13
    assert asked[0] is not asked[1]
    assert databases.opened(file) is asked[1]


def test_an_error_of_the_question_itself_is_told(published, built_once):
    with pytest.raises(TypeError, match="regencies takes"):
        databases.ask(str(built_once("terbitan")), "regencies", {"code": "6310"})
