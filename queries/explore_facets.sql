-- How many innovations would pass with each value of a filter, the other filters as they are?
-- One row per filter and value with at least one, by filter and value; '' is the unknown.
with judged as not materialized (
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
    where off <= 1
),
passing as (
    select sector_id, cluster, code, stage, kind, form, digital, initiator, award_grade, maturity_class,
        grouping_id(sector_id, cluster, code, stage, kind, form, digital, initiator, award_grade, maturity_class)
            as grouped,
        count(*) as innovations
    from judged
    where current and off = 0
    group by grouping sets (sector_id, cluster, code, stage, kind, form, digital, initiator, award_grade,
        maturity_class)
),
-- grouping_id has a 1 for each column a row is not grouped by, the first column highest
of_one as (
    select ['sectors', 'clusters', 'regencies', 'stages', 'kinds', 'forms', 'digitals', 'initiators', 'grades',
            'classes'][10 - log2(1023 - grouped)::integer] as filter,
        coalesce(sector_id, cluster, code, stage, kind, form, digital, initiator, award_grade, maturity_class, '')
            as value,
        innovations
    from passing
),
-- what one filter alone keeps out counts beside the values of that filter
kept_out as (
    select case when year_off then 'years' when sector_off then 'sectors' when cluster_off then 'clusters'
            when theme_off then 'themes' when regency_off then 'regencies' when stage_off then 'stages'
            when kind_off then 'kinds' when form_off then 'forms' when digital_off then 'digitals'
            when initiator_off then 'initiators' when grade_off then 'grades' when class_off then 'classes' end
            as filter,
        unnest(case when theme_off then if(len(themes) = 0, [''], themes) else [coalesce(
            case when year_off then year::text when sector_off then sector_id when cluster_off then cluster
                when regency_off then code when stage_off then stage when kind_off then kind when form_off then form
                when digital_off then digital when initiator_off then initiator when grade_off then award_grade
                when class_off then maturity_class end, '')] end) as value
    from judged
    where off = 1 and (current or year_off) and not maturity_off and not words_off
),
every as (
    from of_one
    union all
    select 'themes', value, count(*)
    from (select unnest(if(len(themes) = 0, [''], themes)) as value from judged where current and off = 0)
    group by value
    union all
    select 'years', coalesce(year::text, ''), count(*)
    from judged
    where off = 0
    group by year
    union all
    select filter, value, count(*)
    from kept_out
    group by filter, value
)
select filter, value, sum(innovations)::integer as innovations
from every
group by filter, value
order by filter, value
