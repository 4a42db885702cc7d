-- Every table and every promise about it. One schema serves all datasets.
-- A column comment is the sentence a user reads when a value breaks the promise.

-- 1 for the lowest official predicate to 4 for the highest; null for what is no predicate.
create macro predicate_class(predicate) as
    list_position(['Tidak Dapat Dinilai', 'Kurang Inovatif', 'Inovatif', 'Sangat Inovatif'], predicate);

-- The index, stated once; results and what-if alike go through these macros.
-- Source: ruleset 2026 (data/rules/rulesets.csv, indicators.csv); every number in it is a row of `ruleset`.
create macro row_score(weight, level) as weight * level;
create macro mean_maturity(maturity_total, innovations, divisor_min) as
    maturity_total / greatest(divisor_min, innovations);
create macro count_score(innovations, basic_sectors, basic_sectors_min, count_cap, count_weight) as
    case
        when basic_sectors >= basic_sectors_min then least(innovations, count_cap) * count_weight
        else 0 * count_weight
    end;
create macro index_value(spd, mean_maturity, count_score, total_max) as
    100 * (spd + mean_maturity + count_score) / total_max;
-- Index points of one level: of a SPD row, or of every one of `lifted` innovations on a SID row.
create macro level_points(row_grouping, weight, lifted, innovations, divisor_min, total_max) as
    case row_grouping
        when 'SPD' then index_value(row_score(weight, 1), 0, 0, total_max)
        else index_value(0, mean_maturity(row_score(weight, 1) * lifted, innovations, divisor_min), 0, total_max)
    end;
create table dataset (
    name text primary key check (name in ('terbitan', 'simulasi', 'nasional', 'resmi')),
    label text not null,
    simulated boolean not null,
    data_date date not null,
    fingerprint text not null,
    seed integer,
    check (simulated = (seed is not null))
);

create table source (
    source_id text primary key,
    kind text not null check (kind in ('terbitan', 'berkas', 'impor')),
    publisher text not null,
    title text not null,
    url text check (url is null or kind = 'berkas' or regexp_matches(url, '^https?://')),
    licence text not null,
    accessed date not null,
    grade text check (grade in ('A', 'B', 'C', 'D', 'E')),
    sha256 text check (length(sha256) = 64),
    note text,
    check (kind <> 'terbitan' or grade is not null)
);
-- 'impor' is a file that a user brought in (data/official.py); nobody has graded it.
comment on column source.kind is 'tulis terbitan atau berkas';
comment on column source.grade is 'tulis A (resmi), B (pemerintah), C (aplikasi), D (berita) atau E (blog)';
comment on column source.url is 'tulis alamat yang dimulai dengan http, atau kosongkan';
comment on column source.sha256 is 'jalankan: python -m data seal';

create table regency (
    code text primary key check (regexp_matches(code, '^[0-9]{4}$')),
    kemendagri_code text not null unique,
    name text not null unique,
    short_name text not null unique,
    kind text not null check (kind in ('Kabupaten', 'Kota', 'Provinsi')),
    capital text not null,
    capital_longitude double not null check (capital_longitude between 90 and 145),
    capital_latitude double not null check (capital_latitude between -15 and 10),
    source_id text not null references source (source_id)
);
comment on column regency.code is 'tulis empat angka, misalnya 6310';
comment on column regency.kind is 'tulis Kabupaten atau Kota';

create table fact (
    fact text primary key,
    name text not null unique,
    unit text not null,
    decimals integer not null check (decimals between 0 and 4),
    better text check (better in ('up', 'down')),
    mapped boolean not null,
    definition text not null,
    source_id text not null references source (source_id)
);
comment on column fact.better is 'tulis up, down, atau kosongkan';

create table regency_fact (
    code text not null references regency (code),
    fact text not null references fact (fact),
    year integer not null check (year between 1990 and 2100),
    value double not null,
    status text not null check (status in ('tetap', 'sementara', 'kurang lengkap')),
    note text,
    source_id text not null references source (source_id),
    primary key (code, fact, year)
);
comment on column regency_fact.year is 'tulis tahun empat angka';
comment on column regency_fact.status is 'tulis tetap, sementara, atau kurang lengkap';

create table sector (
    sector_id text primary key check (regexp_matches(sector_id, '^[0-9]{2}$')),
    name text not null unique,
    short_name text not null unique,
    cluster text not null,
    basic boolean not null,
    source_id text not null references source (source_id)
);
comment on column sector.sector_id is 'tulis dua angka, misalnya 02';

create table ruleset (
    ruleset text primary key,
    year integer not null unique check (year between 2018 and 2100),
    kind text not null check (kind in ('resmi', 'prognosis')),
    spd_max double not null check (spd_max > 0),
    maturity_max double not null check (maturity_max > 0),
    count_weight double check (count_weight > 0),
    count_cap integer check (count_cap > 0),
    total_max double not null check (total_max > 0),
    divisor_min integer not null check (divisor_min > 0),
    basic_sectors_min integer check (basic_sectors_min between 0 and 6),
    rows_of text,
    grade text not null,
    note text,
    source_id text not null references source (source_id)
);

comment on column ruleset.rows_of is
    'tulis aturan yang baris indikatornya dipakai, misalnya 2026; kosongkan bila tidak diketahui';

