SET NAMES utf8mb4;
CREATE TABLE `customers` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(120) NOT NULL,
  `vip` tinyint(1) NOT NULL DEFAULT '0',
  `balance` decimal(10,2) NOT NULL DEFAULT '0.00',
  `created_at` datetime NOT NULL DEFAULT '2024-01-01 00:00:00',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_email` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE `orders` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `customer_id` int unsigned NOT NULL,
  `status` enum('new','paid','shipped') NOT NULL DEFAULT 'new',
  `total` decimal(12,2) DEFAULT NULL,
  `note` text,
  PRIMARY KEY (`id`),
  KEY `ix_customer` (`customer_id`,`status`),
  CONSTRAINT `fk_orders_customer` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=500;
INSERT INTO `customers` (`email`,`vip`) VALUES ('ann@shop.example',1),('bo@shop.example',0);
INSERT INTO `orders` (`customer_id`,`status`,`total`,`note`) VALUES (1,'paid',19.90,'It''s urgent'),(2,'new',NULL,NULL),(1,'shipped',5.00,'a\nb');
UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.total = COALESCE(o.total, 0) + 1, c.balance = c.balance - 1 WHERE c.vip = 0;
ALTER TABLE orders ADD COLUMN paid_at datetime NULL AFTER status, ADD INDEX ix_paid (paid_at);
ALTER TABLE orders MODIFY status enum('new','paid','shipped','returned') NOT NULL DEFAULT 'new';
UPDATE orders SET status = 'returned' WHERE id = 502;
DELETE FROM customers WHERE id = 2;
