CREATE TABLE feeds (url TEXT PRIMARY KEY, title TEXT, etag TEXT, fetched INTEGER);
CREATE TABLE entries (guid TEXT NOT NULL, feed TEXT NOT NULL REFERENCES feeds(url) ON DELETE CASCADE ON UPDATE CASCADE, title TEXT, published TEXT, is_read INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (feed, guid));
CREATE INDEX entries_unread ON entries(is_read, published);
INSERT INTO feeds VALUES ('https://a.example/rss', 'A', NULL, 1700000000), ('https://b.example/rss', NULL, 'W/"1"', NULL);
INSERT INTO entries (guid, feed, title, published) VALUES ('1', 'https://a.example/rss', 'Hi', '2024-01-01'), ('2', 'https://a.example/rss', 'It''s', '2024-01-02'), ('1', 'https://b.example/rss', NULL, NULL);
INSERT INTO entries (guid, feed, title) VALUES ('1', 'https://a.example/rss', 'Hi!') ON CONFLICT (feed, guid) DO UPDATE SET title = excluded.title;
INSERT OR IGNORE INTO feeds (url) VALUES ('https://a.example/rss'), ('https://c.example/rss');
UPDATE entries SET is_read = 1 WHERE published < '2024-01-02';
ALTER TABLE feeds ADD COLUMN error TEXT;
