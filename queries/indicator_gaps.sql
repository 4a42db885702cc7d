-- Where does one regency lie against its peers, indicator by indicator, in one year or as last known?
-- One row per indicator with a level, most index points at stake first; level is a mean for SID rows. Last known is
-- the last whole report, else the last year of which any level is known.
with round as (
    select coalesce(max(year) filter (year = $year), max(year) filter (reported), max(year)) as year
    from indicator_level
    left join (select code, year, true as reported from report) as whole using (code, year)
    where code = $code
),
peer as (
    select indicator, median(level) as peer_median, min(level) as peer_low,
        max(level) as peer_high, quantile_cont(level, 0.25) as peer_q1,
        quantile_cont(level, 0.75) as peer_q3, count(*) as peers
    from indicator_level
    join round using (year)
    where list_contains($peers::varchar[], code)
    group by indicator
)
select number, indicator, grouping, name, variable, weight, mandatory, outcome, level, low, high,
    innovations, raw_value, years, status, basis, peer_median, peer_q1, peer_q3, peer_low,
    peer_high, peers, level_max, level_floor, level1, level2, level3, better, evidence,
    (peer_median - level) * points_per_level as points_to_median, headroom, points_per_level,
    rule_year, year as level_year, source_id, publisher, url
from valued_level
join round using (year)
left join peer using (indicator)
where code = $code
order by headroom desc, points_to_median desc nulls last, number
