-- In which band is one regency, and how far is it from the next?
-- One row; from its latest score in a year with known bands, else from its latest predicate.
with scored as (
    select year, score, true as has_score, null as lower, null as upper,
        (select max(band.predicate) from band
            where band.year = index_score.year and score between lower and upper) as predicate
    from index_score
    where code = $code and score is not null
        and ($year is null or year = $year)
    order by year desc
    limit 1
),
named as (
    select index_score.year, null::double as score, false as has_score, lower, upper,
        index_score.predicate
    from index_score
    left join band on band.year = index_score.year and band.predicate = index_score.predicate
    where code = $code and index_score.predicate is not null and index_score.year >= 2021
        and ($year is null or index_score.year = $year)
    order by index_score.year desc
    limit 1
),
either as (
    select * from scored
    union all by name
    select * from named
),
chosen as (
    select * from either order by year desc, has_score desc limit 1
),
next_band as (
    select band.predicate as next_predicate, band.lower as next_lower
    from band, chosen
    where band.year = chosen.year
        and band.lower > coalesce(chosen.score, chosen.upper)
    order by band.lower
    limit 1
)
select chosen.*, next_predicate, next_lower,
    next_lower - score as distance,
    next_lower - upper as distance_least,
    next_lower - lower as distance_most,
    exists (select 1 from band where band.year = chosen.year) as bands_known
from chosen
left join next_band on true
