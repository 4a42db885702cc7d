-- Which innovations of the peers stand highest on one SID row?
-- Up to five rows: highest level first, then most mature.
with round as (
    select coalesce(max(year) filter (year = $year), max(year)) as year
    from report
    where code = $code
)
select innovation_id, innovation.name, regency.name as origin, office, level, maturity.maturity
from innovation_level
join round using (year)
join innovation using (innovation_id)
join regency using (code)
join maturity using (innovation_id, year)
where indicator = $indicator and list_contains($peers::varchar[], innovation.code)
order by level desc, maturity.maturity desc, innovation_id
limit 5
