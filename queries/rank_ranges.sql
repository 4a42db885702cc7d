-- Between which ranks does every government lie in nine of ten bootstrap draws?
-- One row per government and year with a report, by the rules of that report.
with ranked as (
    select code, year, rank() over (partition by year, left(code, 2) order by score desc)::integer as rank,
        count(*) over (partition by year, left(code, 2))::integer as rank_of
    from index_result
    join report using (code, year, ruleset)
),
placed as (
    select *, rank() over (partition by year, left(code, 2), draw order by score desc) as place
    from drawn_index
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
