-- In which years did any government report?
-- One row per year, newest first.
select distinct year
from report
order by year desc
