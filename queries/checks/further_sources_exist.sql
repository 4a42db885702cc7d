-- Setiap sumber tambahan terdaftar di sources.csv
-- Berkas: data/published/sources.csv
with further as (
    select 'index_claims.csv' as berkas, claim_id as baris, unnest(string_split(also, ' ')) as source_id from index_claim
    union all select 'awards.csv', award_id, unnest(string_split(also, ' ')) from award
    union all select 'innovations.csv', innovation_id, unnest(string_split(also, ' ')) from innovation
    union all select 'replications.csv', replication_id, unnest(string_split(also, ' ')) from replication
)
select *
from further
anti join source using (source_id)
order by berkas, baris
