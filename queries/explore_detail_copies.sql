-- Who is known to have visited, promised or copied one innovation?
-- One row per record, newest first.
select replication_id, receiver, origin, year, year_as_printed, what, status, replication.note, publisher, url,
    false as own
from replication
join source using (source_id)
where innovation_id = $innovation
order by year desc nulls last, replication_id
