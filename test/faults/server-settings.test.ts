import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createDatabase,
  runSql,
  sharedUrl,
  startServer,
  type PrivateServer,
  type SqlEngine,
  type TestDatabase,
} from '../support/servers/index.js';
import { refusal, TestPipeline } from '../support/test-pipeline.js';
import { expectHelpful, onEveryServer, SERVERS, type ServerUnderTest } from './server-under-test.js';

/** A server whose own settings would read statements, or show values, otherwise than one with defaults. */
interface Odd {
  readonly what: string;
  readonly engine: SqlEngine;
  readonly settings: Readonly<Record<string, string>>;
}

const ODD: readonly Odd[] = [
  {
    what: 'another zone, other styles and loose strings',
    engine: 'postgresql',
    settings: {
      TimeZone: 'America/New_York',
      DateStyle: 'German',
      IntervalStyle: 'sql_standard',
      bytea_output: 'escape',
      extra_float_digits: '-7',
      standard_conforming_strings: 'off',
      client_encoding: 'LATIN1',
      default_transaction_isolation: 'serializable',
    },
  },
  {
    what: 'the ANSI modes, latin1, another zone and no autocommit',
    engine: 'mysql',
    settings: {
      sql_mode: 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,IGNORE_SPACE,PAD_CHAR_TO_FULL_LENGTH',
      default_time_zone: '+09:00',
      character_set_server: 'latin1',
      collation_server: 'latin1_german1_ci',
      autocommit: '0',
      completion_type: 'CHAIN',
      lower_case_table_names: '1',
      transaction_isolation: 'READ-COMMITTED',
    },
  },
  { what: 'no strictness', engine: 'mysql', settings: { sql_mode: '' } },
];

const SCHEMA: Readonly<Record<SqlEngine, string>> = {
  postgresql: `CREATE TABLE kept (id integer PRIMARY KEY, moment timestamp, instant timestamptz, day date, clock time,
    span interval, bytes bytea, ratio double precision, single real, price numeric(12, 2), name varchar(20), document jsonb)`,
  mysql: `CREATE TABLE kept (id integer PRIMARY KEY, moment datetime(6), instant timestamp(6) NULL, day date, clock time,
    span char(5), bytes varbinary(100), ratio double, single float, price decimal(12, 2), name varchar(20), document json)
    DEFAULT CHARSET utf8mb4`,
};

const VALUES = {
  moment: { $type: 'timestamp', value: '2024-02-29T13:05:00.25' },
  instant: { $type: 'timestamp', value: '2024-07-01T00:30:00Z' },
  day: '2024-02-29',
  clock: '13:05:09',
  span: { postgresql: '1 year 2 days 03:04:05', mysql: 'a' },
  bytes: { $type: 'binary', value: 'AP9cJwo=' },
  ratio: 0.1,
  single: 1.5,
  price: { $type: 'decimal', value: '12345.60' },
  name: 'Zoë \\ \' " é',
  document: { $type: 'json', value: { a: ['é', '\\', '"'] } },
};

