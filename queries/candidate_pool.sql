-- Which innovations of other regencies could one regency look at?
-- One row per innovation, with what is known of its proof.
with tagged as (
    select innovation_id, string_agg(theme, ' ' order by theme) as themes,
        string_agg(label, ', ' order by label) as theme_labels
    from innovation_theme
    join theme using (theme)
    group by innovation_id
),
copied as (
    select innovation_id, count(*) as copies
    from replication
    where replication.status in ('komitmen', 'direplikasi')
    group by innovation_id
)
select innovation.innovation_id, innovation.code, regency.name as origin,
    regency.kind as origin_kind, innovation.name, long_name, office, innovation.sector_id,
    sector.name as sector, digital, first_year, last_year, year_as_printed, description, award,
    award_grade, is_reading, innovation.note, source.source_id, publisher,
    source.title as source_title, url, themes, theme_labels, coalesce(copies, 0) as copies
from innovation
join regency using (code)
left join sector using (sector_id)
join source on source.source_id = innovation.source_id
left join tagged using (innovation_id)
left join copied using (innovation_id)
where innovation.code <> $code
order by innovation_id
