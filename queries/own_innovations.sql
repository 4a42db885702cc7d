-- Which innovations of one regency are recorded?
-- One row per innovation, by name.
select innovation_id, name, long_name, sector_id, description
from innovation
where code = $code
order by name
