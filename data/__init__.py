"""Facts as given, and how they become DuckDB files."""