create table band (
    ruleset text not null,
    year integer not null check (year between 2021 and 2100),
    predicate text not null
        check (predicate in ('Sangat Inovatif', 'Inovatif', 'Kurang Inovatif', 'Tidak Dapat Dinilai')),
    lower double not null check (lower between 0 and 100),
    upper double not null check (upper between 0 and 100),
    grade text not null,
    note text,
    source_id text not null references source (source_id),
    primary key (year, predicate),
    check (lower <= upper)
);
comment on column band.predicate is 'tulis salah satu predikat resmi';

create table indicator (
    ruleset text not null references ruleset (ruleset),
    grouping text not null check (grouping in ('SPD', 'SID')),
    number text not null,
    code text not null,
    name text not null,
    variable text not null,
    weight double not null check (weight > 0),
    mandatory boolean not null,
    level1 text not null,
    level2 text not null,
    level3 text not null,
    level2_from double,
    level3_from double,
    better text check (better in ('up', 'down')),
    outcome boolean not null,
    evidence text,
    source_id text not null references source (source_id),
    primary key (ruleset, code),
    unique (ruleset, number)
);
comment on column indicator.outcome is
    'tulis ya bila baris itu ditentukan angka statistik atau daerah lain, tidak bila oleh dokumen sendiri';
comment on column indicator.weight is 'tulis bobot di atas nol, dengan titik desimal';

create table index_claim (
    claim_id text primary key,
    code text not null references regency (code),
    year integer check (year between 2018 and 2100),
    year_as_printed text not null,
    year_basis text not null check (year_basis in ('tercetak', 'bacaan penyusun', 'tidak disebut')),
    score double check (score between 0 and 100),
    predicate text
        check (predicate in ('Sangat Inovatif', 'Inovatif', 'Kurang Inovatif', 'Tidak Dapat Dinilai')),
    predicate_as_printed text,
    rank integer check (rank > 0),
    rank_scope text
        check (rank_scope in ('kalsel', 'nasional', 'nasional kota', 'nasional kabupaten/kota')),
    rank_of integer check (rank_of > 0),
    rank_as_printed text,
    innovations integer check (innovations >= 0),
    innovations_as_printed text,
    count_final boolean,
    status text not null check (status in ('tercetak', 'sementara', 'dihitung', 'turunan')),
    note text,
    source_id text not null references source (source_id),
    also text,
    check (score is null or year >= 2021),
    check (rank is null or rank_of is null or rank <= rank_of)
);
comment on column index_claim.score is
    'tulis skor 0 sampai 100 dengan titik desimal; kosongkan untuk tahun sebelum 2021 (poin mentah)';
comment on column index_claim.year is 'tulis tahun empat angka, atau kosongkan bila sumber tidak menyebutnya';
comment on column index_claim.predicate is 'tulis salah satu predikat resmi, atau kosongkan';
comment on column index_claim.rank_scope is 'tulis kalsel, nasional, nasional kota, atau nasional kabupaten/kota';
comment on column index_claim.status is 'tulis tercetak, sementara, dihitung, atau turunan';

create table award (
    award_id text primary key,
    code text not null references regency (code),
    year integer not null check (year between 2000 and 2100),
    name text not null,
    status text not null check (status in ('menang', 'terdaftar', 'nominasi')),
    note text,
    source_id text not null references source (source_id),
    also text
);
comment on column award.status is 'tulis menang, terdaftar, atau nominasi';

create table innovation (
    innovation_id text primary key check (regexp_matches(innovation_id, '^[a-z0-9-]+$')),
    code text not null references regency (code),
    name text not null,
    long_name text,
    office text,
    sector_id text references sector (sector_id),
    digital boolean,
    first_year integer check (first_year between 2000 and 2100),
    last_year integer check (last_year between 2000 and 2100),
    year_as_printed text,
    description text not null check (length(description) between 20 and 200),
    award text,
    award_grade text check (award_grade in ('nasional', 'provinsi', 'kabupaten')),
    initiator text check (initiator in ('Kepala Daerah', 'Anggota DPRD', 'Perangkat Daerah', 'ASN', 'Masyarakat')),
    form text check (form in ('Tata kelola', 'Pelayanan publik', 'Lainnya')),
    trial_date date,
    applied_date date,
    is_reading boolean not null,
    note text,
    source_id text not null references source (source_id),
    also text,
    unique (code, name),
    check (first_year is null or last_year is null or first_year <= last_year),
    check (award_grade is null or award is not null),
    check (trial_date is null or applied_date is null or trial_date <= applied_date)
);
comment on column innovation.description is 'tulis satu kalimat, 20 sampai 200 huruf';
comment on column innovation.award_grade is 'tulis nasional, provinsi, atau kabupaten; kosongkan bila tanpa penghargaan';

create table theme (
    theme text primary key,
    label text not null unique,
    sectors text,
    digital boolean,
    pattern text,
    rule text not null,
    source_id text not null references source (source_id)
);

create table innovation_theme (
    innovation_id text not null references innovation (innovation_id),
    theme text not null references theme (theme),
    primary key (innovation_id, theme)
);

-- A complete report of one government in one year, scored by a ruleset: without this row no index is
-- computed, however many levels are known.
create table report (
    code text not null references regency (code),
    year integer not null check (year between 2021 and 2100),
    ruleset text not null references ruleset (ruleset),
    source_id text not null references source (source_id),
    primary key (code, year)
);
comment on column report.year is 'tulis tahun 2021 atau sesudahnya: sebelumnya indeks berupa poin mentah';

