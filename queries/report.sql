-- Which report of one government is in view, and by which rules is it scored?
-- One row: the year asked for, else the latest whose rules have known rows; no row where there is none.
select report.year, ruleset, (select count(*) from maturity where maturity.code = $code and maturity.year = report.year
    and maturity.ruleset = rows_of and counted)::integer as innovations
from report
join ruleset using (ruleset)
where code = $code and rows_of is not null
order by report.year = $year desc nulls last, report.year desc
limit 1
