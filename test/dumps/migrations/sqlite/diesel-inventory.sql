PRAGMA foreign_keys = ON;
CREATE TABLE __diesel_schema_migrations (
       version VARCHAR(50) PRIMARY KEY NOT NULL,
       run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20240101000000', '2024-01-01 00:00:01');
CREATE TABLE items (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  sku VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  in_stock BOOLEAN NOT NULL DEFAULT 'f',
  price DOUBLE NOT NULL DEFAULT 0.0,
  UNIQUE (sku)
);
INSERT INTO items (sku, title, in_stock, price) VALUES ('A-1', 'Anvil', 1, 99.5), ('B-1', 'Bolt', 0, 0.25);
INSERT INTO items (sku, title, in_stock) VALUES ('C-1', 'Cog', 1);
INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20240202000000', '2024-02-02 00:00:01');
CREATE TABLE movements (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL,
  qty INTEGER NOT NULL,
  happened_on DATE NOT NULL,
  FOREIGN KEY (item_id) REFERENCES items (id)
);
INSERT INTO movements (item_id, qty, happened_on) VALUES (1, 5, '2024-02-03'), (1, -2, '2024-02-04'), (2, 500, '2024-02-05'), (3, 0, '2024-02-06');
ALTER TABLE items ADD COLUMN on_hand INTEGER NOT NULL DEFAULT 0;
UPDATE items SET on_hand = (SELECT COALESCE(SUM(qty), 0) FROM movements m WHERE m.item_id = items.id);
UPDATE items SET in_stock = on_hand > 0;
CREATE TABLE items_new (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  sku VARCHAR(12) NOT NULL UNIQUE,
  title VARCHAR NOT NULL,
  in_stock BOOLEAN NOT NULL DEFAULT FALSE,
  price_cents INTEGER NOT NULL DEFAULT 0,
  on_hand INTEGER NOT NULL DEFAULT 0 CHECK (on_hand >= 0)
);
INSERT INTO items_new (id, sku, title, in_stock, price_cents, on_hand) SELECT id, sku, title, in_stock, CAST(price * 100 AS INTEGER), on_hand FROM items;
PRAGMA foreign_keys=off;
DROP TABLE items;
ALTER TABLE items_new RENAME TO items;
PRAGMA foreign_keys=on;
CREATE TRIGGER movements_ai AFTER INSERT ON movements FOR EACH ROW BEGIN
  UPDATE items SET on_hand = on_hand + NEW.qty WHERE id = NEW.item_id;
  UPDATE items SET in_stock = (on_hand > 0) WHERE id = NEW.item_id;
END;
INSERT INTO movements (item_id, qty, happened_on) VALUES (3, 8, '2024-03-01');
INSERT INTO movements (item_id, qty, happened_on) VALUES (1, -3, '2024-03-02');
REPLACE INTO items (id, sku, title, price_cents) VALUES (9, 'B-2', 'Bolt, long', 30);
CREATE INDEX movements_by_day ON movements (happened_on);