-- Which innovations a government put into its report of a year, and how far each was. reported_maturity is the SID
-- total as printed, where a list has no more than that; levels say more and count before it.
create table innovation_report (
    innovation_id text not null references innovation (innovation_id),
    year integer not null check (year between 2018 and 2100),
    stage text not null check (stage in ('inisiatif', 'uji coba', 'penerapan')),
    reported_maturity double check (reported_maturity >= 0),
    primary key (innovation_id, year)
);
comment on column innovation_report.stage is 'tulis inisiatif, uji coba, atau penerapan';

create table innovation_level (
    innovation_id text not null,
    year integer not null,
    indicator text not null,
    level integer not null check (level between 0 and 3),
    primary key (innovation_id, year, indicator),
    foreign key (innovation_id, year) references innovation_report (innovation_id, year)
);

-- Innovations of which only the total is known: they count in maturity, and in no mean level.
create view total_only as
select innovation_id, year
from innovation_report
anti join innovation_level using (innovation_id, year)
where reported_maturity is not null;

-- basis: 'dihitung' (from published figures, by us) or 'dilaporkan' (as a government reports it)
create table government_level (
    code text not null references regency (code),
    year integer not null,
    indicator text not null,
    level integer not null check (level between 0 and 3),
    raw_value double,
    years text,
    status text,
    basis text not null check (basis in ('dihitung', 'dilaporkan')),
    source_id text references source (source_id),
    primary key (code, year, indicator)
);

-- What a report must have before an index is computed from it, and by which rules: those of its year if their rows
-- are known, else the newest official ones. One row per government and year that reported an innovation or a SPD row:
-- how many rows the rules have and how many of them are known, how many innovations there are and how many without
-- levels and total. Rows that published figures decide count as known.
create view report_lack as
with usual as (
    select max_by(ruleset, year) as ruleset
    from ruleset
    where kind = 'resmi' and rows_of is not null
),
levelled as (
    select distinct innovation_id, year, true as known
    from innovation_level
),
reported as (
    select code, innovation_report.year, count(*)::integer as innovations,
        count(*) filter (reported_maturity is null and known is null)::integer as unscored
    from innovation_report
    join innovation using (innovation_id)
    left join levelled using (innovation_id, year)
    group by code, innovation_report.year
),
told as (
    select code, year from reported
    union
    select code, year from government_level where basis = 'dilaporkan'
),
ruled as (
    select told.*, coalesce(own.ruleset, usual.ruleset) as ruleset
    from told
    cross join usual
    left join ruleset as own on own.year = told.year and own.rows_of is not null and own.kind = 'resmi'
),
counted as (
    select ruled.code, ruled.year, ruled.ruleset, count(*)::integer as rows_of_rules,
        count(government_level.level)::integer as rows_known
    from ruled
    join ruleset using (ruleset)
    join indicator on indicator.ruleset = rows_of and grouping = 'SPD'
    left join government_level on government_level.code = ruled.code and government_level.year = ruled.year
        and government_level.indicator = indicator.code
    group by ruled.code, ruled.year, ruled.ruleset
)
select counted.*, coalesce(reported.innovations, 0) as innovations, coalesce(reported.unscored, 0) as unscored,
    rows_known = rows_of_rules and coalesce(reported.innovations, 0) > 0 and coalesce(reported.unscored, 0) = 0 as complete
from counted
left join reported using (code, year);

create table replication (
    replication_id text primary key,
    receiver_code text references regency (code),
    receiver text not null,
    origin_code text references regency (code),
    origin text not null,
    innovation_id text references innovation (innovation_id),
    year integer check (year between 2000 and 2100),
    year_as_printed text not null,
    what text not null,
    status text not null check (status in ('kunjungan', 'studi tiru', 'rencana', 'komitmen',
        'direplikasi', 'pengembangan sendiri', 'nota kesepahaman')),
    confidence text check (confidence in ('tinggi', 'sedang', 'rendah')),
    note text,
    source_id text not null references source (source_id),
    also text
);

-- What makes two governments alike; read by queries/peers.py.
create table feature (
    feature text primary key,
    name text not null unique,
    rule text not null,
    source_id text not null references source (source_id)
);

-- Which figures a sector or theme can improve; read by queries/candidates.py.
create table need (
    kind text not null check (kind in ('urusan', 'tema')),
    value text not null,
    indicator text not null,
    reason text not null,
    source_id text not null references source (source_id),
    primary key (kind, value, indicator)
);

-- The steps of a cooperation, and what should be in the file at each; read by queries/ledger.py.
create table step (
    step text primary key check (regexp_matches(step, '^[a-z_]+$')),
    place integer not null unique check (place > 0),
    name text not null unique,
    phase text not null,
    meaning text not null,
    source_id text not null references source (source_id)
);

create table document (
    document text primary key check (regexp_matches(document, '^[a-z_]+$')),
    step text not null references step (step),
    place integer not null check (place > 0),
    name text not null unique,
    indicator text,
    source_id text not null references source (source_id),
    unique (step, place)
);
comment on column document.indicator is 'tulis kode baris SID yang dibuktikan dokumen itu, atau kosongkan';

