import { plainCases, type Case } from './case.js';

export const mysqlTemporal: readonly Case[] = plainCases(`
  -- the clock
  SELECT CURDATE() = DATE(NOW()), CURRENT_DATE() = CURRENT_DATE, UTC_DATE() = CURDATE(), UNIX_TIMESTAMP() > 1700000000
  SELECT COUNT(*) FROM orders WHERE placed_on >= CURDATE() - INTERVAL 30 DAY
  SELECT COUNT(*) FROM orders WHERE placed_on >= DATE_SUB(CURDATE(), INTERVAL 1 MONTH)
  SELECT COUNT(*) FROM customers WHERE created_at > NOW() - INTERVAL 7 DAY
  SELECT COUNT(*) FROM customers WHERE created_at >= DATE_SUB(NOW(), INTERVAL 24 HOUR)
  SELECT COUNT(*) FROM customers WHERE DATE(created_at) = CURDATE()
  SELECT COUNT(*) FROM orders WHERE YEAR(placed_on) = YEAR(CURDATE())
  -- parts
  SELECT id, YEAR(at), QUARTER(at), MONTH(at), DAY(at), HOUR(at), MINUTE(at), SECOND(at), MICROSECOND(at) FROM samples ORDER BY id
  SELECT id, DAYOFMONTH(day), DAYOFWEEK(day), WEEKDAY(day), DAYOFYEAR(day), WEEK(day), WEEKOFYEAR(day), YEARWEEK(day), LAST_DAY(day) FROM samples ORDER BY id
  SELECT id, WEEK(day, 0), WEEK(day, 1), WEEK(day, 2), WEEK(day, 3), WEEK(day, 4), WEEK(day, 5), WEEK(day, 6), WEEK(day, 7) FROM samples ORDER BY id
  SELECT id, WEEK(placed_on, 0), WEEK(placed_on, 1), WEEK(placed_on, 2), WEEK(placed_on, 3), WEEK(placed_on, 4), WEEK(placed_on, 5), WEEK(placed_on, 6), WEEK(placed_on, 7) FROM orders ORDER BY id
  SELECT id, WEEK(hired, 0), WEEK(hired, 1), WEEK(hired, 2), WEEK(hired, 3), WEEK(hired, 4), WEEK(hired, 5), WEEK(hired, 6), WEEK(hired, 7) FROM employees ORDER BY id
  SELECT id, YEARWEEK(hired, 0), YEARWEEK(hired, 1), YEARWEEK(hired, 2), YEARWEEK(hired, 3), YEARWEEK(hired, 4), YEARWEEK(hired, 5), YEARWEEK(hired, 6), YEARWEEK(hired, 7) FROM employees ORDER BY id
  SELECT id, YEARWEEK(at, 1), YEARWEEK(created_at, 3) FROM samples JOIN customers USING (id) ORDER BY id
  SELECT id, DAYNAME(day), MONTHNAME(day), HOUR(day), TO_DAYS(day), TO_DAYS(at) FROM samples ORDER BY id
  SELECT id, EXTRACT(YEAR FROM at), EXTRACT(MONTH FROM at), EXTRACT(DAY FROM at), EXTRACT(HOUR FROM at), EXTRACT(SECOND FROM at), EXTRACT(WEEK FROM at), EXTRACT(QUARTER FROM at), EXTRACT(YEAR_MONTH FROM at) FROM samples ORDER BY id
  SELECT id, TIME_TO_SEC(at), TIME(at), UNIX_TIMESTAMP(at), FROM_DAYS(739000), DATE(at) FROM samples ORDER BY id
  SELECT FROM_UNIXTIME(1706706309), FROM_UNIXTIME(0), FROM_UNIXTIME(1706706309, '%Y-%m-%d'), MAKEDATE(2024, 60), MAKETIME(1, 2, 3), SEC_TO_TIME(3661), SEC_TO_TIME(90061), SEC_TO_TIME(-5)
  SELECT YEAR('2024-02-29'), MONTH('2024-02-29 10:00:00'), DAYNAME('2024-02-29'), LAST_DAY('2024-02-10'), DATEDIFF('2024-03-01', '2024-02-28'), WEEKDAY('2024-1-5')
  SELECT id, YEAR(at) * 100 + MONTH(at), YEAR(at) DIV 10, YEAR(at) / 3 FROM samples ORDER BY id
  -- formats
  SELECT id, DATE_FORMAT(at, '%Y-%m-%d'), DATE_FORMAT(at, '%Y-%m'), DATE_FORMAT(at, '%Y-%m-%d %H:%i:%s'), DATE_FORMAT(at, '%d/%m/%Y'), DATE_FORMAT(at, '%Y%m%d') FROM samples ORDER BY id
  SELECT id, DATE_FORMAT(at, '%W, %M %e, %Y'), DATE_FORMAT(at, '%a %b %d'), DATE_FORMAT(at, '%D of %M'), DATE_FORMAT(at, '%c/%e/%y') FROM samples ORDER BY id
  SELECT id, DATE_FORMAT(at, '%h:%i %p'), DATE_FORMAT(at, '%l:%i %p'), DATE_FORMAT(at, '%r'), DATE_FORMAT(at, '%T'), DATE_FORMAT(at, '%k.%i'), DATE_FORMAT(at, '%I') FROM samples ORDER BY id
  SELECT id, DATE_FORMAT(at, '%x-W%v'), DATE_FORMAT(at, '%X-%V'), DATE_FORMAT(at, '%U'), DATE_FORMAT(at, '%u'), DATE_FORMAT(at, '%w'), DATE_FORMAT(at, '%j'), DATE_FORMAT(at, '%f') FROM samples ORDER BY id
  SELECT id, DATE_FORMAT(placed_on, '%x-W%v'), DATE_FORMAT(placed_on, '%X-%V'), DATE_FORMAT(placed_on, '%U'), DATE_FORMAT(placed_on, '%u'), DATE_FORMAT(placed_on, '%d%%'), DATE_FORMAT(placed_on, '"%Y" it''s %q') FROM orders ORDER BY id
  SELECT id, DATE_FORMAT(day, '%Y-%m-01'), DATE_FORMAT(day, '%H:%i:%s'), DATE_FORMAT(day, 'none'), DATE_FORMAT(day, '%YT%m') FROM samples ORDER BY id
  SELECT id, TIME_FORMAT(at, '%H:%i'), TIME_FORMAT(TIME(at), '%h:%i %p') FROM samples ORDER BY id
  SELECT DATE_FORMAT(placed_on, '%Y-%m') AS month, COUNT(*) AS n, SUM(total) FROM orders GROUP BY month ORDER BY month
  SELECT DATE_FORMAT(placed_on, '%b %Y') AS m, COUNT(*) FROM orders GROUP BY m, YEAR(placed_on), MONTH(placed_on) ORDER BY YEAR(placed_on), MONTH(placed_on)
  SELECT id FROM orders WHERE DATE_FORMAT(placed_on, '%Y-%m') = '2024-02' ORDER BY id
  SELECT STR_TO_DATE('31/01/2024', '%d/%m/%Y'), STR_TO_DATE('2024-02-29 10:11:12', '%Y-%m-%d %H:%i:%s'), STR_TO_DATE('20240301', '%Y%m%d')
  -- arithmetic
  SELECT id, DATE_ADD(day, INTERVAL 1 DAY), DATE_ADD(day, INTERVAL 1 MONTH), DATE_SUB(day, INTERVAL 1 MONTH), DATE_ADD(day, INTERVAL 1 YEAR), day + INTERVAL 1 QUARTER, day - INTERVAL 2 WEEK FROM samples ORDER BY id
  SELECT id, DATE_ADD(at, INTERVAL 1 MONTH), at - INTERVAL 1 YEAR, at + INTERVAL 36 HOUR, at - INTERVAL 90 MINUTE, at + INTERVAL 15 SECOND FROM samples ORDER BY id
  SELECT id, day + INTERVAL 2 HOUR, DATE_ADD(day, INTERVAL 30 MINUTE), ADDDATE(day, 10), SUBDATE(day, 3), ADDDATE(day, INTERVAL 1 MONTH) FROM samples ORDER BY id
  SELECT id, at + INTERVAL '1 2' DAY_HOUR, at + INTERVAL '1:30' HOUR_MINUTE, at - INTERVAL '1-2' YEAR_MONTH, at + INTERVAL '1 02:03:04' DAY_SECOND, at + INTERVAL '5:30' MINUTE_SECOND FROM samples ORDER BY id
  SELECT id, DATE_ADD(day, INTERVAL j DAY), day + INTERVAL j MONTH, at - INTERVAL i HOUR, DATE_ADD(at, INTERVAL -j YEAR), at + INTERVAL (j * 2) MINUTE FROM samples ORDER BY id
  SELECT id, DATE_ADD(day, INTERVAL '3' DAY), DATE_ADD(day, INTERVAL 1.5 DAY), INTERVAL 1 DAY + day, TIMESTAMPADD(MONTH, 1, day), TIMESTAMPADD(MINUTE, 5, at) FROM samples ORDER BY id
  SELECT DATE_ADD('2024-01-31', INTERVAL 1 MONTH), DATE_SUB('2024-03-31', INTERVAL 1 MONTH), DATE_ADD('2024-02-29', INTERVAL 1 YEAR), DATE_ADD('2024-01-31 10:00:00', INTERVAL 1 HOUR), DATE '2024-01-31' + INTERVAL 1 DAY
  SELECT id, DATEDIFF(shipped_at, placed_on), DATEDIFF(placed_on, '2024-01-01'), DATEDIFF(NOW(), NOW()) FROM orders ORDER BY id
  SELECT id, TIMESTAMPDIFF(DAY, placed_on, shipped_at), TIMESTAMPDIFF(HOUR, placed_on, shipped_at), TIMESTAMPDIFF(MINUTE, placed_on, shipped_at), TIMESTAMPDIFF(SECOND, placed_on, shipped_at), TIMESTAMPDIFF(WEEK, placed_on, shipped_at) FROM orders ORDER BY id
  SELECT id, TIMESTAMPDIFF(YEAR, born, created_at), TIMESTAMPDIFF(MONTH, born, created_at), TIMESTAMPDIFF(QUARTER, born, created_at), TIMESTAMPDIFF(YEAR, born, '2024-02-29') FROM customers ORDER BY id
  SELECT id, TIMESTAMPDIFF(MONTH, at, '2024-01-31 13:05:08'), TIMESTAMPDIFF(MONTH, '2024-01-31 13:05:10', at), TIMESTAMPDIFF(DAY, at, day) FROM samples ORDER BY id
  SELECT id, TIMESTAMPDIFF(YEAR, born, CURDATE()) > 20 FROM customers ORDER BY id
  SELECT id, TIMEDIFF(at, '2024-01-31 00:00:00') FROM samples WHERE id IN (1, 3, 4) ORDER BY id
  SELECT id, ADDTIME(at, '01:30:00'), SUBTIME(at, '00:00:10'), TIMESTAMP(day) FROM samples ORDER BY id
  SELECT id, day - INTERVAL DAYOFMONTH(day) - 1 DAY, LAST_DAY(day - INTERVAL 1 MONTH) + INTERVAL 1 DAY, DATE_SUB(day, INTERVAL WEEKDAY(day) DAY) FROM samples ORDER BY id
  SELECT AVG(DATEDIFF(shipped_at, placed_on)), MAX(TIMESTAMPDIFF(HOUR, placed_on, shipped_at)) FROM orders
  -- truncation
  SELECT id, DATE(at), CAST(at AS DATE), TIME(at), CAST(at AS TIME), CAST(day AS DATETIME), CONVERT(at, DATE) FROM samples ORDER BY id
  SELECT DATE(created_at) AS d, COUNT(*) FROM customers GROUP BY DATE(created_at) ORDER BY d
  SELECT MAKEDATE(YEAR(placed_on), 1) + INTERVAL QUARTER(placed_on) - 1 QUARTER AS q, COUNT(*) FROM orders GROUP BY q ORDER BY q
  SELECT YEAR(placed_on) AS y, MONTH(placed_on) AS m, COUNT(*), SUM(total) FROM orders GROUP BY YEAR(placed_on), MONTH(placed_on) ORDER BY y, m
  SELECT YEARWEEK(placed_on, 1) AS w, COUNT(*) FROM orders GROUP BY w ORDER BY w
  SELECT DAYNAME(placed_on) AS d, COUNT(*) FROM orders GROUP BY d, WEEKDAY(placed_on) ORDER BY WEEKDAY(placed_on)
  SELECT HOUR(created_at) AS h, COUNT(*) FROM customers GROUP BY HOUR(created_at) ORDER BY h
  -- comparison
  SELECT id FROM orders WHERE placed_on = '2024-02-29' ORDER BY id
  SELECT id FROM orders WHERE placed_on >= '2024-1-5' AND placed_on < '2024-5-1' ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-01-31' AND '2024-03-31' ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN '2024-01-31 00:00:00' AND '2024-03-31 23:59:59' ORDER BY id
  SELECT id FROM orders WHERE placed_on IN ('2024-02-29', '2024-12-31') ORDER BY id
  SELECT id FROM orders WHERE shipped_at <= '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at = '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE shipped_at BETWEEN '2024-01-01' AND '2024-04-01' ORDER BY id
  SELECT id FROM orders WHERE placed_on <= '2024-02-29 12:00:00' AND placed_on > '2024-01-30 10:00:00' ORDER BY id
  SELECT id FROM orders WHERE placed_on < shipped_at ORDER BY id
  SELECT id FROM orders WHERE placed_on = DATE(shipped_at) ORDER BY id
  SELECT id FROM orders WHERE placed_on > 20240301 ORDER BY id
  SELECT s.id, o.id FROM samples s JOIN orders o ON o.placed_on = s.at ORDER BY 1, 2
  SELECT id FROM samples WHERE day = at OR day > at ORDER BY id
  SELECT id FROM samples WHERE DATE(at) = '2024-02-29' ORDER BY id
  SELECT id FROM samples WHERE TIME(at) > '12:00' ORDER BY id
  SELECT id FROM samples WHERE DATE(at) BETWEEN '2024-01-01' AND '2024-02-29' ORDER BY id
  SELECT id FROM samples WHERE at >= DATE('2024-02-29') AND at < DATE('2024-02-29') + INTERVAL 1 DAY ORDER BY id
  SELECT id, IFNULL(shipped_at, placed_on) FROM orders ORDER BY id
  SELECT id, IF(day < '2024-01-01', 'old', 'new') FROM samples ORDER BY id
  SELECT MAX(placed_on), MIN(shipped_at), DATEDIFF(MAX(placed_on), MIN(placed_on)) FROM orders
  SELECT id, CONVERT_TZ(at, '+00:00', '+02:00'), CONVERT_TZ(at, '+00:00', '-05:30') FROM samples ORDER BY id
  SELECT id, CONCAT(day, ''), CONCAT('on ', at) FROM samples ORDER BY id
  -- reports
  SELECT DATE_FORMAT(c.created_at, '%Y-%m') AS cohort, COUNT(DISTINCT c.id) AS customers, COUNT(o.id) AS orders, COALESCE(SUM(o.total), 0) AS revenue FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY cohort ORDER BY cohort
  SELECT CONCAT(YEAR(placed_on), '-Q', QUARTER(placed_on)) AS q, COUNT(*) FROM orders GROUP BY q ORDER BY q
  SELECT SUM(placed_on >= '2024-06-01'), SUM(CASE WHEN placed_on < '2024-06-01' THEN 1 ELSE 0 END) FROM orders
  SELECT customer_id, MIN(placed_on) AS first_order, DATEDIFF(MAX(placed_on), MIN(placed_on)) AS days FROM orders GROUP BY customer_id ORDER BY customer_id
  SELECT id, DATEDIFF(placed_on, LAG(placed_on) OVER (ORDER BY placed_on, id)) AS gap FROM orders ORDER BY placed_on, id
  SELECT id, name FROM employees WHERE MONTH(hired) = 12 OR DATE_FORMAT(hired, '%m-%d') = '02-29' ORDER BY id
  SELECT id, FLOOR(DATEDIFF('2024-12-31', hired) / 365.25) AS years FROM employees ORDER BY id
  SELECT id, CASE WHEN WEEKDAY(placed_on) < 5 THEN 'work' ELSE 'weekend' END FROM orders ORDER BY id
  -- in applications
  SELECT id FROM orders WHERE placed_on >= NOW() - INTERVAL 3 YEAR AND placed_on < '2024-03-01' ORDER BY id
  SELECT id, DATE_ADD(shipped_at, INTERVAL 1 DAY) > placed_on FROM orders ORDER BY id
  SELECT id FROM orders WHERE DATE_ADD(placed_on, INTERVAL 1 DAY) = '2024-03-01' ORDER BY id
  SELECT id FROM orders WHERE placed_on = DATE_ADD('2024-02-28', INTERVAL 1 DAY) ORDER BY id
  SELECT id FROM orders WHERE shipped_at >= DATE_SUB('2024-04-03', INTERVAL 1 MONTH) ORDER BY id
  SELECT id FROM orders WHERE placed_on BETWEEN DATE_FORMAT('2024-02-15', '%Y-%m-01') AND LAST_DAY('2024-02-15') ORDER BY id
  SELECT id FROM orders WHERE placed_on = STR_TO_DATE('29/02/2024', '%d/%m/%Y') ORDER BY id
  SELECT id, TIMESTAMPDIFF(SECOND, created_at, '2024-12-31') FROM customers ORDER BY id
  SELECT FROM_UNIXTIME(UNIX_TIMESTAMP(at)), UNIX_TIMESTAMP('2024-01-31 13:05:09'), DATE_FORMAT(NOW(), '%Y') >= '2024' FROM samples WHERE id = 1
  SELECT placed_on + INTERVAL 1 DAY, SUM(total) FROM orders GROUP BY placed_on + INTERVAL 1 DAY ORDER BY 1
  SELECT CASE WHEN placed_on < '2024-06-01' THEN DATE_FORMAT(placed_on, '%M') ELSE 'Other' END AS p, COUNT(*) FROM orders GROUP BY p ORDER BY p
  SELECT COUNT(*) FROM customers WHERE created_at >= '2024-01-01' AND created_at < '2024-01-01' + INTERVAL 1 YEAR
  SELECT COUNT(*) FROM customers WHERE TIMESTAMPDIFF(YEAR, born, '2024-06-15') BETWEEN 20 AND 35
  SELECT id FROM samples WHERE TIME(at) BETWEEN '06:00:00' AND '13:30:00' ORDER BY id
  SELECT id FROM orders WHERE MONTH(placed_on) = MONTH('2024-02-10') AND YEAR(placed_on) = 2024
`);
