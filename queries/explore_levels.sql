-- At which level does every innovation that passes the filters stand on each SID row?
-- One row per innovation and row it has a level on, by id and then in the official order; $most of them after $skip.
with passing as (
    select innovation_id, code, name, regency, sector, year, rows_of, levels, publisher, url,
        sum(levels) over (order by innovation_id rows unbounded preceding) as last_place
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
    where current and off = 0 and levels > 0
),
wanted as (
    from passing
    where last_place > $skip and last_place - levels < coalesce($skip + $most, last_place)
),
placed as (
    select wanted.*, number, indicator.code as indicator, indicator.name as indicator_name, weight, level,
        case level when 1 then level1 when 2 then level2 when 3 then level3 end as meaning,
        row_number() over (
            partition by innovation_id
            order by try_cast(regexp_extract(number, '^[0-9]+') as integer), number, innovation_level.indicator
        ) as row_place
    from wanted
    join innovation_level using (innovation_id, year)
    left join indicator on ruleset = rows_of and indicator.code = innovation_level.indicator
)
select innovation_id, code, name, regency, sector, year, number, indicator, indicator_name, weight, level, meaning,
    row_score(weight, level) as score, publisher, url
from placed
where last_place - levels + row_place > $skip
    and last_place - levels + row_place <= coalesce($skip + $most, last_place)
order by innovation_id, row_place
