-- Inovasi yang direplikasi milik daerah asal yang tercatat
-- Berkas: data/published/replications.csv
select replication_id, replication.origin_code, innovation.code as pemilik_inovasi
from replication
join innovation using (innovation_id)
where replication.origin_code is distinct from innovation.code
order by replication_id
