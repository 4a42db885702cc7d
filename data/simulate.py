"""A made-up reporting round, complete and repeatable, for training and for measuring."""

import duckdb


def fill(db: duckdb.DuckDBPyConnection, seed: int, national: bool = False) -> None:
    """Put a made-up round into a database that holds the rules and the structure of regencies."""
