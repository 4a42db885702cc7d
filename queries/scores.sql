-- How does every regency score in one year or, when the year is null, as last known?
-- One row per regency, best first, the unknown last.
with known as (
    select index_score.*
    from index_score
    where year >= 2021 and ($year is null or year = $year)
),
latest as (
    select code,
        arg_max(score, year) filter (score is not null) as score,
        max(year) filter (score is not null) as score_year,
        arg_max(score_status, year) filter (score is not null) as score_status,
        arg_max(score_year_basis, year) filter (score is not null) as score_year_basis,
        arg_max(score_claim, year) filter (score is not null) as score_claim,
        arg_max(predicate, year) filter (predicate is not null) as predicate,
        max(year) filter (predicate is not null) as predicate_year,
        arg_max(predicate_claim, year) filter (predicate is not null) as predicate_claim,
        arg_max(predicate_as_printed, year) filter (predicate_as_printed is not null)
            as predicate_as_printed,
        arg_max(rank, year) filter (rank is not null) as rank,
        arg_max(rank_scope, year) filter (rank is not null) as rank_scope,
        arg_max(rank_of, year) filter (rank is not null) as rank_of,
        max(year) filter (rank is not null) as rank_year,
        arg_max(rank_claim, year) filter (rank is not null) as rank_claim,
        arg_max(innovations, year) filter (innovations is not null) as innovations,
        bool_or(in_conflict or outside_band) as in_conflict
    from known
    group by code
),
prize as (
    select code, arg_max(award.name, award.year || award_id) as award
    from award
    where status = 'menang' and ($year is null or award.year = $year)
    group by code
)
select regency.code, regency.name, short_name, kind, latest.* exclude (code, rank_claim), award,
    rank_low, rank_high,
    coalesce(scored.publisher, ranked.publisher) as publisher,
    coalesce(scored.url, ranked.url) as url,
    coalesce(scored.source_id, ranked.source_id) as source_id
from regency
left join latest using (code)
left join prize using (code)
left join claim_preference as scored on scored.claim_id = score_claim
left join claim_preference as ranked on ranked.claim_id = predicate_claim
left join claim_preference as placed on placed.claim_id = rank_claim and placed.status = 'dihitung'
left join rank_range on rank_range.code = placed.code and rank_range.year = placed.year
order by latest.score desc nulls last,
    predicate_class(latest.predicate) desc nulls last,
    latest.rank nulls last, regency.name
