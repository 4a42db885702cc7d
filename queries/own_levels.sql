-- Which innovations did one government report in one year, and at which levels?
-- One row per counted innovation, most mature first, with two lists in the same order. One whose total alone is known
-- stands at the highest levels: row by row nothing of it can be raised.
with rules as (
    select rows_of as ruleset
    from report
    join ruleset using (ruleset)
    where report.code = $code and report.year = $year
),
known as (
    select innovation_id, indicator.code as indicator, level
    from innovation_level
    join indicator on indicator.code = innovation_level.indicator
    join rules using (ruleset)
    where grouping = 'SID' and year = $year
        and innovation_id in (select innovation_id from maturity where code = $code and year = $year)
),
full_rows as (
    select innovation_id, indicator.code as indicator
    from maturity
    join rules using (ruleset)
    join indicator using (ruleset)
    where maturity.code = $code and year = $year and counted and grouping = 'SID'
),
listed as (
    select innovation_id, list(indicator order by indicator) as indicators,
        list(coalesce(level, if(innovation_id in (select innovation_id from total_only where year = $year), 3, 0))::utinyint
            order by indicator) as levels
    from full_rows
    left join known using (innovation_id, indicator)
    group by innovation_id
)
select innovation_id, innovation.name, maturity.sector_id, sector.short_name as sector, basic, stage,
    maturity, indicators, levels
from listed
join innovation using (innovation_id)
join maturity on maturity.innovation_id = listed.innovation_id and year = $year
join rules using (ruleset)
left join sector on sector.sector_id = maturity.sector_id
order by maturity desc, innovation_id
