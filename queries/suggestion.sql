-- What would the index be with so many more innovations, and what is one more level worth then?
-- One row per number of basic services newly covered and of other new innovations, fewest first; points are per unit
-- of weight, new innovations have the maturity given.
with rules as (
    select *
    from ruleset
    where ruleset = $ruleset
),
missing as (
    select count(*) filter (basic) - $basic_sectors as missing
    from sector
),
choice as (
    select covered, added, $innovations + covered + added as innovations,
        $maturity_total + (covered + added) * $maturity as maturity_total,
        $basic_sectors + covered as basic_sectors
    from missing
    cross join lateral (select unnest(range(0, missing + 1)) as covered) as covering
    cross join (select unnest(range(0, $most_new + 1)) as added) as adding
)
select covered, added, index_value($spd, mean_maturity(maturity_total, innovations, divisor_min),
        count_score(innovations, basic_sectors, basic_sectors_min, count_cap, count_weight), total_max) as score,
    level_points('SPD', 1, 1, innovations, divisor_min, total_max) as spd_point,
    level_points('SID', 1, 1, innovations, divisor_min, total_max) as sid_point
from choice
cross join rules
order by covered, added
