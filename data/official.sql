-- What is imported, put beside what is published: one statement a table. The frames of
-- data.importing.holdings.Holdings are given as given_result and so on.

-- Published ranks name their scope; a rank of the province is one among all of its governments.
insert into index_claim by name
with province as (
    select left(code, 2) as province, count(*)::integer as governments
    from regency
    group by province
),
told as (
    select *, year::text as year_as_printed, 'tercetak' as year_basis, 'tercetak' as status
    from given_result
    where year between 2018 and 2100
)
select 'U' || code || '-' || year as claim_id, code, year, year_as_printed, year_basis,
    case when year >= 2021 then score end as score, -- raw points before that
    predicate, predicate as predicate_as_printed, rank_province as rank,
    case when rank_province is not null and province = '63' then 'kalsel' end as rank_scope,
    case when rank_province <= governments then governments end as rank_of,
    rank_province::text as rank_as_printed, innovations, innovations::text as innovations_as_printed,
    true as count_final, status, file_id as source_id
from told
join province on province = left(code, 2)
union all by name
select 'U' || code || '-' || year || '-nasional' as claim_id, code, year, year_as_printed, year_basis,
    rank_national as rank, 'nasional' as rank_scope, rank_national::text as rank_as_printed, status,
    file_id as source_id
from told
where rank_national is not null
order by claim_id;

-- A stage that is not told is the furthest one its dates prove by the end of the year; without dates only that it
-- is reported, which an initiative is already. (All stages count in n as long as least_stage is 1.)
insert into innovation_report by name
select innovation_id, year,
    coalesce(stage, case
        when year(applied_date) <= year then 'penerapan'
        when year(trial_date) <= year then 'uji coba'
        else 'inisiatif'
    end) as stage, reported_maturity
from given_innovation
join given_id using (code, key)
where year between 2018 and 2100
order by innovation_id, year;

insert into innovation_level by name
select innovation_id, year, indicator, level
from given_innovation_level
join given_id using (code, key)
join innovation_report using (innovation_id, year)
where level is not null
order by all;

insert into government_level by name
select code, year, indicator, level, raw_value, 'dilaporkan' as basis, file_id as source_id
from given_government_level
where level is not null
order by code, year, indicator;
