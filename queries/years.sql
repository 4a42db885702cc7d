-- For which years is anything known about the index on its 0–100 scale?
-- One row per year, newest first.
select distinct year
from index_claim
where year >= 2021
order by year desc
