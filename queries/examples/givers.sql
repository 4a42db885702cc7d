-- Whose innovations are offered to the others most often?
-- One row per regency that gives, most candidates first.
select origin.name as origin, count(*) as candidates, avg(candidate.score) as mean_score
from candidate
join innovation using (innovation_id)
join regency as origin on origin.code = innovation.code
group by origin.name
order by candidates desc, origin.name
