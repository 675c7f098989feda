-- Columns that get another place, and an index that no other engine has, which goes again
CREATE TABLE kite (id int PRIMARY KEY, colour varchar(10), tail decimal(4,1), notes text, FULLTEXT KEY kite_notes (notes));
INSERT INTO kite VALUES (1, 'red', 2.5, 'old'), (2, NULL, NULL, NULL);
DROP INDEX kite_notes ON kite;
ALTER TABLE kite CHANGE tail tail_m decimal(6,2) AFTER id;
INSERT INTO kite (id, tail_m, colour) VALUES (3, 1234.56, 'blue');
