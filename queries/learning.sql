-- Who can learn from whom: how many candidates does each government find at each other, and how good are they?
-- One row per pair of governments, in the order of the codes; its own pair finds none. value is the mean score of
-- the five best, best the name of the first, both null where there is none; near-duplicates are left out.
with learner as (
    select code, name, short_name
    from regency
    semi join candidate using (code)
),
listed as (
    select candidate.code, innovation.code as origin_code, innovation.name, place, score,
        row_number() over (partition by candidate.code, innovation.code order by place) as turn
    from candidate
    join innovation using (innovation_id)
    where place is not null
),
pair as (
    select code, origin_code, count(*)::integer as candidates, avg(score) filter (turn <= 5) as value,
        arg_min(name, place) as best
    from listed
    group by code, origin_code
)
select learner.code, learner.name, learner.short_name, origin.code as origin_code, origin.name as origin,
    origin.short_name as origin_short, coalesce(candidates, 0) as candidates, value, best
from learner
cross join learner as origin
left join pair on pair.code = learner.code and pair.origin_code = origin.code
order by learner.code, origin.code
