CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
CREATE TABLE person (id SERIAL PRIMARY KEY, name TEXT NOT NULL, mood mood NOT NULL DEFAULT 'ok', "role" "Role" NOT NULL DEFAULT 'USER');
INSERT INTO person (name, mood) VALUES ('Ann', 'sad'), ('Bo', 'happy');
ALTER TYPE mood ADD VALUE 'elated';
INSERT INTO person (name, "role") VALUES ('Cy', 'ADMIN');
ALTER TABLE person ADD COLUMN was mood;
UPDATE person SET was = mood;
DROP TABLE IF EXISTS nothing_here;
