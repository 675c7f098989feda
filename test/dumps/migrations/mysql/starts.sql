-- keys over the starts of texts, and an index that is dropped by its name once its table has another
CREATE TABLE feed (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, url VARCHAR(300) NOT NULL, made DATE, UNIQUE KEY feed_url (url(20)));
INSERT INTO feed (url, made) VALUES ('http://a', '2024-01-01'), ('http://b', NULL);
CREATE INDEX by_day ON feed (made, url);
ALTER TABLE feed RENAME feeds;
DROP INDEX by_day ON feeds;
ALTER TABLE feeds DROP COLUMN made;
