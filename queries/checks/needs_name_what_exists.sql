-- Setiap baris needs.csv menunjuk urusan, tema, dan indikator yang ada
-- Berkas: data/rules/needs.csv
select need.kind, value, indicator
from need
where (need.kind = 'urusan' and value not in (select sector_id from sector))
    or (need.kind = 'tema' and value not in (select theme from theme))
    or indicator not in (select code from indicator)
order by need.kind, value, indicator
