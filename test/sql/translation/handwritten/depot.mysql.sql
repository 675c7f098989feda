CREATE TABLE goods (id INT AUTO_INCREMENT PRIMARY KEY, sku VARCHAR(60), price DECIMAL(10,2), cost DECIMAL(10,2), stock INT, weight DOUBLE, discontinued TINYINT(1));
CREATE TABLE purchases (id INT AUTO_INCREMENT PRIMARY KEY, member_id INT, status VARCHAR(60), total DECIMAL(10,2), placed_at DATETIME, shipped_at DATETIME, is_gift TINYINT(1));
CREATE TABLE crew (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(60), department VARCHAR(60), salary DECIMAL(10,2), hired_on DATE, manager_id INT, remote TINYINT(1), bonus_pct INT);
CREATE TABLE samples (id INT AUTO_INCREMENT PRIMARY KEY, device VARCHAR(60), taken_at DATETIME, temp DOUBLE, ok TINYINT(1), payload VARBINARY(32));
CREATE TABLE visits (id INT AUTO_INCREMENT PRIMARY KEY, member_id INT, started_at DATETIME, ended_at DATETIME, duration_ms BIGINT, opens_at TIME);
CREATE TABLE settings (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(60), meta_value TEXT);
