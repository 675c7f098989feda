SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0;
SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='TRADITIONAL,ALLOW_INVALID_DATES';

DROP SCHEMA IF EXISTS trade ;
CREATE SCHEMA IF NOT EXISTS trade DEFAULT CHARACTER SET utf8;
USE trade ;

-- -----------------------------------------------------
-- Table trade.clerks
-- -----------------------------------------------------
CREATE TABLE IF NOT EXISTS trade.clerks (
  id INT(11) NOT NULL AUTO_INCREMENT,
  last_name VARCHAR(50) NULL DEFAULT NULL,
  address LONGTEXT NULL DEFAULT NULL,
  city VARCHAR(50) NULL DEFAULT NULL,
  attachments LONGBLOB NULL DEFAULT NULL,
  PRIMARY KEY (id),
  INDEX city (city ASC),
  INDEX last_name (last_name ASC))
ENGINE = InnoDB
DEFAULT CHARACTER SET = utf8;


-- -----------------------------------------------------
-- Table trade.order_states
-- -----------------------------------------------------
CREATE TABLE IF NOT EXISTS trade.order_states (
  id TINYINT(4) NOT NULL,
  state_name VARCHAR(50) NOT NULL,
  PRIMARY KEY (id))
ENGINE = InnoDB
DEFAULT CHARACTER SET = utf8;

CREATE TABLE IF NOT EXISTS `trade`.`orders` (
  id INT(11) NOT NULL AUTO_INCREMENT,
  clerk_id INT(11) NULL DEFAULT NULL,
  order_date DATETIME NULL DEFAULT NULL,
  fee DECIMAL(19,4) NULL DEFAULT '0.0000',
  tax_rate DOUBLE NULL DEFAULT '0',
  discontinued TINYINT(1) NOT NULL DEFAULT '0',
  state_id TINYINT(4) NULL DEFAULT '0',
  PRIMARY KEY (id),
  UNIQUE INDEX id (id ASC),
  INDEX id_2 (id ASC),
  INDEX clerk_id (clerk_id ASC),
  CONSTRAINT fk_orders_clerks1
    FOREIGN KEY (clerk_id)
    REFERENCES trade.clerks (id)
    ON DELETE NO ACTION
    ON UPDATE NO ACTION,
  CONSTRAINT fk_orders_states
    FOREIGN KEY (state_id)
    REFERENCES trade.order_states (id)
    ON DELETE NO ACTION
    ON UPDATE NO ACTION)
ENGINE = InnoDB
DEFAULT CHARACTER SET = utf8;

DROP TABLE IF EXISTS `Order Details`;

CREATE TABLE `Order Details` (
   `OrderID` INTEGER NOT NULL,
   `UnitPrice` DECIMAL(10,4) NOT NULL DEFAULT 0,
   `Quantity` SMALLINT(2) NOT NULL DEFAULT 1,
   `Discount` REAL(8,0) NOT NULL DEFAULT 0,
   `Opened` MEDIUMTEXT,
   `Active` BIT NOT NULL DEFAULT 0,
    CONSTRAINT `PK_Order Details` PRIMARY KEY (`OrderID`)
);

SET SQL_MODE=@OLD_SQL_MODE;
SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS;
SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS;

TRUNCATE TABLE `Order Details`;
CREATE TABLE `marks` (
  `mark_id` int NOT NULL,
  `seen` bit(1) NOT NULL DEFAULT b'0',
  `code` binary(4) DEFAULT NULL,
  `note` varbinary(20) DEFAULT NULL,
  PRIMARY KEY (`mark_id`)
);

INSERT INTO `marks` VALUES (1,0x01,0x01020304,_binary 'a\\x41\n'),(2,_binary '\0','\0\0a\\',''),(3,'',NULL,NULL);

INSERT INTO clerks (id, last_name, address, city, attachments) VALUES (1, 'Freehafer', '123 1st\nAvenue', 'Seattle', '');
INSERT INTO trade.clerks (id, last_name, address, city, attachments) VALUES (2, 'Cencini', NULL, 'Bellevue', 0x151C2F00);
# 2 records
INSERT INTO order_states (id, state_name) VALUES (0, 'New'), (1, 'Invoiced');
INSERT INTO orders VALUES (null, 1, '2006-01-15 00:00:00', 200, 0.5, 0, 0);
INSERT INTO orders (id, clerk_id, order_date, fee, discontinued, state_id) VALUES (31, 2, '2006-01-20', 5, b'1', 1);
INSERT INTO `Order Details` VALUES (31, 14.0000, 12, 0.0, 'x', b'1');
INSERT INTO `Order Details` (OrderID, UnitPrice, Quantity) VALUES (32, 9.8, 10);

create view `Orders by City` as
SELECT `City`, `last_name`, 'Clerks' AS `Relationship`
FROM clerks
UNION
SELECT 'none', state_name, 'States'
from order_states
ORDER BY `City`, `last_name`;

DROP PROCEDURE IF EXISTS `LineTotals`;

DELIMITER $$

CREATE PROCEDURE `LineTotals`(in AtOrderID int)
BEGIN

SELECT UnitPrice, Quantity FROM `Order Details` WHERE OrderID = AtOrderID;

END $$

DELIMITER ;
