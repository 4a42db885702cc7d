-- Which rank would one government have with another index, and between which in nine of ten draws?
-- One row; the others stay as they reported, scored by the same rules. all_reported: whether no report is missing in
-- the province.
with rules as (
    select *
    from ruleset
    where ruleset = $ruleset
),
other as (
    select index_result.* exclude (ruleset, predicate)
    from index_result
    where index_result.ruleset = $ruleset and year = $year and code <> $code
        and left(code, 2) = left($code, 2)
),
draw as (
    select code, unnest(totals) as total, generate_subscripts(totals, 1) as draw
    from maturity_draw
    where year = $year
),
own as (
    select unnest($totals::double[]) as total, generate_subscripts($totals::double[], 1) as draw
),
own_scored as (
    select draw, index_value($spd, mean_maturity(total, $innovations, divisor_min), $count_score, total_max) as score
    from own
    cross join rules
),
other_scored as (
    select own.draw, index_value(spd, mean_maturity(coalesce(draw.total, maturity_total), innovations, divisor_min),
        count_score, total_max) as score
    from other
    cross join rules
    cross join own
    left join draw on draw.code = other.code and draw.draw = own.draw
),
placed as (
    select own_scored.draw, 1 + count(*) filter (other_scored.score > own_scored.score) as place
    from own_scored
    left join other_scored using (draw)
    group by own_scored.draw
),
rank as (
    select 1 + count(*) filter (score > $score)::integer as rank, 1 + count(*)::integer as rank_of
    from other
)
select rank, rank_of, least(rank, quantile_disc(place, 0.05))::integer as rank_low,
    greatest(rank, quantile_disc(place, 0.95))::integer as rank_high,
    rank_of = (select count(*) from regency where left(code, 2) = left($code, 2)) as all_reported
from rank
cross join placed
group by rank, rank_of
order by rank
