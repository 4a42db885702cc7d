-- The state of the book: what its events add up to. Replaced whenever this file changes.

-- The last value of each field; a cleared field has none.
create or replace view latest_value as
select subject, field, value
from (
    select subject, field, arg_max_null(value, revision) as value
    from event_value
    group by subject, field
)
where value is not null;

-- One row per record: its last revision and its fields.
create or replace view record as
with written as (
    select subject, max(revision) as revision, arg_min(written_at, revision) as created_at,
        arg_max(written_at, revision) as updated_at, arg_max(who, revision) as updated_by
    from event
    where starts_with(subject, 'buku-')
    group by subject
),
filled as (
    -- A map read 21 times takes half as long as 21 aggregates: 14 for 22 ms of 500 records.
    select subject, map_from_entries(list((field, value))) as fields
    from latest_value
    where not contains(field, '.')
    group by subject
)
select subject as record_id, revision, created_at, updated_at, updated_by,
    fields['dataset'] as dataset,
    fields['receiver_code'] as receiver_code,
    fields['receiver'] as receiver,
    fields['giver_code'] as giver_code,
    fields['giver'] as giver,
    fields['innovation_id'] as innovation_id,
    fields['innovation'] as innovation,
    fields['born_of'] as born_of,
    fields['sector_id'] as sector_id,
    fields['legal_basis'] as legal_basis,
    fields['receiver_office'] as receiver_office,
    fields['giver_office'] as giver_office,
    fields['interest_number'] as interest_number,
    try_cast(fields['interest_date'] as date) as interest_date,
    fields['agreement_kind'] as agreement_kind,
    fields['agreement_number'] as agreement_number,
    try_cast(fields['agreement_date'] as date) as agreement_date,
    try_cast(fields['bskdn_date'] as date) as bskdn_date,
    fields['close_reason'] as close_reason,
    fields['close_basis'] as close_basis,
    fields['note'] as note,
    coalesce(fields['receiver_code'], fields['giver_code']) as owner_code
from written
left join filled using (subject);

-- One row per record and step that has a planned or real date, or a reason for being late.
create or replace view record_date as
select subject as record_id, split_part(field, '.', 2) as step,
    try_cast(max(value) filter (starts_with(field, 'planned.')) as date) as planned,
    try_cast(max(value) filter (starts_with(field, 'real.')) as date) as real,
    max(value) filter (starts_with(field, 'delay.')) as delay
from latest_value
where starts_with(subject, 'buku-') and regexp_matches(field, '^(planned|real|delay)\.')
group by subject, step;

-- One row per record and document that is at hand, with its number or place.
create or replace view record_document as
select subject as record_id, split_part(field, '.', 2) as document, value as reference
from latest_value
where starts_with(subject, 'buku-') and starts_with(field, 'document.');

-- One row per record and stage: its actors, space-separated.
create or replace view record_actors as
select subject as record_id, split_part(field, '.', 2) as stage, value as actors
from latest_value
where starts_with(subject, 'buku-') and starts_with(field, 'actors.');

-- One row per regency with settings of its own.
create or replace view regency_setting as
with written as (
    select subject, max(revision) as revision
    from event
    where starts_with(subject, 'daerah-')
    group by subject
)
select split_part(subject, '-', 2) as code,
    try_cast(max(value) filter (field = 'lock_months') as integer) as lock_months,
    max(value) filter (field = 'lock_basis') as lock_basis,
    any_value(revision) as revision
from written
left join latest_value using (subject)
group by subject;
