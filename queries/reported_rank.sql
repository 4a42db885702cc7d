-- Which rank has one government as it reported, and between which in nine of ten draws?
-- One row: rank_range, computed when the file is built; scenario_rank asks the same of another index.
select rank, rank_of, rank_low, rank_high,
    rank_of = (select count(*) from regency where left(code, 2) = left($code, 2)) as all_reported
from rank_range
where code = $code and year = $year
order by rank