/** Each reads what a server's settings could make of text, rows and values. */
const READS: Readonly<Record<SqlEngine, readonly string[]>> = {
  postgresql: [
    'SELECT * FROM kept ORDER BY id',
    "SELECT 'a\\b' AS text, E'a\\\\b' AS escaped, 'it''s' AS quoted, length('é') AS letters",
    "SELECT timestamptz '2024-07-01 12:00:00' AS noon, timestamp '2024-07-01 12:00:00'::timestamptz AS same",
    'SELECT instant::date AS day, extract(hour FROM instant) AS hour, instant::text AS text, moment::text AS other FROM kept',
    "SELECT span, span::text AS text, bytes::text AS bytes, ratio::text AS ratio, interval '-1 day -2 hours' AS back FROM kept",
    "SELECT 0.1::float8 + 0.2::float8 AS sum, 1e300 AS large, 3.4028235e38::float4 AS single, date '2024-02-29' AS day",
    "SELECT ARRAY[date '2024-02-29'] AS days, ARRAY[instant] AS instants, row(1, day) AS pair FROM kept",
    'SELECT to_jsonb(kept) AS document FROM kept ORDER BY id',
  ],
  mysql: [
    'SELECT * FROM kept ORDER BY id',
    `SELECT "a" AS text, 'a\\\\b' AS slashed, 'it''s' AS quoted, 'tab\\t' AS tab, char_length('é') AS letters`,
    'SELECT 0 || 1 AS either, 0 || 0 AS neither, 1 = 1 AS truth, NOT 1 = 2 AS negated, count(*) AS n FROM kept',
    'SELECT instant, CAST(instant AS date) AS day, hour(instant) AS hour, CAST(instant AS char) AS text FROM kept',
    "SELECT from_unixtime(0) AS epoch, unix_timestamp('2024-07-01 00:00:00') AS seconds, utc_timestamp() = now() AS same",
    'SELECT span, char_length(span) AS letters, hex(bytes) AS bytes, hex(name) AS name, name FROM kept',
    "SELECT upper('é') AS letter, 'é' = 'É' AS alike, '🪶' AS quill",
    'SELECT 0.1e0 + 0.2e0 AS sum, ratio, CAST(1.5 AS double) AS single FROM kept',
  ],
};

/** A list of modes has an order of the server's own. */
function modes(setting: string): string[] {
  return setting.split(',').sort();
}

function serverOf(engine: SqlEngine): ServerUnderTest {
  const found = SERVERS.find((server) => server.engine === engine);
  if (found === undefined) throw new Error(`No server speaks ${engine}.`);
  return found;
}

async function openFilled(engine: SqlEngine, serverUrl: string): Promise<{ db: TestPipeline; outside: TestDatabase }> {
  const outside = await createDatabase(engine, serverUrl);
  const db = await TestPipeline.open({ dialect: serverOf(engine).dialect, url: outside.url });
  await db.execute(SCHEMA[engine]);
  const names = Object.keys(VALUES);
  const values = { ...VALUES, span: VALUES.span[engine], id: 1 };
  await db.execute(
    `INSERT INTO kept (id, ${names.join(', ')}) VALUES (:id, ${names.map((name) => `:${name}`).join(', ')})`,
    values,
  );
  await db.executeMany('INSERT INTO kept (id, name) VALUES (?, ?)', [
    [2, 'é'],
    [3, 'it\'s "a" \\'],
  ]);
  return { db, outside };
}

