-- Which innovations are being copied under a letter or an agreement, and by whom?
-- One row per record of one dataset with a letter of interest, an agreement, or a real date of agreement or after.
with kept as (
    select record_id, max(place) as place
    from record_date
    join given_step using (step)
    where real is not null
    group by record_id
)
select record_id, giver_code, giver, innovation_id, innovation, receiver_code, receiver, interest_number, interest_date,
    agreement_kind, agreement_number, agreement_date
from record
left join kept using (record_id)
where dataset = $dataset and born_of = 'replikasi'
    and (interest_number is not null or agreement_number is not null or coalesce(place, 0) >= 2)
order by giver, innovation, receiver, record_id
