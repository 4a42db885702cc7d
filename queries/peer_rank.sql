-- Which place has one regency among itself and its peers by its report, and between which in nine of ten draws?
-- One row per year in which it and a peer have a report; the peers of that year only, by the rules of each report.
with result as (
    select index_result.code, index_result.year, score, spd, count_score, index_result.innovations, ruleset.divisor_min,
        ruleset.total_max
    from index_result
    join report using (code, year, ruleset)
    join ruleset using (ruleset)
    where index_result.code = $code or list_contains($peers::varchar[], index_result.code)
),
draw as (
    select code, year, unnest(totals) as total, generate_subscripts(totals, 1) as draw
    from maturity_draw
),
series as (
    select unnest(range(1, (select coalesce(max(draw), 1) from draw) + 1)) as draw
),
scored as (
    select code, year, draw,
        index_value(spd, mean_maturity(coalesce(total, 0), innovations, divisor_min), count_score, total_max) as score
    from result
    cross join series
    left join draw using (code, year, draw)
),
placed as (
    select code, year, rank() over (partition by year, draw order by score desc) as place
    from scored
),
spread as (
    select year, quantile_disc(place, 0.05)::integer as low, quantile_disc(place, 0.95)::integer as high
    from placed
    where code = $code
    group by year
),
ranked as (
    select code, year, rank() over (partition by year order by score desc)::integer as rank,
        count(*) over (partition by year)::integer as rank_of
    from result
)
select year, rank, rank_of, least(rank, low) as rank_low, greatest(rank, high) as rank_high
from ranked
join spread using (year)
where code = $code and rank_of > 1
order by year desc
