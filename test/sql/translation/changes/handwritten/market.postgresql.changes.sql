INSERT INTO accounts (email, name) VALUES ('eve@x.io', 'Eve') ON CONFLICT DO NOTHING;

INSERT INTO accounts (email, name, credits) VALUES ('ann@x.io', 'Ann B', 5), ('new@x.io', 'New', 1) ON CONFLICT (email) DO UPDATE SET name = excluded.name, credits = accounts.credits + excluded.credits RETURNING email, credits;

INSERT INTO settings AS s (name, value) VALUES ('theme', 'light'), ('tz', 'UTC') ON CONFLICT (name) DO UPDATE SET value = s.value || '->' || excluded.value;

INSERT INTO stats AS t (account_id, day, views) VALUES (1, '2024-03-01', 7), (5, '2024-03-05', 1) ON CONFLICT (account_id, day) DO UPDATE SET views = t.views + excluded.views, clicks = COALESCE(t.clicks, 0) + 1 WHERE t.views < 100;

UPDATE purchases p SET status = 'vip' FROM accounts a WHERE a.id = p.account_id AND a.plan = 'pro' RETURNING p.id, a.name, p.status;

UPDATE items SET (price, stock) = (price * 1.1, COALESCE(stock, 0) + 1) WHERE sku LIKE 'C%';

UPDATE accounts SET (credits, plan) = (SELECT COALESCE(SUM(p.qty * i.price), 0), 'calc' FROM purchases p JOIN items i ON i.id = p.item_id WHERE p.account_id = accounts.id);

UPDATE items i SET stock = i.stock - s.sold FROM (SELECT item_id, SUM(qty) AS sold FROM purchases WHERE status <> 'new' GROUP BY item_id) s WHERE s.item_id = i.id AND i.stock >= s.sold;

DELETE FROM purchases USING accounts WHERE accounts.id = purchases.account_id AND NOT accounts.active RETURNING purchases.id;

DELETE FROM purchases p WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = p.account_id AND a.active);

WITH gone AS (DELETE FROM queue WHERE attempts >= 2 RETURNING *) INSERT INTO settings (name, value) SELECT 'dead-' || id, payload FROM gone;

WITH up AS (UPDATE accounts SET credits = credits + 1 WHERE plan = 'pro' RETURNING id, credits) SELECT count(*), sum(credits) FROM up;

WITH new_item AS (INSERT INTO items (sku, title, price) VALUES ('E-5', 'Egg', 0.3) RETURNING id) INSERT INTO purchases (account_id, item_id, qty) SELECT 1, id, 12 FROM new_item RETURNING item_id, qty;

INSERT INTO purchases (account_id, item_id, qty, bought_on) VALUES (2, (SELECT id FROM items WHERE sku = 'C-3'), 2, DATE '2024-02-28' + 1) RETURNING bought_on;

TRUNCATE TABLE stats, queue;

UPDATE items SET tags = jsonb_set(tags, '{legs,n}', '5') WHERE tags ? 'legs' RETURNING id, tags->'legs'->>'n';

UPDATE items SET tags = tags - 'w' WHERE tags @> '{"w": 120}';

UPDATE purchases SET bought_on = bought_on + INTERVAL '1 month' WHERE bought_on IS NOT NULL RETURNING id, bought_on;

UPDATE accounts SET created_at = date_trunc('month', created_at) + interval '1 month' - interval '1 day' WHERE created_at IS NOT NULL;

INSERT INTO settings (name, value) SELECT 'n' || g, repeat('*', g) FROM generate_series(1, 3) g;

INSERT INTO stats (account_id, day, views) SELECT 9, d::date, 0 FROM generate_series('2024-02-27'::date, '2024-03-02'::date, '1 day') d;

UPDATE accounts SET name = initcap(lower(name)), email = regexp_replace(email, '@.*$', '@y.org') WHERE email ~* '^[ab]';

MERGE INTO stats t USING (VALUES (1, DATE '2024-03-01', 3), (7, DATE '2024-03-07', 4)) AS s(a, d, v) ON t.account_id = s.a AND t.day = s.d WHEN MATCHED THEN UPDATE SET views = t.views + s.v WHEN NOT MATCHED THEN INSERT (account_id, day, views) VALUES (s.a, s.d, s.v);

UPDATE purchases SET qty = qty * 2, note = CASE WHEN note IS NULL OR note = '' THEN 'none' ELSE note END WHERE id IN (SELECT id FROM purchases WHERE status = 'new' ORDER BY qty DESC NULLS LAST, id LIMIT 2) RETURNING id, qty, note;

UPDATE accounts a SET plan = b.plan FROM accounts b WHERE b.id = a.id - 1 AND a.plan IS NULL;

DELETE FROM purchases WHERE ctid IN (SELECT ctid FROM purchases WHERE status = 'new' ORDER BY id LIMIT 1);

UPDATE queue SET locked_at = locked_at + interval '90 minutes' WHERE locked_at IS NOT NULL;

UPDATE purchases SET bought_on = bought_on + 45 WHERE bought_on > '2024-03-15';

UPDATE items SET tags = COALESCE(tags, '{}'::jsonb) || '{"seen": true}'::jsonb WHERE id IN (2, 4);

UPDATE accounts SET plan = 'team' WHERE credits > 5 RETURNING email;

UPDATE queue SET locked_at = '2024-02-02', attempts = 0 WHERE id = 3;

UPDATE items SET tags = tags - 'w' || '{"wide": true}' WHERE id = 4;

UPDATE items SET tags = (tags - 'w' - 'legs') || jsonb_build_object('n', stock, 'title', title) WHERE tags ->> 'w' IS NOT NULL RETURNING tags;

UPDATE items SET tags = tags - 'red' || '["green"]'::jsonb WHERE id = 1;

UPDATE items AS i SET stock = coalesce(i.stock, 0) - p.qty FROM purchases AS p WHERE p.item_id = i.id AND p.status = 'sent' RETURNING i.id, i.stock, p.id;

DELETE FROM purchases WHERE id = ANY (ARRAY(SELECT id FROM purchases WHERE status = 'new' ORDER BY id DESC LIMIT 1 FOR UPDATE SKIP LOCKED)) RETURNING id;

UPDATE queue SET locked_at = '2024-04-01T12:00:00.000Z' WHERE id = 1;

UPDATE queue SET locked_at = GREATEST(locked_at, '2024-03-15T00:00:00Z') WHERE id = 2;

INSERT INTO accounts (email, name, active) VALUES ('w@x.io', 'W', 'no'), ('y@x.io', 'Y', 't');

UPDATE settings SET value = md5(value)::uuid::text WHERE name = 'theme';

UPDATE items SET price = price / 3 WHERE stock IS NOT NULL;

INSERT INTO items (sku, title, price) SELECT sku || '-B', title, price * 0.333 FROM items WHERE id = 1;

INSERT INTO items (id, sku, title, price) VALUES (nextval('items_id_seq'), 'N-1', 'Nut', 2), (nextval('public.items_id_seq'::regclass), 'N-2', 'Nib', 3) RETURNING id, sku;
