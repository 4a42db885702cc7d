-- Which themes are there, and by which rule?
-- One row per theme, by label.
select theme, label, rule, count(innovation_id) as innovations
from theme
left join innovation_theme using (theme)
group by theme, label, rule
order by label
