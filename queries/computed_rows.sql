-- Which SPD rows are computed from published figures?
-- One row per indicator, in the official order.
select number, code, name
from indicator
where code in (select indicator from government_level where basis = 'dihitung')
order by try_cast(regexp_extract(number, '^[0-9]+') as integer), number
