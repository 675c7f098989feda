PRAGMA foreign_keys = ON;
CREATE TABLE folders (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE UNIQUE, parent INTEGER REFERENCES folders(id) ON DELETE CASCADE);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  body TEXT,
  pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  created_at TEXT NOT NULL DEFAULT '2024-01-01 00:00:00'
);
CREATE INDEX notes_folder ON notes(folder_id, pinned DESC);
INSERT INTO folders (name, parent) VALUES ('Inbox', NULL), ('Work', NULL), ('Old', 2);
INSERT INTO notes (folder_id, title, body) VALUES (1, 'Milk', 'buy some'), (2, 'Plan', NULL), (3, 'Gone', 'x');
UPDATE notes SET pinned = 1 WHERE title LIKE 'pl%';
DELETE FROM folders WHERE name = 'Old';
ALTER TABLE notes ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE notes RENAME COLUMN body TO content;
CREATE VIEW pinned_notes AS SELECT n.id, n.title, f.name AS folder FROM notes n JOIN folders f ON f.id = n.folder_id WHERE n.pinned = 1;
