-- On which rows of the index do the regencies together leave most points, in one year or as last known?
-- One row per indicator with a level, most points of an average regency first. Each regency counts with its last whole
-- report, else with the last year of which any level is known; lowest: how many are at parameter 1 or less.
with round as (
    select code, coalesce(max(year) filter (year = $year), max(year) filter (reported), max(year)) as year
    from indicator_level
    left join (select code, year, true as reported from report) as whole using (code, year)
    group by code
)
select number, indicator, grouping, name, count(*)::integer as regencies, median(level) as level_median,
    count(*) filter (level <= 1)::integer as lowest, avg(headroom) as headroom_mean,
    min(year)::integer as first_year, max(year)::integer as last_year, bool_and(basis = 'dihitung') as computed
from valued_level
join round using (code, year)
group by number, indicator, grouping, name
order by headroom_mean desc, number
