-- Setiap kabupaten/kota ada di peta
-- Berkas: data/maps
select code, name
from regency
anti join boundary using (code)
order by code
