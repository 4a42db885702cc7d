-- How far is each innovation of one government on the row "Replikasi", and what is a level of it worth?
-- One row per innovation, by name. level: by its last report, null where that names none; regencies: how many others
-- on record committed to it or copied it; points_per_level: index points in the latest report, null where the
-- innovation does not count in it.
with round as (
    select report.year, weight, divisor_min, total_max, rows_of
    from report
    join ruleset using (ruleset)
    join indicator on indicator.ruleset = rows_of and indicator.code = 'REPLIKASI'
    where report.code = $code
    order by report.year desc
    limit 1
),
counting as (
    select innovation_id, weight, divisor_min, total_max
    from maturity
    join round on round.year = maturity.year and rows_of = maturity.ruleset
    where code = $code and counted
),
counted as (
    select innovation_id,
        level_points('SID', weight, 1, (select count(*) from counting), divisor_min, total_max) as points_per_level
    from counting
),
copied as (
    select innovation_id, count(distinct coalesce(receiver_code, receiver))::integer as regencies
    from replication
    where status in ('komitmen', 'direplikasi') and receiver_code is distinct from $code
    group by innovation_id
)
select innovation_id, name, case when maturity_year is not null and total_only.year is null then coalesce(level, 0) end as level,
    coalesce(regencies, 0) as regencies, points_per_level
from innovation
join innovation_proof using (innovation_id)
left join innovation_level on innovation_level.innovation_id = innovation.innovation_id
    and innovation_level.year = maturity_year and indicator = 'REPLIKASI'
left join total_only on total_only.innovation_id = innovation.innovation_id and total_only.year = maturity_year
left join counted on counted.innovation_id = innovation.innovation_id
left join copied on copied.innovation_id = innovation.innovation_id
where innovation.code = $code
order by name, innovation.innovation_id
