-- How many innovations pass the filters, and what is known of them?
-- One row: every counts all of the dataset.
select count(*) filter (current) as every, count(*) filter (passes) as innovations,
    count(distinct code) filter (passes) as regencies, count(maturity) filter (passes) as scored,
    median(maturity) filter (passes) as maturity, coalesce(sum(levels) filter (passes), 0)::bigint as levels
from (
    select code, maturity, levels, current, current and off = 0 as passes
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
)
