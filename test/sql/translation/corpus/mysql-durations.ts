import { plainCases } from './case.js';

/** Times that are longer than a day, or less than none. */
export const mysqlDurations = [
  ...plainCases(`
  -- their parts
  SELECT id, HOUR(TIMEDIFF(shipped_at, CAST(placed_on AS DATETIME))) h, MINUTE(TIMEDIFF(shipped_at, TIMESTAMP(placed_on))) m, SECOND(TIMEDIFF(shipped_at, TIMESTAMP(placed_on))) s FROM orders ORDER BY id
  SELECT HOUR(TIMEDIFF('2024-03-03 10:00:00', created_at)) FROM customers ORDER BY id
  SELECT id, HOUR(TIMEDIFF(shipped_at, placed_on)) h, MINUTE(TIMEDIFF(shipped_at, placed_on)) m FROM orders ORDER BY id
  SELECT TIME_TO_SEC(TIMEDIFF('10:00:00', '12:30:15')) a, TIME_TO_SEC(TIMEDIFF('2024-01-03 10:00:00', '2024-01-01 09:00:00')) b, HOUR(TIMEDIFF('10:00:00', '12:30:15')) c, MINUTE(TIMEDIFF('10:00:00', '12:30:15')) d
  SELECT HOUR(SEC_TO_TIME(90061)) a, MINUTE(SEC_TO_TIME(90061)) b, HOUR(SEC_TO_TIME(SUM(salary * 60))) c, TIME_TO_SEC(SEC_TO_TIME(-90061)) d FROM employees
  SELECT HOUR('25:10:00') a, HOUR('100:00:00') b, MINUTE('-01:30:00') c, TIME_TO_SEC('30:00:00') d, TIME_TO_SEC('-01:00:00') e, HOUR(NULL) f, YEAR(NULL) g
  SELECT AVG(TIME_TO_SEC(TIMEDIFF(shipped_at, TIMESTAMP(placed_on)))) a, SUM(HOUR(TIMEDIFF(shipped_at, TIMESTAMP(placed_on)))) b FROM orders
  SELECT CONCAT(FLOOR(HOUR(TIMEDIFF(shipped_at, TIMESTAMP(placed_on))) / 24), ' days ', MOD(HOUR(TIMEDIFF(shipped_at, TIMESTAMP(placed_on))), 24), ' hours ', MINUTE(TIMEDIFF(shipped_at, TIMESTAMP(placed_on))), ' minutes') x FROM orders WHERE shipped_at IS NOT NULL ORDER BY id
  SELECT EXTRACT(MINUTE FROM TIMEDIFF('08:00:00', '10:30:00')) a, EXTRACT(SECOND FROM SEC_TO_TIME(90061)) b
  SELECT ADDTIME('23:00:00', '02:30:00') a, HOUR(ADDTIME('23:00:00', '02:30:00')) b, HOUR(MAKETIME(25, 10, 5)) c, CAST(TIMEDIFF('30:00:00', '01:00:00') AS TIME) d, ADDTIME(TIMEDIFF('30:00:00', '01:00:00'), '10:00:00') e
  -- as texts
  SELECT TIME_FORMAT(TIMEDIFF(shipped_at, TIMESTAMP(placed_on)), '%H:%i') x, TIME_FORMAT(TIMEDIFF('08:00:00', '10:30:00'), '%H:%i') y, TIME_FORMAT(SEC_TO_TIME(7325), '%kh %im %ss') z FROM orders ORDER BY id
  SELECT TIME_FORMAT('25:10:05', '%H:%i:%s %p') a, TIME_FORMAT('100:00:00', '%H %k %h %I %l') b, TIME_FORMAT('09:05:00', '%l:%i %p') c, TIME_FORMAT('-05:30:00', '%H:%i') d
  SELECT TIME_FORMAT(SEC_TO_TIME(AVG(TIMESTAMPDIFF(SECOND, placed_on, shipped_at))), '%H:%i') b FROM orders
  -- compared, sorted and in groups
  SELECT TIMEDIFF(shipped_at, TIMESTAMP(placed_on)) > '100:00:00' g, TIMEDIFF(shipped_at, TIMESTAMP(placed_on)) BETWEEN '01:00:00' AND '80:00:00' h, TIMEDIFF(shipped_at, TIMESTAMP(placed_on)) = SEC_TO_TIME(118800) e FROM orders ORDER BY id
  SELECT MAX(TIMEDIFF(shipped_at, TIMESTAMP(placed_on))) m, MIN(TIMEDIFF(shipped_at, '2024-05-01 00:00:00')) n, HOUR(MAX(TIMEDIFF(shipped_at, TIMESTAMP(placed_on)))) h FROM orders
  SELECT id, TIMEDIFF(shipped_at, '2024-05-01 00:00:00') t FROM orders WHERE shipped_at IS NOT NULL ORDER BY t DESC, id
  `),
  {
    sql: "SELECT EXTRACT(HOUR FROM TIMEDIFF('08:00:00', '10:30:00')) a, EXTRACT(HOUR FROM SEC_TO_TIME(90061)) b",
    warns: { POSTGRESQL: ['SERVER_FLAVOUR'], SQLITE: ['SERVER_FLAVOUR'] },
  },
];
