-- Which numbers did we choose ourselves?
-- One row per setting.
select setting, value, label, reason
from setting
order by setting
