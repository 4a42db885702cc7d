-- What does one record hold?
-- One row per field that is not empty, by name.
select field, value
from latest_value
where subject = $subject
order by field
