-- Setiap kabupaten/kota ada di peta
select code, name
from regency
anti join boundary using (code)
order by code
