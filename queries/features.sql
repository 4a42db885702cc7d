-- What is the structure of every regency, before standardising?
-- One row per regency and feature; the latest year all regencies have, the running year left out.
with figure as (
    select code, fact, year, value
    from regency_fact
    join common_year using (fact, year)
),
ratio as (
    select above.code, above.fact as above, below.fact as below,
        greatest(above.year, below.year) as year, above.value / nullif(below.value, 0) as value
    from figure as above
    join figure as below using (code)
)
select code, 'population' as feature, ln(value) as value, year
from figure where fact = 'population'
union all by name
select code, 'density' as feature, ln(value) as value, year
from ratio where above = 'population' and below = 'area'
union all by name
select code, 'kind' as feature, (kind = 'Kota')::integer::double as value, null as year
from regency
union all by name
select code, 'grdp_per_person' as feature, value, year
from figure where fact = 'grdp_per_capita_current_price'
union all by name
select code, 'mining_share' as feature, value, year
from figure where fact = 'mining_share_of_grdp'
union all by name
select code, 'agriculture_share' as feature, value, year
from figure where fact = 'agriculture_share_of_grdp'
union all by name
select code, 'own_revenue_share' as feature, value, year
from ratio where above = 'realised_own_revenue' and below = 'realised_revenue'
union all by name
select code, 'poverty_rate' as feature, value, year
from figure where fact = 'poverty_rate'
order by code, feature
