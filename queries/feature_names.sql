-- Which features make up the structure of a government, from which years?
-- One row per feature, by name.
select feature, name, rule, max(year) as year
from feature
left join regency_feature using (feature)
group by feature, name, rule
order by name
