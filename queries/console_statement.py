"""Whether a text is one SELECT that stays within the data, judged by DuckDB's own parser."""

import json
from typing import Any

import duckdb
import pyarrow as pa

TABLE_FUNCTIONS = {
    "range", "generate_series", "unnest", "repeat", "repeat_row", "summary", "test_all_types",
    "json_each", "json_tree", "regexp_split_to_table", "string_split_to_table",
    "pragma_table_info", "pragma_show", "duckdb_tables", "duckdb_columns", "duckdb_views",
    "duckdb_constraints", "duckdb_functions", "duckdb_types", "duckdb_keywords", "duckdb_indexes",
    "duckdb_schemas",
}  # fmt: skip
"""All that may stand in FROM besides tables: others read files, settings, memory or run text."""
CLOSED_FUNCTIONS = {"getenv", "current_setting", "write_log", "set_config", "query", "query_table"}
CLOSED_TABLES = {
    "duckdb_settings", "duckdb_secrets", "duckdb_databases", "duckdb_extensions", "duckdb_logs",
    "duckdb_log_contexts", "pg_settings", "pg_database", "pragma_database_list",
}  # fmt: skip
"""These tell where the files of the server lie."""
Said = dict[str, Any]


class Refusal(Exception):
    """What the parent is told instead of rows."""

    def __init__(self, kind: str, **said: Any) -> None:
        super().__init__(kind)
        self.told: Said = {"kind": kind, **said}


def checked(db: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The one SELECT that the text is; by the connection's parser, for the module's own reads
    files while it parses IMPORT DATABASE."""
    statements = db.extract_statements(sql)
    if not statements:
        raise Refusal("empty")
    for statement in statements:
        if statement.type != duckdb.StatementType.SELECT:
            raise Refusal("statement", said=statement.type.name)
    if len(statements) > 1:
        raise Refusal("many", said=len(statements))
    tree = parsed(db, statements[0].query)
    for part in parts(tree):
        look_at(db, part)
    return statements[0]


def parsed(db: duckdb.DuckDBPyConnection, sql: str) -> Said:
    row = db.execute("select json_serialize_sql($sql::varchar)", {"sql": sql}).fetchone()
    tree: Said = json.loads(row[0]) if row else {"error": True}
    if tree["error"]:
        raise Refusal("statement", said=str(tree.get("error_message", "")))
    return tree


def parts(tree: Any) -> list[Said]:
    """Every object within, without recursion: a tree may be deep."""
    found, waiting = [], [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found.append(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def look_at(db: duckdb.DuckDBPyConnection, part: Said) -> None:
    """Refuse a function or a table that leads out of the data."""
    name = str(part.get("function_name", "")).lower()
    if name in CLOSED_FUNCTIONS:
        raise Refusal("function", said=name)
    if part.get("type") == "TABLE_FUNCTION":
        named = str(part["function"].get("function_name", "")).lower()
        if named not in TABLE_FUNCTIONS and not is_our_macro(db, named):
            raise Refusal("function", said=named)
    table = str(part.get("table_name", "")).lower().strip('"')
    if table in CLOSED_TABLES:
        raise Refusal("table", said=table)


def is_our_macro(db: duckdb.DuckDBPyConnection, name: str) -> bool:
    macros = "from duckdb_functions() where not internal and function_type = 'table_macro'"
    found = db.execute(f"select 1 {macros} and function_name = $name", {"name": name}).fetchone()
    return found is not None


def given(db: duckdb.DuckDBPyConnection, statement: duckdb.Statement, values: Said) -> Said:
    """The values of $names; what is given as columns becomes the table given_<name>."""
    tables = {name: columns for name, columns in values.items() if isinstance(columns, dict)}
    for name, columns in tables.items():
        db.register(f"given_{name}", pa.table(columns))
    plain = {name: value for name, value in values.items() if name not in tables}
    wanted = set(statement.named_parameters)
    missing, extra = sorted(wanted - plain.keys()), sorted(plain.keys() - wanted)
    if missing or extra:
        raise Refusal("parameters", missing=missing, extra=extra)
    return plain
