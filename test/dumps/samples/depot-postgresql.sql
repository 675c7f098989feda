-- Name: freight; Type: SCHEMA
CREATE SCHEMA IF NOT EXISTS public;
SET session_replication_role = replica;
SET default_toast_compression = 'pglz';

CREATE TYPE berth AS (
	pier text,
	place integer
);
CREATE DOMAIN code AS text CONSTRAINT code_check CHECK ((VALUE ~ '^[a-z]+-[0-9]{2}$'::text));

CREATE FUNCTION next_number(kind text) RETURNS bigint
    LANGUAGE sql
    AS $$ SELECT 7::bigint $$;

CREATE FUNCTION forget() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
IF (TG_OP = 'DELETE') THEN
  DELETE FROM log WHERE ship_id = OLD.ShipId;
END IF;
RETURN NULL;
END
$$;

CREATE TABLE ship (
    ShipId integer NOT NULL,
    Number bigint DEFAULT next_number('ship'::text) NOT NULL,
    Called varchar(40) NOT NULL,
    Code code,
    At berth,
    Details jsonb DEFAULT '{}'::jsonb NOT NULL,
    Built date CONSTRAINT built_check CHECK (Built <= now()),
    Ends timestamp without time zone DEFAULT 'infinity'::timestamp without time zone
);
CREATE TABLE log (
    id serial4 NOT NULL,
    ship_id int4 NOT NULL,
    seen timestamp without time zone NOT NULL
);
CREATE VIEW seen AS
 SELECT l.ship_id,
    date_trunc('month'::text, l.seen) AS month,
    COALESCE((s.Details ->> 'flag'::text), 'none'::text) AS flag,
    s.Called
   FROM log l
     JOIN ship s ON s.ShipId = l.ship_id;
CREATE VIEW ships AS SELECT ShipId AS id, * FROM ship;

INSERT INTO ship (ShipId, Number, Called, Code, At, Details, Built, Ends) VALUES
    (1, 11, 'Ada', 'ab-01', '(north,3)', '{"flag": "NL"}', '1999-12-31', NULL),
    (2, 12, 'Bo', NULL, NULL, '{}', NULL, '2024-02-29 12:00:00');
COPY log (id, ship_id, seen) FROM stdin;
1	1	2024-02-29 10:00:00
2	2	2024-03-01 11:30:00
\.

ALTER TABLE ship ADD
    CONSTRAINT "PK_Ship" PRIMARY KEY
    (ShipId);
ALTER TABLE ONLY log ADD CONSTRAINT log_pkey PRIMARY KEY (id);
ALTER TABLE log ADD CONSTRAINT log_ship_fk FOREIGN KEY (ship_id) REFERENCES ship (ShipId) ON DELETE CASCADE;
ALTER TABLE log ADD CONSTRAINT apart EXCLUDE USING btree (seen WITH =);
CREATE INDEX by_flag ON ship (((Details ->> 'flag'::text)));
CREATE TRIGGER forgets AFTER INSERT OR DELETE OR UPDATE ON ship FOR EACH ROW EXECUTE FUNCTION forget();
SET CONSTRAINTS ALL DEFERRED;
