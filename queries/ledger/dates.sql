-- Which dates are planned and kept in the cooperations of one dataset?
-- One row per record and step that has a date or a reason for delay, in the order of the steps. reached: the place of
-- the last step that the record took, 0 where it took none.
select record_id, step, place, name, planned, real, delay,
    coalesce(max(place) filter (real is not null) over (partition by record_id), 0) as reached
from record_date
join given_step using (step)
join record using (record_id)
where dataset = $dataset
order by record_id, place
