-- What is known of one regency's index in every year from the first known to the last?
-- One row per year, oldest first; a year without claims is a row of nulls, never a guess.
with span as (
    select unnest(range(min(year), max(year) + 1))::integer as year
    from index_score
    where year >= 2021
)
select span.year, score, score_status, score_year_basis, index_score.predicate,
    predicate_as_printed, rank, rank_scope, rank_of, innovations, coalesce(claims, 0) as claims, year_read, in_conflict or outside_band as in_conflict,
    band.lower as band_lower, band.upper as band_upper
from span
left join index_score on index_score.year = span.year and index_score.code = $code
left join band_in_year as band on band.year = span.year and band.predicate = index_score.predicate
order by span.year
