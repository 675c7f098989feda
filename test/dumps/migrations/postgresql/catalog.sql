CREATE TABLE categories (id serial PRIMARY KEY, parent_id integer REFERENCES categories (id), name text NOT NULL);
CREATE TABLE products (
  id serial PRIMARY KEY,
  sku char(8) NOT NULL,
  title text NOT NULL,
  price numeric(8, 2) NOT NULL,
  vat numeric(4, 3) NOT NULL DEFAULT 0.190,
  gross numeric(10, 2) GENERATED ALWAYS AS (round(price * (1 + vat), 2)) STORED,
  category_id integer NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
  tags text[] NOT NULL DEFAULT '{}',
  CONSTRAINT products_sku_unique UNIQUE (sku)
);
INSERT INTO categories (name) VALUES ('Garden'), ('Tools');
INSERT INTO categories (parent_id, name) SELECT id, name || ' (small)' FROM categories;
INSERT INTO products (sku, title, price, category_id, tags) VALUES
  ('GA-00001', 'Rake', 19.95, 1, '{"steel","long"}'),
  ('GA-00002', 'Hoe', 24.50, 3, '{}'),
  ('TO-00001', 'Hammer', 12.00, 2, ARRAY['wood']);
ALTER TABLE products ALTER COLUMN title TYPE varchar(200);
ALTER TABLE products ADD COLUMN discontinued boolean NOT NULL DEFAULT false;
UPDATE products SET discontinued = true WHERE price < 15;
CREATE VIEW current_products AS SELECT id, sku, title, gross FROM products WHERE NOT discontinued;
