-- Rentang predikat dalam satu tahun tidak bertumpang tindih
-- Berkas: data/rules/bands.csv
select lower_band.year, lower_band.predicate, higher_band.predicate as bertumpang_dengan
from band as lower_band
join band as higher_band
    on lower_band.year = higher_band.year and lower_band.lower < higher_band.lower
    and lower_band.upper >= higher_band.lower
order by lower_band.year, lower_band.predicate
