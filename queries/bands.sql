-- From which score to which does a predicate go, by year?
-- One row per year and predicate, newest year and best predicate first.
select band.year, band.predicate, lower, upper, band.grade, band.note, source_id, publisher
from band_in_year as band
join source using (source_id)
order by band.year desc, lower desc
