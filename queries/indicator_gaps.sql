-- Where does one regency lie against its peers, indicator by indicator, in one year or as last known?
-- One row per indicator with a level, most index points at stake first; level is a mean for SID rows.
with round as (
    select coalesce(max(year) filter (year = $year), max(year)) as year
    from indicator_level
    where code = $code
),
rules as (
    select indicator.*, ruleset.year as rule_year, total_max, divisor_min,
        case grouping when 'SPD' then spd_max else maturity_max end
            / nullif(sum(weight) over (partition by grouping), 0) as level_max
    from ruleset
    join indicator on indicator.ruleset = rows_of
    where ruleset.ruleset = coalesce(
        (select ruleset from report join round using (year) where code = $code),
        (select max_by(ruleset, year) from ruleset where kind = 'resmi' and rows_of is not null))
),
peer as (
    select indicator, median(level) as peer_median, min(level) as peer_low,
        max(level) as peer_high, quantile_cont(level, 0.25) as peer_q1,
        quantile_cont(level, 0.75) as peer_q3, count(*) as peers
    from indicator_level
    join round using (year)
    where list_contains($peers::varchar[], code)
    group by indicator
),
own as (
    select indicator_level.*, raw_value, years, status, basis, source_id
    from indicator_level
    join round using (year)
    left join government_level using (code, year, indicator)
    where code = $code
),
valued as (
    select own.*, rules.* exclude (code, grouping, source_id, ruleset), level_points(
        own.grouping, weight, innovations, innovations, divisor_min, total_max) as points_per_level
    from own
    join rules on rules.code = own.indicator
)
select number, indicator, grouping, name, variable, weight, mandatory, outcome, level, low, high,
    innovations, raw_value, years, status, basis, peer_median, peer_q1, peer_q3, peer_low,
    peer_high, peers, level_max, if(basis = 'dihitung', 1, 0) as level_floor, level1, level2,
    level3, better, evidence,
    (peer_median - level) * points_per_level as points_to_median,
    (level_max - level) * points_per_level as headroom,
    points_per_level, rule_year, valued.year as level_year, source.source_id, publisher, url
from valued
left join peer using (indicator)
left join source on source.source_id = valued.source_id
order by headroom desc, points_to_median desc nulls last, number
