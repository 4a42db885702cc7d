-- Which level did every counted innovation of one year reach on every SID row?
-- One row per innovation, with two lists in the same order; an indicator not reported is level 0. Of one whose total
-- alone is reported no level is known: levels is null.
with rules as (
    select distinct code, rows_of as ruleset
    from report
    join ruleset using (ruleset)
    where report.year = $year
),
full_rows as (
    select maturity.code, maturity.innovation_id, maturity.maturity, indicator.code as indicator
    from maturity
    join rules using (code, ruleset)
    join indicator using (ruleset)
    where maturity.year = $year and counted and grouping = 'SID'
)
select code, $year::integer as year, innovation_id, maturity,
    list(indicator order by indicator) as indicators,
    case when innovation_id not in (select innovation_id from total_only where year = $year)
        then list(coalesce(level, 0)::utinyint order by indicator) end as levels
from full_rows
left join (select * from innovation_level where year = $year) as known using (innovation_id, indicator)
group by code, innovation_id, maturity
order by code, innovation_id
