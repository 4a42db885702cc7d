-- How do one government's innovations spread over the levels of one SID row, and its peers'?
-- One row per level, 0 to the highest; points_up is what raising all of one's own at that level by one would bring.
with round as (
    select coalesce(max(year) filter (year = $year), max(year)) as year
    from report
    where code = $code
),
rules as (
    select ruleset.*, weight
    from report
    join round using (year)
    join ruleset using (ruleset)
    join indicator on indicator.ruleset = rows_of and indicator.code = $indicator
    where report.code = $code and grouping = 'SID'
),
counted as (
    select maturity.code, maturity.innovation_id, coalesce(level, 0) as level
    from maturity
    join round using (year)
    join rules on rules.rows_of = maturity.ruleset
    left join innovation_level
        on innovation_level.innovation_id = maturity.innovation_id
        and innovation_level.year = round.year and indicator = $indicator
    where counted and (maturity.code = $code or list_contains($peers::varchar[], maturity.code))
),
spread as (
    select level, count(*) filter (code = $code)::integer as innovations,
        count(*) filter (code <> $code)::integer as peer_innovations
    from counted
    group by level
),
step as (
    select unnest(range(0, 4))::integer as level
)
select step.level, coalesce(innovations, 0) as innovations, coalesce(peer_innovations, 0) as peer_innovations,
    sum(innovations) over () as own_total, sum(peer_innovations) over () as peer_total,
    case when step.level < 3 then level_points('SID', weight, coalesce(innovations, 0),
        sum(innovations) over (), divisor_min, total_max) end as points_up
from step
cross join rules
left join spread using (level)
order by step.level
