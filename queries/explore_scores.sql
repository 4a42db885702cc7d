-- Which claims of an index are there, published and computed?
-- One row per claim, newest year first, the claim in use before others; $most of them after $skip. total counts all.
with found as (
    select claim_preference.code, regency.name as regency, regency.kind, claim_preference.year,
        claim_preference.year_as_printed, claim_preference.score, claim_preference.predicate_as_printed,
        claim_preference.rank, claim_preference.rank_scope, claim_preference.rank_of, claim_preference.innovations,
        claim_preference.status, claim_preference.year_basis, claim_preference.note, claim_id,
        coalesce(claim_id in (score_claim, predicate_claim, rank_claim, innovations_claim), false) as used,
        publisher, url, preference
    from claim_preference
    join regency using (code)
    left join index_score
        on index_score.code = claim_preference.code and index_score.year = claim_preference.year
    where (len($regencies) = 0 or list_contains($regencies::text[], claim_preference.code))
        and (len($kinds) = 0 or list_contains($kinds::text[], regency.kind))
        and (len($years) = 0 or list_contains($years::text[], coalesce(claim_preference.year::text, '')))
)
select * exclude (preference), (select count(*) from found) as total
from found
order by year desc nulls last, regency, preference, claim_id
limit $most offset $skip
