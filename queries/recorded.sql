-- How many innovations of every regency are recorded on record, in one sector or in all?
-- One row per regency, most first.
select regency.code, regency.name, short_name, count(innovation_id) as innovations,
    count(innovation_id) filter (award_grade = 'nasional') as national
from regency
left join on_record($year) as innovation
    on innovation.code = regency.code and ($sector is null or sector_id = $sector)
group by regency.code, regency.name, short_name
order by innovations desc, regency.name
