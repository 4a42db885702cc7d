-- What is one government's index after each step of a scenario?
-- One row per step, step 0 as reported; points say how much of the index each part brings; only the last step
-- lists the maturities.
-- The tables given hold what each step changed: given_stage (step, ruleset), given_change (step, innovation_id,
-- indicator, before, level), given_added (step, innovation_id, sector_id, maturity), given_dropped (step, innovation_id).
with stage as (
    select step::integer as step, ruleset.*
    from given_stage
    join ruleset using (ruleset)
),
own as (
    select innovation_id, sector_id, maturity, ruleset as rows_of
    from maturity
    where code = $code and year = $year and counted
),
worth as (
    select indicator.ruleset as rows_of, change.step, indicator.grouping, change.innovation_id,
        row_score(weight, level) - row_score(weight, before) as gained
    from given_change as change
    join indicator on indicator.code = change.indicator
),
gain as (
    select stage.step, worth.grouping, worth.innovation_id, sum(worth.gained) as gained
    from stage
    join worth on worth.rows_of = stage.rows_of and worth.step <= stage.step
    group by stage.step, worth.grouping, worth.innovation_id
),
reported as (
    select stage.step, innovation_id, sector_id, maturity + coalesce(gained, 0) as maturity
    from stage
    join own using (rows_of)
    left join gain using (step, innovation_id)
    union all
    select stage.step, innovation_id, sector_id, maturity
    from stage
    join given_added as added on added.step <= stage.step
),
present as (
    select reported.*
    from reported
    anti join given_dropped as dropped
        on dropped.innovation_id = reported.innovation_id and dropped.step <= reported.step
),
innovations as (
    select step, count(*) as innovations, sum(maturity) as maturity_total,
        list(maturity order by innovation_id) filter (step = (select max(step) from stage)) as maturities,
        list(distinct sector_id) filter (basic) as basic_reported
    from present
    left join sector using (sector_id)
    group by step
),
reported_spd as (
    select ruleset as rows_of, sum(row_score(weight, level)) as spd
    from government_level
    join indicator on indicator.code = government_level.indicator and grouping = 'SPD'
    where government_level.code = $code and government_level.year = $year
    group by ruleset
),
government as (
    select step, coalesce(spd, 0) + coalesce(gained, 0) as spd
    from stage
    left join reported_spd using (rows_of)
    left join (select step, gained from gain where grouping = 'SPD') using (step)
),
basic as (
    select list(sector_id order by sector_id) as basic_sectors
    from sector
    where basic
),
parts as (
    select stage.*, spd, coalesce(innovations, 0) as innovations, maturities,
        coalesce(maturity_total, 0) as maturity_total, len(coalesce(basic_reported, [])) as basic_sectors,
        array_to_string(list_filter(basic.basic_sectors,
            lambda one: not list_contains(coalesce(basic_reported, []), one)), ' ') as missing_sectors
    from stage
    join government using (step)
    cross join basic
    left join innovations using (step)
),
scored as (
    select *, mean_maturity(maturity_total, innovations, divisor_min) as mean_maturity,
        count_score(innovations, basic_sectors, basic_sectors_min, count_cap, count_weight) as count_score
    from parts
),
valued as (
    select *, index_value(spd, mean_maturity, count_score, total_max) as score,
        as_scored(index_value(spd, mean_maturity, count_score, total_max)) as rounded_score,
        index_value(spd, 0, 0, total_max) as spd_points,
        index_value(0, mean_maturity, 0, total_max) as maturity_points,
        index_value(0, 0, count_score, total_max) as count_points
    from scored
)
-- a prognosis has no bands of its own: bands_known says so, and those of its rows are shown as an assumption
select step, valued.ruleset, valued.year as rule_year, valued.kind, spd, innovations, maturity_total, mean_maturity, maturities,
    basic_sectors, missing_sectors, basic_sectors_min, count_score, score, spd_points, maturity_points,
    count_points, band.predicate, next_band.predicate as next_predicate, next_band.lower as next_lower,
    next_band.lower - rounded_score as distance, valued.ruleset = rows_of as bands_known
from valued
left join band on band.ruleset = rows_of and rounded_score between band.lower and band.upper
asof left join band as next_band on next_band.ruleset = rows_of and next_band.lower > rounded_score
order by step
