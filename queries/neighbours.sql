-- Which regencies share a border on the map in use?
-- One row per ordered pair.
select code, neighbour, border_km
from neighbour
order by code, neighbour
