-- Which steps does a cooperation go through?
-- One row per step, in order.
select step, place, name, phase, meaning
from step
order by place
