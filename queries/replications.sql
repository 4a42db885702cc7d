-- Which visits, commitments and copies are documented?
-- One row per record, those of the regency first, newest first.
select replication_id, receiver_code, receiver, origin_code, origin, innovation_id,
    innovation.name as innovation, replication.year, replication.year_as_printed, what,
    replication.status, replication.confidence, replication.note, source.source_id, publisher, url,
    coalesce(receiver_code = $code or origin_code = $code, false) as own
from replication
left join innovation using (innovation_id)
join source on source.source_id = replication.source_id
order by own desc, replication.year desc nulls last, replication_id
