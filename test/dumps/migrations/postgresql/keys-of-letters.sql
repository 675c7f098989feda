CREATE TABLE account (id serial PRIMARY KEY, email text NOT NULL, plan text NOT NULL DEFAULT 'free', state varchar(10) NOT NULL DEFAULT 'new');
CREATE INDEX account_state ON account (state, id);
INSERT INTO account (email) VALUES ('Ann@x.example'), ('bob@x.example');
CREATE TABLE account_seen (email text NOT NULL, seen int NOT NULL DEFAULT 1);
ALTER TABLE account ALTER COLUMN state TYPE text;
ALTER TABLE account ALTER COLUMN state SET DEFAULT 'none';
INSERT INTO account (email, plan) VALUES ('cy@x.example', 'paid');
UPDATE account SET state = 'known' WHERE email LIKE 'bob%';
