-- In which band is one regency, and how far is it from the next?
-- One row from its latest score, and before it one from a newer predicate; no row if neither is known.
with scored as (
    select year, score, true as has_score, null as lower, null as upper,
        (select max(band_in_year.predicate) from band_in_year
            where band_in_year.year = index_score.year and score between lower and upper) as predicate,
        index_score.predicate as printed
    from index_score
    where code = $code and score is not null
        and ($year is null or year = $year)
    order by year desc
    limit 1
),
named as (
    select index_score.year, null::double as score, false as has_score, lower, upper,
        index_score.predicate, index_score.predicate as printed
    from index_score
    left join band_in_year as band
        on band.year = index_score.year and band.predicate = index_score.predicate
    where code = $code and index_score.predicate is not null and index_score.year >= 2021
        and ($year is null or index_score.year = $year)
    order by index_score.year desc
    limit 1
),
either as (
    select * from scored
    union all by name
    select * from named
    where year > coalesce((select year from scored), 0)
)
select either.*, next_band.predicate as next_predicate, next_band.lower as next_lower,
    next_band.lower - score as distance,
    next_band.lower - either.upper as distance_least,
    next_band.lower - either.lower as distance_most,
    exists (select 1 from band_in_year as band where band.year = either.year) as bands_known
from either
left join lateral (
    select band.predicate, band.lower
    from band_in_year as band
    where band.year = either.year
        and coalesce(
            band.lower > coalesce(score, either.upper),
            predicate_class(band.predicate) > predicate_class(either.predicate))
    order by band.lower
    limit 1
) as next_band on true
order by either.year desc