-- What the words on the screen mean; @names in the sentences are numbers of the rules and settings.
create table term (
    term text primary key check (regexp_matches(term, '^[a-z_]+$')),
    topic text not null,
    place integer not null unique check (place > 0),
    name text not null unique,
    also text,
    meaning text not null check (length(meaning) <= 200),
    rule text,
    source_id text not null references source (source_id)
);
comment on column term.meaning is 'tulis paling banyak 200 huruf: artinya dibaca dalam kotak bantuan';

-- How much a proof counts, and every other number the candidates' score rests on: our choices, written down.
create table setting (
    setting text primary key,
    value double not null,
    label text not null,
    reason text not null,
    source_id text not null references source (source_id)
);

-- What the rules leave open: to how many decimals a score is taken before its band is looked up.
create macro as_scored(score) as
    round(score, (select value::integer from setting where setting = 'score_decimals'));

create table boundary (
    code text primary key references regency (code),
    geometry text not null,
    label_longitude double not null,
    label_latitude double not null,
    area_km2 double not null check (area_km2 > 0)
);

create table map (label text not null, attribution text not null, official boolean not null);

create table neighbour (
    code text not null references regency (code),
    neighbour text not null references regency (code),
    border_km double not null check (border_km > 0),
    primary key (code, neighbour)
);

-- Numbers that no user's choice can change, computed when the file is built.
create table regency_feature (
    code text not null references regency (code),
    feature text not null references feature (feature),
    value double not null,
    year integer,
    standardised double not null,
    primary key (code, feature)
);

create table regency_distance (
    code text not null references regency (code),
    peer text not null references regency (code),
    distance double not null check (distance >= 0),
    similarity double not null check (similarity between 0 and 100),
    place integer not null check (place > 0),
    worst_place integer not null check (worst_place > 0),
    together text not null,
    apart text not null,
    primary key (code, peer),
    check (code <> peer)
);
comment on column regency_distance.worst_place is
    'tempat terburuk bila salah satu ciri dilepas; pembanding stabil untuk k bila tidak melebihi k';

-- One row per government, year and indicator: its level (SPD), or the mean level of its counted
-- innovations with a 95% interval (SID), from queries/bootstrap.py.
create table indicator_level (
    code text not null references regency (code),
    year integer not null,
    indicator text not null,
    grouping text not null check (grouping in ('SPD', 'SID')),
    innovations integer,
    level double not null check (level between 0 and 3),
    low double not null,
    high double not null,
    primary key (code, year, indicator),
    check (low <= level and level <= high)
);

-- Bootstrap draws of a government's total maturity; the index of each draw follows by the macros.
create table maturity_draw (
    code text not null references regency (code),
    year integer not null,
    totals double[] not null,
    primary key (code, year)
);

-- A rank is never told without the range it had in 90% of the draws.
create table rank_range (
    code text not null references regency (code),
    year integer not null,
    rank integer not null,
    rank_of integer not null,
    rank_low integer not null,
    rank_high integer not null,
    score_low double not null,
    score_high double not null,
    primary key (code, year),
    check (rank_low <= rank and rank <= rank_high)
);

-- The innovations on record: all that are known of a government that reported nothing whole, else those of one
-- year's report.
create macro on_record(wanted_year) as table
    with round as (
        select code, coalesce(max(year) filter (year = wanted_year), max(year)) as year
        from report
        group by code
    )
    select innovation.*
    from innovation
    anti join round using (code)
    union all
    select innovation.*
    from innovation
    join round using (code)
    join innovation_report using (innovation_id, year);

-- The latest year in which every regency has a figure; the running year is not over and left out.
create view common_year as
select fact, max(year) as year
from (
    select fact, year
    from regency_fact
    where year < (select year(data_date) from dataset)
    group by fact, year
    having count(*) = (select count(*) from regency)
)
group by fact;

-- Which claim speaks for a government in a year. The order, written once:
-- what a user imported and we did not compute before all else; printed before provisional before computed from levels before derived; a printed year before a year we read;
-- better source grade first; then the order in the file.
create view claim_preference as
select index_claim.*, publisher, title, url, source.grade, source.kind as source_kind,
    row_number() over (
        partition by code, year
        order by
            source.kind = 'impor' and status <> 'dihitung' desc,
            list_position(['tercetak', 'sementara', 'dihitung', 'turunan'], status),
            list_position(['tercetak', 'bacaan penyusun', 'tidak disebut'], year_basis),
            source.grade,
            claim_id
    ) as preference
from index_claim
join source using (source_id);

-- The bands that hold in a year: its own, if they reach down the whole scale; else those of the rules its reports were
-- scored by; else what is known of its own.
create view band_in_year as
with whole as (
    select year
    from band
    group by year
    having min(lower) < 1
),
scored as (
    select distinct year, ruleset
    from report
    where year not in (from whole)
)
select scored.year, band.* exclude (year)
from scored
join band using (ruleset)
union all by name
select *
from band
where year not in (select year from scored);

