-- How does every regency stand on every published figure, each in its latest common year?
-- One row per figure and regency, in the order of both.
select fact, code, fact.name as fact_name, unit, decimals, regency_fact.value, regency_fact.year, regency_fact.status,
    source.source_id, publisher
from regency_fact
join common_year using (fact, year)
join fact using (fact)
join source on source.source_id = regency_fact.source_id
order by fact, code
