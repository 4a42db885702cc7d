-- Which innovations of others are about the same as one of a government's own?
-- One row per pair of the same sector whose texts are alike enough, most alike first; alike from 0 to 100.
with other as (
    select *
    from innovation_word
    where innovation_id in (select innovation_id from most_proven($code))
)
select other.innovation_id, own.innovation_id as own_id, 100 * sum(other.weight * own.weight) as alike
from innovation_word as own
join other using (sector_id, word)
where own.code = $code
group by other.innovation_id, own.innovation_id
having alike >= (select value from setting where setting = 'duplicate_text')
order by alike desc, other.innovation_id, own_id