describe.each(ODD.map((odd) => [`${odd.engine} with ${odd.what}`, odd] as const))('%s', (_, { engine, settings }) => {
  let own: PrivateServer;
  let usual: { db: TestPipeline; outside: TestDatabase };
  let odd: { db: TestPipeline; outside: TestDatabase };

  beforeAll(async () => {
    own = await startServer(engine, { settings });
    [usual, odd] = [await openFilled(engine, sharedUrl(engine)), await openFilled(engine, own.url)];
  });
  afterAll(async () => {
    await Promise.all([usual.db.close(), odd.db.close()]);
    await Promise.all([usual.outside.drop(), own.end()]);
  });

  it('has the settings', async () => {
    for (const [name, value] of Object.entries(settings)) {
      const show =
        engine === 'postgresql'
          ? `SHOW ${name}`
          : `SHOW GLOBAL VARIABLES LIKE '${name.replace('default_time', 'time').replace('transaction', 'tx')}'`;
      const [row] = await runSql(engine, own.url, show);
      const shown = String(Object.values(row ?? {}).at(-1)).toLowerCase();
      const wanted = { 0: 'off', LATIN1: 'utf8', German: 'german, dmy' }[value] ?? value.toLowerCase();
      if (name !== 'lower_case_table_names') expect(modes(shown), name).toEqual(modes(wanted));
    }
  });

  it.each(READS[engine].map((sql) => [sql]))('gives the same rows: %s', async (sql) => {
    for (let round = 0; round < 2; round++) {
      const [there, here] = await Promise.all([usual.db.query(sql), odd.db.query(sql)]);
      expect(here.tuples).toEqual(there.tuples);
      expect(here.columns).toEqual(there.columns);
      // A session that was made new is what it was.
      await odd.db.query('SELECT 1 AS one FROM kept WHERE 1 = 0 UNION ALL SELECT count(*) FROM kept');
    }
  });

  it('takes the same rows: what was written through it is what others see', async () => {
    const sql =
      engine === 'postgresql'
        ? 'SELECT id, name, encode(bytes, $$hex$$) AS hex FROM kept ORDER BY id'
        : 'SELECT id, hex(name) AS name, hex(bytes) AS hex FROM kept ORDER BY id';
    expect(await odd.outside.rows(sql)).toEqual(await usual.outside.rows(sql));
  });

  it('keeps what was acknowledged, and undoes what was not', async () => {
    const { db, outside } = odd;
    const count = async (): Promise<number> => Number((await outside.rows('SELECT count(*) AS n FROM kept'))[0]?.n);
    await db.execute("INSERT INTO kept (id, name) VALUES (10, 'a')");
    expect(await count()).toBe(4);
    await db.execute("INSERT INTO kept (id, name) VALUES (11, 'b') RETURNING id");
    await db.execute("INSERT INTO kept (id, name) VALUES (12, 'c')");
    expect(await count()).toBe(6);
    await refusal(db.executeMany('INSERT INTO kept (id) VALUES (?)', [[13], [13]]), 'CONSTRAINT_VIOLATION');
    await db.executeMany('DELETE FROM kept WHERE id = ?', [[10], [11], [12]]);
    expect(await count()).toBe(3);
  });

  it('refuses what does not fit, and cuts nothing', async () => {
    const { db, outside } = odd;
    const bad: readonly (readonly [string, unknown])[] = [
      ['name', 'far longer than twenty characters'],
      ['price', 99_999_999_999],
      ['day', '2023-02-30'],
      ['day', 'soon'],
      ['ratio', 'many'],
      ['id', 3_000_000_000],
    ];
    for (const [column, value] of bad) {
      for (const change of [
        () => db.execute(`UPDATE kept SET ${column} = ? WHERE id = 2`, [value]),
        () => db.executeMany(`UPDATE kept SET ${column} = ? WHERE id = ?`, [[value, 2]]),
      ]) {
        expect(['QUERY_FAILED', 'BAD_PARAMETERS']).toContain((await refusal(change())).code);
      }
    }
    const [row] = await outside.rows('SELECT count(*) AS n FROM kept WHERE id = 2 AND price IS NULL AND day IS NULL');
    expect(Number(row?.n)).toBe(1);
  });
});

