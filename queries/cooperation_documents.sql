-- Which documents belong to each step of a cooperation, and which row of the index do they prove?
-- One row per document, in the order of the steps.
with row_names as (
    select code, number, name
    from indicator
    where ruleset = (select max_by(rows_of, year) from ruleset where kind = 'resmi' and rows_of is not null)
)
select document, document.step, document.place, document.name, indicator, number, row_names.name as indicator_name
from document
join step using (step)
left join row_names on row_names.code = indicator
order by step.place, document.place
