import { plainCases, type Case } from '../../corpus/case.js';

/** Variables of MySQL's that count rows, number them within groups, rank them and add them up. */
export const mysqlUserVariables: readonly Case[] = plainCases(`
  SELECT id, amount, @run := @run + COALESCE(amount, 0) AS running FROM movements, (SELECT @run := 5) v ORDER BY id
  SELECT x.id, x.n FROM (SELECT m.id, @n := IF(@a = m.account_id, @n + 1, 1) AS n, @a := m.account_id FROM movements m CROSS JOIN (SELECT @n := 0, @a := -1) v ORDER BY m.account_id, m.amount DESC, m.id) x WHERE x.n <= 1 ORDER BY x.id
  SELECT x.id, x.n FROM (SELECT o.*, @n := IF(@a = o.account_id, @n + 1, 1) AS n, @a := o.account_id AS c FROM (SELECT * FROM movements ORDER BY account_id, amount DESC, id LIMIT 1000) o, (SELECT @n := 0, @a := -1) v) x WHERE x.n <= 1 ORDER BY x.id
  SELECT o.id, @n := IF(@a = account_id, @n + 1, 1) AS n, @a := account_id AS c FROM (SELECT id, account_id FROM movements ORDER BY account_id, id DESC LIMIT 1000) o JOIN (SELECT @n := 0, @a := -1) v
  SELECT id, visits, @r := CASE WHEN @p = visits THEN @r ELSE @r + 1 END AS place, @p := visits AS was FROM accounts, (SELECT @r := 0, @p := NULL) v ORDER BY visits DESC, id
  SELECT id, visits, @row := @row + 1 AS pos, @r := IF(@p = visits, @r, @row) AS place, @p := visits AS was FROM accounts, (SELECT @row := 0, @r := 0, @p := NULL) v ORDER BY visits DESC, id
  SELECT id, note, CASE WHEN @d = note THEN @k := @k + 1 ELSE @k := 1 END AS x, @d := note FROM accounts, (SELECT @k := 0, @d := '-') v ORDER BY note, id
  SELECT account_id, @n := IF(@c = account_id, @n + 1, 1) AS n, @c := account_id AS c, @s := @s + IFNULL(amount, 0) AS s FROM movements JOIN (SELECT @n := 0, @c := NULL, @s := 0) v ORDER BY account_id DESC, id
`);
