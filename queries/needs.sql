-- Which figures can a sector or theme improve?
-- One row per sector or theme and indicator.
select need.kind, value, indicator, reason
from need
order by need.kind, value, indicator
