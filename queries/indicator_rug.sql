-- How does every regency stand on every indicator, against one set of peers?
-- One row per regency and indicator of the year in view, in the official order, level null where a regency has
-- none; the benchmark leaves the regency's own value out where it is itself among the peers.
with round as (
    select coalesce(max(year) filter (year = $year), max(year) filter (reported), max(year)) as year
    from indicator_level
    left join (select code, year, true as reported from report) as whole using (code, year)
    where code = $code
),
rules as (
    select ruleset.ruleset, indicator.code as indicator, grouping, number, name, variable, weight,
        total_max, divisor_min
    from ruleset
    join indicator on indicator.ruleset = rows_of
),
usual as (
    select max_by(ruleset, year) as ruleset
    from ruleset
    where kind = 'resmi' and rows_of is not null
),
known as (
    select indicator_level.*
    from indicator_level
    join round using (year)
),
stand as (
    select regency.code, coalesce(report.ruleset, usual.ruleset) as ruleset, asked.indicator, level, low,
        high, known.innovations, coalesce(index_result.innovations, known.innovations) as counted, round.year
    from (select distinct code from known) as regency
    cross join (select distinct indicator from known) as asked
    cross join round
    cross join usual
    left join known on known.code = regency.code and known.indicator = asked.indicator
    left join report on report.code = regency.code and report.year = round.year
    left join index_result on index_result.code = regency.code and index_result.year = round.year
        and index_result.ruleset = report.ruleset
),
benchmark as (
    select stand.code, stand.indicator, median(peer.level) as peer_median, count(peer.level) as peers
    from stand
    left join known as peer
        on peer.indicator = stand.indicator and peer.code <> stand.code
        and list_contains($peers::varchar[], peer.code)
    group by stand.code, stand.indicator
)
select stand.code, regency.short_name, number, indicator, grouping, rules.name, variable, level, low, high,
    innovations, peer_median, peers, stand.year as level_year,
    (peer_median - level)
        * level_points(grouping, weight, innovations, counted, divisor_min, total_max) as points_to_median
from stand
join regency using (code)
join rules using (ruleset, indicator)
left join benchmark using (code, indicator)
order by grouping desc, try_cast(regexp_extract(number, '^[0-9]+') as integer), number, stand.code
