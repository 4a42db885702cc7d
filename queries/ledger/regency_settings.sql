-- How long do the regencies keep a copied innovation running, and by which rule?
-- One row per regency that has set it, by code.
select code, lock_months, lock_basis, revision
from regency_setting
order by code
