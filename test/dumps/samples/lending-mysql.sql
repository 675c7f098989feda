-- Lending shop, version 1.2

-- Its parts may be used as one likes.

SET NAMES utf8mb4;
SET @old_autocommit=@@autocommit;
SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;
SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0;
SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='TRADITIONAL';

DROP SCHEMA IF EXISTS lending_shop;
CREATE SCHEMA lending_shop;
USE lending_shop;

--
-- Table structure for table `maker`
--

CREATE TABLE maker (
  maker_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  first_name VARCHAR(45) NOT NULL,
  last_name VARCHAR(45) NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY  (maker_id),
  KEY idx_maker_last_name (last_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

--
-- Table structure for table `place`
--

CREATE TABLE place (
  place_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  street VARCHAR(50) NOT NULL,
  street2 VARCHAR(50) DEFAULT NULL,
  -- Position, of MySQL 5.7.5 and later
  -- where it may be an index
  /*!50705 location GEOMETRY */ /*!80003 SRID 0 */ /*!50705 NOT NULL,*/
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY  (place_id)
  /*!50705 ,SPATIAL KEY `idx_location` (location)*/
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE item (
  item_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  title VARCHAR(128) NOT NULL,
  description TEXT DEFAULT NULL,
  built_year YEAR DEFAULT NULL,
  days TINYINT UNSIGNED NOT NULL DEFAULT 3,
  rate DECIMAL(4,2) NOT NULL DEFAULT 4.99,
  grade ENUM('A','B+','B-12','worn') DEFAULT 'A',
  extras SET('Stool','Spare heddles','Manual') DEFAULT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY  (item_id),
  KEY idx_title (title)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE item_maker (
  maker_id SMALLINT UNSIGNED NOT NULL,
  item_id SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY  (maker_id,item_id),
  KEY idx_fk_item_id (`item_id`),
  CONSTRAINT fk_item_maker_maker FOREIGN KEY (maker_id) REFERENCES maker (maker_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_item_maker_item FOREIGN KEY (item_id) REFERENCES item (item_id) ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- After MySQL 5.6.10, InnoDB supports fulltext indexes
SET @old_default_storage_engine = @@default_storage_engine;
SET @@default_storage_engine = 'MyISAM';
/*!50610 SET @@default_storage_engine = 'InnoDB'*/;

CREATE TABLE item_text (
  item_id SMALLINT UNSIGNED NOT NULL,
  title VARCHAR(255) NOT NULL,
  description TEXT,
  PRIMARY KEY  (item_id),
  FULLTEXT KEY idx_title_description (title,description)
) DEFAULT CHARSET=utf8mb4;

-- Back to what it was
SET @@default_storage_engine = @old_default_storage_engine;

--
-- Triggers for loading item_text from item
--

DELIMITER ;;
CREATE TRIGGER `ins_item` AFTER INSERT ON `item` FOR EACH ROW BEGIN
    INSERT INTO item_text (item_id, title, description)
        VALUES (new.item_id, new.title, new.description);
  END;;


CREATE TRIGGER `upd_item` AFTER UPDATE ON `item` FOR EACH ROW BEGIN
    IF (old.title != new.title) OR (old.description != new.description) OR (old.item_id != new.item_id)
    THEN
        UPDATE item_text
            SET title=new.title,
                description=new.description,
                item_id=new.item_id
        WHERE item_id=old.item_id;
    END IF;
  END;;


CREATE TRIGGER `del_item` AFTER DELETE ON `item` FOR EACH ROW BEGIN
    DELETE FROM item_text WHERE item_id = old.item_id;
  END;;

DELIMITER ;

CREATE TABLE member (
  member_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT,
  name VARCHAR(45) NOT NULL,
  email VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  picture BLOB DEFAULT NULL,
  active BOOLEAN NOT NULL DEFAULT TRUE,
  create_date DATETIME NOT NULL,
  last_update TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY  (member_id),
  KEY idx_last_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE lending (
  lending_id INT NOT NULL AUTO_INCREMENT,
  lent DATETIME NOT NULL,
  item_id SMALLINT UNSIGNED NOT NULL,
  member_id SMALLINT UNSIGNED NOT NULL,
  returned DATETIME DEFAULT NULL,
  amount DECIMAL(5,2) NOT NULL,
  PRIMARY KEY (lending_id),
  UNIQUE KEY  (lent,item_id,member_id),
  KEY idx_fk_item_id (item_id),
  CONSTRAINT `fk_lending_item` FOREIGN KEY (item_id) REFERENCES item (item_id) ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

--
-- View structure for view `member_list`
--

CREATE VIEW member_list
AS
SELECT cu.member_id AS ID, CONCAT(cu.name, _utf8mb4' ', cu.email) AS name, cu.email AS `zip code`,
	IF(cu.active, _utf8mb4'active',_utf8mb4'') AS notes
FROM member AS cu;

CREATE VIEW known_members
AS
SELECT m.ID, m.name, m.notes
FROM member_list AS m;

CREATE VIEW item_list
AS
SELECT item.item_id AS FID, item.title AS title, item.rate AS price, item.grade AS rating, GROUP_CONCAT(CONCAT(maker.first_name, _utf8mb4' ', maker.last_name) SEPARATOR ', ') AS makers
FROM item LEFT JOIN item_maker ON item.item_id = item_maker.item_id LEFT JOIN maker ON item_maker.maker_id = maker.maker_id
GROUP BY item.item_id, item.title, item.rate, item.grade;

CREATE VIEW nicer_item_list
AS
SELECT item.item_id AS FID, GROUP_CONCAT(CONCAT(CONCAT(UCASE(SUBSTR(maker.first_name,1,1)),
	LCASE(SUBSTR(maker.first_name,2,LENGTH(maker.first_name))),_utf8mb4' ',CONCAT(UCASE(SUBSTR(maker.last_name,1,1)),
	LCASE(SUBSTR(maker.last_name,2,LENGTH(maker.last_name)))))) SEPARATOR ', ') AS makers
FROM item JOIN item_maker ON item.item_id = item_maker.item_id JOIN maker ON item_maker.maker_id = maker.maker_id
GROUP BY item.item_id;

CREATE DEFINER=CURRENT_USER SQL SECURITY INVOKER VIEW maker_info
AS
SELECT
a.maker_id,
a.first_name,
a.last_name,
GROUP_CONCAT(DISTINCT CONCAT(a.last_name, ': ',
		(SELECT GROUP_CONCAT(f.title ORDER BY f.title SEPARATOR ', ')
                    FROM lending_shop.item f
                    INNER JOIN lending_shop.item_maker fa
                      ON f.item_id = fa.item_id
                    WHERE fa.maker_id = a.maker_id
                 )
             )
             ORDER BY a.last_name SEPARATOR '; ')
AS item_info
FROM lending_shop.maker a
LEFT JOIN lending_shop.item_maker fa
  ON a.maker_id = fa.maker_id
GROUP BY a.maker_id, a.first_name, a.last_name;

--
-- Procedure structure for procedure `report`
--

DELIMITER //

CREATE PROCEDURE report (
    IN min_lendings TINYINT UNSIGNED
    , OUT count_members INT
)
LANGUAGE SQL
NOT DETERMINISTIC
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Counts; by month'
proc: BEGIN

    DECLARE first_day DATE;

    /* Some sanity checks... */
    IF min_lendings = 0 THEN
        SELECT 'It must be > 0';
        LEAVE proc;
    END IF;
    SET first_day = DATE_SUB(CURRENT_DATE(), INTERVAL 1 MONTH);
    CREATE TEMPORARY TABLE tmp_member (member_id SMALLINT UNSIGNED NOT NULL PRIMARY KEY);
    SELECT COUNT(*) FROM tmp_member INTO count_members;
    DROP TABLE tmp_member;
END //

DELIMITER ;

DELIMITER $$

CREATE FUNCTION is_lent(p_item INT) RETURNS BOOLEAN
READS SQL DATA
BEGIN
    DECLARE v_out INT;
    DECLARE EXIT HANDLER FOR NOT FOUND RETURN FALSE;
    SELECT COUNT(*) INTO v_out FROM lending WHERE item_id = p_item AND returned IS NULL;
    IF v_out > 0 THEN
      RETURN TRUE;
    ELSE
      RETURN FALSE;
    END IF;
END $$

DELIMITER ;

SET AUTOCOMMIT=0;
INSERT INTO maker VALUES (1,'ADA','ÖLANDER','2006-02-15 04:34:33'),
(2,'BO','O\'HARA','2006-02-15 04:34:33');
COMMIT;

SET AUTOCOMMIT=0;
INSERT INTO `place` VALUES
(1,'47 Long Drive',NULL,/*!50705 0x0000000001010000003E0A325D63345CC0761FDB8D99D94840,*/'2014-09-25 22:30:27'),
(2,'28 Lane',NULL,/*!50705 0x0000000001010000008E10D4DF812463404EE08C5022A23BC0,*/'2014-09-25 22:30:09');
COMMIT;

INSERT INTO item VALUES (1,'LOOM','A wide loom; for "two"',2006,6,'0.99','B-12','Stool,Manual','2006-02-15 05:03:42'),
(2,'LATHE',NULL,NULL,3,'4.99','worn','','2006-02-15 05:03:42'),
(3,'KILN','It''s hot',1999,3,'2.50',NULL,NULL,'2006-02-15 05:03:42');

INSERT INTO item_maker VALUES (1,1),(2,2),(1,3);

INSERT INTO member VALUES
(1,'MARY','mary@example.org',0x89504E470D0A00FF,1,'2006-02-14 22:04:36','2006-02-15 04:57:20'),
(2,'JON',NULL,NULL,0,'2006-02-14 22:04:36','2006-02-15 04:57:20');

--
-- Trigger to enforce create date on INSERT
--

CREATE TRIGGER member_create_date BEFORE INSERT ON member
	FOR EACH ROW SET NEW.create_date = NOW();

INSERT INTO lending VALUES (1,'2005-05-24 22:53:30',1,1,'2005-05-26 22:04:30','2.99'),(2,'2005-05-24 22:54:33',2,1,NULL,'0.99');

SET SQL_MODE=@OLD_SQL_MODE;
SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS;
SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS;
SET autocommit=@old_autocommit;
