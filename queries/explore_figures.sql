-- Which figures of governments can be set against each other?
-- One row per figure, published ones first, by name; governments tells of how many one is known.
with known as (
    select fact as figure, name, unit, decimals, 1 as place, count(distinct code) as governments
    from fact
    join regency_fact using (fact)
    group by fact, name, unit, decimals
    union all
    select 'ciri ' || feature, 'Ciri: ' || name || ' (' || rule || ')', '', 3, 5, count(distinct code)
    from feature
    join regency_feature using (feature)
    group by feature, name, rule
    union all
    select 'indeks', 'Skor Indeks Inovasi Daerah', 'indeks', 2, 2, count(distinct code)
    from index_score
    where score is not null
    having count(*) > 0
    union all
    select 'inovasi', 'Inovasi tercatat', 'inovasi', 0, 3, count(distinct code)
    from explored
    union all
    select 'kematangan', 'Median kematangan inovasi', 'indeks', 1, 4, count(distinct code)
    from explored
    where maturity is not null
    having count(*) > 0
)
select figure, name, unit, decimals, governments
from known
order by place, name
