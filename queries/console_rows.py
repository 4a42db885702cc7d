"""The rows of a running statement as Arrow: so many and no more, of types that files can hold."""

import duckdb
import pyarrow as pa

from queries.console_statement import Refusal, Said

PLAIN = {
    "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT",
    "UINTEGER", "UBIGINT", "FLOAT", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP",
}  # fmt: skip
"""Types that pandas, a spreadsheet and Parquet hold as they are; the others become text."""
DAYS = (-719_162, 2_932_896)  # years 1 to 9999, as days since 1970: what a calendar here knows
BATCH = 1024  # rows


def fetched(
    db: duckdb.DuckDBPyConnection, statement: duckdb.Statement, values: Said, limits: Said
) -> tuple[pa.Table, str]:
    """The first rows, as they come, and why there are no more of them."""
    result = db.execute(statement, values or None)
    described = [(name, str(kind)) for name, kind, *_ in result.description or []]
    if len(described) > limits["columns"]:
        raise Refusal("columns", said=len(described))
    most = min(limits["rows"], limits["cells"] // max(1, len(described)))
    odd = {place for place, (_, kind) in enumerate(described) if not is_plain(kind)}
    if odd:
        db.execute(spelled(statement.query, len(described), odd), values or None)
    table, cut = drained(db, most, limits["bytes"])
    if far := far_days(table):
        db.execute(spelled(statement.query, len(described), odd | far), values or None)
        table, cut = drained(db, most, limits["bytes"])
    return table.rename_columns([name for name, _ in described]), cut


def is_plain(kind: str) -> bool:
    return kind in PLAIN or kind.startswith("DECIMAL(")


def far_days(table: pa.Table) -> set[int]:
    """Columns of days or moments outside the calendar, infinity among them."""
    far = set()
    for place, column in enumerate(table.columns):
        if pa.types.is_date32(column.type):
            stored, a_day = pa.int32(), 1
        elif pa.types.is_timestamp(column.type):
            stored, a_day = pa.int64(), 86_400_000_000
        else:
            continue
        first, end = DAYS[0] * a_day, (DAYS[1] + 1) * a_day
        days = [day for chunk in column.chunks for day in chunk.view(stored).to_pylist()]
        if any(day is not None and not first <= day < end for day in days):
            far.add(place)
    return far


def spelled(sql: str, count: int, odd: set[int]) -> str:
    """The same rows with some columns as DuckDB spells them: types that no spreadsheet knows.

    The text parses alone as one SELECT, so it cannot end the bracket it stands in.
    """
    names = [f"c{place}" for place in range(count)]
    chosen = [f"{name}::varchar" if place in odd else name for place, name in enumerate(names)]
    inner = sql.rstrip().rstrip(";")
    return f"select {', '.join(chosen)} from (\n{inner}\n) as answer ({', '.join(names)})"


def drained(db: duckdb.DuckDBPyConnection, most: int, room: int) -> tuple[pa.Table, str]:
    """At most so many rows and bytes of the running statement."""
    reader = db.to_arrow_reader(BATCH)
    batches, rows, size = [], 0, 0
    for batch in reader:
        batches.append(batch)
        rows, size = rows + batch.num_rows, size + batch.nbytes
        if rows > most or size > room:
            break
    table = pa.Table.from_batches(batches, schema=reader.schema)
    if size <= room:
        return table.slice(0, most), "rows" if rows > most else ""
    fits = int(rows * room / size * 0.9)
    if not fits:
        raise Refusal("size", said=size)
    return table.slice(0, min(fits, most)), "size" if fits < most else "rows"


def streamed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue().to_pybytes())
