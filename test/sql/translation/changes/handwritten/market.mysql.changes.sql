INSERT INTO accounts (email, name, credits) VALUES ('ann@x.io', 'Ann B', 5), ('new@x.io', 'New', 1) ON DUPLICATE KEY UPDATE name = VALUES(name), credits = credits + VALUES(credits);

INSERT INTO settings (name, value) VALUES ('theme', 'light'), ('tz', 'UTC') ON DUPLICATE KEY UPDATE value = CONCAT(value, '->', VALUES(value));

INSERT INTO stats SET account_id = 1, day = '2024-03-01', views = 7 ON DUPLICATE KEY UPDATE views = views + 7, clicks = IFNULL(clicks, 0) + 1;

INSERT INTO stats (account_id, day, views) SELECT account_id, bought_on, qty FROM purchases p WHERE account_id IS NOT NULL ON DUPLICATE KEY UPDATE views = stats.views + VALUES(views);

UPDATE purchases p JOIN accounts a ON a.id = p.account_id SET p.status = 'vip', p.note = CONCAT_WS('/', p.note, a.name) WHERE a.plan = 'pro';

UPDATE purchases p LEFT JOIN accounts a ON a.id = p.account_id SET p.status = 'orphan' WHERE a.id IS NULL;

UPDATE purchases p INNER JOIN items i ON i.id = p.item_id SET p.qty = p.qty + 1, i.stock = i.stock - 1 WHERE p.status = 'paid' AND i.stock > 0;

UPDATE queue SET attempts = attempts + 1, payload = CONCAT(payload, attempts) WHERE locked_at IS NULL ORDER BY id DESC LIMIT 2;

UPDATE accounts SET credits = credits * 2, name = IF(credits > 10, 'rich', name);

DELETE FROM queue ORDER BY attempts DESC, id LIMIT 1;

DELETE p FROM purchases p JOIN accounts a ON a.id = p.account_id WHERE a.active = 0;

DELETE FROM p USING purchases AS p LEFT JOIN accounts AS a ON a.id = p.account_id WHERE a.id IS NULL;

UPDATE items SET tags = JSON_SET(tags, '$.legs.n', 5, '$.color', 'red') WHERE JSON_EXTRACT(tags, '$.w') = 120;

UPDATE items SET tags = JSON_ARRAY_APPEND(tags, '$', 'sale') WHERE JSON_CONTAINS(tags, '"fruit"');

UPDATE items SET tags = JSON_REMOVE(tags, '$.w') WHERE JSON_TYPE(tags) = 'OBJECT';

UPDATE purchases SET bought_on = DATE_ADD(bought_on, INTERVAL 1 MONTH), note = DATE_FORMAT(bought_on, '%d.%m.%Y') WHERE bought_on IS NOT NULL;

UPDATE accounts SET created_at = LAST_DAY(created_at) WHERE created_at >= '2024-01-01';

UPDATE accounts SET email = LOWER(email), name = CONCAT(UPPER(LEFT(name, 1)), SUBSTRING(name, 2)) WHERE name <> '';

UPDATE accounts SET plan = CASE WHEN credits > 1000 THEN 'gold' WHEN credits < 0 THEN 'debt' ELSE plan END;

UPDATE accounts SET active = !active WHERE active;

DELETE s1 FROM stats s1 INNER JOIN stats s2 WHERE s1.account_id = s2.account_id AND s1.day < s2.day;

INSERT INTO queue (id, payload) VALUES (1, 'z') ON DUPLICATE KEY UPDATE attempts = GREATEST(attempts, 3), payload = IF(attempts > 2, 'hi', VALUES(payload));

UPDATE purchases SET account_id = (SELECT MIN(id) FROM accounts WHERE plan = 'pro') WHERE account_id IS NULL;

UPDATE accounts SET active = 0, plan = IF(credits > 100, 'gold', plan);

UPDATE accounts SET active = 1 - active;

UPDATE accounts SET active = IF(credits > 5, 1, 0) WHERE plan IS NOT NULL;

INSERT INTO accounts (id, email, name, active) VALUES (NULL, 'x@x.io', 'X', 0), (NULL, 'y@x.io', 'Y', 1);

UPDATE queue SET locked_at = DATE_ADD(locked_at, INTERVAL 90 MINUTE) WHERE locked_at IS NOT NULL;

UPDATE queue SET locked_at = DATE(locked_at) WHERE locked_at IS NOT NULL;

UPDATE purchases SET bought_on = DATE_FORMAT(bought_on, '%Y-%m-01') WHERE bought_on IS NOT NULL;

INSERT INTO queue (id, payload, locked_at) VALUES (7, 'g', '2024-06-01'), (8, 'h', '2024-06-01 10:00');

REPLACE INTO stats (account_id, day, views, clicks) VALUES (1, '2024-03-01', 3, 0), (3, '2024-03-01', 1, 1);

UPDATE items SET tags = JSON_SET(tags, '$.w', IFNULL(JSON_EXTRACT(tags, '$.w'), 0) + 1, '$.h', IFNULL(JSON_EXTRACT(tags, '$.h'), 0) + 1) WHERE id = 4;

UPDATE items SET tags = JSON_MERGE_PATCH(COALESCE(tags, '{}'), JSON_OBJECT('w', NULL, 'price', price, 'title', title)) WHERE id IN (2, 4);

UPDATE purchases SET bought_on = COALESCE(bought_on, '2024-01-01') WHERE id > 4;

UPDATE queue SET locked_at = IF(locked_at > '2024-03-15', locked_at, '2024-03-15') WHERE id = 2;

UPDATE items SET price = price * 1.117, stock = stock + 1 WHERE price > 1;

INSERT INTO items (sku, title, price) VALUES ('CALC', 'Reckoned', 10 / 3);
