-- Which innovations of others are about the same as one of a government's own?
-- One row per pair of the same sector whose texts are alike enough, most alike first; alike from 0 to 100.
select innovation_id, own_id, alike
from alike
where own_code = $code
order by alike desc, innovation_id, own_id
