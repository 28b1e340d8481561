-- Where targets stand on a day, for every place in `observations`: the same answer as muctieu.scoreboard without a forecast.
-- Tables: observations (place, indicator, first_day, until_day, known_day, value, rank, withdrawn, year, months, ended) and targets.
-- {as_of}, {on_track}, {behind} are filled in. ANSI core only: windows, CASE, joins; runs on DuckDB and on Spark.
WITH entered AS (         -- with the day on which the figure was last taken back
    SELECT o.*, MAX(CASE WHEN withdrawn THEN known_day END) OVER (PARTITION BY place, indicator, first_day, until_day) AS taken_back
    FROM observations o WHERE known_day <= DATE '{as_of}'
), known AS (             -- one figure a period: of the surest the last that was known on the day
    SELECT * FROM (
        SELECT e.*, ROW_NUMBER() OVER (PARTITION BY place, indicator, first_day, until_day ORDER BY rank DESC, known_day DESC) AS age
        FROM entered e WHERE taken_back IS NULL OR known_day > taken_back
    ) ranked WHERE age = 1
), parts AS (             -- parts of a year of an additive indicator, summed where all are there
    SELECT place, indicator, year, months, SUM(value) AS value, MAX(until_day) AS until_day, MAX(ended) AS ended
    FROM known WHERE months IN (1, 3, 6)
      AND indicator IN (SELECT indicator FROM targets WHERE additive)
    GROUP BY place, indicator, year, months HAVING COUNT(*) * months = 12
), years AS (
    SELECT place, indicator, year, value, until_day, ended FROM (
        SELECT whole.*, ROW_NUMBER() OVER (PARTITION BY place, indicator, year ORDER BY months DESC) AS choice
        FROM (
            SELECT place, indicator, year, months, value, until_day, ended FROM parts
            UNION ALL
            SELECT place, indicator, year, months, value, until_day, ended FROM known WHERE months = 12
        ) whole
    ) chosen WHERE choice = 1
), longest AS (           -- of any other indicator the longest period that ends on a day
    SELECT place, indicator, year, months, value, until_day, ended FROM (
        SELECT k.*, ROW_NUMBER() OVER (PARTITION BY place, indicator, until_day ORDER BY first_day) AS choice FROM known k
    ) chosen WHERE choice = 1
), places AS (
    SELECT DISTINCT place FROM known
), wanted AS (            -- each target in each place that it is set for
    SELECT t.id, t.indicator, p.place, t.comparator, t.cadence, t.way, t.aim, t.aim_to, t.floor, t.ceiling, t.best,
           t.start_year, t.horizon, t.baseline, t.additive, t.weight
    FROM targets t JOIN places p ON t.place IS NULL OR t.place = '' OR t.place = p.place
), points AS (
    SELECT w.id, w.place, y.year, 12 AS months, y.value, y.until_day, y.ended FROM wanted w
    JOIN years y ON y.place = w.place AND y.indicator = w.indicator WHERE w.additive
    UNION ALL
    SELECT w.id, w.place, l.year, l.months, l.value, l.until_day, l.ended FROM wanted w
    JOIN longest l ON l.place = w.place AND l.indicator = w.indicator WHERE NOT w.additive
), judged AS (            -- each point against its target
    SELECT p.*, w.start_year, w.horizon,
           CASE WHEN (w.floor IS NULL OR p.value >= w.floor) AND (w.ceiling IS NULL OR p.value <= w.ceiling)
                THEN 1 ELSE 0 END AS met,
           CASE WHEN (w.way = 'up' AND p.value > w.best OR w.way = 'down' AND p.value < w.best)
                 AND (w.floor IS NULL OR p.value >= w.floor) AND (w.ceiling IS NULL OR p.value <= w.ceiling)
                THEN 1 ELSE 0 END AS exceeded
    FROM points p JOIN wanted w ON w.id = p.id AND w.place = p.place
), latest AS (
    SELECT * FROM (
        SELECT j.*, ROW_NUMBER() OVER (PARTITION BY id, place ORDER BY until_day DESC) AS age
        FROM judged j WHERE year > start_year AND year <= horizon
    ) ranked WHERE age = 1
), base AS (
    SELECT * FROM (
        SELECT j.*, ROW_NUMBER() OVER (PARTITION BY id, place ORDER BY until_day DESC) AS age
        FROM judged j WHERE year <= start_year
    ) ranked WHERE age = 1
), yearly AS (            -- whole years from the base to the horizon, for yearly targets and averages
    SELECT id, place, COUNT(*) AS given, SUM(met) AS held, MIN(exceeded) AS all_exceeded,
           SUM(value) AS total, AVG(value) AS mean, MIN(value) AS lowest, MAX(value) AS highest, MAX(year) AS last_year
    FROM judged WHERE year > start_year AND year <= horizon AND months = 12 GROUP BY id, place
), last_one AS (
    SELECT j.id, j.place, j.met FROM judged j JOIN yearly y ON y.id = j.id AND y.place = j.place AND y.last_year = j.year
    WHERE j.months = 12
), newest AS (            -- the newest figure of any length, and the same period a year before
    SELECT * FROM (
        SELECT k.*, ROW_NUMBER() OVER (PARTITION BY place, indicator ORDER BY until_day DESC, first_day DESC) AS place_in_time
        FROM known k
    ) ranked WHERE place_in_time = 1
), growth AS (
    SELECT n.place, n.indicator, CASE WHEN b.value > 0 THEN (n.value - b.value) / b.value * 100 END AS growth
    FROM newest n JOIN known b ON b.place = n.place AND b.indicator = n.indicator
      AND b.first_day + INTERVAL '1' YEAR = n.first_day AND b.until_day + INTERVAL '1' YEAR = n.until_day
), course AS (
    SELECT w.*, l.value, l.until_day, l.year, l.ended, l.met, l.exceeded, g.growth,
           COALESCE(w.baseline, b.value) AS base, CASE WHEN w.baseline IS NOT NULL THEN w.start_year + 1.0 ELSE b.ended END AS base_ended,
           CASE WHEN w.comparator <> 'between' THEN w.aim
                WHEN COALESCE(w.baseline, b.value) < w.aim THEN w.aim
                WHEN COALESCE(w.baseline, b.value) > w.aim_to THEN w.aim_to END AS heading
    FROM wanted w
    LEFT JOIN latest l ON l.id = w.id AND l.place = w.place
    LEFT JOIN base b ON b.id = w.id AND b.place = w.place
    LEFT JOIN growth g ON g.place = w.place AND g.indicator = w.indicator
), measured AS (
    SELECT c.*,
           CASE WHEN cadence = 'end' AND heading <> base THEN (value - base) / (heading - base) END AS way_share,
           CASE WHEN value IS NOT NULL
                THEN LEAST(1.0, GREATEST(0.0, (ended - (start_year + 1)) / (horizon - start_year))) END AS time_share,
           CASE WHEN cadence = 'end' AND ended > base_ended
                THEN LEAST(1.0, (ended - base_ended) / (horizon + 1 - base_ended)) END AS gone,
           CASE WHEN comparator = 'between' THEN heading >= base ELSE way = 'up' END AS rising
    FROM course c
), rated AS (
    SELECT m.*, CASE WHEN (rising AND base > heading) OR (NOT rising AND base < heading) THEN NULL
                     ELSE way_share / gone END AS ratio
    FROM measured m
)
SELECT r.id, r.place, r.value, r.until_day, r.base,
       CASE WHEN r.aim <> 0 AND r.comparator <> 'between'
            THEN (CASE WHEN r.cadence = 'average' THEN y.mean ELSE r.value END) / r.aim END AS share_of_plan,
       r.way_share, r.time_share, r.ratio, r.growth, r.weight,
       CASE
         WHEN r.aim IS NULL OR r.value IS NULL THEN 'no_data'
         WHEN r.cadence = 'end' THEN
           CASE WHEN r.exceeded = 1 THEN 'exceeded' WHEN r.met = 1 THEN 'met' WHEN r.ended >= r.horizon + 1 THEN 'missed'
                WHEN r.ratio >= {on_track} THEN 'on_track' WHEN r.ratio >= {behind} THEN 'behind'
                WHEN r.ratio IS NOT NULL THEN 'at_risk' ELSE 'behind' END
         WHEN r.cadence = 'annual' THEN
           CASE WHEN y.given IS NULL THEN 'no_data'
                WHEN y.held < y.given THEN
                  CASE WHEN y.last_year >= r.horizon THEN 'missed' WHEN e.met = 0 THEN 'at_risk' ELSE 'behind' END
                WHEN y.last_year >= r.horizon AND y.given = r.horizon - r.start_year THEN
                  CASE WHEN y.all_exceeded = 1 THEN 'exceeded' ELSE 'met' END
                ELSE 'on_track' END
         ELSE
           CASE WHEN y.given IS NULL THEN 'no_data'
                WHEN y.given >= r.horizon - r.start_year OR y.last_year >= r.horizon THEN
                  CASE WHEN (r.floor IS NULL OR y.mean >= r.floor) AND (r.ceiling IS NULL OR y.mean <= r.ceiling) THEN
                    CASE WHEN r.way = 'up' AND y.mean > r.best OR r.way = 'down' AND y.mean < r.best
                         THEN 'exceeded' ELSE 'met' END
                  ELSE 'missed' END
                WHEN (r.floor IS NULL OR y.mean >= r.floor) AND (r.ceiling IS NULL OR y.mean <= r.ceiling) THEN 'on_track'
                WHEN r.way = 'up' AND y.highest >= (r.aim * (r.horizon - r.start_year) - y.total)
                     / (r.horizon - r.start_year - y.given) THEN 'behind'
                WHEN r.way = 'down' AND y.lowest <= (r.aim * (r.horizon - r.start_year) - y.total)
                     / (r.horizon - r.start_year - y.given) THEN 'behind'
                ELSE 'at_risk' END
       END AS status
FROM rated r
LEFT JOIN yearly y ON y.id = r.id AND y.place = r.place
LEFT JOIN last_one e ON e.id = r.id AND e.place = r.place
ORDER BY r.place, r.id