-- One row per regency and year with at least one claim; each figure from the most preferred claim that has it.
create view index_score as
with chosen as (
    select code, year,
        arg_min(score, preference) filter (score is not null) as score,
        arg_min(status, preference) filter (score is not null) as score_status,
        arg_min(year_basis, preference) filter (score is not null) as score_year_basis,
        arg_min(claim_id, preference) filter (score is not null) as score_claim,
        arg_min(predicate, preference) filter (predicate is not null) as predicate,
        arg_min(claim_id, preference) filter (predicate is not null) as predicate_claim,
        arg_min(predicate_as_printed, preference) filter (predicate_as_printed is not null)
            as predicate_as_printed,
        arg_min(rank, preference) filter (rank is not null) as rank,
        arg_min(rank_scope, preference) filter (rank is not null) as rank_scope,
        arg_min(rank_of, preference) filter (rank is not null) as rank_of,
        arg_min(claim_id, preference) filter (rank is not null) as rank_claim,
        arg_min(innovations, preference) filter (innovations is not null and coalesce(count_final, true))
            as innovations,
        arg_min(claim_id, preference)
            filter (innovations is not null and coalesce(count_final, true)) as innovations_claim,
        bool_or(year_basis = 'bacaan penyusun') as year_read,
        count(*)::integer as claims,
        (count(distinct score) > 1 or count(distinct predicate) > 1
            or count(distinct innovations) filter (coalesce(count_final, true)) > 1
            or count(distinct rank_scope || rank) > count(distinct rank_scope)) as in_conflict
    from claim_preference
    where year is not null
    group by code, year
)
-- outside_band: the score and the predicate that are shown contradict that year's bands; what was computed from levels
-- follows from the bands of its rules and cannot
select chosen.*, coalesce((score < lower or score > upper)
    and not (score_status = 'dihitung' and score_claim = predicate_claim), false) as outside_band
from chosen
left join band_in_year using (year, predicate);

-- One innovation's maturity: 0 to ruleset.maturity_max; from its levels, else as reported. One row per set of indicator rows, innovation and
-- year; counted says whether its stage is far enough (setting least_stage).
create view maturity as
with scored as (
    select ruleset, innovation_id, year, sum(row_score(weight, level)) as maturity
    from innovation_level
    join indicator on indicator.code = innovation_level.indicator and grouping = 'SID'
    group by ruleset, innovation_id, year
)
select rules.ruleset, innovation_id, innovation.code, innovation_report.year, stage, sector_id,
    coalesce(maturity, reported_maturity, 0) as maturity,
    list_position(['inisiatif', 'uji coba', 'penerapan'], stage)
        >= (select value from setting where setting = 'least_stage') as counted
from innovation_report
cross join (select distinct ruleset from indicator) as rules
join innovation using (innovation_id)
left join scored using (ruleset, innovation_id, year);

-- The index of every reported round by every ruleset whose rows are known.
-- missing_sectors: ids of the basic services without a counted innovation, separated by spaces.
create view index_result as
with government as (
    select ruleset.ruleset, report.code, report.year, coalesce(sum(row_score(weight, level)), 0) as spd
    from report
    cross join ruleset
    left join government_level on government_level.code = report.code and government_level.year = report.year
    left join indicator
        on indicator.ruleset = rows_of and indicator.code = government_level.indicator and grouping = 'SPD'
    where rows_of is not null
    group by ruleset.ruleset, report.code, report.year
),
reported as (
    select ruleset as rows_of, code, year, count(*)::integer as innovations,
        sum(maturity) as maturity_total,
        array_agg(distinct sector_id) filter (basic) as basic_reported
    from maturity
    left join sector using (sector_id)
    where counted
    group by ruleset, code, year
),
basic as (
    select coalesce(array_agg(sector_id order by sector_id), []) as basic_sectors
    from sector
    where basic
),
parts as (
    select government.*, ruleset.* exclude (ruleset, year, source_id),
        coalesce(innovations, 0) as innovations, coalesce(maturity_total, 0) as maturity_total,
        len(coalesce(basic_reported, []))::integer as basic_sectors,
        array_to_string(
            list_filter(basic.basic_sectors, lambda one: not list_contains(coalesce(basic_reported, []), one)),
            ' ') as missing_sectors
    from government
    join ruleset using (ruleset)
    cross join basic
    left join reported
        on reported.rows_of = ruleset.rows_of and reported.code = government.code
        and reported.year = government.year
),
scored as (
    select ruleset, code, year, spd, innovations, maturity_total,
        mean_maturity(maturity_total, innovations, divisor_min) as mean_maturity,
        basic_sectors, missing_sectors,
        count_score(innovations, basic_sectors, basic_sectors_min, count_cap, count_weight) as count_score,
        index_value(spd, mean_maturity, count_score, total_max) as score
    from parts
),
rounded as (
    select *, as_scored(score) as rounded_score
    from scored
)
select rounded.* exclude (rounded_score), predicate
from rounded
left join band on band.ruleset = rounded.ruleset and rounded_score between lower and upper;

-- The index of every report by its own rules, as it would be in each bootstrap draw of its innovations.
create view drawn_index as
with draw as (
    select code, year, unnest(totals) as total, generate_subscripts(totals, 1) as draw
    from maturity_draw
),
series as (
    -- where nobody has innovations there is nothing to draw, and one draw tells all
    select unnest(range(1, (select coalesce(max(draw), 1) from draw) + 1)) as draw
)
select code, year, draw,
    index_value(spd, mean_maturity(coalesce(total, 0), index_result.innovations, divisor_min), count_score, total_max) as score
from index_result
join report using (code, year, ruleset)
join ruleset using (ruleset)
cross join series
left join draw using (code, year, draw);

