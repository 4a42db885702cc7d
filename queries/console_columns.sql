-- Which columns do the tables of this file have, of which type, and what may stand in them?
-- One row per column, by table, in the order of the table.
select table_name, column_name, data_type, is_nullable, comment
from duckdb_columns()
where not internal
order by table_name, column_index
