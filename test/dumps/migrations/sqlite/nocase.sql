CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL COLLATE NOCASE UNIQUE, name TEXT COLLATE NOCASE, created DATETIME DEFAULT CURRENT_TIMESTAMP);
CREATE UNIQUE INDEX users_name ON users (name COLLATE NOCASE);
INSERT INTO users (email, name, created) VALUES ('A@x.org', 'Ann', '2024-01-01 00:00:00'), ('b@x.org', 'Bo', '2024-01-01 00:00:00');
CREATE TABLE tags (name TEXT NOT NULL, user_id INTEGER REFERENCES users(id) ON DELETE CASCADE);
CREATE UNIQUE INDEX tags_name ON tags (name);
CREATE UNIQUE INDEX tags_both ON tags (user_id, name);
CREATE INDEX tags_low ON tags (lower(name));
INSERT INTO tags VALUES ('x', 1), ('y', 2);
CREATE UNIQUE INDEX only_some ON users (name) WHERE id > 1;