-- How well an innovation has proved itself, by its last report, on which SID rows it stands at the highest level,
-- and what it asks of who runs it: the mean level of regulation, staff, budget and tools as a share of the
-- highest; both unknown without levels. place orders all of them, the best proven first.
create view innovation_proof as
with copied as (
    select innovation_id, count(*) as copies
    from replication
    where status in ('komitmen', 'direplikasi')
    group by innovation_id
),
latest as (
    select innovation_id, max(maturity.year) as maturity_year,
        arg_max(maturity, maturity.year) as maturity, arg_max(maturity_max, maturity.year) as maturity_max
    from maturity
    join report using (code, year)
    join ruleset on ruleset.ruleset = report.ruleset and rows_of = maturity.ruleset
    where counted
    group by innovation_id
),
stand as (
    select latest.innovation_id,
        avg(level / 3) filter (indicator in ('REGULASI', 'SDM', 'ANGGARAN', 'ALAT_KERJA')) as demand,
        coalesce(string_agg(indicator, ' ' order by indicator) filter (level = 3), '') as strong
    from latest
    join innovation_level
        on innovation_level.innovation_id = latest.innovation_id and year = maturity_year
    group by latest.innovation_id
)
select innovation.innovation_id, code, coalesce(copies, 0) as copies, maturity, maturity_year, maturity_max, demand,
    strong, row_number() over (order by copies desc nulls last, coalesce(award_grade = 'nasional', false) desc,
        maturity desc nulls last, last_year desc nulls last, innovation.innovation_id) as place
from innovation
left join copied using (innovation_id)
left join latest using (innovation_id)
left join stand using (innovation_id);

-- All that is told of an innovation to who could copy it.
create view offered as
with tagged as (
    select innovation_id, string_agg(theme, ' ' order by theme) as themes,
        string_agg(label, ', ' order by label) as theme_labels
    from innovation_theme
    join theme using (theme)
    group by innovation_id
)
select innovation.innovation_id, innovation.code, regency.name as origin, regency.kind as origin_kind,
    innovation.name, long_name, office, innovation.sector_id, sector.name as sector, digital, first_year,
    innovation.last_year, year_as_printed, description, award, award_grade, is_reading, innovation.note,
    source.source_id, publisher, source.title as source_title, url, themes, theme_labels, copies, maturity,
    maturity_year, maturity_max, demand, strong
from innovation
join innovation_proof using (innovation_id)
join regency on regency.code = innovation.code
left join sector using (sector_id)
join source on source.source_id = innovation.source_id
left join tagged using (innovation_id);

-- What an innovation is about: the words of its long name and description, each weighed by how rare it is among all
-- innovations, the squares of one innovation's weights adding up to 1 (tf-idf, Spärck Jones 1972). The weights of
-- two innovations' common words, multiplied and added up, say how alike they are, from 0 to 1. A word of one
-- innovation alone can be shared with none and counts for less; a description that one government gives to several
-- innovations describes none of them.
create view innovation_word as
with empty as (
    select description
    from innovation
    group by code, description
    having count(*) > 1
    union all
    select 'Uraian tidak disebut dalam berkas impor.' -- official_innovations.NO_DESCRIPTION
),
said as (
    select innovation_id, code, sector_id, unnest(list_distinct(regexp_extract_all(lower(concat_ws(' ', long_name,
        if(description in (from empty), null, description))), '[\p{L}\p{N}]+'))) as word
    from innovation
),
rarity as (
    select word, ln(1 + (select count(*) from innovation) / count(*))
        * if(count(*) = 1, (select value from setting where setting = 'duplicate_lone_word'), 1) as weight
    from said
    group by word
)
select innovation_id, code, sector_id, word, weight / sqrt(sum(weight * weight) over (partition by innovation_id)) as weight
from said
join rarity using (word);

-- The stem of every word that innovations are told with, for the search; from queries/explore_words.py.
create table word_stem (word text primary key, stem text not null);

-- What the search of Jelajah looks words up in: one row per word, without accents, and innovation whose names or
-- description have it.
create view innovation_search as
select distinct unnest(regexp_extract_all(strip_accents(lower(concat_ws(' ', name, long_name,
    nullif(description, 'Uraian tidak disebut dalam berkas impor.')))), '[\p{L}\p{N}]+')) as word, innovation_id
from innovation;

