-- What do others offer that one government already runs under another name?
-- One row per innovation of others, nearest to one of its own; likenesses from 0 to 100, the text's null where the
-- two are described otherwise, both null of what it has copied itself.
select innovation_id, duplicate_of, duplicate_name, duplicate_sector, duplicate_text, duplicate_why
from near_duplicate
where code = $code
order by innovation_id
