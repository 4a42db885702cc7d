-- How many index points does one more level bring, on each SPD row?
-- One row per SPD row of the rules of 2026, most points first.
select indicator.number, indicator.name, indicator.grouping, weight,
    100 * weight / ruleset.total_max as points_of_a_level
from indicator
join ruleset using (ruleset)
where ruleset.ruleset = '2026' and indicator.grouping = 'SPD'
order by points_of_a_level desc, indicator.number
