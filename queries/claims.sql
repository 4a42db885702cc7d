-- What has been published about the index of one regency?
-- One row per claim, oldest year first, the preferred claim of a year first.
select claim_id, year, year_as_printed, year_basis, score, predicate, predicate_as_printed,
    rank, rank_scope, rank_of, rank_as_printed, innovations, innovations_as_printed, count_final,
    status, claim_preference.note, preference, source_id, publisher, title, url, grade
from claim_preference
where code = $code
order by year nulls first, preference, claim_id
