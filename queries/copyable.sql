-- Which innovations of others could be added in a scenario?
-- One row per innovation of another government, in the order of its id.
select innovation_id, innovation.name, regency.name as origin, regency.code, sector_id
from innovation
join regency using (code)
where code <> $code
order by innovation_id
