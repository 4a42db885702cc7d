-- What would one government's index gain from copying one innovation?
-- One row per innovation of others, by id; no row without a report. Points are index points, by the report's own rules
-- with all else as it is: as_origin where the copy is as mature as the original was reported (null where that is not
-- known), as_usual where it is as mature as the median of the own ones (usual_maturity, rounded to whole points).
with round as (
    select coalesce(max(year) filter (year = $year), max(year)) as year
    from report
    where code = $code
),
own as (
    select index_result.*, ruleset.* exclude (ruleset, year, kind, source_id)
    from index_result
    join report using (ruleset, code, year)
    join ruleset using (ruleset)
    join round on round.year = index_result.year
    where index_result.code = $code
),
usual as (
    select coalesce(median(maturity) filter (maturity.code = $code), median(maturity), 0) as maturity
    from maturity
    join own on own.year = maturity.year and own.rows_of = maturity.ruleset
    where counted
),
offered as (
    select innovation_id, innovation_proof.maturity as origin_maturity, round_even(usual.maturity, 0) as usual_maturity, own.*,
        own.basic_sectors
            + coalesce(list_contains(string_split(missing_sectors, ' '), sector_id), false)::integer as basic_after
    from innovation_proof
    join innovation using (innovation_id)
    cross join own
    cross join usual
    where innovation_proof.code <> $code
),
counted as (
    select *, count_score(innovations + 1, basic_after, basic_sectors_min, count_cap, count_weight) as count_after
    from offered
)
select innovation_id, usual_maturity,
    index_value(spd, mean_maturity(maturity_total + origin_maturity, innovations + 1, divisor_min), count_after, total_max)
        - score as as_origin,
    index_value(spd, mean_maturity(maturity_total + usual_maturity, innovations + 1, divisor_min), count_after, total_max)
        - score as as_usual
from counted
order by innovation_id
