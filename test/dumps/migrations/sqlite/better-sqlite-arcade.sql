PRAGMA journal_mode=WAL;
PRAGMA foreign_keys=ON;
BEGIN;
CREATE TABLE players (
  id INTEGER PRIMARY KEY,
  handle TEXT UNIQUE NOT NULL COLLATE NOCASE,
  coins INTEGER NOT NULL DEFAULT 0 CHECK (coins >= 0),
  banned INTEGER NOT NULL DEFAULT 0 CHECK (banned IN (0, 1)),
  joined_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
CREATE TABLE games (
  slug TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  max_score INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE scores (
  player_id INTEGER NOT NULL REFERENCES players(id) ON DELETE CASCADE,
  game_slug TEXT NOT NULL REFERENCES games(slug) ON UPDATE CASCADE,
  score INTEGER NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (player_id, game_slug, at)
) STRICT;
COMMIT;
INSERT INTO players (handle, coins, joined_at) VALUES ('Ace', 50, '2024-01-01 00:00:00'), ('bo', 0, '2024-01-02 00:00:00'), ('Cyd', 7, '2024-01-03 00:00:00');
INSERT INTO games VALUES ('pac', 'Pac', 999999), ('tet', 'Tetra', NULL);
INSERT INTO scores VALUES (1, 'pac', 5000, '2024-02-01 10:00:00'), (1, 'pac', 7000, '2024-02-02 10:00:00'), (2, 'tet', 120, '2024-02-01 11:00:00'), (3, 'pac', 7000, '2024-02-03 10:00:00');
BEGIN;
ALTER TABLE players ADD COLUMN best INTEGER;
UPDATE players SET best = (SELECT max(score) FROM scores WHERE player_id = players.id);
CREATE INDEX scores_by_game ON scores (game_slug, score DESC);
CREATE VIEW leaderboard AS
SELECT g.title, p.handle, s.top, RANK() OVER (PARTITION BY g.slug ORDER BY s.top DESC) AS place
FROM (SELECT player_id, game_slug, max(score) AS top FROM scores GROUP BY player_id, game_slug) s
JOIN players p ON p.id = s.player_id
JOIN games g ON g.slug = s.game_slug;
COMMIT;
INSERT INTO players (handle, coins, joined_at) VALUES ('Ace', 10, '2024-03-01 00:00:00') ON CONFLICT (handle) DO UPDATE SET coins = coins + excluded.coins;
UPDATE games SET slug = 'pacman', max_score = max_score + 1 WHERE slug = 'pac';
UPDATE players SET coins = max(coins - 8, 0), banned = iif(coins = 0, 1, banned);
CREATE TRIGGER pay AFTER INSERT ON scores WHEN new.score >= 1000 BEGIN
  UPDATE players SET coins = coins + 5 WHERE id = new.player_id;
END;
INSERT INTO scores VALUES (2, 'pacman', 1500, '2024-03-02 10:00:00'), (3, 'tet', 90, '2024-03-02 11:00:00');
DELETE FROM players WHERE handle = 'Cyd';
DROP VIEW leaderboard;
ALTER TABLE scores RENAME COLUMN at TO scored_at;
DROP TRIGGER IF EXISTS pay;
