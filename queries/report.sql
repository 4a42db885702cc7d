-- Which report of one government is in view, and by which rules is it scored?
-- One row: the year asked for, else the latest; no row where nothing was reported.
select year, ruleset, (select count(*) from maturity where maturity.code = $code and maturity.year = report.year
    and counted)::integer as innovations
from report
where code = $code
order by year = $year desc nulls last, year desc
limit 1
