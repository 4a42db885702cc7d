-- Which innovations pass the filters?
-- One row per innovation, as it stood in the last of the wanted years, in the order asked for; $most of them after
-- $skip.
with wanted as (
    select innovation_id, year
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
    where current and off = 0
    order by
        case when $order = 'maturity' then maturity end desc nulls last,
        case when $order = 'least' then maturity end nulls last,
        case when $order = 'year' then year end desc nulls last,
        case when $order = 'regency' then code end,
        case when $order = 'sector' then sector_id end nulls last,
        lower(name), innovation_id
    limit $most offset $skip
),
placed as (
    select innovation_id, year, row_number() over () as place
    from wanted
)
select explored.innovation_id, code, name, long_name, description, regency, kind, office, sector, cluster, theme_labels,
    explored.year, stage, maturity, form, initiator, digital, award, award_grade, first_year, year_as_printed,
    is_reading, note, publisher, source_title, url
from placed
join explored on explored.innovation_id = placed.innovation_id and explored.year is not distinct from placed.year
order by place
