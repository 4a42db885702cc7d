-- Which innovations speak of a word, in their name or description?
-- One row per innovation, by regency and name.
select regency.name as regency, innovation.name, description, last_year, publisher
from innovation
join regency using (code)
join source on source.source_id = innovation.source_id
where description ilike '%' || $word || '%' or innovation.name ilike '%' || $word || '%'
order by regency, innovation.name
