import { plainCases, type Case } from '../../corpus/case.js';

/** As applications and their libraries write them. */
export const postgresqlApplications: readonly Case[] = plainCases(`
  INSERT INTO "accounts" ("email", "name", "active", "opened") VALUES ('x@y.z', 'Quoted', true, CURRENT_DATE - CURRENT_DATE + DATE '2024-01-01')
  INSERT INTO "accounts" ("id", "email", "name") VALUES (DEFAULT, 'r@s.t', 'Rails') ON CONFLICT ("email") DO NOTHING
  INSERT INTO accounts (name, note) SELECT 'copy of ' || name, coalesce(note, 'none') FROM accounts WHERE id BETWEEN 1 AND 3
  INSERT INTO accounts (name, visits) SELECT name, row_number() OVER (ORDER BY id) FROM accounts
  INSERT INTO accounts (name, balance, active) SELECT kind, sum(amount), bool_and(amount > 1) FROM movements GROUP BY kind ORDER BY kind
  INSERT INTO movements (account_id, amount) SELECT a.id, 1 FROM accounts a LEFT JOIN movements m ON m.account_id = a.id WHERE m.id IS NULL ORDER BY a.id
  INSERT INTO movements (account_id, amount, kind) SELECT id, 2.5, 'bonus' FROM accounts UNION ALL SELECT id, 1, 'gift' FROM accounts WHERE active ORDER BY 1, 2
  INSERT INTO stock SELECT 'X' || g, 'west', g FROM generate_series(1, 3) AS g
  INSERT INTO tally (day, hits) SELECT d::date, 0 FROM generate_series('2024-02-27'::date, '2024-03-02'::date, '1 day') AS d ON CONFLICT (day) DO NOTHING
  INSERT INTO tally (day, hits) VALUES (make_date(2024, 1, 31), 5) ON CONFLICT (day) DO UPDATE SET hits = GREATEST(tally.hits, EXCLUDED.hits)
  INSERT INTO stock (sku, place) VALUES (upper('q'), lower('NORTH'))
  INSERT INTO accounts (name, touched) VALUES ('T', date_trunc('month', TIMESTAMP '2024-05-17 12:30:00'))
  INSERT INTO accounts (name, touched) VALUES ('T', '2024-05-17T12:30:00'), ('U', '2024-05-17')
  INSERT INTO accounts (name, note) VALUES ('It''s', E'tab\\there'), ('back\\slash', '100%')
  UPDATE "accounts" SET "visits" = "visits" + 1, "touched" = '2024-03-03 03:03:03' WHERE "accounts"."id" = 1
  UPDATE accounts SET balance = round(balance * 1.0825, 2) WHERE balance > 0
  UPDATE accounts SET note = CASE id WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE note END WHERE id IN (1, 2, 3)
  UPDATE accounts SET active = (visits > 2 AND balance >= 0) WHERE balance IS NOT NULL
  UPDATE accounts SET active = EXISTS (SELECT 1 FROM movements m WHERE m.account_id = accounts.id)
  UPDATE accounts SET note = s.label FROM (VALUES (1, 'first'), (2, 'second')) AS s (id, label) WHERE s.id = accounts.id
  UPDATE accounts a SET visits = r.place FROM (SELECT id, rank() OVER (ORDER BY visits DESC) AS place FROM accounts) r WHERE r.id = a.id
  UPDATE accounts SET note = (SELECT string_agg(kind, ',' ORDER BY id) FROM movements m WHERE m.account_id = accounts.id)
  UPDATE accounts SET email = split_part(email, '@', 1) || '@example.net' WHERE email IS NOT NULL
  UPDATE accounts SET opened = (opened + interval '1 month')::date WHERE id IN (1, 2)
  UPDATE accounts SET touched = touched - interval '2 hours 30 minutes' WHERE touched IS NOT NULL
  UPDATE stock SET amount = amount - 1 WHERE (sku, place) = ('A', 'north') AND amount > 0
  UPDATE stock SET amount = s.amount + 1 FROM stock s WHERE s.sku = stock.sku AND s.place = 'south'
  UPDATE accounts SET visits = visits + (SELECT count(*) FROM movements m WHERE m.account_id = accounts.id)
  UPDATE movements SET amount = amount / 3
  UPDATE movements SET kind = concat(kind, '-', account_id)
  UPDATE tally SET hits = hits + 1 WHERE day >= '2024-02-01'
  DELETE FROM accounts WHERE email ILIKE 'DAN%'
  DELETE FROM accounts WHERE id = ANY (ARRAY[1, 3])
  DELETE FROM accounts WHERE (active, visits) = (true, 7)
  DELETE FROM movements WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY account_id ORDER BY id DESC) AS n FROM movements) x WHERE x.n > 1)
  DELETE FROM movements a USING movements b WHERE a.account_id = b.account_id AND a.id < b.id
  DELETE FROM tally WHERE day < DATE '2024-02-29' - 7
  DELETE FROM tally WHERE extract(month FROM day) = 2
  DELETE FROM only movements WHERE kind IN ('refund')
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4) INSERT INTO stock (sku, place, amount) SELECT 'R', 'p' || i, i FROM n
`);

