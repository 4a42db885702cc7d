-- Skor SID yang dilaporkan tidak melebihi kematangan tertinggi
-- Berkas: impor
select innovation_id, innovation_report.year, reported_maturity
from innovation_report
where reported_maturity > (select max(maturity_max) from ruleset)
order by innovation_id, innovation_report.year
