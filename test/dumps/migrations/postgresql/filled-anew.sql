-- A view with rows of its own, its key, and what fills it anew
CREATE TABLE toll (id int PRIMARY KEY, gate text NOT NULL, cents int NOT NULL);
INSERT INTO toll VALUES (1, 'north', 50), (2, 'north', 70), (3, 'south', 20);
CREATE MATERIALIZED VIEW tolls AS SELECT gate, sum(cents) AS cents FROM toll GROUP BY gate;
CREATE UNIQUE INDEX tolls_gate ON tolls (gate);
INSERT INTO toll VALUES (4, 'south', 30);
REFRESH MATERIALIZED VIEW CONCURRENTLY tolls;
