-- Which level did every government reach on every SPD row?
-- One row per government, year and indicator; a level has no sampling error.
select code, year, indicator, 'SPD' as grouping, level::double as level,
    level::double as low, level::double as high
from government_level
order by code, year, indicator
