-- Between which ranks does every government lie in nine of ten bootstrap draws?
-- One row per government and year with a report, by the rules of that report.
with result as (
    select index_result.*, ruleset.* exclude (ruleset, year, source_id, grade, note),
        left(code, 2) as province
    from index_result
    join report using (code, year, ruleset)
    join ruleset using (ruleset)
),
ranked as (
    select code, year, rank() over (partition by year, province order by score desc)::integer as rank,
        count(*) over (partition by year, province)::integer as rank_of
    from result
),
draw as (
    select code, year, unnest(totals) as total, generate_subscripts(totals, 1) as draw
    from maturity_draw
),
series as (
    -- where nobody has innovations there is nothing to draw, and one draw tells all
    select unnest(range(1, (select coalesce(max(draw), 1) from draw) + 1)) as draw
),
scored as (
    select code, year, province, draw,
        index_value(spd, mean_maturity(coalesce(total, 0), innovations, divisor_min), count_score,
            total_max) as score
    from result
    cross join series
    left join draw using (code, year, draw)
),
placed as (
    select *, rank() over (partition by year, province, draw order by score desc) as place
    from scored
),
spread as (
    select code, year, quantile_disc(place, 0.05)::integer as rank_low,
        quantile_disc(place, 0.95)::integer as rank_high,
        quantile_cont(score, 0.05) as score_low, quantile_cont(score, 0.95) as score_high
    from placed
    group by code, year
)
select code, year, rank, rank_of, least(rank, rank_low) as rank_low,
    greatest(rank, rank_high) as rank_high, score_low, score_high
from ranked
join spread using (code, year)
order by code, year
