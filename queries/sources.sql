-- Where does every fact come from?
-- One row per source, what was imported first, our own files last.
with use as (
    select source_id, 'klaim indeks' as used_for from index_claim
    union all select source_id, 'inovasi' from innovation
    union all select source_id, 'penghargaan' from award
    union all select source_id, 'replikasi' from replication
    union all select source_id, 'parameter' from government_level where basis = 'dilaporkan'
    union all select source_id, 'data BPS/DJPK/Kemendagri' from regency_fact
    union all select source_id, 'aturan' from indicator
    union all select source_id, 'aturan' from ruleset
    union all select source_id, 'aturan' from band
    union all select source_id, 'urusan' from sector
    union all select source_id, 'nama daerah' from regency
)
select source_id, kind, publisher, title, url, licence, accessed, grade, sha256, note,
    (select string_agg(distinct used_for, ', ' order by used_for) from use
        where use.source_id = source.source_id) as used_for,
    (select count(*) from use where use.source_id = source.source_id) as rows_used
from source
order by list_position(['impor', 'terbitan', 'berkas'], kind), source_id
