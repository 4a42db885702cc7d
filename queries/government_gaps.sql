-- Where do one regency's computed SPD levels lie against those of its peers?
-- One row per indicator with a level, most index points at stake first.
with rules as (
    select indicator.*, ruleset.year, 100 * weight / nullif(total_max, 0) as points_per_level,
        spd_max / nullif(sum(weight) over (partition by ruleset), 0) as level_max
    from ruleset
    join indicator using (ruleset)
    where grouping = 'SPD' and ruleset.kind = 'resmi'
    qualify ruleset.year = max(ruleset.year) over ()
),
peer as (
    select indicator, median(level) as peer_median, min(level) as peer_low,
        max(level) as peer_high, count(*) as peers, median(raw_value) as peer_raw_median
    from government_level
    where list_contains($peers::varchar[], code)
    group by indicator
)
select rules.number, rules.code as indicator, rules.name, variable, weight, own.level,
    own.raw_value, own.years, own.status, own.basis, peer_median, peer_low, peer_high, peers,
    peer_raw_median, level_max, level1, level2, level3, better,
    (peer_median - own.level) * points_per_level as points_to_median,
    (level_max - own.level) * points_per_level as headroom,
    points_per_level, rules.year as rule_year, source.source_id, publisher, url
from government_level as own
join rules on rules.code = own.indicator and rules.year = own.year
left join peer using (indicator)
left join source on source.source_id = own.source_id
where own.code = $code
order by headroom desc, points_to_median desc nulls last, rules.number
