-- The book of replication: what happened, never changed and never removed. Apart from the built files.
-- A column comment is the sentence a user reads when a value breaks the promise.
-- A promise cannot be changed in a book that exists: lists that may grow (steps, kinds of agreement) are not among them.

-- One row. `views` is the fingerprint of the views it holds, made anew when book_views.sql has changed.
create table book (
    version integer not null,
    views text not null
);

-- The key is the lock of an edit: two writers who have read the same revision write the same next one.
-- written_at is UTC: a timestamp with a zone would be shown by the clock of whatever machine reads it.
create table event (
    subject text not null check (regexp_full_match(subject, 'buku-[0-9a-f]{12}|daerah-[0-9]{4}')),
    revision integer not null check (revision >= 1),
    written_at timestamp not null,
    who text not null check (length(trim(who)) between 1 and 200 and length(who) <= 200 and not contains(who, chr(0))),
    what text not null check (length(trim(what)) between 1 and 80 and length(what) <= 80 and not contains(what, chr(0))),
    primary key (subject, revision)
);
comment on column event.subject is 'tulis buku- dan 12 angka heksadesimal, atau daerah- dan kode empat angka';
comment on column event.revision is 'tulis bilangan bulat mulai dari 1';
comment on column event.written_at is 'tulis waktu UTC sebagai 2026-11-24T08:30:00Z';
comment on column event.who is 'tulis siapa yang mengubah, 1 sampai 200 tanda';
comment on column event.what is 'tulis apa yang terjadi, 1 sampai 80 tanda';

-- What an event changed; a null value clears its field. Without key or reference: they would cost 20 ms a write,
-- and rows only ever come in with their event (book.py, book_intake.py; promised by tests).
create table event_value (
    subject text not null,
    revision integer not null,
    field text not null check (regexp_full_match(field, '[a-z_]+(\.[a-z0-9_]+)?')),
    value text check (length(value) <= 4000 and not contains(value, chr(0))),
    check (
        value is null
        or not regexp_matches(field, '^(planned|real)\.|_date$')
        or (regexp_full_match(value, '(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}') and try_cast(value as date) is not null)
    ),
    check (
        value is null
        or field <> 'lock_months'
        or (regexp_full_match(value, '[0-9]{1,3}') and try_cast(value as integer) <= 120)
    )
);
comment on column event_value.field is 'tulis nama isian dengan huruf kecil, misalnya note atau planned.visit';
comment on column event_value.value is
    'tulis tanggal sebagai 2026-11-24, lama kunci sebagai bulan 0 sampai 120, dan teks paling panjang 4.000 tanda';
