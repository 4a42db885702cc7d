-- Which visits, commitments and copies are documented?
-- One row per record, newest first; a government or kind asked for is giver or taker, a sector that of the
-- innovation; $most of them after $skip. total counts all.
with found as (
    select replication_id, replication.year, replication.year_as_printed, receiver, origin, innovation.name as innovation,
        innovation_id, sector.name as sector, what, replication.status, replication.confidence, replication.note,
        publisher, url
    from replication
    left join innovation using (innovation_id)
    left join sector using (sector_id)
    left join regency as receiving on receiving.code = receiver_code
    left join regency as giving on giving.code = origin_code
    join source on source.source_id = replication.source_id
    where (len($regencies) = 0 or list_has_any($regencies::text[], [receiver_code, origin_code]))
        and (len($kinds) = 0 or list_has_any($kinds::text[], [receiving.kind, giving.kind]))
        and (len($years) = 0 or list_contains($years::text[], coalesce(replication.year::text, '')))
        and (len($sectors) = 0 or list_contains($sectors::text[], coalesce(sector_id, '')))
)
select *, (select count(*) from found) as total
from found
order by year desc nulls last, replication_id
limit $most offset $skip
