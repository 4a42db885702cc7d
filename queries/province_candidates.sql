-- Which innovations stand on the candidate lists of most regencies?
-- One row per innovation, most lists first. A list is its first $top; sector null means all.
select innovation_id, innovation.name, sector.name as sector, regency.name as origin,
    count(*)::integer as lists, avg(score) as score, sum(need_points) as need_points,
    string_agg(learner.short_name, ', ' order by place, learner.code) as learners, innovation.source_id
from candidate
join innovation using (innovation_id)
join regency on regency.code = innovation.code
join regency as learner on learner.code = candidate.code
left join sector using (sector_id)
where place <= $top and ($sector is null or sector_id = $sector)
group by innovation_id, innovation.name, sector.name, regency.name, innovation.source_id
order by lists desc, score desc, innovation_id
