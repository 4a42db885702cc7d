-- What is known of every regency's index in every year?
-- One row per regency and year.
with span as (
    select unnest(range(min(year), max(year) + 1))::integer as year
    from index_claim
)
select regency.code, name, span.year, score is not null as has_score,
    predicate is not null as has_predicate, rank is not null as has_rank,
    innovations is not null as has_count, coalesce(in_conflict or outside_band, false) as in_conflict,
    coalesce(claims, 0) as claims
from regency
cross join span
left join index_score on index_score.code = regency.code and index_score.year = span.year
order by regency.code, span.year
