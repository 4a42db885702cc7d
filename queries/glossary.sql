-- What do the words on the screen mean?
-- One row per term, by topic as a reader meets them.
select term, topic, term.name, also, meaning, rule, source_id, source.publisher, source.title
from term
join source using (source_id)
order by place
