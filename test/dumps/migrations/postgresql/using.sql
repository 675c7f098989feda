CREATE TABLE reading (id int PRIMARY KEY, amount text, flag varchar(5), born text, level integer, meta text);
INSERT INTO reading VALUES (1, '12', 'true', '2024-01-31', 0, '{"a": 1}'), (2, ' 7', 'false', NULL, 1, NULL), (3, NULL, 't', '2023-12-01', 2, '[1,2]');
ALTER TABLE reading ALTER COLUMN amount TYPE integer USING trim(amount)::integer;
ALTER TABLE reading ALTER COLUMN born TYPE date USING born::date;
ALTER TABLE reading ALTER COLUMN flag TYPE boolean USING (flag IN ('true', 't'));
ALTER TABLE reading ALTER COLUMN level TYPE varchar(10) USING CASE level WHEN 0 THEN 'low' WHEN 1 THEN 'mid' ELSE 'high' END;
ALTER TABLE reading ALTER COLUMN meta SET DATA TYPE jsonb USING meta::jsonb;
ALTER TABLE reading ALTER COLUMN amount TYPE bigint USING amount * 100, ALTER COLUMN amount SET DEFAULT 5, ALTER COLUMN level SET NOT NULL;
INSERT INTO reading (id, level) VALUES (4, 'x');
