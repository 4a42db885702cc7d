-- How did every regency score when it was last known?
-- One row per regency with a score, the latest year first, then best first.
select name, year, score, predicate, score_status
from index_score
join regency using (code)
where score is not null
qualify row_number() over (partition by code order by year desc) = 1
order by year desc, score desc, name
