import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

/** A function that writes, by whatever calls it. */
const WRITER = `plpgsql AS $$ BEGIN INSERT INTO audit VALUES ('called'); RETURN`;
/** One that makes its session writable for later transactions, and writes where an earlier call did. */
const OPENER = `plpgsql AS $$ BEGIN
  PERFORM set_config('default_transaction_read_only', 'off', false);
  BEGIN INSERT INTO audit VALUES ('called'); EXCEPTION WHEN read_only_sql_transaction THEN NULL; END;
  RETURN`;

const SCHEMA = `
  CREATE TABLE shop (id integer PRIMARY KEY, name text);
  INSERT INTO shop VALUES (1, 'one'), (2, 'two');
  CREATE TABLE audit (note text);
  CREATE SEQUENCE numbers;
  CREATE TABLE numbered (id serial PRIMARY KEY, name text);
  CREATE SCHEMA own;

  CREATE FUNCTION writes() RETURNS integer LANGUAGE ${WRITER} 1; END $$;
  CREATE FUNCTION writes_sql() RETURNS integer LANGUAGE sql AS $$ INSERT INTO audit VALUES ('called') RETURNING 1 $$;
  CREATE FUNCTION writes_rows() RETURNS SETOF integer LANGUAGE sql AS $$ INSERT INTO audit VALUES ('called') RETURNING 1 $$;
  CREATE FUNCTION claims_pure() RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN writes(); END $$;
  CREATE FUNCTION runs(command text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN EXECUTE command; RETURN command; END $$;
  CREATE PROCEDURE commits() LANGUAGE plpgsql AS $$ BEGIN COMMIT; INSERT INTO audit VALUES ('called'); END $$;
  CREATE FUNCTION opens() RETURNS integer LANGUAGE ${OPENER} 1; END $$;
  CREATE FUNCTION opens_early() RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN opens(); END $$;

  CREATE VIEW writing AS SELECT writes() AS n;
  CREATE VIEW opening AS SELECT opens() AS n;
  CREATE TABLE own.shop (id integer);
  CREATE VIEW "own.shop" AS SELECT opens() AS n;
  CREATE VIEW "SHOP" AS SELECT opens() AS n;
  CREATE MATERIALIZED VIEW kept AS SELECT id FROM shop;

  CREATE FUNCTION lower(integer) RETURNS text LANGUAGE ${OPENER} 'x'; END $$;
  CREATE FUNCTION random_normal() RETURNS integer LANGUAGE ${OPENER} 1; END $$;
  CREATE FUNCTION normal_rand(integer) RETURNS integer LANGUAGE ${OPENER} 1; END $$;
  CREATE FUNCTION label(shop) RETURNS text LANGUAGE ${OPENER} $1.name; END $$;
  CREATE TABLE guarded (id integer);
  INSERT INTO guarded VALUES (1);
  ALTER TABLE guarded ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY watched ON guarded USING (opens() = 1);
  CREATE TABLE indexed (id integer);
  CREATE INDEX ON indexed ((opens_early() + id));
  CREATE TABLE defaulted (id integer DEFAULT opens_early(), name text);
  CREATE TABLE ruled (id integer);
  CREATE RULE also AS ON INSERT TO ruled DO ALSO INSERT INTO audit VALUES (opens_early()::text);
  CREATE TABLE triggered (id integer);
  CREATE FUNCTION fires() RETURNS trigger LANGUAGE ${WRITER} NEW; END $$;
  CREATE TRIGGER fires BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION fires();
`;

