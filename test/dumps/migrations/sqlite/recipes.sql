CREATE TABLE recipe (id INTEGER PRIMARY KEY, title TEXT NOT NULL, minutes INTEGER CHECK (minutes > 0), rating REAL);
CREATE TABLE ingredient (recipe_id INTEGER NOT NULL REFERENCES recipe(id), pos INTEGER NOT NULL, what TEXT NOT NULL, grams NUMERIC, PRIMARY KEY (recipe_id, pos));
INSERT INTO recipe VALUES (1, 'Soup', 30, 4.5), (2, 'Bread', 180, NULL);
INSERT INTO ingredient VALUES (1, 1, 'leek', 200), (1, 2, 'salt', 2.5), (2, 1, 'flour', 500);
UPDATE recipe SET rating = (SELECT avg(grams) FROM ingredient WHERE recipe_id = recipe.id) WHERE rating IS NULL;
ALTER TABLE ingredient ADD COLUMN unit TEXT NOT NULL DEFAULT 'g';
CREATE VIEW shopping AS SELECT what, sum(grams) AS grams FROM ingredient GROUP BY what;
DELETE FROM ingredient WHERE what = 'salt';
