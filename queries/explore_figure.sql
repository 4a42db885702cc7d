-- What is one figure of every government, of the latest year that all have, else each one's latest before the running?
-- One row per regency, by code; value and year are null where nothing is known. innovations and maturity are of the
-- last report, or of all that are on record; a score is the last known up to $year; a feature is as peers are found by it.
with running as (
    select year(data_date) as year
    from dataset
),
common as (
    select year
    from common_year
    where fact = $figure
),
published as (
    select code, arg_max(value, regency_fact.year) as value, max(regency_fact.year) as year,
        arg_max(publisher, regency_fact.year) as publisher
    from regency_fact
    join source using (source_id)
    cross join running
    where fact = $figure and regency_fact.year <= coalesce((select year from common), running.year - 1)
    group by code
),
scored as (
    select index_score.code, arg_max(index_score.score, index_score.year) as value, max(index_score.year) as year,
        arg_max(publisher, index_score.year) as publisher
    from index_score
    join claim_preference on claim_id = score_claim
    where index_score.score is not null and $figure = 'indeks' and ($year is null or index_score.year <= $year)
    group by index_score.code
),
counted as (
    select code, if($figure = 'inovasi', count(*), median(maturity)) as value, max(year) as year,
        null as publisher
    from explored
    where year is not distinct from list_max(seen_years) and $figure in ('inovasi', 'kematangan')
    group by code
),
compared as (
    select code, value, year, null as publisher
    from regency_feature
    where 'ciri ' || feature = $figure
),
found as (
    from published
    union all
    from compared
    union all
    from scored
    union all
    from counted
)
select regency.code, regency.name, short_name, kind, value, if(value is null, null, found.year) as year, publisher
from regency
left join found using (code)
order by regency.code
