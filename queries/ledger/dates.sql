-- Which dates are planned and kept in the cooperations of one dataset?
-- One row per record and step that has a date or a reason for delay, in the order of the steps.
select record_id, step, place, name, planned, real, delay
from record_date
join given_step using (step)
join record using (record_id)
where dataset = $dataset
order by record_id, place
