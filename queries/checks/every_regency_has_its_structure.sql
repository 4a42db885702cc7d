-- Setiap kabupaten/kota punya semua ciri struktur
-- Berkas: data/published/regency_facts.csv
select code, feature
from regency
cross join feature
anti join regency_feature using (code, feature)
order by code, feature
