"""What an attacker writes into the console: each statement ends in a message, and nothing else."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data import shelf
from pages.parts import console_refusals
from queries import console

REFUSED: dict[str, list[str]] = {
    "function": [  # files, memory, settings, and text that becomes SQL
        "from read_csv('/etc/passwd')",
        "from read_text('/proc/self/environ')",
        "from main.read_text('/etc/passwd')",
        "from read_blob('{folder}/{name}')",
        "from read_json('/etc/passwd')",
        "from read_ndjson_objects('/etc/passwd')",
        "from read_parquet('x.parquet')",
        "from parquet_metadata('x.parquet')",
        "from sniff_csv('/etc/passwd')",
        "from read_duckdb('{folder}/{name}')",
        "from glob('/etc/*')",
        "from sqlite_scan('x', 'y')",
        "from unnest([1, 2]), read_text('/etc/passwd')",
        "select (select content from read_text('/etc/passwd'))",
        "select exists(from read_text('/etc/passwd'))",
        "select * from regency where code in (select content from read_text('/etc/passwd'))",
        "with a as (from read_text('/etc/passwd')) from a",
        "describe from read_csv('/etc/passwd')",
        "summarize from read_csv('/etc/passwd')",
        "from arrow_scan(1::pointer, 1::pointer, 1::pointer)",
        "from pandas_scan(1)",
        "from query('from regency')",
        "from query_table(['/etc/passwd'])",
        "from json_execute_serialized_sql(json_serialize_sql('select 1'))",
        "from force_checkpoint()",
        "from duckdb_settings()",
        "from duckdb_secrets()",
        "from which_secret('s3://x', 's3')",
        "from duckdb_extensions()",
        "from duckdb_logs()",
        "from duckdb_temporary_files()",
        "from pragma_database_size()",
        "select current_setting('allowed_paths')",
        "select list_transform(['secret_directory'], name -> current_setting(name))",
        "select CURRENT_SETTING('home_directory')",
        "select getenv('PATH')",
        "select write_log('x')",
    ],
    "table": [
        "from pg_catalog.pg_settings",
        'from "duckdb_databases"',
        "select path from Duckdb_Databases",
        "pragma database_list",
        "from duckdb_logs",
    ],
    "file": [  # a name that is read as a file
        "from '/etc/passwd.csv'",
        'from "data.parquet"',
        "from 'https://example.com/rows.parquet'",
        "from '{folder}/{name}'",
        "import database '/tmp'",  # the parser of the module itself opens the file
    ],
    "statement": [
        "insert into regency from regency",
        "update regency set name = 'x'",
        "delete from regency",
        "truncate regency",
        "merge into regency using regency as r on true when matched then delete",
        "drop table regency",
        "drop view if exists alike",
        "alter table regency rename to x",
        "comment on table regency is 'x'",
        "create table x as select 1",
        "create temp table x as select 1",
        "create macro f() as 1",
        "create secret (type s3)",
        "create type t as enum ('a')",
        "copy regency to '/tmp/console-was-here.csv'",
        "copy (select 1) to '{folder}/{name}'",
        "copy regency from '/etc/passwd'",
        "export database '/tmp/console-was-here'",
        "attach '{folder}/{name}' as other",
        "attach ':memory:' as other",
        "detach temp",
        "use temp",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "reset lock_configuration",
        "set variable x = 1",
        "pragma threads = 8",
        "checkpoint",
        "force checkpoint",
        "vacuum",
        "call force_checkpoint()",
        "prepare p as select 1",
        "execute p",
        "begin",
        "explain analyze delete from regency",
        "pivot regency on kind",
        "select 1; drop table regency",
        "/* select 1 */ drop table regency",
        "select 1 -- ; drop\n; drop table regency",
    ],
    "many": ["select 1; select 2", "select 1 /* ; */ ; select 2"],
    "empty": ["", "   \n\t", "-- select 1", "/* select 1 */", ";;;"],
    "letters": ["select 1\0; drop table regency", "select '\ud800'", "select '\x1b[2J'"],
    "long": ["select " + "1 + " * 10_000 + "1"],
    "depth": [
        "select " + "[" * 5_000 + "]" * 5_000,
        "select " + "1+" * 9_000 + "1",
        "select " + "abs(" * 3_900 + "1" + ")" * 3_900,
    ],
    "columns": ["select " + "*, " * 30 + "1 from indicator"],
    "parameters": ["select $code", "select $1", "select ?"],
    "memory": [
        "select repeat('a', 1000000000)",
        "select range(100000000)",
        "select string_agg(repeat('x', 100000), '') from range(100000)",
        "select printf('%1000000000d', 1)",
        "select unnest(range(1000000000))",
    ],
    "deadline": [
        "select count(*) from regency_fact a, regency_fact b, regency_fact c, regency_fact d",
        "select sum(number) from range(1000000000000) as numbers(number)",
        "with recursive a as (select 1 as i union select i + 1 from a) select max(i) from a",
        "select levenshtein(repeat('a', 100000), repeat('b', 100000))",
        "select pg_sleep(60)",
    ],
    "error": [
        "selec 1",
        "kill 1",
        "with a as (insert into regency from regency returning *) from a",
        "select * from (delete from regency)",
        "select 1 into x",
        "select nextval('s')",
        "select 1 /* unfinished",
        "from '/etc/passwd'",
        "show allowed_paths",
        "select decode('\\xff'::blob)",
        "select error('boo')",
        "select generate_series(1, 10000000000000)",
        "from json_each(repeat('[', 100000))",
        "sélect 1",
    ],
}
EITHER = {"memory", "deadline", "died"}  # which limit a bomb meets first is the machine's affair
BOMBS = [
    "with recursive a as (select 1 as i union all select i + 1 from a) from a",
    "select random() as r from range(300000000) order by r",
    "select n, count(*) from (select random() as n from range(300000000)) group by n order by 2",
    "select list(number) from range(1000000000) as numbers(number)",
    "select list_sort(list_transform(range(30000000), n -> hash(n)))",
    "select ('[' || repeat('1,', 10000000) || '1]')::int[]",
    "select lpad('x', 2000000000, 'y')",
    "select bitstring('1', 2000000000)",
    "with " + ", ".join(["a0 as (select 1)"] + [
        f"a{n} as (from a{n - 1} x, a{n - 1} y)" for n in range(1, 40)
    ]) + " select count(*) from a39",
]  # fmt: skip
ALL = [(kind, sql) for kind, statements in REFUSED.items() for sql in statements]


@pytest.fixture(scope="module")
def file(published: object) -> Path:
    """The built file that is attacked."""
    newest = shelf.newest("terbitan")
    assert newest is not None
    return newest


def outcome(file: Path, sql: str) -> console.Refused | console.Answer:
    filled = sql.replace("{folder}", str(file.parent)).replace("{name}", file.name)
    try:
        return console.run(file, filled, {})
    except console.Refused as refused:
        return refused


@pytest.fixture(scope="module")
def attacked(file: Path) -> Iterator[dict[str, console.Refused | console.Answer]]:
    """All of it, two at a time; what is to run out of time has a second for it."""
    limited = [sql for kind, sql in ALL if kind in EITHER] + BOMBS
    judged = [sql for kind, sql in ALL if kind not in EITHER]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(console, "PATIENCE", 600)
        found = {}
        for seconds, statements in ((30, judged), (1, limited)):
            patch.setattr(console, "SECONDS", seconds)
            with ThreadPoolExecutor(console.AT_ONCE) as pool:
                ends = pool.map(lambda sql: outcome(file, sql), statements)
                found |= dict(zip(statements, ends, strict=True))
        yield found


@pytest.fixture(scope="module")
def before(file: Path) -> dict[str, object]:
    return state(file)


def state(file: Path) -> dict[str, object]:
    """The file, its folder, the place of temporary files, and our children."""
    return {
        "file": hashlib.sha256(file.read_bytes()).hexdigest(),
        "folder": sorted(os.listdir(file.parent)),
        "left": sorted(name for name in os.listdir(tempfile.gettempdir()) if "duckdb" in name),
        "written": Path("/tmp/console-was-here.csv").exists(),
        "children": children(),
    }


def children() -> list[str]:
    """Processes of the console that this one started."""
    found = []
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = one.read_text().rpartition(")")[2].split()[1]
            command = one.with_name("cmdline").read_bytes()
        except OSError:  # it ended just now
            continue
        if parent == str(os.getpid()) and b"console_child" in command:
            found.append(one.parent.name)
    return found


@pytest.mark.parametrize(("kind", "sql"), ALL, ids=[f"{kind}: {sql[:50]!r}" for kind, sql in ALL])
def test_a_hostile_statement_ends_in_a_message(kind, sql, before, attacked, file):
    refused = attacked[sql]
    assert isinstance(refused, console.Refused), refused
    assert refused.kind == kind or {refused.kind, kind} <= EITHER, refused.told
    told = console_refusals.title(refused) + console_refusals.reason(refused)
    assert str(file.parent) not in told
    assert "Traceback" not in told


@pytest.mark.parametrize("sql", BOMBS, ids=[sql[:50] for sql in BOMBS])
def test_a_bomb_meets_a_limit(sql, before, attacked):
    refused = attacked[sql]
    assert isinstance(refused, console.Refused)
    assert refused.kind in EITHER


def test_nothing_is_left_of_all_that(before, attacked, file):
    assert state(file) == before
