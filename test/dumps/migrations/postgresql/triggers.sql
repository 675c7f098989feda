CREATE TABLE documents (id serial PRIMARY KEY, title varchar(60) NOT NULL, revision integer NOT NULL DEFAULT 1, changed date);
CREATE TABLE audit (id serial PRIMARY KEY, document_id integer, what varchar(10));
CREATE FUNCTION note_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit (document_id, what) VALUES (NEW.id, 'insert');
  RETURN NEW;
END;
$$;
CREATE TRIGGER documents_noted AFTER INSERT ON documents FOR EACH ROW EXECUTE FUNCTION note_document();
INSERT INTO documents (title) VALUES ('One'), ('Two');
CREATE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END;
$$;
CREATE TRIGGER documents_counted BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION count_revision();
UPDATE documents SET title = 'Uno' WHERE id = 1;
UPDATE documents SET title = upper(title);
DROP TRIGGER documents_noted ON documents;
INSERT INTO documents (title) VALUES ('Three');
