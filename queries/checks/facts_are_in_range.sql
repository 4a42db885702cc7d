-- Persentase dan IPM di antara 0 dan 100, jumlah tidak negatif (kecuali selisih)
-- Berkas: data/published/regency_facts.csv
select code, fact, year, value
from regency_fact
join fact using (fact)
where value < 0 or (unit in ('persen', 'indeks') and value > 100)
order by code, fact, year