-- All that Jelajah filters by. One row per innovation and year it was reported in, or the year it was last seen where no
-- report names it; seen_years are all of an innovation's. maturity is unknown where neither levels nor a total are;
-- its classes are 20 wide, 0 to 5. levels counts the rows of innovation_level.
create view explored as
with usual as (
    select max_by(ruleset, year) as ruleset
    from ruleset
    where kind = 'resmi' and rows_of is not null
),
tagged as (
    select innovation_id, list(theme order by theme) as themes, string_agg(label, ', ' order by label) as theme_labels
    from innovation_theme
    join theme using (theme)
    group by innovation_id
),
levelled as (
    select innovation_id, year, count(*)::integer as levels
    from innovation_level
    group by innovation_id, year
),
seen as (
    select innovation_id, innovation_report.year, stage, coalesce(levels, 0) as levels,
        levels is not null or reported_maturity is not null as is_scored
    from innovation_report
    left join levelled using (innovation_id, year)
    union all
    select innovation_id, last_year, null, 0, false
    from innovation
    anti join innovation_report using (innovation_id)
),
years as (
    select innovation_id, list(year order by year) as seen_years
    from seen
    group by innovation_id
),
scored as (
    select seen.*, innovation.* exclude (innovation_id, code, sector_id), innovation.code, innovation.sector_id,
        if(is_scored, maturity.maturity, null) as maturity, rows_of
    from seen
    join innovation using (innovation_id)
    cross join usual
    left join report on report.code = innovation.code and report.year = seen.year
    left join ruleset on ruleset.ruleset = coalesce(report.ruleset, usual.ruleset)
    left join maturity on maturity.innovation_id = seen.innovation_id and maturity.year = seen.year
        and maturity.ruleset = rows_of
)
select scored.innovation_id, year, seen_years, code, regency.name as regency, regency.kind, scored.name, long_name,
    description, office, sector_id, sector.name as sector, cluster, coalesce(themes, []) as themes, theme_labels, stage,
    maturity, if(maturity is null, null, least(floor(maturity / 20), 5))::integer::text as maturity_class, form, initiator,
    if(digital, 'ya', 'tidak') as digital, award, award_grade, first_year, year_as_printed, levels, rows_of,
    is_reading, scored.note, publisher, source.title as source_title, url, scored.source_id
from scored
join years using (innovation_id)
join regency using (code)
left join sector using (sector_id)
left join tagged using (innovation_id)
join source on source.source_id = scored.source_id;

-- The rows of `explored`, each with the filters it does not pass. A filter is a list of values, none for all, '' for the
-- unknown; a word is its forms between bars, of which one must be there. current marks the row that speaks for its
-- innovation: the last of the wanted years. A row passes when off = 0; with one filter off it counts beside that
-- filter's values.
create macro explored_by(of_years, of_sectors, of_clusters, of_themes, of_regencies, of_stages, of_kinds, of_forms,
        of_digitals, of_initiators, of_grades, of_classes, least_maturity, most_maturity, of_words) as table
    with asked as (
        select unnest(of_words::text[]) as forms, generate_subscripts(of_words, 1) as place
    ),
    spelt as (
        select place, word
        from word_stem
        join asked on len(list_filter(string_split(forms, '|'), lambda one:
            contains(' ' || word || ' =' || stem || ' ', one))) > 0
    ),
    found as (
        select innovation_id, true as is_found
        from innovation_search
        join spelt using (word)
        group by innovation_id
        having count(distinct place) = len(of_words)
    ),
    judged as (
        select explored.*,
            len(of_years) > 0 and not list_contains(of_years::text[], coalesce(explored.year::text, '')) as year_off,
            len(of_sectors) > 0
                and not list_contains(of_sectors::text[], coalesce(explored.sector_id, '')) as sector_off,
            len(of_clusters) > 0
                and not list_contains(of_clusters::text[], coalesce(explored.cluster, '')) as cluster_off,
            len(of_themes) > 0 and not list_has_any(of_themes::text[],
                if(len(explored.themes) = 0, [''], explored.themes)) as theme_off,
            len(of_regencies) > 0 and not list_contains(of_regencies::text[], explored.code) as regency_off,
            len(of_stages) > 0 and not list_contains(of_stages::text[], coalesce(explored.stage, '')) as stage_off,
            len(of_kinds) > 0 and not list_contains(of_kinds::text[], explored.kind) as kind_off,
            len(of_forms) > 0 and not list_contains(of_forms::text[], coalesce(explored.form, '')) as form_off,
            len(of_digitals) > 0
                and not list_contains(of_digitals::text[], coalesce(explored.digital, '')) as digital_off,
            len(of_initiators) > 0
                and not list_contains(of_initiators::text[], coalesce(explored.initiator, '')) as initiator_off,
            len(of_grades) > 0 and not list_contains(of_grades::text[], coalesce(explored.award_grade, '')) as grade_off,
            len(of_classes) > 0
                and not list_contains(of_classes::text[], coalesce(explored.maturity_class, '')) as class_off,
            not coalesce(explored.maturity >= least_maturity, least_maturity is null)
                or not coalesce(explored.maturity <= most_maturity, most_maturity is null) as maturity_off,
            len(of_words) > 0 and is_found is null as words_off,
            explored.year is not distinct from list_max(if(len(of_years) = 0, seen_years,
                list_filter(seen_years, lambda one: list_contains(of_years::text[], one::text)))) as current
        from explored
        left join found using (innovation_id)
    )
    select *, year_off::integer + sector_off::integer + cluster_off::integer + theme_off::integer
            + regency_off::integer + stage_off::integer + kind_off::integer + form_off::integer
            + digital_off::integer + initiator_off::integer + grade_off::integer + class_off::integer
            + maturity_off::integer + words_off::integer as off
    from judged;

-- What a row of `explored` has in one dimension, named as its filter: a list, for an innovation can have several themes;
-- '' is the unknown, and all there is where no dimension is asked for.
create macro explored_values(dimension, year, sector_id, cluster, themes, code, stage, kind, form, digital, initiator,
        award_grade, maturity_class) as
    case
        when dimension = 'themes' and len(themes) > 0 then themes
        else [coalesce(case dimension when 'years' then year::text when 'sectors' then sector_id
            when 'clusters' then cluster when 'regencies' then code when 'stages' then stage when 'kinds' then kind
            when 'forms' then form when 'digitals' then digital when 'initiators' then initiator
            when 'grades' then award_grade when 'classes' then maturity_class end, '')]
    end;

