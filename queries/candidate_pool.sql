-- Which innovations of other regencies could one regency look at?
-- One row per innovation, with what is known of its proof; the best proven where there are very many.
with proven as (
    select *
    from innovation_proof
    where code <> $code
    order by copies desc, national desc, maturity desc nulls last, last_year desc nulls last, innovation_id
    limit (select value::integer from setting where setting = 'most_candidates')
),
tagged as (
    select innovation_id, string_agg(theme, ' ' order by theme) as themes,
        string_agg(label, ', ' order by label) as theme_labels
    from innovation_theme
    join theme using (theme)
    semi join proven using (innovation_id)
    group by innovation_id
)
select innovation.innovation_id, innovation.code, regency.name as origin,
    regency.kind as origin_kind, innovation.name, long_name, office, innovation.sector_id,
    sector.name as sector, digital, first_year, innovation.last_year, year_as_printed, description, award,
    award_grade, is_reading, innovation.note, source.source_id, publisher,
    source.title as source_title, url, themes, theme_labels, copies, maturity, maturity_year, maturity_max,
    demand
from proven
join innovation using (innovation_id)
join regency on regency.code = innovation.code
left join sector using (sector_id)
join source on source.source_id = innovation.source_id
left join tagged using (innovation_id)
order by innovation.innovation_id
