-- How mature are the innovations that pass the filters, sector by sector?
-- One row per sector that has one whose maturity is known, the highest median first; '' is the unknown sector. low and
-- high are quartiles.
select coalesce(sector_id, '') as sector_id, any_value(sector) as sector, count(*)::integer as innovations,
    median(maturity) as maturity, quantile_cont(maturity, 0.25) as low, quantile_cont(maturity, 0.75) as high,
    min(maturity) as least, max(maturity) as most
from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
    $grades, $classes, $least_maturity, $most_maturity, $words)
where current and off = 0 and maturity is not null
group by sector_id
order by median(maturity) desc, sector_id
