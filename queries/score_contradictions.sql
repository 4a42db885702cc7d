-- Which imported scores does the formula contradict?
-- One row per imported score that differs by more than 0.01 from the one computed for that government and year.
select regency.code, regency.name, printed.year, printed.score as printed, computed.score as computed,
    computed.score - printed.score as difference
from claim_preference as printed
join index_claim as computed using (code, year)
join regency using (code)
where printed.source_kind = 'impor' and printed.status <> 'dihitung' and computed.status = 'dihitung'
    and abs(computed.score - printed.score) > 0.01 + 1e-9
order by printed.year desc, regency.code
