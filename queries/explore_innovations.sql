-- Which innovations pass the filters?
-- One row per innovation, as it stood in the last of the wanted years, in the order asked for; $most of them after
-- $skip.
select innovation_id, code, name, long_name, description, regency, kind, office, sector, cluster, theme_labels, year,
    stage, maturity, form, initiator, digital, award, award_grade, first_year, year_as_printed, is_reading, note,
    publisher, source_title, url
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
