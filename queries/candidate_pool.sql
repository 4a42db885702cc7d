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
),
latest as (
    select innovation_id, maturity.maturity, maturity.year as maturity_year, maturity_max
    from maturity
    join report using (code, year)
    join ruleset on ruleset.ruleset = report.ruleset and rows_of = maturity.ruleset
    where counted
    qualify maturity.year = max(maturity.year) over (partition by innovation_id)
),
-- what an innovation asks of who runs it: regulation, staff, budget, tools; a share of the highest level
demand as (
    select latest.innovation_id, avg(level) / 3 as demand
    from innovation_level
    join latest on latest.innovation_id = innovation_level.innovation_id
        and maturity_year = innovation_level.year
    where indicator in ('REGULASI', 'SDM', 'ANGGARAN', 'ALAT_KERJA')
    group by latest.innovation_id
)
select innovation.innovation_id, innovation.code, regency.name as origin,
    regency.kind as origin_kind, innovation.name, long_name, office, innovation.sector_id,
    sector.name as sector, digital, first_year, last_year, year_as_printed, description, award,
    award_grade, is_reading, innovation.note, source.source_id, publisher,
    source.title as source_title, url, themes, theme_labels, coalesce(copies, 0) as copies,
    maturity, maturity_year, maturity_max, demand
from innovation
join regency using (code)
left join sector using (sector_id)
join source on source.source_id = innovation.source_id
left join tagged using (innovation_id)
left join copied using (innovation_id)
left join latest using (innovation_id)
left join demand using (innovation_id)
where innovation.code <> $code
order by innovation_id
