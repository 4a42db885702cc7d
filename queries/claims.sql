-- What has been published about the index of one regency?
-- One row per claim, oldest year first, the preferred claim of a year first.
select claim_id, claim_preference.year, year_as_printed, year_basis, claim_preference.score,
    claim_preference.predicate, claim_preference.predicate_as_printed, claim_preference.rank,
    claim_preference.rank_scope, claim_preference.rank_of, rank_as_printed,
    rank_low, rank_high,
    claim_preference.innovations, innovations_as_printed, count_final,
    status, claim_preference.note, source_id, publisher, title, url, grade,
    coalesce(claim_id in (score_claim, predicate_claim, rank_claim, innovations_claim), false) as used
from claim_preference
left join index_score using (code, year)
left join rank_range
    on rank_range.code = claim_preference.code and rank_range.year = claim_preference.year
    and status = 'dihitung'
where claim_preference.code = $code
order by claim_preference.year nulls first, preference, claim_id