-- Pairs of innovations of two governments in one sector whose texts are alike enough, from 0 to 100. Of very many
-- innovations only the best proven have a twin looked for: twice as many as a government is offered, its own among them.
create view alike as
with offered as (
    select innovation_word.*
    from innovation_word
    join innovation_proof using (innovation_id)
    where place <= 2 * (select value from setting where setting = 'most_candidates')
)
select offered.innovation_id, own.innovation_id as own_id, own.code as own_code,
    100 * sum(offered.weight * own.weight) as alike
from innovation_word as own
join offered using (sector_id, word)
where own.code <> offered.code
group by offered.innovation_id, own.innovation_id, own.code
having alike >= (select value from setting where setting = 'duplicate_text');

-- Every level on record with its row of the rules and what it is worth: of the report's own year, or of the latest
-- official rules where nothing was reported. points_per_level is what one more level brings, of all innovations on a SID
-- row; headroom the index points up to the highest level.
create view valued_level as
with usual as (
    select max_by(ruleset, year) as ruleset
    from ruleset
    where kind = 'resmi' and rows_of is not null
),
rules as (
    select ruleset.ruleset as of_ruleset, year as rule_year, total_max, divisor_min, indicator.*,
        case grouping when 'SPD' then spd_max else maturity_max end
            / nullif(sum(weight) over (partition by ruleset.ruleset, grouping), 0) as level_max
    from ruleset
    join indicator on indicator.ruleset = rows_of
),
valued as (
    select indicator_level.*, rules.* exclude (of_ruleset, ruleset, code, grouping, source_id, total_max, divisor_min),
        level_points(indicator_level.grouping, weight, indicator_level.innovations,
            coalesce(index_result.innovations, indicator_level.innovations), divisor_min, total_max) as points_per_level
    from indicator_level
    cross join usual
    left join report using (code, year)
    left join index_result
        on index_result.ruleset = report.ruleset and index_result.code = indicator_level.code
        and index_result.year = indicator_level.year
    join rules on of_ruleset = coalesce(report.ruleset, usual.ruleset) and rules.code = indicator
)
select valued.*, (level_max - valued.level) * points_per_level as headroom, if(basis = 'dihitung', 1, 0) as level_floor,
    raw_value, years, status, basis, source.source_id, publisher, url
from valued
left join government_level using (code, year, indicator)
left join source using (source_id);

-- What one more innovation in a sector would add to the count score of a report, in index points. While the count
-- score is shut for want of basic services, a missing one has an even share of what the missing ones together would
-- open; lacking says how many these are.
create view sector_stake as
with own as (
    select report.code, report.year, rows_of, innovations as total, basic_sectors, missing_sectors,
        greatest(1, basic_sectors_min - basic_sectors) as steps, basic_sectors_min, count_cap, count_weight, total_max
    from report
    join index_result using (ruleset, code, year)
    join ruleset using (ruleset)
),
reported as (
    select ruleset as rows_of, code, year, sector_id, count(*)::integer as innovations
    from maturity
    group by ruleset, code, year, sector_id
),
choice as (
    select own.*, sector.sector_id, basic_sectors < basic_sectors_min as shut,
        basic and list_contains(string_split(missing_sectors, ' '), sector.sector_id) as missing
    from own
    cross join sector
),
counted as (
    select *, count_score(total, basic_sectors, basic_sectors_min, count_cap, count_weight) as before,
        count_score(total + steps, basic_sectors + if(missing, steps, 0), basic_sectors_min, count_cap, count_weight)
            as after
    from choice
)
select code, year, sector_id, coalesce(innovations, 0) as innovations,
    index_value(0, 0, after - before, total_max) / steps as points,
    case when shut and missing then steps end as lacking
from counted
left join reported using (rows_of, code, year, sector_id);

-- The innovations a government is offered: those of the others, the best proven where there are very many.
create macro most_proven(learner) as table
    select innovation_id
    from innovation_proof
    where code <> learner
    order by place
    limit (select value::integer from setting where setting = 'most_candidates');

-- What others offer and a government already runs, found when the file is built (queries/near_duplicates.py): under
-- another name, or as a copy, which has no likenesses. Of a whole country it is found when asked.
create table near_duplicate (
    code text not null references regency (code),
    innovation_id text not null references innovation (innovation_id),
    duplicate_of text not null,
    duplicate_name double check (duplicate_name between 0 and 100),
    duplicate_sector boolean not null,
    duplicate_text double check (duplicate_text between 0 and 100),
    duplicate_why text not null,
    primary key (code, innovation_id)
);

-- What each government could copy, as ranked when the file was built (queries/ranking.py): the usual weights, the
-- latest year. place counts the list a person sees: admitted, near-duplicates of what the government runs left out.
create table candidate (
    code text not null references regency (code),
    innovation_id text not null references innovation (innovation_id),
    place integer check (place > 0),
    score double check (score between 0 and 1),
    need double check (need between 0 and 1),
    proof double check (proof between 0 and 1),
    fit double check (fit between 0 and 1),
    ease double check (ease between 0 and 1),
    alive double check (alive between 0 and 1),
    need_points double check (need_points >= 0),
    admitted boolean not null,
    primary key (code, innovation_id),
    unique (code, place),
    check (place is null or admitted)
);
