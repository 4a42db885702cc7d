-- By which rules is the index computed, year by year?
-- One row per ruleset, oldest first.
select ruleset, ruleset.year, ruleset.kind, spd_max, maturity_max, count_weight, count_cap, total_max,
    divisor_min, basic_sectors_min, rows_of, ruleset.grade, ruleset.note, source_id, publisher
from ruleset
join source using (source_id)
order by ruleset.year
