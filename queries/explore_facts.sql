-- Which published figures of governments are there?
-- One row per government, figure and year, by figure, newest first; $most of them after $skip. total counts all.
with found as (
    select regency_fact.code, regency.name as regency, regency.kind, fact.name as fact_name, regency_fact.year, value,
        unit, decimals, regency_fact.status, regency_fact.note, publisher, url
    from regency_fact
    join fact using (fact)
    join regency using (code)
    join source on source.source_id = regency_fact.source_id
    where (len($regencies) = 0 or list_contains($regencies::text[], regency_fact.code))
        and (len($kinds) = 0 or list_contains($kinds::text[], regency.kind))
        and (len($years) = 0 or list_contains($years::text[], coalesce(regency_fact.year::text, '')))
)
select *, (select count(*) from found) as total
from found
order by fact_name, year desc, regency
limit $most offset $skip
