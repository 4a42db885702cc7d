-- What shape has every regency on the map?
-- One row per regency, in the order of the codes.
select code, name, short_name, kind, geometry, label_longitude, label_latitude, area_km2
from boundary
join regency using (code)
order by code
