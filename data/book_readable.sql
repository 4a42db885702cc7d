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
    born_of as "Asal inovasi",
    sector_id as "Kode urusan",
    legal_basis as "Dasar hukum",
    receiver_office as "Kantor penghubung penerima",
    giver_office as "Kantor penghubung pemberi",
    interest_number as "Nomor surat minat",
    interest_date::text as "Tanggal surat minat",
    agreement_kind as "Jenis perjanjian",
    agreement_number as "Nomor perjanjian",
    agreement_date::text as "Tanggal perjanjian",
    bskdn_date::text as "Tanggal tembusan BSKDN",
    close_reason as "Alasan penutupan",
    close_basis as "Dasar hukum penutupan",
    note as "Catatan",
    revision::text as "Revisi",
    strftime(created_at, '%Y-%m-%dT%H:%M:%SZ') as "Dibuat",
    strftime(updated_at, '%Y-%m-%dT%H:%M:%SZ') as "Diubah",
    updated_by as "Diubah oleh"
from record
order by created_at, record_id
