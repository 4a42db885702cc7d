-- Who changed what of one record, and when?
-- One row per event and field, the newest event first; an event without values has one row.
select revision, written_at, who, what, field, value
from event
left join event_value using (subject, revision)
where subject = $subject
order by revision desc, field
