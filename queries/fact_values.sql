-- How does every regency stand on one published figure, in its latest common year?
-- One row per regency, highest first.
select regency.code, regency.name, short_name, regency_fact.value, regency_fact.year,
    regency_fact.status, regency_fact.note, fact.name as fact_name, unit, decimals, better,
    definition, source.source_id, publisher, url
from regency_fact
join common_year using (fact, year)
join fact using (fact)
join regency using (code)
join source on source.source_id = regency_fact.source_id
where fact = $fact
order by regency_fact.value desc, regency.name
