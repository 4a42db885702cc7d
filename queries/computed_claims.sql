-- Which index follows from the levels of every report, as a claim beside the published ones?
-- One row per report; a rank where all governments of the province have one.
with rules as (
    select ruleset, year as rule_year
    from ruleset
),
province as (
    select left(code, 2) as province, count(*) as governments
    from regency
    group by province
)
select 'H' || code || '-' || year as claim_id, code, year, year::text as year_as_printed,
    'tercetak' as year_basis, as_scored(score) as score, predicate,
    predicate as predicate_as_printed, if(rank_of = governments, rank, null) as rank,
    if(rank_of = governments and province = '63', 'kalsel', null) as rank_scope,
    if(rank_of = governments, rank_of, null) as rank_of,
    innovations, innovations::text as innovations_as_printed, 'dihitung' as status,
    case when rule_year <> year
        then 'Dihitung dengan aturan ' || rule_year || ' atas laporan ' || year end as note,
    report.source_id
from report
join rules using (ruleset)
join index_result using (code, year, ruleset)
join rank_range using (code, year)
join province on province = left(code, 2)
order by code, year
