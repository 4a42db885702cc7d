-- How many figures of regencies come from each source?
-- One row per source, most figures first.
select publisher, title, grade, accessed, count(regency_fact.fact) as facts
from source
left join regency_fact using (source_id)
group by all
order by facts desc, publisher, title
