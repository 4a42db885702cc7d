-- How many innovations are recorded per sector and regency?
-- One row per sector and regency that has any, most first.
select sector.name as sector, regency.name as regency, count(*) as innovations
from innovation
join regency using (code)
left join sector using (sector_id)
group by sector.name, regency.name
order by innovations desc, sector, regency
