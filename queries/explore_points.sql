-- Which single innovations stand for each sector in the chart of maturity?
-- One row per innovation, by sector and maturity; at most $each of a sector, drawn by a hash of the id, so that the
-- same are drawn every time. Of each sector the least and the most mature are among them.
with passing as (
    select innovation_id, coalesce(sector_id, '') as sector_id, maturity,
        struct_pack(innovation_id := innovation_id, name := name, regency := regency, maturity := maturity) as point
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
    where current and off = 0 and maturity is not null
),
drawn as (
    select sector_id, unnest(list_distinct(arg_min(point, hash(innovation_id), $each - 2)
        || [arg_min(point, (maturity, innovation_id)), arg_max(point, (maturity, innovation_id))])) as point
    from passing
    group by sector_id
)
select sector_id, point.innovation_id, point.name, point.regency, point.maturity
from drawn
order by sector_id, point.maturity, point.innovation_id