const DIGEST = `
  SELECT
    (SELECT jsonb_object_agg(c.oid::regclass, query_to_xml(format('TABLE %s', c.oid::regclass), true, true, '')::text)
      FROM pg_class c WHERE c.relkind IN ('r', 'm', 'S') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_)') AS rows,
    (SELECT jsonb_agg(jsonb_build_array(c.oid::regclass, c.relkind, c.relrowsecurity) ORDER BY c.oid) FROM pg_class c) AS relations,
    (SELECT jsonb_agg(p.oid::regprocedure ORDER BY p.oid) FROM pg_proc p WHERE p.oid > 16383) AS routines,
    (SELECT jsonb_agg(nspname ORDER BY oid) FROM pg_namespace) AS schemas,
    (SELECT jsonb_agg(t.* ORDER BY t.oid) FROM pg_trigger t) AS triggers,
    (SELECT jsonb_agg(l.* ORDER BY l.loid, l.pageno) FROM pg_largeobject l) AS objects,
    (SELECT jsonb_agg(m.* ORDER BY m.oid) FROM pg_largeobject_metadata m) AS object_owners,
    (SELECT jsonb_agg(s.* ORDER BY s.setdatabase, s.setrole) FROM pg_db_role_setting s) AS role_settings,
    (SELECT jsonb_agg(jsonb_build_array(rolname, rolsuper) ORDER BY oid) FROM pg_roles WHERE rolname !~ '^role_') AS roles,
    pg_read_file('postgresql.auto.conf') AS system_settings,
    (SELECT jsonb_agg(slot_name) FROM pg_replication_slots WHERE slot_name ~ 'attack') AS slots,
    (SELECT jsonb_agg(gid) FROM pg_prepared_xacts WHERE database = current_database()) AS prepared,
    (SELECT jsonb_agg(jsonb_build_array(locktype, mode, classid, objid)) FROM pg_locks l
      WHERE pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS locks,
    (SELECT jsonb_agg(state ORDER BY pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND state NOT IN ('idle', 'active')) AS transactions`;

type Digest = Readonly<Record<string, unknown>>;

/** A database to be attacked, with one session of Dragoman's at a time. */
class Target {
  private state: Digest = {};
  private readonly heard: string[] = [];

  private constructor(
    private readonly database: TestDatabase,
    readonly db: TestPipeline,
    /** Another program's session: it hears what is notified, and could be ended. */
    private readonly witness: pg.Client,
    /** The server can write into it. */
    private readonly folder: string,
  ) {
    witness.on('error', (error) => this.heard.push(error.message));
    witness.on('notification', ({ payload }) => this.heard.push(payload ?? ''));
  }

  static async open(schema: string): Promise<Target> {
    const database = await createDatabase('postgresql');
    await database.run(schema);
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-files-'));
    await chmod(folder, 0o777);
    const witness = new pg.Client({ connectionString: database.url });
    await witness.connect();
    await witness.query('LISTEN news');
    const db = await TestPipeline.open({ dialect: 'POSTGRESQL', url: database.url, pool: { max: 1 } });
    const target = new Target(database, db, witness, folder);
    target.state = await target.digest();
    return target;
  }

