-- Setiap kandidat milik daerah lain, dan yang di atas tidak berskor lebih rendah daripada yang di bawah
-- Berkas: queries/ranking.py
with ranked as (
    select candidate.code, innovation_id, innovation.code as pemilik, place, score,
        lead(score) over (partition by candidate.code, place is null order by place) as skor_berikutnya
    from candidate
    join innovation using (innovation_id)
)
select code, innovation_id, pemilik, place, score, skor_berikutnya
from ranked
where code = pemilik or (place is not null and score < skor_berikutnya)
order by code, innovation_id
