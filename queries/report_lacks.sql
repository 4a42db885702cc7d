-- Which reports are too incomplete for an index, and what do they lack?
-- One row per government and year, newest first.
select code, name, report_lack.year, ruleset, rows_of_rules, rows_known, innovations, unscored
from report_lack
join regency using (code)
anti join report using (code, year)
where not complete
order by report_lack.year desc, code
