-- Which cooperations of one dataset are on the books, how far is each, and what is late?
-- One row per record: the latest first, then by the next date, those without one last.
with dated as (
    select record_id, given_step.step, place, planned, real, delay
    from record_date
    join given_step using (step)
),
reached as (
    select record_id, max(place) as place, arg_max(real, place) as reached_on
    from dated
    where real is not null
    group by record_id
),
ahead as (
    select record_id, min(dated.place) as next_place, arg_min(planned, dated.place) as next_planned,
        arg_min(delay, dated.place) as next_delay
    from dated
    left join reached using (record_id)
    where planned is not null and real is null and dated.place > coalesce(reached.place, 0)
    group by record_id
),
locked as (
    select record.record_id, real as running_since, real + to_months(coalesce(regency_setting.lock_months, $lock_months)) as lock_until
    from record
    join dated on dated.record_id = record.record_id and dated.step = 'running' and real is not null
    left join regency_setting on regency_setting.code = owner_code
    where born_of in ('replikasi', 'aksi perubahan')
),
papers as (
    select record_id, document
    from record_document
    union
    -- The number or the day of a letter says that it is on file, as on the page of the record.
    select subject, split_part(field, '_', 1)
    from latest_value
    where field in ('interest_number', 'agreement_number', 'bskdn_date')
),
filed as (
    select record_id, count(*)::integer as documents
    from papers
    group by record_id
)
select record.*, coalesce(reached.place, 0)::integer as place, reached_on, next_place, next_planned, next_delay,
    greatest(0, date_diff('day', next_planned, $today::date))::integer as late_days,
    running_since, lock_until::date as lock_until,
    coalesce(regency_setting.lock_months, $lock_months)::integer as lock_months, regency_setting.lock_basis,
    coalesce(documents, 0)::integer as documents
from record
left join reached using (record_id)
left join ahead using (record_id)
left join locked using (record_id)
left join filed using (record_id)
left join regency_setting on regency_setting.code = owner_code
where dataset = $dataset
order by late_days desc, next_planned nulls last, created_at, record.record_id
