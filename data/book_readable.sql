-- Every cooperation as it stands, for people and their spreadsheets.
-- One row per record, in the order they were begun.
select
    record_id as "Nomor",
    case dataset when 'simulasi' then 'DATA SIMULASI – bukan nilai resmi' end as "Keterangan",
    receiver as "Penerima",
    receiver_code as "Kode penerima",
    giver as "Pemberi",
    giver_code as "Kode pemberi",
    innovation as "Inovasi",
    innovation_id as "Kode inovasi",
    born_of as "Lahir dari",
    sector_id as "Kode urusan",
    legal_basis as "Dasar hukum",
    receiver_office as "Unit penerima",
    giver_office as "Unit pemberi",
    interest_number as "Nomor surat minat",
    interest_date::text as "Tanggal surat minat",
    agreement_kind as "Jenis kesepakatan",
    agreement_number as "Nomor kesepakatan",
    agreement_date::text as "Tanggal kesepakatan",
    bskdn_date::text as "Tembusan BSKDN",
    close_reason as "Alasan ditutup",
    close_basis as "Dasar hukum penutupan",
    note as "Catatan",
    revision::text as "Revisi",
    strftime(created_at, '%Y-%m-%dT%H:%M:%SZ') as "Dibuat",
    strftime(updated_at, '%Y-%m-%dT%H:%M:%SZ') as "Diubah",
    updated_by as "Diubah oleh"
from record
order by created_at, record_id
