-- Which index follows from the levels of every report, as a claim beside the published ones?
-- One row per report.
with rules as (
    select ruleset, year as rule_year
    from ruleset
)
select 'H' || code || '-' || year as claim_id, code, year, year::text as year_as_printed,
    'tercetak' as year_basis, as_scored(score) as score, predicate,
    predicate as predicate_as_printed, rank,
    case when left(code, 2) = '63' then 'kalsel' end as rank_scope, rank_of,
    innovations, innovations::text as innovations_as_printed, 'dihitung' as status,
    case when rule_year <> year
        then 'Dihitung dengan aturan ' || rule_year || ' atas laporan ' || year end as note,
    report.source_id
from report
join rules using (ruleset)
join index_result using (code, year, ruleset)
join rank_range using (code, year)
order by code, year
