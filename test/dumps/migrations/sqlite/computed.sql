-- Rows without names of columns have no value for what is computed; rows that UNION ALL writes out
CREATE TABLE plank (id INTEGER PRIMARY KEY, wide INTEGER, area INTEGER GENERATED ALWAYS AS (wide * long) VIRTUAL, long INTEGER, cut DATE);
INSERT INTO plank VALUES (1, 2, 30, '2024-02-29');
INSERT INTO plank SELECT 2, 3, 40, '2024-03-01' UNION ALL SELECT 3, 4, NULL, NULL;
INSERT INTO plank (id, wide, cut) SELECT 4, 1, '2024-03-02' UNION SELECT 5, 1, '2024-03-03';
