CREATE TABLE [sites] (
   [id] INTEGER PRIMARY KEY,
   [name] TEXT NOT NULL,
   [lat] FLOAT,
   [lng] FLOAT
);
CREATE TABLE [fossils] (
   [code] TEXT PRIMARY KEY,
   [site_id] INTEGER REFERENCES [sites]([id]),
   [species] TEXT,
   [age_ma] FLOAT,
   [found] TEXT
);
CREATE INDEX [idx_fossils_species] ON [fossils] ([species]);
INSERT INTO [sites] ([id], [name], [lat], [lng]) VALUES (1, 'Monte San Giorgio', 45.9, 8.95), (2, 'Holzmaden', 48.625, 9.5);
INSERT OR REPLACE INTO [fossils] ([code], [site_id], [species], [age_ma], [found]) VALUES ('F-1', 1, 'Ceresiosaurus', 242, '1931-07-01'), ('F-2', 2, 'Ichthyosaur', 180.5, NULL), ('F-3', NULL, NULL, NULL, '1999');
INSERT OR IGNORE INTO [fossils] ([code], [species]) VALUES ('F-1', 'dup'), ('F-4', 'Ammonite');
ALTER TABLE [fossils] ADD COLUMN [notes] TEXT;
ALTER TABLE [fossils] ADD COLUMN [museum_id] INTEGER REFERENCES [museums]([id]);
CREATE TABLE [museums] (
   [id] INTEGER PRIMARY KEY,
   [title] TEXT
);
INSERT INTO [museums] ([title]) VALUES ('Meride'), ('Stuttgart');
UPDATE [fossils] SET [museum_id] = [site_id], [notes] = coalesce([species], '?') || ' (' || [code] || ')';
PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE [fossils_new_8f2a] (
   [code] TEXT PRIMARY KEY,
   [place_id] INTEGER REFERENCES [sites]([id]),
   [species] TEXT NOT NULL DEFAULT 'unknown',
   [age_ma] INTEGER,
   [notes] TEXT,
   [museum_id] INTEGER REFERENCES [museums]([id])
);
INSERT INTO [fossils_new_8f2a] ([code], [place_id], [species], [age_ma], [notes], [museum_id])
   SELECT [code], [site_id], coalesce([species], 'unknown'), CAST([age_ma] AS INTEGER), [notes], [museum_id] FROM [fossils];
DROP TABLE [fossils];
ALTER TABLE [fossils_new_8f2a] RENAME TO [fossils];
COMMIT;
CREATE INDEX [idx_fossils_species] ON [fossils] ([species]);
CREATE UNIQUE INDEX [idx_museums_title] ON [museums] ([title]);
INSERT INTO [museums] ([title]) VALUES ('Bern') ON CONFLICT DO NOTHING;
CREATE VIEW [catalogue] AS SELECT f.[code], f.[species], s.[name] AS [site], m.[title] AS [museum] FROM [fossils] f LEFT JOIN [sites] s ON s.[id] = f.[place_id] LEFT JOIN [museums] m ON m.[id] = f.[museum_id];
UPDATE [fossils] SET [age_ma] = [age_ma] + 1 WHERE [age_ma] > 200;
DELETE FROM [fossils] WHERE [place_id] IS NULL AND [species] = 'unknown';
