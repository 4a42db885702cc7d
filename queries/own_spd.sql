-- Which levels did one government report on the SPD rows in one year?
-- One row per SPD row of the rules the report is scored by; 0 where it said nothing.
with rules as (
    select rows_of as ruleset
    from report
    join ruleset using (ruleset)
    where report.code = $code and report.year = $year
)
select indicator.code as indicator, coalesce(level, 0) as level
from indicator
join rules using (ruleset)
left join government_level on government_level.indicator = indicator.code
    and government_level.code = $code and government_level.year = $year
where grouping = 'SPD'
order by indicator.code
