-- Which place has one regency among itself and its peers by its report, and between which in nine of ten draws?
-- One row per year in which it and a peer have a report, the latest first; each report by its own rules.
with ranked as (
    select code, year, rank() over (partition by year order by score desc)::integer as rank,
        count(*) over (partition by year)::integer as rank_of
    from index_result
    join report using (code, year, ruleset)
    where code = $code or list_contains($peers::varchar[], code)
),
placed as (
    select code, year, rank() over (partition by year, draw order by score desc) as place
    from drawn_index
    where code = $code or list_contains($peers::varchar[], code)
),
spread as (
    select code, year, quantile_disc(place, 0.05)::integer as low, quantile_disc(place, 0.95)::integer as high
    from placed
    group by code, year
)
select year, rank, rank_of, least(rank, low) as rank_low, greatest(rank, high) as rank_high
from ranked
join spread using (code, year)
where code = $code and rank_of > 1
order by year desc
