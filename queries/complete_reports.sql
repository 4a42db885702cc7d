-- Which reports are complete enough for an index, and by which rules?
-- One row per government and year that is not on record as a report yet; of the file that reported its innovations.
select report_lack.code, report_lack.year, ruleset, max(source_id) as source_id
from report_lack
join innovation using (code)
join innovation_report using (innovation_id, year)
anti join report using (code, year)
where complete and report_lack.year >= 2021 -- raw points before that
group by report_lack.code, report_lack.year, ruleset
order by report_lack.code, report_lack.year
