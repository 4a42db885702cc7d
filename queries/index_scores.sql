-- Which score, rank and predicate stand for every regency and year?
-- One row per regency and year with a claim; basis is the status of the claim that gives the score.
select regency.code, regency.name, year, score, score_status as basis, rank, rank_scope, predicate
from index_score
join regency using (code)
order by year, code
