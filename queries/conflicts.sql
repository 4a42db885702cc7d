-- Where do published claims contradict each other?
-- One row per claim of a regency and year in conflict, the preferred one first.
select regency.name, claim_preference.year, claim_id, preference, claim_preference.score,
    claim_preference.predicate, claim_preference.predicate_as_printed, claim_preference.rank,
    claim_preference.rank_scope, claim_preference.rank_of, claim_preference.innovations, innovations_as_printed,
    status, year_basis, claim_preference.note, claim_preference.source_id, publisher, claim_preference.grade, claim_preference.source_kind, url, in_conflict,
    outside_band, band.lower, band.upper, index_score.predicate as used_predicate,
    coalesce(claim_id in (score_claim, predicate_claim, rank_claim, innovations_claim), false) as used
from index_score
join claim_preference using (code, year)
join regency using (code)
left join band on band.year = claim_preference.year and band.predicate = index_score.predicate
where in_conflict or outside_band
order by regency.name, claim_preference.year, preference, claim_id
