-- What is this dataset, and how old is it?
-- One row.
select name, label, simulated, data_date, fingerprint, seed,
    (select count(*) from source where kind = 'terbitan') as sources,
    (select count(*) from source where kind = 'impor') as imports,
    (select count(*) from index_claim) as claims,
    (select count(*) from innovation) as innovations,
    (select count(*) from innovation_level) as innovation_levels,
    (select label from map) as map_label,
    (select attribution from map) as map_attribution,
    exists (from near_duplicate) as duplicates_stored
from dataset
