-- Which SPD levels do published figures decide?
-- One row per regency and indicator of the newest official ruleset that is not reported; changes are
-- year on year.
with official as (
    select ruleset, ruleset.year as rule_year, indicator.*
    from ruleset
    join indicator using (ruleset)
    where kind = 'resmi' and grouping = 'SPD'
),
rules as (
    select *
    from official
    where rule_year = (select max(rule_year) from official)
),
figure as (
    select latest.code, fact, latest.year, latest.value, earlier.value as earlier_value,
        case
            when latest.status = 'tetap' and earlier.status = 'tetap' then 'tetap'
            else 'sementara'
        end as change_status,
        latest.status, latest.source_id
    from regency_fact as latest
    join common_year using (fact, year)
    left join regency_fact as earlier
        on earlier.code = latest.code and earlier.fact = latest.fact
        and earlier.year = latest.year - 1
),
raw as (
    select code, 'TPT_PROGRES' as indicator, earlier_value - value as raw_value, true as is_change,
        year, change_status as status, source_id
    from figure where fact = 'open_unemployment_rate'
    union all
    select code, 'TPT_NILAI', value, false, year, status, source_id
    from figure where fact = 'open_unemployment_rate'
    union all
    select code, 'PAD', 100 * (value / nullif(earlier_value, 0) - 1), true, year, change_status, source_id
    from figure where fact = 'realised_own_revenue'
    union all
    select code, 'KEMISKINAN_PROGRES', earlier_value - value, true, year, change_status, source_id
    from figure where fact = 'poverty_rate'
    union all
    select code, 'KEMISKINAN_NILAI', value, false, year, status, source_id
    from figure where fact = 'poverty_rate'
    union all
    select code, 'IPM_PROGRES', value - earlier_value, true, year, change_status, source_id
    from figure where fact = 'human_development_index'
    union all
    select code, 'IPM_NILAI', value, false, year, status, source_id
    from figure where fact = 'human_development_index'
),
rounded as (
    select code, indicator, round(raw_value, 2) as raw_value, status, source_id,
        case when is_change then (year - 1) || '–' || year else year::text end as years
    from raw
    where raw_value is not null
)
select rounded.code, rule_year as year, indicator,
    case
        when better = 'up' and raw_value >= level3_from then 3
        when better = 'up' and raw_value >= level2_from then 2
        when better = 'down' and raw_value <= level3_from then 3
        when better = 'down' and raw_value <= level2_from then 2
        else 1
    end as level,
    raw_value, years, status, 'dihitung' as basis, rounded.source_id
from rounded
join rules on rules.code = indicator
anti join government_level
    on government_level.code = rounded.code and government_level.year = rule_year
    and government_level.indicator = rounded.indicator
order by rounded.code, indicator
