CREATE TABLE articles (
  id SMALLINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  stock INT NOT NULL DEFAULT 0,
  price DECIMAL(6,2) NOT NULL,
  UNIQUE (name)
);
CREATE TABLE sales (
  id INT AUTO_INCREMENT PRIMARY KEY,
  article_id SMALLINT UNSIGNED NOT NULL,
  qty TINYINT UNSIGNED NOT NULL DEFAULT 1,
  total DECIMAL(8,2),
  sold_on DATE NOT NULL,
  FOREIGN KEY (article_id) REFERENCES articles (id)
);
CREATE TABLE price_log (article_id SMALLINT UNSIGNED NOT NULL, old_price DECIMAL(6,2), new_price DECIMAL(6,2), n INT NOT NULL AUTO_INCREMENT, KEY (n));
CREATE TRIGGER sales_bi BEFORE INSERT ON sales FOR EACH ROW SET NEW.total = COALESCE(NEW.total, NEW.qty * 2.5);
CREATE TRIGGER sales_ai AFTER INSERT ON sales FOR EACH ROW UPDATE articles SET stock = stock - NEW.qty WHERE id = NEW.article_id;
DELIMITER $$
CREATE TRIGGER articles_au AFTER UPDATE ON articles FOR EACH ROW
BEGIN
  IF NEW.price <> OLD.price THEN
    INSERT INTO price_log (article_id, old_price, new_price) VALUES (OLD.id, OLD.price, NEW.price);
  END IF;
END$$
DELIMITER ;
INSERT INTO articles (name, stock, price) VALUES ('Gum', 100, 1.2), ('Paper', 30, 3.5), ('Water', 48, 2);
INSERT INTO sales (article_id, qty, sold_on) VALUES (1, 3, '2024-01-01'), (2, 1, '2024-01-01');
INSERT INTO sales (article_id, qty, total, sold_on) VALUES (3, 6, 11, '2024-01-02');
UPDATE articles SET price = price + 0.1 WHERE price < 3;
UPDATE articles SET stock = stock + 10;
DROP TRIGGER sales_bi;
ALTER TABLE sales ADD COLUMN cashier VARCHAR(20) NOT NULL DEFAULT 'auto', MODIFY total DECIMAL(10,2) NOT NULL;
INSERT INTO sales (article_id, qty, total, sold_on, cashier) VALUES (1, 2, 2.6, '2024-01-03', 'Ana');
CREATE TABLE monthly AS SELECT article_id, SUM(qty) AS qty, SUM(total) AS total FROM sales GROUP BY article_id;
ALTER TABLE monthly ADD PRIMARY KEY (article_id), ADD COLUMN month CHAR(7) NOT NULL DEFAULT '2024-01';
DELETE FROM sales WHERE sold_on = '2024-01-01' ORDER BY id DESC LIMIT 1;
DROP TRIGGER IF EXISTS sales_ai;
INSERT INTO sales (article_id, total, sold_on) VALUES (2, 3.5, '2024-01-04');
INSERT INTO monthly (article_id, qty, total) VALUES (1, 5, 6), (2, 0, 0) ON DUPLICATE KEY UPDATE qty = monthly.qty + VALUES(qty), total = GREATEST(monthly.total, VALUES(total));
