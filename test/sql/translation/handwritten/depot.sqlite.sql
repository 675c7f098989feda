CREATE TABLE goods (id INTEGER PRIMARY KEY, sku TEXT, price REAL, cost REAL, stock INTEGER, weight REAL, discontinued INTEGER);
CREATE TABLE purchases (id INTEGER PRIMARY KEY, member_id INTEGER, status TEXT, total REAL, placed_at TEXT, shipped_at TEXT, is_gift INTEGER);
CREATE TABLE crew (id INTEGER PRIMARY KEY, name TEXT, department TEXT, salary REAL, hired_on TEXT, manager_id INTEGER, remote INTEGER, bonus_pct INTEGER);
CREATE TABLE samples (id INTEGER PRIMARY KEY, device TEXT, taken_at TEXT, temp REAL, ok INTEGER, payload BLOB);
CREATE TABLE visits (id INTEGER PRIMARY KEY, member_id INTEGER, started_at TEXT, ended_at TEXT, duration_ms INTEGER, opens_at TEXT);
CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT, meta_value TEXT);
