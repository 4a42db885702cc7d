-- Which regencies are most like one regency in structure?
-- One row per other regency, the nearest first.
select own.name as regency, other.name as peer, similarity, place, together, apart
from regency_distance
join regency as own using (code)
join regency as other on other.code = regency_distance.peer
where regency_distance.code = $code
order by place
