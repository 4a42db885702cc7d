-- Which governments are there?
-- One row per regency, in the order of the codes.
select code, name, short_name, kind, capital
from regency
order by code