export const mysqlApplications: readonly Case[] = plainCases(`
  insert into \`accounts\` (\`email\`, \`name\`, \`visits\`) values ('x@y.z', 'Quoted', '12')
  insert into accounts (name, touched, opened) values ("Double", "2024-05-17 12:30:00", "2024-5-7")
  insert into accounts (name, active) values ('a', true), ('b', false), ('c', '1')
  insert into accounts (name, note) values ('It\\'s', 'tab\\there'), ('back\\\\slash', '100%')
  insert into accounts () values (5, null, 'n', 0, 1, null, null, null, null)
  insert into movements (account_id, amount) values (1, 1), (1, 2.505), (2, -3)
  insert into movements (account_id, amount) select a.id, ifnull(a.balance, 0) from accounts a where a.id <> 4
  insert into movements (account_id, amount, kind) select account_id, sum(amount), 'total' from movements group by account_id having sum(amount) > 4 order by account_id
  insert into movements (account_id, amount) select id, if(active, 10, 0) from accounts order by id desc limit 2
  insert into stock (sku, place, amount) select concat('S', id), lower(name), visits from accounts where name regexp '^[A-Z][a-z]+$'
  insert into stock (sku, place, amount) values ('A', 'north', 1), ('A', 'south', 2), ('N', 'new', 3) on duplicate key update amount = if(values(amount) > amount, values(amount), amount)
  insert into stock set sku = 'A', place = 'north', amount = 9 on duplicate key update amount = 9
  insert into tally (day, hits) values (date('2024-02-29 10:11:12'), 1) on duplicate key update hits = hits + values(hits)
  insert into tally (day, hits) select date_add('2024-06-01', interval id day), id from accounts
  insert ignore into tally (day, hits) values ('2024-01-31', 100), ('2024-07-01', 1)
  insert low_priority into tally values ('2024-08-01', 1)
  update accounts set visits = visits + 1, touched = '2024-03-03 03:03:03' where accounts.id = 1
  update accounts set balance = round(balance * 1.0825, 2) where balance > 0
  update accounts set name = replace(name, 'a', 'o'), note = left(name, 2)
  update accounts set note = concat_ws('/', name, email, visits)
  update accounts set active = 1 - active
  update accounts set active = if(visits, 1, 0)
  update accounts set active = balance > 0 where balance is not null
  update accounts set opened = last_day(opened), touched = date_sub(touched, interval 90 minute)
  update accounts set opened = str_to_date('31/12/2024', '%d/%m/%Y') where opened is null
  update accounts set touched = opened where touched is null
  update accounts set note = date_format(opened, '%Y/%m') where opened is not null
  update accounts set visits = visits div 2, balance = visits * 2
  update accounts a inner join (select account_id, count(*) c, max(amount) m from movements group by account_id) s on s.account_id = a.id set a.visits = s.c, a.balance = s.m
  update accounts a left join movements m on m.account_id = a.id and m.kind = 'refund' set a.note = ifnull(m.kind, 'none')
  update movements set account_id = (select min(id) from accounts) where account_id not in (select id from accounts)
  update accounts, (select avg(visits) v from accounts) x set accounts.note = if(visits > x.v, 'above', 'below')
  update stock s join stock o on o.sku = s.sku and o.place <> s.place set s.amount = o.amount
  update accounts set visits = visits + 1 where id in (select account_id from movements where kind = 'payment') limit 10
  update tally set hits = hits + 1 where month(day) = 2 and year(day) = 2024
  delete from accounts where email like '%EXAMPLE%' and visits > 5
  delete from accounts where isnull(balance)
  delete from accounts where opened between '2024-01-01' and '2024-12-31' limit 5
  delete from movements where id in (select * from (select max(id) from movements group by account_id) t)
  delete a from movements a inner join movements b where a.account_id = b.account_id and a.id < b.id
  delete from stock where (sku, place) in (select sku, place from (select sku, place from stock where amount = 0) z)
  delete quick from tally where hits < 2
`);

