-- Tidak ada dua daerah dengan peringkat Kalimantan Selatan terbitan yang sama dalam satu tahun
-- Berkas: data/published/index_claims.csv
-- Ranks as imported are told as they are: a government may have printed a tie, or its neighbours' may be missing.
-- A rank computed from reports may be shared, and is told beside the published ones of others.
select index_score.year, index_score.rank,
    string_agg(index_score.code, ', ' order by index_score.code) as daerah
from index_score
join claim_preference on claim_preference.claim_id = rank_claim
where claim_preference.source_kind <> 'impor' and index_score.rank_scope = 'kalsel' and claim_preference.status <> 'dihitung'
group by index_score.year, index_score.rank
having count(*) > 1
order by index_score.year, index_score.rank
