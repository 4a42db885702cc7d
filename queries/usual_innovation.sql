-- What is the median innovation of a year's reports worth, and how many levels does it hold?
-- One row; zero maturity and one level where nothing was reported.
with held as (
    select innovation_id, sum(level) as levels
    from innovation_level
    where year = $year
    group by innovation_id
)
select coalesce(median(maturity), 0) as maturity, coalesce(greatest(1, round(median(levels))), 1)::integer as changes
from maturity
left join held using (innovation_id)
where year = $year and counted
order by maturity
