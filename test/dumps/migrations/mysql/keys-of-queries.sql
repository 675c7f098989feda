CREATE TABLE sale (id int AUTO_INCREMENT PRIMARY KEY, shop varchar(20) NOT NULL, day date NOT NULL, amount decimal(8, 2) NOT NULL);
INSERT INTO sale (shop, day, amount) VALUES ('east', '2024-01-01', 10), ('west', '2024-01-01', 5.5), ('east', '2024-01-02', 1);
CREATE TABLE shop_total AS SELECT shop, SUM(amount) AS total FROM sale GROUP BY shop;
ALTER TABLE shop_total ADD PRIMARY KEY (shop);
INSERT INTO shop_total VALUES ('east', 3), ('north', 4) ON DUPLICATE KEY UPDATE total = total + VALUES(total);
CREATE TABLE day_total AS SELECT day, shop, amount FROM sale;
CREATE UNIQUE INDEX one_a_day ON day_total (day, shop);
INSERT INTO day_total VALUES ('2024-01-02', 'east', 9), ('2024-01-03', 'east', 2) ON DUPLICATE KEY UPDATE amount = VALUES(amount);
