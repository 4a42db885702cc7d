-- At which level do governments stand on the SPD rows?
-- One row per government, year and row with a level, by government, newest first, then in the official order; $most of
-- them after $skip. total counts all.
with usual as (
    select max_by(ruleset, year) as ruleset
    from ruleset
    where kind = 'resmi' and rows_of is not null
),
found as (
    select government_level.code, regency.name as regency, regency.kind, government_level.year, number, indicator,
        indicator.name as indicator_name, weight, level,
        case level when 1 then level1 when 2 then level2 when 3 then level3 end as meaning,
        row_score(weight, level) as score, raw_value, years, status, basis, publisher, url
    from government_level
    join regency using (code)
    cross join usual
    left join report using (code, year)
    left join ruleset on ruleset.ruleset = coalesce(report.ruleset, usual.ruleset)
    left join indicator on indicator.ruleset = rows_of and indicator.code = government_level.indicator
    left join source on source.source_id = government_level.source_id
    where (len($regencies) = 0 or list_contains($regencies::text[], government_level.code))
        and (len($kinds) = 0 or list_contains($kinds::text[], regency.kind))
        and (len($years) = 0 or list_contains($years::text[], coalesce(government_level.year::text, '')))
)
select *, (select count(*) from found) as total
from found
order by code, year desc, try_cast(regexp_extract(number, '^[0-9]+') as integer), number, indicator
limit $most offset $skip
