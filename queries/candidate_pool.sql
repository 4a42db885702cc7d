-- Which innovations of other regencies could one regency look at?
-- One row per innovation, with what is known of its proof; the best proven where there are very many. strong names
-- the SID rows on which it stands at the highest level.
select innovation_id, code, origin, origin_kind, name, long_name, office, sector_id, sector, digital, first_year,
    last_year, year_as_printed, description, award, award_grade, is_reading, note, source_id, publisher,
    source_title, url, themes, theme_labels, copies, maturity, maturity_year, maturity_max, demand, strong
from offered
where innovation_id in (select innovation_id from most_proven($code))
order by innovation_id
