-- Which published figures can be mapped?
-- One row per fact, by name.
select fact, name, unit, decimals
from fact
where mapped
order by name
