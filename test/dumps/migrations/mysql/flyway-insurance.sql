CREATE TABLE `flyway_schema_history` (
    `installed_rank` INT NOT NULL,
    `version` VARCHAR(50),
    `description` VARCHAR(200) NOT NULL,
    `type` VARCHAR(20) NOT NULL,
    `script` VARCHAR(1000) NOT NULL,
    `checksum` INT,
    `installed_by` VARCHAR(100) NOT NULL,
    `touched` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    `execution_time` INT NOT NULL,
    `success` BOOL NOT NULL,
    CONSTRAINT `flyway_schema_history_pk` PRIMARY KEY (`installed_rank`)
) ENGINE=InnoDB;
CREATE INDEX `flyway_schema_history_s_idx` ON `flyway_schema_history` (`success`);
INSERT INTO `flyway_schema_history` (`installed_rank`, `version`, `description`, `type`, `script`, `checksum`, `installed_by`, `execution_time`, `success`) VALUES (1, '1', 'policies', 'SQL', 'V1__policies.sql', -55, 'app', 20, 1);
CREATE TABLE customer (
    id BIGINT NOT NULL AUTO_INCREMENT,
    first_name VARCHAR(60) NOT NULL,
    last_name VARCHAR(60) NOT NULL,
    birth_date DATE NOT NULL,
    risk ENUM('LOW','MEDIUM','HIGH') NOT NULL DEFAULT 'LOW',
    PRIMARY KEY (id),
    KEY idx_customer_last_name (last_name, first_name)
);
CREATE TABLE policy (
    id BIGINT NOT NULL AUTO_INCREMENT,
    policy_no VARCHAR(20) NOT NULL,
    customer_id BIGINT NOT NULL,
    premium DECIMAL(12,2) NOT NULL,
    starts DATE NOT NULL,
    ends DATE,
    PRIMARY KEY (id),
    UNIQUE KEY uk_policy_no (policy_no),
    CONSTRAINT fk_policy_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT chk_premium CHECK (premium > 0)
);
INSERT INTO customer (first_name, last_name, birth_date, risk) VALUES ('Eva', 'Meier', '1980-03-04', 'LOW'), ('Urs', 'Frei', '1999-12-31', 'HIGH'), ('Lea', 'Meier', '2001-02-28', DEFAULT);
INSERT INTO policy (policy_no, customer_id, premium, starts, ends) VALUES ('P-1', 1, 350.00, '2024-01-01', '2024-12-31'), ('P-2', 2, 990.50, '2024-03-01', NULL), ('P-3', 1, 120.00, '2023-01-01', '2023-06-30');
-- V2: claims
CREATE TABLE claim LIKE policy;
ALTER TABLE claim DROP INDEX uk_policy_no, DROP COLUMN policy_no, DROP COLUMN ends, CHANGE COLUMN premium amount DECIMAL(12,2) NOT NULL, CHANGE COLUMN starts reported DATE NOT NULL, CHANGE COLUMN customer_id policy_id BIGINT NOT NULL, ADD COLUMN state VARCHAR(10) NOT NULL DEFAULT 'OPEN';
ALTER TABLE claim ADD CONSTRAINT fk_claim_policy FOREIGN KEY (policy_id) REFERENCES policy (id) ON DELETE CASCADE;
INSERT INTO claim (policy_id, amount, reported) VALUES (1, 1500, '2024-05-05'), (1, 20.25, '2024-06-06'), (2, 8000, '2024-07-07');
-- V3: full names
ALTER TABLE customer ADD COLUMN full_name VARCHAR(121) AS (CONCAT(first_name, ' ', last_name)) STORED AFTER last_name, ADD COLUMN age_2024 INT;
UPDATE customer SET age_2024 = TIMESTAMPDIFF(YEAR, birth_date, '2024-07-01');
UPDATE claim c JOIN policy p ON p.id = c.policy_id JOIN customer k ON k.id = p.customer_id SET c.state = 'REVIEW' WHERE k.risk = 'HIGH' OR c.amount > 1000;
-- V4: yearly view
CREATE VIEW loss_ratio AS SELECT p.policy_no, p.premium, IFNULL(SUM(c.amount), 0) AS paid FROM policy p LEFT JOIN claim c ON c.policy_id = p.id GROUP BY p.id, p.policy_no, p.premium;
UPDATE policy SET ends = DATE_ADD(starts, INTERVAL 1 YEAR) - INTERVAL 1 DAY WHERE ends IS NULL;
DELETE FROM policy WHERE ends < '2024-01-01' ORDER BY id LIMIT 5;
ALTER TABLE customer MODIFY COLUMN risk ENUM('LOW','MEDIUM','HIGH','BLOCKED') NOT NULL DEFAULT 'MEDIUM', DROP INDEX idx_customer_last_name, ADD INDEX idx_risk (risk);
INSERT INTO customer (first_name, last_name, birth_date) VALUES ('Max', 'Neu', '1970-01-01');
UPDATE customer SET risk = 'BLOCKED' WHERE id NOT IN (SELECT customer_id FROM policy) AND last_name = 'Meier';
