-- Tidak ada dua daerah dengan peringkat Kalimantan Selatan yang sama dalam satu tahun
-- Berkas: data/published/index_claims.csv
select year, rank, string_agg(code, ', ' order by code) as daerah
from index_score
where rank_scope = 'kalsel'
group by year, rank
having count(*) > 1
order by year, rank
