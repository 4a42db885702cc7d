-- How much of the index can be computed from what this dataset holds?
-- One row: rows of SPD and SID in the newest ruleset, and those with levels.
select
    count(*) filter (grouping = 'SPD') as spd_rows,
    count(*) filter (grouping = 'SPD' and code in (select indicator from indicator_level)) as spd_known,
    count(*) filter (grouping = 'SID') as sid_rows,
    count(*) filter (grouping = 'SID' and code in (select indicator from indicator_level)) as sid_known
from indicator
where ruleset = (
    select max_by(ruleset, year) from ruleset where ruleset in (select ruleset from indicator)
)
