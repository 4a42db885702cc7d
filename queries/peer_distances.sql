-- How alike in structure is every other regency to this one?
-- One row per other regency, nearest first.
select peer, name, short_name, kind, distance, similarity, place, worst_place, together, apart
from regency_distance
join regency on regency.code = peer
where regency_distance.code = $code
order by place
