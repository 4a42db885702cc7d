-- What is known of one innovation?
-- One row per year it was reported in, the last first; place is that on the list of $code, if it stands there.
select explored.*, sector.name as sector_name, candidate.place, copies, capital
from explored
join innovation_proof using (innovation_id)
join regency on regency.code = explored.code
left join sector on sector.sector_id = explored.sector_id
left join candidate on candidate.innovation_id = explored.innovation_id and candidate.code = $code
where explored.innovation_id = $innovation
order by explored.year desc nulls last
