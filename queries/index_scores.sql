-- Which score, predicate and place among the scored stand for every regency and year?
-- One row per regency and year with a claim; basis is the status of the claim that gives the score, rank its place in
-- the province by these scores alone, whatever rank may be printed.
select regency.code, regency.name, year, score, score_status as basis, predicate,
    case when score is not null then rank() over (partition by year, left(code, 2) order by score desc nulls last)
        end as rank
from index_score
join regency using (code)
order by year, code
