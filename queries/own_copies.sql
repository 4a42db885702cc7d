-- What has one government copied of others, or signed that it will, by what is on record?
-- One row per innovation, by id; status is the furthest it got, year the last known.
select innovation_id, if(bool_or(status = 'direplikasi'), 'direplikasi', 'komitmen') as status, max(year) as year
from replication
where receiver_code = $code and innovation_id is not null and status in ('direplikasi', 'komitmen')
group by innovation_id
order by innovation_id
