-- Which values can the filters of Jelajah have?
-- One row per filter and value, in the order they are offered in.
select 'sectors' as filter, sector_id as value, name as label, sector_id as place
from sector
union all
select 'clusters', cluster, cluster, min(sector_id)
from sector
group by cluster
union all
select 'themes', theme, label, label
from theme
union all
select 'regencies', code, name, code
from regency
union all
select distinct 'years', year::text, year::text, (9999 - year)::text
from explored
where year is not null
order by filter, place, value
