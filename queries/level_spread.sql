-- How do one government's innovations spread over the levels of one SID row, and its peers'?
-- One row per level, 0 to the highest; points_up is what raising all of one's own at that level by one would
-- bring, points_each what raising one of them does; shares are parts of 1.
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
    -- level is null of an innovation whose total alone is known: it counts, and spreads over no level
    select maturity.code, maturity.innovation_id,
        if(total_only.year is null, coalesce(level, 0), null) as level
    from maturity
    join round using (year)
    join rules on rules.rows_of = maturity.ruleset
    left join innovation_level
        on innovation_level.innovation_id = maturity.innovation_id
        and innovation_level.year = round.year and indicator = $indicator
    left join total_only
        on total_only.innovation_id = maturity.innovation_id and total_only.year = round.year
    where counted and (maturity.code = $code or list_contains($peers::varchar[], maturity.code))
),
spread as (
    select level, count(*) filter (code = $code)::integer as innovations,
        count(*) filter (code <> $code)::integer as peer_innovations
    from counted
    group by level
),
size as (
    select count(*) filter (code = $code)::integer as own_size
    from counted
),
step as (
    select unnest(range(0, 4))::integer as level
),
counts as (
    select step.level, coalesce(innovations, 0) as innovations,
        coalesce(peer_innovations, 0) as peer_innovations
    from step
    left join spread using (level)
),
total as (
    select sum(innovations)::integer as own_total, sum(peer_innovations)::integer as peer_total
    from counts
)
select level, innovations, peer_innovations, own_total, peer_total,
    innovations / nullif(own_total, 0) as own_share,
    peer_innovations / nullif(peer_total, 0) as peer_share,
    case when level < 3 then level_points('SID', weight, innovations, own_size, divisor_min, total_max) end
        as points_up,
    case when level < 3 and own_total > 0
        then level_points('SID', weight, 1, own_size, divisor_min, total_max) end as points_each
from counts
cross join total
cross join rules
cross join size
order by level
