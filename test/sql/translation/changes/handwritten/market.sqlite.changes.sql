INSERT INTO accounts (email, name, credits) VALUES ('ann@x.io', 'Ann B', 5), ('new@x.io', 'New', 1) ON CONFLICT (email) DO UPDATE SET name = excluded.name, credits = credits + excluded.credits RETURNING email, credits;

INSERT INTO settings (name, value) VALUES ('theme', 'light'), ('tz', 'UTC') ON CONFLICT DO UPDATE SET value = value || '->' || excluded.value;

INSERT INTO stats (account_id, day, views) VALUES (1, '2024-03-01', 7), (5, '2024-03-05', 1) ON CONFLICT (account_id, day) DO UPDATE SET views = views + excluded.views, clicks = ifnull(clicks, 0) + 1 WHERE views < 100;

INSERT INTO stats (account_id, day, views) SELECT account_id, bought_on, qty FROM purchases WHERE account_id IS NOT NULL ON CONFLICT (account_id, day) DO UPDATE SET views = views + excluded.views;

UPDATE purchases SET status = 'vip', note = coalesce(note || '/', '') || a.name FROM accounts a WHERE a.id = account_id AND a.plan = 'pro';

UPDATE items SET stock = stock - s.sold FROM (SELECT item_id, sum(qty) AS sold FROM purchases WHERE status != 'new' GROUP BY item_id) AS s WHERE s.item_id = items.id RETURNING id, stock;

UPDATE queue SET attempts = attempts + 1, payload = payload || attempts WHERE locked_at IS NULL RETURNING id, payload;

DELETE FROM purchases WHERE account_id IN (SELECT id FROM accounts WHERE NOT active) RETURNING id;

DELETE FROM purchases WHERE item_id IN (SELECT id FROM items WHERE title LIKE 'b%');

INSERT INTO items VALUES (NULL, 'E-5', 'Egg', 0.3, NULL, json_array('egg', 1));

INSERT INTO items (sku, title, price, tags) VALUES ('F-6', 'Fan', 12.34, json_object('a', 1, 'b', NULL)) RETURNING tags ->> 'a';

UPDATE items SET tags = json_set(tags, '$.legs.n', 5, '$.color', 'red') WHERE json_extract(tags, '$.w') = 120;

UPDATE items SET tags = json_insert(tags, '$[#]', 'sale') WHERE json_type(tags) = 'array';

UPDATE purchases SET bought_on = date(bought_on, '+1 month'), note = strftime('%d.%m.%Y', bought_on) WHERE bought_on IS NOT NULL;

UPDATE accounts SET created_at = datetime(created_at, 'start of month', '+1 month', '-1 day') WHERE created_at >= '2024-01-01';

UPDATE accounts SET email = lower(email), name = upper(substr(name, 1, 1)) || substr(name, 2) WHERE name <> '';

UPDATE accounts SET plan = CASE WHEN credits > 1000 THEN 'gold' WHEN credits < 0 THEN 'debt' ELSE plan END, credits = max(credits, 0);

UPDATE accounts SET active = NOT active RETURNING id, active;

UPDATE accounts SET active = iif(credits > 5, 1, 0), plan = iif(active, 'was', 'not');

WITH old AS (SELECT id FROM queue WHERE attempts > 1) DELETE FROM queue WHERE id IN old;

WITH RECURSIVE n(i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < 13) INSERT INTO queue (id, payload) SELECT i, char(55 + i) FROM n;

INSERT INTO queue (id, payload) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET attempts = max(attempts, 3), payload = iif(attempts > 2, 'hi', excluded.payload);

UPDATE purchases SET account_id = (SELECT min(id) FROM accounts WHERE plan = 'pro') WHERE account_id IS NULL;

UPDATE stats SET clicks = (SELECT count(*) FROM purchases p WHERE p.account_id = stats.account_id AND p.bought_on <= stats.day);

INSERT INTO purchases (account_id, item_id, qty, bought_on) SELECT account_id, item_id, qty, date(bought_on, '+30 days') FROM purchases WHERE id <= 3 ORDER BY id RETURNING bought_on;

DELETE FROM purchases WHERE rowid NOT IN (SELECT min(rowid) FROM purchases GROUP BY item_id);

UPDATE accounts SET active = 1 - active;

INSERT INTO accounts VALUES (NULL, 'x@x.io', 'X', 'pro', 1.5, 0, '2024-05-05 05:05:05'), (NULL, 'y@x.io', 'Y', NULL, 2, 1, NULL);

INSERT INTO queue (id, payload, locked_at) SELECT id + 10, payload, datetime(locked_at, '+1 day') FROM queue WHERE locked_at IS NOT NULL;

UPDATE queue SET locked_at = datetime('2024-05-01', '+90 minutes'), attempts = 0 WHERE id = 1;

INSERT INTO stats (account_id, day, views) SELECT account_id, bought_on, sum(qty) FROM purchases WHERE account_id > 1 GROUP BY 1, 2 ON CONFLICT DO UPDATE SET views = views + excluded.views;

UPDATE purchases SET bought_on = strftime('%Y-%m-01', bought_on), note = date(bought_on, '+1 day') || '!' WHERE bought_on IS NOT NULL;

UPDATE queue SET locked_at = CASE WHEN locked_at IS NULL THEN datetime('2024-05-01', '+1 month') ELSE locked_at END;

INSERT INTO stats (account_id, day, views) SELECT account_id, date(bought_on, '+1 year'), sum(qty) FROM purchases WHERE account_id IS NOT NULL GROUP BY account_id, date(bought_on, '+1 year');

UPDATE stats SET views = views + 1 WHERE (account_id, day) IN (VALUES (1, '2024-03-01'), (9, '2024-03-01'));

UPDATE items SET tags = json_patch(coalesce(tags, '{}'), json_object('w', NULL, 'stock', stock, 'sku', sku)) WHERE id IN (2, 4);

UPDATE purchases SET bought_on = coalesce(bought_on, '2024-01-01') WHERE id > 4;

UPDATE items SET stock = 0 WHERE sku IN (SELECT value FROM json_each('["A-1", "B-2"]')) RETURNING id;

DELETE FROM purchases WHERE item_id IN (SELECT value FROM json_each('[1, 4]')) RETURNING id;

INSERT INTO stats (account_id, day, views) SELECT 1, '2024-03-01', 3 UNION ALL SELECT 3, '2024-05-02', 4 WHERE true ON CONFLICT (account_id, day) DO UPDATE SET views = views + excluded.views;

INSERT INTO settings (name, value) SELECT 'list:' || j.value, j.value FROM json_each('["x","y"]') j;

UPDATE queue SET locked_at = COALESCE(locked_at, '2024-05-' || (10 + id) || ' 09:00:00');
