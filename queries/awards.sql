-- Which awards for innovation did one regency win or come near to?
-- One row per award, newest first.
select award_id, award.year, award.name, award.status, award.note, source_id, publisher, title, url
from award
join source using (source_id)
where code = $code
order by award.year desc, award_id
