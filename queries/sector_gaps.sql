-- How many innovations are recorded per sector, here and among the peers, in one year's reports or at all?
-- One row per sector, basic services first.
with recorded as (
    select regency.code, sector.sector_id, count(innovation_id) as innovations
    from regency
    cross join sector
    left join on_record($year) as innovation
        on innovation.code = regency.code and innovation.sector_id = sector.sector_id
    group by regency.code, sector.sector_id
),
peer as (
    select sector_id, median(innovations) as peer_median, max(innovations) as peer_high,
        sum(innovations)::integer as peer_total,
        count(*) filter (innovations > 0) as peers_with
    from recorded
    where list_contains($peers::varchar[], code)
    group by sector_id
)
select sector_id, name, short_name, cluster, basic, innovations, peer_median, peer_high, peer_total, peers_with
from recorded
join sector using (sector_id)
left join peer using (sector_id)
where recorded.code = $code
order by sector_id
