-- Which innovations of one government could others copy, and who?
-- One row per own innovation and government that has it on its list, the highest on a list first; place counts that
-- list, near-duplicates of what the learner runs left out.
select innovation_id, innovation.name, sector.name as sector, candidate.code as learner_code,
    regency.name as learner, place, score, need, need_points
from innovation
join candidate using (innovation_id)
join regency on regency.code = candidate.code
left join sector using (sector_id)
where innovation.code = $code and place is not null
order by place, score desc, innovation_id, learner_code