describe('a database in LATIN1', () => {
  it('gives and takes what it can hold, and refuses the rest', async () => {
    const name = `test_latin1_${process.pid}`;
    const server = sharedUrl('postgresql');
    const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
    await runSql(
      'postgresql',
      server,
      `CREATE DATABASE ${name} ENCODING LATIN1 TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`,
    );
    const db = await TestPipeline.open({ dialect: 'POSTGRESQL', url });
    try {
      await db.execute('CREATE TABLE kept (name varchar(20))');
      await db.execute('INSERT INTO kept VALUES (?)', ['Zoë é ÿ']);
      expect(await db.value('SELECT name FROM kept')).toBe('Zoë é ÿ');
      expect(await db.value("SELECT count(*) FROM kept WHERE name LIKE '%ë%'")).toBe(1);
      const error = await refusal(db.execute('INSERT INTO kept VALUES (?)', ['☃']), 'BAD_PARAMETERS');
      expect(error.details.sqlState).toBe('22P05');
      expectHelpful(error, url);
      await refusal(db.execute("INSERT INTO kept VALUES ('☃')"), 'BAD_PARAMETERS');
      await refusal(db.executeMany('INSERT INTO kept VALUES (?)', [['a'], ['☃']]), 'BAD_PARAMETERS');
      expect(await db.value('SELECT count(*) FROM kept')).toBe(1);
    } finally {
      await db.close();
      await runSql('postgresql', server, `DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});

describe('a column in latin1', () => {
  it('refuses what it can’t hold', async () => {
    const outside = await createDatabase('mysql');
    const db = await TestPipeline.open({ dialect: 'MYSQL', url: outside.url });
    try {
      await db.execute('CREATE TABLE kept (name varchar(20)) DEFAULT CHARSET latin1');
      await db.execute('INSERT INTO kept VALUES (?)', ['Zoë']);
      expect(await db.value('SELECT name FROM kept')).toBe('Zoë');
      await refusal(db.execute('INSERT INTO kept VALUES (?)', ['☃']), 'QUERY_FAILED');
      expect(await db.value('SELECT count(*) FROM kept')).toBe(1);
    } finally {
      await db.close();
      await outside.drop();
    }
  });
});

onEveryServer('a server that is read-only', (server) => {
  let own: PrivateServer | undefined;
  let outside: TestDatabase;
  let db: TestPipeline;
  let url: string;

  /** From elsewhere: in the database itself it would be refused. */
  const setReadOnly = async (setting: 'on' | 'off'): Promise<void> => {
    const sql = `ALTER DATABASE ${outside.name} SET default_transaction_read_only = ${setting}`;
    await runSql('postgresql', sharedUrl('postgresql'), sql);
  };
  const openAgain = async (): Promise<void> => {
    await db.registry.remove('main');
    await db.add('main', { dialect: server.dialect, url });
  };

  beforeAll(async () => {
    if (server.engine === 'mysql') own = await startServer('mysql', { settings: { read_only: 'ON' } });
    outside = await createDatabase(server.engine, own?.url);
    await outside.run('CREATE TABLE kept (id integer PRIMARY KEY); INSERT INTO kept VALUES (1)');
    ({ url } = await outside.createRole('WRITE'));
    if (server.engine === 'postgresql') await setReadOnly('on');
    db = await TestPipeline.open({ dialect: server.dialect, url });
  });
  afterAll(async () => {
    await db.close();
    if (own === undefined) await outside.drop();
    else await own.end();
  });

  const expectRefused = async (): Promise<void> => {
    for (const change of [
      () => db.execute('INSERT INTO kept VALUES (2)'),
      () => db.execute('INSERT INTO kept VALUES (2) RETURNING id'),
      () => db.execute('DELETE FROM kept'),
      () => db.executeMany('INSERT INTO kept VALUES (?)', [[2], [3]]),
    ]) {
      const error = await refusal(change(), 'DATABASE_READ_ONLY');
      expect(error.details.hint).toMatch(/replica.*primary/);
      expect(error.details.sqlState).toMatch(/^(25006|HY000)$/);
      expectHelpful(error, outside.url);
    }
    const rows = await outside.rows('SELECT count(*) AS n FROM kept');
    expect(Number(rows[0]?.n)).toBe(1);
    expect(await db.value('SELECT count(*) FROM kept')).toBe(1);
  };

  it('refuses changes, and says what it is', async () => {
    await expectRefused();
  });

  it('takes changes once it is no longer', async () => {
    if (server.engine === 'postgresql') {
      await setReadOnly('off');
      await openAgain();
    } else {
      await outside.run('SET GLOBAL read_only = OFF');
    }
    await db.execute('INSERT INTO kept VALUES (5)');
    await db.execute('DELETE FROM kept WHERE id = 5');
    if (server.engine === 'postgresql') return;
    // The other way to make MariaDB read-only, for sessions that begin from now on.
    await outside.run('SET GLOBAL tx_read_only = ON');
    await openAgain();
    await expectRefused();
  });
});
