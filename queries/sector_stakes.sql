-- What would one more innovation in a sector add to one government's count score?
-- One row per sector with the innovations reported there, in the official order; no row without a report. Points are
-- index points; lacking says how many basic services are missing before the count score opens, this one among them.
with round as (
    select coalesce(max(year) filter (year = $year), max(year)) as year
    from sector_stake
    where code = $code
)
select sector_id, innovations, points, lacking
from sector_stake
join round using (year)
where code = $code
order by sector_id
