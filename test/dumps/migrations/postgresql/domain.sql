CREATE DOMAIN email AS varchar(100) CHECK (VALUE LIKE '%@%');
CREATE DOMAIN positive_int AS integer NOT NULL CHECK (VALUE > 0);
CREATE TABLE contact (id serial PRIMARY KEY, mail email, n positive_int DEFAULT 1);
INSERT INTO contact (mail) VALUES ('a@b'), (NULL);
CREATE INDEX ON contact (mail);
ALTER TABLE contact ADD COLUMN second email UNIQUE;
DROP SCHEMA IF EXISTS old CASCADE;
DROP TYPE IF EXISTS whatever;
COMMENT ON SCHEMA public IS 'ours';
