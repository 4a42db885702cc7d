-- How do the regencies compare on three figures, each in its latest common year?
-- One row per regency, by name.
pivot (
    select regency.name as regency, fact, value
    from regency_fact
    join common_year using (fact, year)
    join regency using (code)
)
on fact in ('population', 'poverty_rate', 'human_development_index')
using first(value)
order by regency
