-- Which innovations of the peers stand highest on one SID row?
-- One row per counted innovation above level 0, five at most and two of a government: highest level first,
-- then most mature.
with round as (
    select report.year, rows_of
    from report
    join ruleset using (ruleset)
    where code = $code
    qualify row_number() over (order by report.year = $year desc nulls last, report.year desc) = 1
)
select innovation_level.innovation_id, innovation.name, regency.name as origin, office, level,
    maturity.maturity
from innovation_level
join round using (year)
join innovation on innovation.innovation_id = innovation_level.innovation_id
join regency on regency.code = innovation.code
join maturity
    on maturity.innovation_id = innovation_level.innovation_id and maturity.year = innovation_level.year
    and maturity.ruleset = rows_of
where indicator = $indicator and counted and level > 0
    and list_contains($peers::varchar[], innovation.code)
qualify row_number() over (
    partition by innovation.code
    order by level desc, maturity.maturity desc, innovation_level.innovation_id) <= 2
order by level desc, maturity.maturity desc, innovation_level.innovation_id
limit 5
