-- What would one more innovation in a sector add to one government's count score?
-- One row per sector with the innovations reported there, in the official order; no row without a report. Points are
-- index points. While the count score is shut for want of basic services, a missing one has an even share of what the
-- missing ones together would open.
with round as (
    select report.year, ruleset.* exclude (year, kind, source_id, grade, note)
    from report
    join ruleset using (ruleset)
    where code = $code and rows_of is not null
    order by report.year = $year desc nulls last, report.year desc
    limit 1
),
own as (
    select round.*, innovations as total, basic_sectors, missing_sectors,
        greatest(1, basic_sectors_min - basic_sectors) as steps
    from round
    join index_result using (ruleset, year)
    where code = $code
),
reported as (
    select sector_id, count(*)::integer as innovations
    from maturity
    join round on round.year = maturity.year and rows_of = maturity.ruleset
    where code = $code
    group by sector_id
),
choice as (
    select sector.sector_id, own.*, basic_sectors < basic_sectors_min as shut,
        basic and list_contains(string_split(missing_sectors, ' '), sector.sector_id) as missing
    from sector
    cross join own
),
counted as (
    select *, count_score(total, basic_sectors, basic_sectors_min, count_cap, count_weight) as before,
        count_score(total + steps, basic_sectors + if(missing, steps, 0), basic_sectors_min, count_cap, count_weight)
            as after
    from choice
)
select sector_id, coalesce(innovations, 0) as innovations,
    index_value(0, 0, after - before, total_max) / steps as points,
    case when shut and missing then steps end as lacking
from counted
left join reported using (sector_id)
order by sector_id
