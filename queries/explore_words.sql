-- Which words are innovations told with?
-- One row per word, in small letters without accents.
select distinct word
from innovation_search
order by word
