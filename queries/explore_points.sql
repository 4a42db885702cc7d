-- Which single innovations stand for each sector in the chart of maturity?
-- One row per innovation, by sector and maturity; at most $each of a sector, drawn by a hash of the id, so that the
-- same are drawn every time. Of each sector the least and the most mature are among them.
with passing as (
    select innovation_id, name, regency, coalesce(sector_id, '') as sector_id, stage, maturity,
        row_number() over (partition by sector_id order by hash(innovation_id), innovation_id) as drawn,
        row_number() over (partition by sector_id order by maturity, innovation_id) as from_least,
        row_number() over (partition by sector_id order by maturity desc, innovation_id) as from_most
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
    where current and off = 0 and maturity is not null
)
select innovation_id, name, regency, sector_id, stage, maturity
from passing
where drawn <= $each - 2 or from_least = 1 or from_most = 1
order by sector_id, maturity, innovation_id
