-- Bobot SPD dan SID dikali tiga parameter sama dengan nilai tertinggi aturannya
-- Berkas: data/rules/indicators.csv
select ruleset, grouping, 3 * sum(weight) as jumlah,
    case grouping when 'SPD' then max(spd_max) else max(maturity_max) end as seharusnya
from indicator
join ruleset using (ruleset)
group by ruleset, grouping
having abs(jumlah - seharusnya) > 0.001
order by ruleset, grouping
