-- Which promises does schema.sql hold, table by table?
-- One row per table.
select table_name,
    count(*) filter (constraint_type in ('PRIMARY KEY', 'UNIQUE')) as keys,
    count(*) filter (constraint_type = 'NOT NULL') as required,
    count(*) filter (constraint_type = 'CHECK') as checks,
    count(*) filter (constraint_type = 'FOREIGN KEY') as links
from duckdb_constraints()
where database_name = current_database()
group by table_name
order by table_name
