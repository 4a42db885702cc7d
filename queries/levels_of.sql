-- At which level does each of a few innovations stand on every SID row, by its last report?
-- One row per innovation whose levels are reported and row of its rules, in the official order; 0 where it said nothing.
with latest as (
    select innovation_id, maturity_year as year, rows_of
    from innovation_proof
    join report on report.code = innovation_proof.code and report.year = maturity_year
    join ruleset using (ruleset)
    where list_contains($innovations::varchar[], innovation_id)
        and (innovation_id, maturity_year) not in (select (innovation_id, year) from total_only)
)
select latest.innovation_id, number, indicator.code as indicator, name, coalesce(level, 0) as level, evidence,
    weight
from latest
join indicator on indicator.ruleset = rows_of and grouping = 'SID'
left join innovation_level on innovation_level.innovation_id = latest.innovation_id
    and innovation_level.year = latest.year and innovation_level.indicator = indicator.code
order by latest.innovation_id, try_cast(regexp_extract(number, '^[0-9]+') as integer), number
