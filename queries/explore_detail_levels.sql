-- At which level does one innovation stand on every SID row, year by year?
-- One row per year and row it has a level on, the last year first, then in the official order.
select innovation_level.year, number, innovation_level.indicator, indicator.name, weight, level,
    case level when 1 then level1 when 2 then level2 when 3 then level3 end as meaning,
    row_score(weight, level) as score
from innovation_level
join explored using (innovation_id, year)
left join indicator on ruleset = rows_of and indicator.code = innovation_level.indicator
where innovation_id = $innovation
order by innovation_level.year desc, try_cast(regexp_extract(number, '^[0-9]+') as integer), number,
    innovation_level.indicator
