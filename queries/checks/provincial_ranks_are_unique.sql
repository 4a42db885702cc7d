-- Tidak ada dua daerah dengan peringkat Kalimantan Selatan terbitan yang sama dalam satu tahun
-- Berkas: data/published/index_claims.csv
-- A rank computed from reports may be shared, and is told beside the published ones of others.
select index_score.year, index_score.rank,
    string_agg(index_score.code, ', ' order by index_score.code) as daerah
from index_score
join index_claim on index_claim.claim_id = rank_claim
where index_score.rank_scope = 'kalsel' and status <> 'dihitung'
group by index_score.year, index_score.rank
having count(*) > 1
order by index_score.year, index_score.rank
