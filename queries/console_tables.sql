-- Which tables and views does this file hold, and how many rows has each?
-- One row per table or view, by name; the rows of a view are not counted.
select table_name, 'tabel' as kind, estimated_size as row_count
from duckdb_tables()
where not internal
union all
select view_name, 'tampilan', null
from duckdb_views()
where not internal
order by table_name
