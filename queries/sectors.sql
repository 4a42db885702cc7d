-- Which affairs of government are there?
-- One row per sector, in the official order.
select sector_id, name, short_name, cluster, basic
from sector
order by sector_id
