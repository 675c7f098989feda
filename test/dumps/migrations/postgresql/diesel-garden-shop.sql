CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20240101000000', '2024-01-01 00:00:00');
CREATE TABLE products (
  id SERIAL PRIMARY KEY,
  name VARCHAR NOT NULL,
  price_cents INT4 NOT NULL CHECK (price_cents >= 0),
  tags TEXT[] NOT NULL DEFAULT '{}',
  created_at TIMESTAMP NOT NULL DEFAULT '2024-01-01'
);
CREATE TABLE stock (
  product_id INT4 NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  place VARCHAR NOT NULL,
  qty INT4 NOT NULL DEFAULT 0,
  PRIMARY KEY (product_id, place)
);
INSERT INTO products (name, price_cents, tags) VALUES ('Spade', 2999, '{tool,steel}'), ('Seeds', 250, DEFAULT), ('Gnome', 1550, '{decor}') RETURNING id;
INSERT INTO stock SELECT p.id, w.place, p.id * w.n FROM products p CROSS JOIN (VALUES ('shop', 3), ('barn', 10)) AS w (place, n);
ALTER TABLE products ADD COLUMN price NUMERIC(10,2) GENERATED ALWAYS AS (price_cents / 100.0) STORED, ADD COLUMN discontinued BOOLEAN NOT NULL DEFAULT 'f';
UPDATE products SET discontinued = 't' WHERE 'decor' = ANY (tags);
CREATE FUNCTION set_stamp() RETURNS trigger AS $$ BEGIN NEW.created_at = '2024-06-01'; RETURN NEW; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER stamp BEFORE UPDATE ON products FOR EACH ROW EXECUTE FUNCTION set_stamp();
UPDATE products SET name = 'Garden ' || lower(name) WHERE NOT discontinued;
DROP TRIGGER stamp ON products;
DROP FUNCTION set_stamp();
INSERT INTO stock (product_id, place, qty) VALUES (1, 'shop', 4), (2, 'van', 1) ON CONFLICT ON CONSTRAINT stock_pkey DO UPDATE SET qty = stock.qty + EXCLUDED.qty;
ALTER TABLE stock RENAME COLUMN place TO location;
ALTER TABLE stock ADD CONSTRAINT stock_qty CHECK (qty < 1000);
WITH gone AS (DELETE FROM products WHERE discontinued RETURNING id, name)
INSERT INTO __diesel_schema_migrations (version, run_on) SELECT 'gone-' || id, '2024-07-01' FROM gone;
CREATE VIEW totals AS SELECT location, sum(qty)::int AS items, string_agg(p.name, ', ' ORDER BY p.name) AS names FROM stock s JOIN products p ON p.id = s.product_id GROUP BY location;
DROP VIEW totals;
ALTER TABLE products DROP COLUMN price;
ALTER TABLE products ALTER COLUMN price_cents TYPE BIGINT, ALTER COLUMN name TYPE VARCHAR(80), ALTER COLUMN created_at SET DEFAULT now();
CREATE INDEX products_tags ON products USING gin (tags);
DROP INDEX products_tags;
INSERT INTO products (name, price_cents, created_at) VALUES ('Hose', 3900, '2024-08-01');
