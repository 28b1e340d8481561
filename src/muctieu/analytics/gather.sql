-- Figures brought to the bounds of one day: the states that each gathered figure went through, as days on which it became known.
-- Tables: figures (place, indicator, first_day, until_day, known_day, value, rank, withdrawn), needs (place, base, since, until_day,
-- own, part, share, size) and ways (indicator, way, base). ANSI core only: windows, CASE, joins; runs on DuckDB and on Spark.
WITH wanted AS (          -- each place, indicator and period that some part of the place has a figure for
    SELECT DISTINCT n.place, n.base, n.since, n.own AS turn, w.indicator, w.way, f.first_day, f.until_day
    FROM figures f
    JOIN ways w ON w.indicator = f.indicator
    JOIN needs n ON n.base = w.base AND n.part = f.place
      AND f.until_day - INTERVAL '1' DAY >= n.since AND f.until_day - INTERVAL '1' DAY < n.until_day
), parts AS (             -- what it rests on, and its own figure, which is no part where share and size are asked for
    SELECT w.*, n.part, n.share, n.size, 0 AS own FROM wanted w
    JOIN needs n ON n.place = w.place AND n.base = w.base AND n.since = w.since
    UNION ALL
    SELECT w.*, w.place, NULL, NULL, 1 FROM wanted w
), entered AS (
    SELECT p.*, f.known_day, f.value, f.rank, f.withdrawn FROM parts p
    JOIN figures f ON f.place = p.part AND f.indicator = p.indicator AND f.first_day = p.first_day AND f.until_day = p.until_day
), moments AS (           -- the days on which something of it became known
    SELECT DISTINCT place, indicator, first_day, until_day, known_day AS moment FROM entered
), heard AS (             -- all that was known of each part on such a day, with the last day on which it was taken back
    SELECT e.*, m.moment,
           MAX(CASE WHEN e.withdrawn THEN e.known_day END)
             OVER (PARTITION BY e.place, e.indicator, e.first_day, e.until_day, m.moment, e.part, e.own) AS taken_back
    FROM entered e
    JOIN moments m ON m.place = e.place AND m.indicator = e.indicator AND m.first_day = e.first_day
      AND m.until_day = e.until_day AND e.known_day <= m.moment
), known AS (             -- of the surest the last
    SELECT * FROM (
        SELECT h.*, ROW_NUMBER() OVER (
            PARTITION BY place, indicator, first_day, until_day, moment, part, own ORDER BY rank DESC, known_day DESC) AS age
        FROM heard h WHERE taken_back IS NULL OR known_day > taken_back
    ) ranked WHERE age = 1
), counted AS (
    SELECT place, base, since, COUNT(*) AS parts FROM needs GROUP BY place, base, since
), summed AS (
    SELECT m.place, m.indicator, m.first_day, m.until_day, m.moment,
           MAX(CASE WHEN k.own = 1 THEN k.value END) AS own_value,
           SUM(CASE WHEN k.own = 0 THEN 1 ELSE 0 END) AS given,
           SUM(CASE WHEN k.own = 0 AND k.share IS NULL THEN 1 ELSE 0 END) AS no_share,
           SUM(CASE WHEN k.own = 0 AND k.size IS NULL THEN 1 ELSE 0 END) AS no_size,
           SUM(CASE WHEN k.own = 0 THEN k.value * k.share END) AS total,
           SUM(CASE WHEN k.own = 0 THEN k.value * k.size END) AS weighted,
           SUM(CASE WHEN k.own = 0 THEN k.size END) AS sizes,
           MAX(CASE WHEN k.own = 0 THEN k.value END) AS one_value
    FROM moments m
    LEFT JOIN known k ON k.place = m.place AND k.indicator = m.indicator AND k.first_day = m.first_day
      AND k.until_day = m.until_day AND k.moment = m.moment
    GROUP BY m.place, m.indicator, m.first_day, m.until_day, m.moment
), made AS (
    SELECT s.*, w.turn,
           CASE WHEN s.given < c.parts THEN NULL
                WHEN w.way = 'sum' THEN CASE WHEN s.no_share = 0 THEN s.total END
                WHEN c.parts = 1 THEN s.one_value
                WHEN s.no_size = 0 AND s.sizes <> 0 THEN s.weighted / s.sizes END AS gathered
    FROM summed s
    JOIN wanted w ON w.place = s.place AND w.indicator = s.indicator AND w.first_day = s.first_day AND w.until_day = s.until_day
    JOIN counted c ON c.place = w.place AND c.base = w.base AND c.since = w.since
), resolved AS (          -- its own figure first where it had its bounds; else the gathered one; else its own on other bounds
    SELECT place, indicator, first_day, until_day, moment AS known_day,
           CASE turn WHEN 'first' THEN COALESCE(own_value, gathered) WHEN 'last' THEN COALESCE(gathered, own_value)
                     ELSE gathered END AS value
    FROM made
)
SELECT place, indicator, first_day, until_day, known_day, COALESCE(value, 0) AS value, 'official' AS status, value IS NULL AS withdrawn
FROM resolved
UNION ALL
SELECT f.place, f.indicator, f.first_day, f.until_day, f.known_day, f.value,
       CASE f.rank WHEN 0 THEN 'estimated' WHEN 1 THEN 'preliminary' ELSE 'official' END, f.withdrawn
FROM figures f
LEFT JOIN (SELECT DISTINCT place, indicator, first_day, until_day FROM wanted) w
  ON w.place = f.place AND w.indicator = f.indicator AND w.first_day = f.first_day AND w.until_day = f.until_day
WHERE w.place IS NULL
