-- Which rows make up the index, with which weights and levels?
-- One row per indicator of the newest ruleset that has any, in the official order.
select number, code, name, grouping, variable, weight, mandatory, level1, level2, level3,
    level2_from, level3_from, evidence
from indicator
where ruleset = (
    select max_by(ruleset, year) from ruleset where ruleset in (select ruleset from indicator)
)
order by grouping desc, try_cast(regexp_extract(number, '^[0-9]+') as integer), number