  /** Sends the statements twice: what they opened the first time, they would write through the second time. */
  async withstands(attack: string | readonly string[]): Promise<void> {
    const { rows } = await this.witness.query('SELECT pg_backend_pid() AS pid');
    for (const text of [attack, attack].flat()) {
      const sql = text
        .replace('FOLDER', this.folder)
        .replace('PID', rows[0].pid)
        .replace('DATABASE_NAME', this.database.name);
      // Refused or answered: both are well, as long as nothing has changed.
      await this.db.query(sql).catch(() => undefined);
    }
    const before = this.state;
    this.state = await this.settled(before);
    expect(this.state).toEqual(before);
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.witness.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The digest once it is the earlier one: a session that is being made new holds its locks until it is. */
  private async settled(earlier: Digest): Promise<Digest> {
    const untilMs = Date.now() + 400;
    for (;;) {
      const later = await this.digest();
      if (isDeepStrictEqual(later, earlier) || Date.now() > untilMs) return later;
    }
  }

  /** Everything that a statement could change, as another session sees it; reading some of it calls what writes. */
  private async digest(): Promise<Digest> {
    await this.witness.query('BEGIN READ ONLY');
    const { rows } = await this.witness.query(DIGEST);
    await this.witness.query('ROLLBACK');
    const names = (await readdir(this.folder)).sort();
    const files = await Promise.all(names.map((name) => readFile(join(this.folder, name), 'latin1')));
    const readOnly = await this.db.value('SHOW default_transaction_read_only');
    return { ...rows[0], names, files, heard: [...this.heard], readOnly };
  }
}

/** Each entry is sent to `query` as one text, or as several requests in a row. */
const ATTACKS: readonly (string | readonly string[])[] = [
  // changes, plainly and within reads
  "INSERT INTO shop VALUES (3, 'three')",
  "UPDATE shop SET name = 'x'",
  'DELETE FROM shop',
  'TRUNCATE shop',
  "MERGE INTO shop s USING audit a ON s.id = 1 WHEN NOT MATCHED THEN INSERT VALUES (9, 'x')",
  'WITH d AS (DELETE FROM shop RETURNING *) SELECT * FROM d',
  "WITH a AS (SELECT 1), i AS MATERIALIZED (INSERT INTO audit VALUES ('x') RETURNING 1) SELECT * FROM a",
  "WITH i AS NOT MATERIALIZED (UPDATE shop SET name = 'x' RETURNING 1) TABLE i",
  "WITH RECURSIVE x AS (SELECT 1), y AS (INSERT INTO audit VALUES ('x')) VALUES (1)",
  'SELECT * FROM (WITH d AS (DELETE FROM shop RETURNING *) SELECT * FROM d) x',
  'WITH x AS (SELECT 1) DELETE FROM shop',
  'SELECT * INTO copied FROM shop',
  'SELECT 1 INTO TEMP copied',
  'SELECT * INTO UNLOGGED copied FROM shop',
  'WITH x AS (SELECT 1) SELECT * INTO copied FROM x',
  '(SELECT 1 INTO copied)',
  'TABLE shop FOR UPDATE',
  'SELECT * FROM shop FOR UPDATE',
  'SELECT * FROM shop FOR NO KEY UPDATE SKIP LOCKED',
  'SELECT * FROM shop FOR SHARE',
  'SELECT * FROM (SELECT * FROM shop FOR KEY SHARE) s',

  // functions of PostgreSQL's own
  ["SELECT set_config('default_transaction_read_only', 'off', false)", 'SELECT writes()'],
  ["SELECT set_config('transaction_read_only', 'off', false), writes()"],
  ["SELECT pg_catalog.set_config('session_replication_role', 'replica', false)", 'SELECT writes()'],
  ["SELECT \"set_config\"('default_transaction_read_only', 'off', false)", 'SELECT writes()'],
  ["SELECT s FROM set_config('default_transaction_read_only', 'off', false) s", 'SELECT writes()'],
  ["UPDATE pg_settings SET setting = 'off' WHERE name = 'default_transaction_read_only'", 'SELECT writes()'],
  "SELECT nextval('numbers')",
  "SELECT setval('numbers', 100)",
  "SELECT nextval('numbered_id_seq'::regclass) FROM shop",
  "SELECT lo_import('/etc/hostname')",
  'SELECT lo_create(4711)',
  "SELECT lo_from_bytea(4712, 'x')",
  'SELECT lo_creat(-1)',
  "SELECT pg_notify('news', 'told')",
  'SELECT pg_advisory_lock(1)',
  'SELECT pg_try_advisory_lock(1, 2)',
  'SELECT pg_advisory_lock_shared(3) FROM shop',
  'SELECT pg_advisory_xact_lock(4)',
  'SELECT pg_terminate_backend(PID)',
  'SELECT pg_cancel_backend(PID)',
  'SELECT pg_reload_conf()',
  'SELECT pg_rotate_logfile()',
  "SELECT pg_create_physical_replication_slot('attack')",
  "SELECT pg_create_restore_point('attack')",
  'SELECT pg_switch_wal()',
  "SELECT pg_logical_emit_message(false, 'a', 'b')",
  'SELECT pg_stat_reset()',
  'SELECT pg_export_snapshot()',
  "SELECT query_to_xml('DELETE FROM shop RETURNING 1', true, true, '')",
  "SELECT * FROM ts_stat('SELECT to_tsvector(writes()::text)')",
  "SELECT ts_rewrite('a'::tsquery, 'SELECT ''a''::tsquery, writes()::text::tsquery')",
  "SELECT pg_file_write('FOLDER/f.txt', 'x', false)",
  "SELECT lo_export(1, 'FOLDER/exported')",
  "SELECT pg_read_file('FOLDER/none')",
  'SELECT txid_current()',

  // functions of users'
  'SELECT writes()',
  'SELECT writes_sql()',
  'SELECT * FROM writes_rows()',
  'SELECT claims_pure()',
  'SELECT * FROM shop WHERE id = claims_pure()',
  'SELECT 1 FROM shop ORDER BY writes()',
  'SELECT CASE WHEN id = 1 THEN public.writes() END FROM shop',
  'SELECT * FROM shop, LATERAL writes()',
  'SELECT * FROM ROWS FROM (writes_rows(), writes_rows()) AS x (a, b)',
  'SELECT * FROM shop LIMIT writes()',
  'SELECT count(*) FILTER (WHERE writes() = 1) FROM shop',
  'VALUES (writes())',
  "SELECT runs('INSERT INTO audit VALUES (1)')",
  "SELECT runs('SET TRANSACTION READ WRITE'), writes()",
  "SELECT runs('SET LOCAL transaction_read_only = off'), writes()",
  "SELECT runs('COMMIT'), writes()",
  ["SELECT runs('SET default_transaction_read_only = off')", 'SELECT writes()'],
  ["SELECT runs('SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE')", 'SELECT writes()'],
  "SELECT runs('CREATE TABLE made ()')",
  "SELECT runs('CREATE TEMP TABLE made ()')",
  "SELECT runs('LOCK TABLE shop IN ACCESS EXCLUSIVE MODE')",
  "SELECT runs('NOTIFY news, ''told''')",
  "SELECT runs('SELECT pg_notify(''news'', ''told'')')",
  "SELECT runs('SELECT pg_advisory_lock(5)')",
  "SELECT runs('SELECT nextval(''numbers'')')",
  "SELECT runs('SELECT lo_create(4713)')",
  "SELECT runs('ALTER SYSTEM SET work_mem = ''5MB''')",
  "SELECT runs('ALTER ROLE dragoman SET work_mem = ''5MB''')",
  "SELECT runs('PREPARE TRANSACTION ''attack''')",
  "SELECT runs('VACUUM shop')",
  "SELECT runs('ANALYZE shop')",
  "SELECT runs('REINDEX TABLE shop')",
  "SELECT runs('DO $d$ BEGIN PERFORM writes(); END $d$')",
  "SELECT runs('CALL commits()')",

  // and what calls them without their name
  'SELECT * FROM writing',
  'TABLE writing',
  ['SELECT * FROM own.shop', 'SELECT * FROM "own.shop"'],
  ['SELECT * FROM shop', 'SELECT * FROM "SHOP"', 'SELECT * FROM U&"\\0053HOP"'],
  'WITH opening AS (SELECT * FROM opening) SELECT * FROM opening',
  'SELECT * FROM (WITH opening AS (SELECT 1 AS n) SELECT * FROM opening) x, opening',
  'SELECT (SELECT max(n) FROM writing) FROM shop',
  'SELECT * FROM opening',
  'SELECT lower(5)',
  'SELECT * FROM shop WHERE lower(id) = name',
  'SELECT random_normal()',
  'SELECT normal_rand(1)',
  'SELECT shop.label FROM shop',
  'SELECT (s).label FROM shop s',
  'SELECT s.id FROM shop s ORDER BY s.label',
  'SELECT * FROM guarded',
  'SELECT * FROM indexed WHERE id = 1',
  "SELECT table_to_xml('opening', true, true, '')",
  "SELECT schema_to_xml('public', true, true, '')",
  'EXPLAIN SELECT opens_early()',
  'EXPLAIN SELECT * FROM opening WHERE n = opens_early()',
  'EXPLAIN INSERT INTO defaulted DEFAULT VALUES',
  'EXPLAIN INSERT INTO ruled VALUES (1)',
  'EXPLAIN UPDATE defaulted SET id = DEFAULT',

  // plans that are run
  'EXPLAIN ANALYZE DELETE FROM shop',
  'EXPLAIN (ANALYZE) DELETE FROM shop',
  'EXPLAIN ("analyze") DELETE FROM shop',
  'EXPLAIN (VERBOSE, ANALYZE true, COSTS off) UPDATE shop SET id = id',
  'EXPLAIN ANALYZE VERBOSE INSERT INTO audit VALUES (1)',
  'EXPLAIN ANALYZE SELECT writes()',
  'EXPLAIN ANALYZE CREATE TABLE made AS SELECT 1',
  'EXPLAIN ANALYZE WITH d AS (DELETE FROM shop RETURNING 1) SELECT * FROM d',
  'EXPLAIN ANALYZE SELECT * INTO made FROM shop',
  'EXPLAIN ANALYZE EXECUTE nothing',

  // several statements
  "SELECT 1; INSERT INTO audit VALUES ('x')",
  "SELECT 1;;;/* ; */-- ;\nINSERT INTO audit VALUES ('x')",
  "select 1; commit; begin read write; insert into audit values ('x')",
  "SELECT '\\'; INSERT INTO audit VALUES ('x'); --'",
  "SELECT E'\\''; INSERT INTO audit VALUES ('x'); --'",
  "SELECT $a$ $a$; INSERT INTO audit VALUES ('x')",
  'SELECT $$ ; $a$ $$; DELETE FROM shop; SELECT $$ $a$ $$',
  'SELECT 1 /* /* */ */; DELETE FROM shop',
  'SELECT 1 /* /* */; DELETE FROM shop; */',
  "SELECT U&'d\\0061t'; DELETE FROM shop",
  'SELECT 1 AS "a""; ; DELETE FROM shop',
  'SELECT 1 --\r; DELETE FROM shop',
  'COMMIT; DELETE FROM shop',
  'BEGIN READ WRITE',
  ['BEGIN READ WRITE', 'DELETE FROM shop', 'COMMIT'],
  'START TRANSACTION READ WRITE',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT s',
  "PREPARE TRANSACTION 'attack'",
  '/*!50000 DELETE FROM shop */',
  '/* SELECT */ DELETE FROM shop',
  '-- SELECT\nDELETE FROM shop',
  '\ufeffDELETE FROM shop',
  '(DELETE FROM shop)',

  // statements that are no queries
  "COPY shop TO 'FOLDER/copied.csv'",
  "COPY (SELECT 1) TO PROGRAM 'touch FOLDER/touched'",
  "COPY shop FROM PROGRAM 'echo 7,x' WITH (FORMAT csv)",
  'COPY (DELETE FROM shop RETURNING *) TO STDOUT',
  'COPY shop FROM STDIN',
  'COPY shop TO STDOUT',
  "DO $$ BEGIN INSERT INTO audit VALUES ('x'); END $$",
  'CALL commits()',
  'SET default_transaction_read_only = off',
  ['SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE', 'SELECT writes()'],
  'SET TRANSACTION READ WRITE',
  'RESET default_transaction_read_only',
  'DISCARD ALL',
  "PREPARE p AS INSERT INTO audit VALUES ('x')",
  'EXECUTE p',
  'DEALLOCATE ALL',
  'DECLARE c CURSOR WITH HOLD FOR SELECT writes()',
  'FETCH ALL FROM c',
  'CLOSE ALL',
  'LISTEN news',
  "NOTIFY news, 'told'",
  'UNLISTEN *',
  'LOCK TABLE shop',
  'VACUUM shop',
  'VACUUM (ANALYZE) shop',
  'ANALYZE shop',
  'REINDEX TABLE shop',
  'CLUSTER shop USING shop_pkey',
  'CHECKPOINT',
  'REFRESH MATERIALIZED VIEW kept',
  'CREATE TABLE made ()',
  'CREATE TEMP TABLE made ()',
  'CREATE TABLE made AS SELECT 1',
  'CREATE VIEW made AS SELECT 1',
  'CREATE INDEX ON shop (name)',
  'CREATE SCHEMA made CREATE TABLE t ()',
  "CREATE FUNCTION made() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
  'CREATE ROLE made SUPERUSER',
  'CREATE EXTENSION IF NOT EXISTS plpgsql',
  'ALTER TABLE shop ADD x integer',
  "ALTER SYSTEM SET work_mem = '5MB'",
  "ALTER ROLE dragoman SET work_mem = '5MB'",
  "ALTER DATABASE DATABASE_NAME SET work_mem = '5MB'",
  'ALTER SEQUENCE numbers RESTART 7',
  'DROP TABLE shop',
  'GRANT ALL ON shop TO PUBLIC',
  "COMMENT ON TABLE shop IS 'x'",
  "SECURITY LABEL ON TABLE shop IS 'x'",
  'IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c',
  "LOAD 'auto_explain'",
  'SHOW work_mem; DELETE FROM shop',
];

/** What values call by themselves: with one of these in a database, no statement is what it looks. */
const BEHIND_VALUES: readonly (readonly [what: string, made: string, attacks: readonly string[]])[] = [
  [
    'an operator',
    `CREATE FUNCTION sum_of(text, text) RETURNS text LANGUAGE ${OPENER} $1; END $$;
     CREATE OPERATOR + (LEFTARG = text, RIGHTARG = text, FUNCTION = sum_of)`,
    [
      'SELECT name + name FROM shop',
      "SELECT 'a'::text + 'b'::text",
      "SELECT 'a' OPERATOR(public.+) 'b'::text",
      "SELECT 1 FROM shop WHERE name + 'x' = 'y'",
    ],
  ],
  [
    'a cast',
    `CREATE TYPE pair AS (a integer, b integer);
     CREATE FUNCTION of_pair(pair) RETURNS integer LANGUAGE ${OPENER} 1; END $$;
     CREATE CAST (pair AS integer) WITH FUNCTION of_pair(pair) AS IMPLICIT;
     CREATE TABLE pairs (p pair);
     INSERT INTO pairs VALUES (ROW(1, 2))`,
    ['SELECT p + 1 FROM pairs', 'SELECT p::integer FROM pairs', 'SELECT abs(p) FROM pairs'],
  ],
  [
    'a cast to JSON',
    `CREATE TYPE pair AS (a integer, b integer);
     CREATE FUNCTION json_of(pair) RETURNS json LANGUAGE ${OPENER} '1'; END $$;
     CREATE CAST (pair AS json) WITH FUNCTION json_of(pair);
     CREATE TABLE pairs (p pair);
     INSERT INTO pairs VALUES (ROW(1, 2))`,
    ['SELECT to_json(p) FROM pairs', 'SELECT json_agg(p) FROM pairs', 'SELECT jsonb_build_array(p) FROM pairs'],
  ],
  [
    'a domain’s check',
    `CREATE FUNCTION checks(integer) RETURNS boolean LANGUAGE ${OPENER} true; END $$;
     CREATE DOMAIN checked AS integer CHECK (checks(VALUE));
     CREATE TABLE holder (c checked, d integer);
     INSERT INTO holder VALUES (NULL, 1)`,
    [
      'SELECT 5::checked',
      "SELECT checked '5'",
      `SELECT * FROM json_to_recordset('[{"a":5}]') AS x (a checked)`,
      `SELECT jsonb_populate_record(h, '{"c":5}') FROM holder h`,
      "SELECT * FROM xmltable('/a' PASSING '<a>5</a>'::xml COLUMNS c checked PATH '.')",
      'EXPLAIN INSERT INTO holder VALUES (5)',
    ],
  ],
  [
    'an order',
    `CREATE FUNCTION before(integer, integer) RETURNS integer LANGUAGE ${OPENER} btint4cmp($1, $2); END $$;
     CREATE OPERATOR CLASS ordered FOR TYPE integer USING btree AS
       OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 before(integer, integer);
     CREATE TABLE sorted (id integer);
     INSERT INTO sorted VALUES (1), (2), (3);
     CREATE INDEX ON sorted (id ordered)`,
    ['SELECT * FROM sorted WHERE id > 1 ORDER BY id', 'SELECT * FROM sorted WHERE id = 2'],
  ],
];

describe('a read as a superuser on PostgreSQL', () => {
  let target: Target;
  beforeAll(async () => (target = await Target.open(SCHEMA)));
  afterAll(async () => await target.close());

  it.each(ATTACKS.map((attack) => [attack]))('changes nothing: %j', async (attack) => await target.withstands(attack));

  it('still answers', async () => {
    expect(await target.db.rows('SELECT * FROM shop ORDER BY id')).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });
});

describe.each(BEHIND_VALUES)('a read where values call %s of a user’s', (_what, made, attacks) => {
  let target: Target;
  beforeAll(async () => (target = await Target.open(`${SCHEMA};${made}`)));
  afterAll(async () => await target.close());

  it.each(attacks.map((attack) => [attack]))('changes nothing: %s', async (attack) => await target.withstands(attack));
});
