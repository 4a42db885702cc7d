-- Setiap kandidat milik daerah lain, yang di daftar bukan kembaran milik sendiri, dan yang di atas tidak berskor lebih rendah
-- Berkas: queries/ranking.py
with ranked as (
    select candidate.code, candidate.innovation_id, innovation.code as pemilik, place, duplicate_of as kembaran, score,
        lead(score) over (partition by candidate.code, place is null order by place) as skor_berikutnya
    from candidate
    join innovation on innovation.innovation_id = candidate.innovation_id
    left join near_duplicate on near_duplicate.code = candidate.code
        and near_duplicate.innovation_id = candidate.innovation_id
)
select code, innovation_id, pemilik, place, kembaran, score, skor_berikutnya
from ranked
where code = pemilik or (place is not null and (kembaran is not null or score < skor_berikutnya))
order by code, innovation_id
