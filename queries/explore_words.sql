-- Which words are innovations told with?
-- One row per word, in small letters without accents.
select distinct unnest(regexp_extract_all(strip_accents(lower(concat_ws(' ', name, long_name, description))),
    '[\p{L}\p{N}]+')) as word
from innovation
order by word