export const sqliteApplications: readonly Case[] = plainCases(`
  INSERT INTO "accounts" ("email", "name", "visits") VALUES ('x@y.z', 'Quoted', 12)
  INSERT INTO accounts VALUES (NULL, NULL, 'n', 0, 1, NULL, NULL, NULL, NULL)
  INSERT INTO accounts (name, touched) VALUES ('now', strftime('%Y-%m-%d %H:%M:%S', '2024-05-17 12:30:00', 'start of month'))
  INSERT INTO accounts (name, note) VALUES ('It''s', char(65, 66)), ('b\\s', '100%')
  INSERT INTO movements (account_id, amount) SELECT id, ifnull(balance, 0) FROM accounts
  INSERT INTO movements (account_id, amount, kind) SELECT account_id, total(amount), 'total' FROM movements GROUP BY account_id ORDER BY account_id
  INSERT INTO stock SELECT 'S' || id, lower(name), visits FROM accounts WHERE name GLOB '[A-C]*'
  INSERT INTO stock (sku, place, amount) VALUES ('A', 'north', 1), ('N', 'new', 3) ON CONFLICT (sku, place) DO UPDATE SET amount = max(amount, excluded.amount)
  INSERT INTO tally (day, hits) VALUES (date('2024-01-30', '+1 day'), 1) ON CONFLICT (day) DO UPDATE SET hits = hits + 1
  INSERT OR IGNORE INTO tally VALUES ('2024-01-31', 100), ('2024-07-01', 1)
  WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 4) INSERT INTO stock (sku, place, amount) SELECT 'R', 'p' || i, i FROM n
  UPDATE accounts SET visits = visits + 1, touched = '2024-03-03 03:03:03' WHERE accounts.id = 1
  UPDATE accounts SET balance = round(balance * 1.0825, 2) WHERE balance > 0
  UPDATE accounts SET note = substr(name, 1, 2) || '.' WHERE length(name) > 3
  UPDATE accounts SET active = visits > 2
  UPDATE accounts SET note = (SELECT group_concat(kind, ',') FROM movements m WHERE m.account_id = accounts.id AND m.id < 2)
  UPDATE accounts SET opened = date(opened, 'start of month', '+1 month', '-1 day') WHERE opened IS NOT NULL
  UPDATE accounts SET note = strftime('%Y/%m', opened) WHERE opened IS NOT NULL
  UPDATE accounts SET visits = m.c FROM (SELECT account_id, count(*) AS c FROM movements GROUP BY account_id) AS m WHERE m.account_id = accounts.id
  UPDATE stock SET amount = stock.amount + o.amount FROM stock AS o WHERE o.sku = stock.sku AND o.place = 'south' AND stock.place = 'north'
  UPDATE accounts SET note = NULL WHERE note IS ''
  DELETE FROM accounts WHERE email LIKE '%EXAMPLE%' AND visits > 5
  DELETE FROM accounts WHERE balance ISNULL
  DELETE FROM movements WHERE id NOT IN (SELECT max(id) FROM movements GROUP BY account_id)
  DELETE FROM tally WHERE strftime('%m', day) = '02'
`);
