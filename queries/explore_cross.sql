-- How many innovations that pass the filters have two values in common, and how mature are they?
-- One row per pair of values that occurs, by value; '' is the unknown. An innovation of several themes counts in each.
select down, across, count(*)::integer as innovations, count(maturity)::integer as scored, median(maturity) as maturity
from (
    select unnest(explored_values($down, year, sector_id, cluster, themes, code, stage, kind, form, digital,
            initiator, award_grade, maturity_class)) as down,
        explored_values($across, year, sector_id, cluster, themes, code, stage, kind, form, digital,
            initiator, award_grade, maturity_class) as every_across, maturity
    from explored_by($years, $sectors, $clusters, $themes, $regencies, $stages, $kinds, $forms, $digitals, $initiators,
        $grades, $classes, $least_maturity, $most_maturity, $words)
    where current and off = 0
), unnest(every_across) as crossed (across)
group by down, across
order by down, across
