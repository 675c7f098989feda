import { plainCases } from './case.js';

/** Texts that STR_TO_DATE reads, and texts that say no day. */
export const mysqlMomentsInTexts = plainCases(String.raw`
  -- written out
  SELECT STR_TO_DATE('31/01/2024', '%d/%m/%Y') a, STR_TO_DATE('rubbish', '%Y-%m-%d') b, STR_TO_DATE('5 March, 2024', '%e %M, %Y') c, STR_TO_DATE('01.5.13', '%d.%m.%y') d
  SELECT STR_TO_DATE('2024-01-05 10:11:12', '%Y-%m-%d %H:%i:%s') a, STR_TO_DATE('2024-01-05 10:11', '%Y-%m-%d %H:%i:%s') b, STR_TO_DATE('2024-01-05T10:11:12', '%Y-%m-%dT%T') c
  SELECT STR_TO_DATE('09:30 PM', '%h:%i %p') a, STR_TO_DATE('20240105', '%Y%m%d') b, STR_TO_DATE('2024-13-05', '%Y-%m-%d') c, STR_TO_DATE('2024-01-05 junk', '%Y-%m-%d') d
  -- of rows
  SELECT id, STR_TO_DATE(NULLIF(note, ''), '%Y-%m-%d') a, STR_TO_DATE(NULLIF(note, ''), '%d/%m/%Y %H:%i') b FROM orders ORDER BY id
  SELECT id, STR_TO_DATE(CONCAT('2024-', id, '-', id + 15), '%Y-%m-%d') a, STR_TO_DATE(CONCAT(id, '.', id, '.', 2000 + id), '%d.%m.%Y') b, STR_TO_DATE(CONCAT('Mar ', id, ' 2024'), '%b %e %Y') c FROM orders ORDER BY id
  SELECT id, STR_TO_DATE(CONCAT(id, '/', id, '/', 60 + id * 2), '%d/%m/%y') a, STR_TO_DATE(CONCAT(2000 + id, '-02-29'), '%Y-%m-%d') > '2000-01-01' b FROM orders WHERE id % 4 = 0 ORDER BY id
  SELECT MAX(STR_TO_DATE(CONCAT('2024-01-', id), '%Y-%m-%d')) m, MIN(STR_TO_DATE(NULLIF(note, ''), '%d/%m/%Y')) n FROM orders
  SELECT DATE_FORMAT(STR_TO_DATE(CONCAT(YEAR(placed_on), '-', MONTH(placed_on), '-01'), '%Y-%m-%d'), '%b %Y') m, COUNT(*) FROM orders GROUP BY m ORDER BY m
  -- weeks with a day
  SELECT id, STR_TO_DATE(CONCAT(YEARWEEK(placed_on), ' Monday'), '%X%V %W') m, STR_TO_DATE(CONCAT(YEARWEEK(placed_on), 'Sunday'), '%X%V%W') s, STR_TO_DATE(CONCAT(YEARWEEK(placed_on, 3), ' Sat'), '%x%v %a') i FROM orders ORDER BY id
  SELECT DATE_FORMAT(STR_TO_DATE(CONCAT(YEARWEEK(placed_on, 3), ' Monday'), '%x%v %W'), '%d.%m.') wk, COUNT(*) n FROM orders GROUP BY YEARWEEK(placed_on, 3) ORDER BY YEARWEEK(placed_on, 3)
  SELECT STR_TO_DATE('202401 Monday', '%X%V %W') a, STR_TO_DATE('202453 Sunday', '%x%v %W') b, STR_TO_DATE(NULL, '%X%V %W') c, STR_TO_DATE('202101 Sunday', '%x%v %W') d
`);
