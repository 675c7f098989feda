import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutsideConnection, refusal, TestPipeline } from '../../support/test-pipeline.js';

let db: TestPipeline;

beforeAll(async () => {
  db = await TestPipeline.open();
  await db.execute('CREATE TABLE numbers (id INTEGER PRIMARY KEY, n INTEGER, big BIGINT, note TEXT)');
  await db.execute(
    'INSERT INTO numbers VALUES (1, 9007199254740993, 5, NULL), (2, -9223372036854775808, 9223372036854775807, ?)',
    ['x'],
  );
});

afterAll(async () => await db.close());

async function names(sql: string, params?: unknown): Promise<string[]> {
  return (await db.query(sql, params)).columns.map(({ name }) => name);
}

async function keys(sql: string): Promise<string[]> {
  return (await db.query(sql)).columns.map(({ key }) => key);
}

async function types(sql: string): Promise<string[]> {
  return (await db.query(sql)).columns.map(({ type }) => type);
}

describe('columns', () => {
  it('keeps columns that share a name, under keys of their own', async () => {
    const result = await db.query(
      'SELECT a.id, b.id, 7 AS id_2 FROM numbers a JOIN numbers b ON b.id = a.id ORDER BY 1',
    );
    expect(result.columns.map(({ name, key }) => [name, key])).toEqual([
      ['id', 'id'],
      ['id', 'id_3'],
      ['id_2', 'id_2'],
    ]);
    expect(result.tuples).toEqual([
      [1, 1, 7],
      [2, 2, 7],
    ]);
    expect(await keys('SELECT 1 AS id, 2 AS id, 3 AS ID, 4 AS id')).toEqual(['id', 'id_2', 'ID', 'id_3']);
  });

  it('keeps the order of columns named by integers', async () => {
    const result = await db.query('SELECT \'a\' AS "2", \'b\' AS "1", \'c\' AS "10"');
    expect(result.columns.map(({ name }) => name)).toEqual(['2', '1', '10']);
    expect(result.tuples).toEqual([['a', 'b', 'c']]);
  });

  it('tells the columns of an empty result', async () => {
    const result = await db.query('SELECT id, n, big, note, n + 1 AS next FROM numbers WHERE 1 = 0');
    expect(result.tuples).toEqual([]);
    expect(result.columns.map(({ name, type, databaseType }) => [name, type, databaseType])).toEqual([
      ['id', 'INTEGER', 'INTEGER'],
      ['n', 'INTEGER', 'INTEGER'],
      ['big', 'BIGINT', 'BIGINT'],
      ['note', 'TEXT', 'TEXT'],
      ['next', 'INTEGER', null],
    ]);
  });

  it.each([
    ['SELECT ?', [1], ['?']],
    ['SELECT :a + 1, :a', { a: 1 }, [':a + 1', ':a']],
    ['SELECT true, FALSE', undefined, ['true', 'FALSE']],
    ['SELECT 1 AS true, 2 AS "false"', undefined, ['true', 'false']],
    ['SELECT true AS yes, NOT false', undefined, ['yes', 'NOT false']],
    ['SELECT 1 AS __proto__, 2 AS constructor', undefined, ['__proto__', 'constructor']],
    ["SELECT 'it''s', 1+1, count(*) FROM numbers", undefined, ["'it''s'", '1+1', 'count(*)']],
    ['SELECT 1 AS id, 2 AS "id:1"', undefined, ['id', 'id:1']],
    ['SELECT 1 AS id, 2 AS "id:7", 3 AS id', undefined, ['id', 'id:7', 'id']],
    ['SELECT t.ID, "N", [note] FROM numbers t', undefined, ['id', 'n', 'note']],
    ['SELECT (id), +id, max(id) FROM numbers', undefined, ['id', '+id', 'max(id)']],
    ['VALUES (1, 2), (3, 4)', undefined, ['column1', 'column2']],
    ['SELECT CASE WHEN true THEN ? END', ['a'], ['CASE WHEN true THEN ? END']],
    ['SELECT 1 /* inside */ + 1 -- behind', undefined, ['1 /* inside */ + 1']],
    ['SELECT 1 AS "ä€😀"', undefined, ['ä€😀']],
  ])('names the columns of %s', async (sql, params, expected) => {
    expect(await names(sql, params)).toEqual(expected);
  });

  it('reads 200 and 1500 columns', async () => {
    for (const width of [200, 1500]) {
      const list = Array.from({ length: width }, (_, index) => `${index} AS "same"`).join(', ');
      const result = await db.query(`SELECT ${list}`);
      expect(result.columns).toHaveLength(width);
      expect(result.tuples).toEqual([Array.from({ length: width }, (_, index) => index)]);
    }
  });
});

describe('values', () => {
  it('reads integers past 2^53 exactly', async () => {
    expect(await db.rows('SELECT n, big FROM numbers ORDER BY id')).toEqual([
      ['9007199254740993', 5],
      ['-9223372036854775808', '9223372036854775807'],
    ]);
    expect(
      await db.rows('SELECT n + 2, max(big), 9007199254740991, 9007199254740992 FROM numbers WHERE id = 1'),
    ).toEqual([['9007199254740995', 5, 9007199254740991, '9007199254740992']]);
    expect(await db.value('SELECT :v', { v: { $type: 'bigint', value: '-9223372036854775807' } })).toBe(
      '-9223372036854775807',
    );
    const returned = await db.execute('UPDATE numbers SET note = note RETURNING n, n + 2, id');
    expect(returned.tuples[0]).toEqual(['9007199254740993', '9007199254740995', 1]);
  });

  it('keeps integers integers in storage', async () => {
    await db.execute('CREATE TABLE stored (v)');
    for (const value of [
      2147483647,
      2147483648,
      -2147483649,
      9007199254740991,
      { $type: 'bigint', value: '9223372036854775807' },
    ]) {
      await db.execute('INSERT INTO stored VALUES (?)', [value]);
    }
    expect(await db.rows('SELECT typeof(v), CAST(v AS TEXT) FROM stored')).toEqual([
      ['integer', '2147483647'],
      ['integer', '2147483648'],
      ['integer', '-2147483649'],
      ['integer', '9007199254740991'],
      ['integer', '9223372036854775807'],
    ]);
    expect(await db.value('SELECT count(*) FROM stored WHERE v = ?', [9007199254740991])).toBe(1);
  });

  it('reads values by their declared types', async () => {
    await db.execute(
      'CREATE TABLE typed (b BOOLEAN, d DATE, ts TIMESTAMP, dt DATETIME, m DECIMAL(10,2), j JSON, bin BLOB, u UUID, f DOUBLE, v VARCHAR(10), t TIME, z TIMESTAMPTZ)',
    );
    await db.execute('INSERT INTO typed VALUES (1, ?, ?, ?, 12.3, ?, ?, ?, 1.5, ?, ?, ?)', [
      '2024-02-29',
      '2024-02-29 13:05:00',
      1709211900,
      '{"a":[1,2]}',
      { $type: 'binary', value: 'AAEC/w==' },
      '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      'short',
      '13:05:00',
      '2024-02-29 13:05:00+02:00',
    ]);
    const result = await db.query('SELECT * FROM typed');
    expect(result.columns.map(({ type }) => type)).toEqual([
      'BOOLEAN',
      'DATE',
      'TIMESTAMP',
      'TIMESTAMP',
      'DECIMAL',
      'JSON',
      'BINARY',
      'UUID',
      'FLOAT',
      'TEXT',
      'TIME',
      'TIMESTAMPTZ',
    ]);
    expect(result.tuples).toEqual([
      [
        true,
        '2024-02-29',
        '2024-02-29T13:05:00',
        '2024-02-29T13:05:00',
        '12.30',
        { a: [1, 2] },
        'AAEC/w==',
        '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
        1.5,
        'short',
        '13:05:00',
        '2024-02-29T11:05:00Z',
      ],
    ]);
    expect((await db.query('SELECT j AS x, b FROM typed AS t')).tuples).toEqual([[{ a: [1, 2] }, true]]);
    const empty = await db.query('SELECT b, NULL, j FROM typed WHERE b = 5');
    expect(empty.columns.map(({ type }) => type)).toEqual(['BOOLEAN', 'OTHER', 'JSON']);
  });

  it('knows what is computed from declared columns by their types', async () => {
    const sql =
      'SELECT max(d), max(b), max(m), -m AS less, coalesce(z, z) AS z, max(t) AS t, (SELECT ts FROM typed LIMIT 1) AS ts, sum(m) AS total, count(*) AS n FROM "Typed" WHERE b = 1';
    const result = await db.query(sql);
    expect(result.columns.map(({ type }) => type)).toEqual([
      'DATE',
      'INTEGER',
      'DECIMAL',
      'DECIMAL',
      'TIMESTAMPTZ',
      'TIME',
      'TIMESTAMP',
      'FLOAT',
      'INTEGER',
    ]);
    expect(result.tuples).toEqual([
      ['2024-02-29', 1, '12.30', '-12.30', '2024-02-29T11:05:00Z', '13:05:00', '2024-02-29T13:05:00', 12.3, 1],
    ]);
    const changed = await db.execute(
      'UPDATE typed SET b = b WHERE b = 1 RETURNING coalesce(d, d) AS day, b = b AS same',
    );
    expect(changed.tuples).toEqual([['2024-02-29', true]]);
  });

  it('reads their types anew once the schema is another', async () => {
    await db.execute('CREATE TABLE retyped (v TEXT)');
    await db.execute("INSERT INTO retyped VALUES ('1')");
    const sql = 'SELECT max(v) FROM retyped';
    expect((await db.query(sql)).columns[0]?.type).toBe('TEXT');
    await db.execute('DROP TABLE retyped');
    await db.execute('CREATE TABLE retyped (v DATE)');
    await db.execute("INSERT INTO retyped VALUES ('2024-01-31')");
    expect((await db.query(sql)).columns[0]?.type).toBe('DATE');
    await db.execute('DROP TABLE retyped');
  });

  it.each([
    ['t', "'13:05'", '13:05:00'],
    ['t', "'13:05:00.500+02'", '13:05:00.5+02'],
    ['t', "'noon'", 'noon'],
    ['ts', "'2024-02-29T13:05:00.500'", '2024-02-29T13:05:00.5'],
    ['ts', '1709211900500', '2024-02-29T13:05:00.5'],
    ['ts', '1709211900', '2024-02-29T13:05:00'],
    ['z', "'2024-02-29 13:05:00.250+02:00'", '2024-02-29T11:05:00.25Z'],
    ['z', "'2024-02-29 13:05:00.000Z'", '2024-02-29T13:05:00Z'],
  ])('reads a time in the form that other engines have: %s %s', async (column, stored, told) => {
    await db.execute(`INSERT INTO typed (b, ${column}) VALUES (5, ${stored})`);
    const found = await db.rows(`SELECT ${column} FROM typed WHERE b = 5`);
    await db.execute('DELETE FROM typed WHERE b = 5');
    expect(found).toEqual([[told]]);
  });

  it('gives null for NULL in every type, and what does not fit as it is stored', async () => {
    await db.execute('INSERT INTO typed (b) VALUES (NULL)');
    expect((await db.rows('SELECT * FROM typed WHERE b IS NULL'))[0]?.every((value) => value === null)).toBe(true);
    await db.execute("INSERT INTO typed (b, d, j, m, ts) VALUES (7, 'someday', '{broken', 'abc', 'never')");
    expect(await db.rows('SELECT b, d, j, m, ts FROM typed WHERE b = 7')).toEqual([
      [7, 'someday', '{broken', 'abc', 'never'],
    ]);
  });

  it('gives BIGINT and DECIMAL as text where asked', async () => {
    expect(await db.rows('SELECT id, big FROM numbers ORDER BY id', undefined, { numbers: 'STRINGS' })).toEqual([
      [1, '5'],
      [2, '9223372036854775807'],
    ]);
    expect(await db.rows('SELECT m FROM typed WHERE b = 1', undefined, { numbers: 'STRINGS' })).toEqual([['12.30']]);
  });

  it('gives what JSON numbers can’t say as text', async () => {
    expect(await db.rows('SELECT 9e999, -9e999, 1e300')).toEqual([['Infinity', '-Infinity', 1e300]]);
  });

  it('keeps NUL, quotes and every plane of Unicode in text', async () => {
    const text = 'a\u0000b\'"\\ä€😀\u2028';
    expect(await db.value('SELECT ?', [text])).toBe(text);
    await db.execute('CREATE TABLE texts (t TEXT)');
    expect((await db.execute('INSERT INTO texts VALUES (?) RETURNING t', [text])).tuples).toEqual([[text]]);
    expect(await db.value('SELECT t FROM texts')).toBe(text);
  });

  it('infers the types of expressions from their values', async () => {
    expect(await types("SELECT 1, 1.5, 'a', x'00', NULL")).toEqual(['INTEGER', 'FLOAT', 'TEXT', 'BINARY', 'OTHER']);
    expect(await types('SELECT 9223372036854775807')).toEqual(['INTEGER']);
    expect(await types('SELECT count(*), sum(id), avg(id) FROM numbers')).toEqual(['INTEGER', 'INTEGER', 'FLOAT']);
  });
});

describe('wrapping', () => {
  const series = 'WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 50)';

  it.each([
    ['ORDER BY', `${series} SELECT i FROM s ORDER BY i DESC`, (rows: number[]) => rows[0] === 50 && rows[49] === 1],
    [
      'ORDER BY an expression',
      `${series} SELECT i FROM s ORDER BY (i * 37) % 50, i`,
      (rows: number[]) => rows[0] === 50 && rows.length === 50,
    ],
    [
      'compound',
      `${series} SELECT i FROM s UNION ALL SELECT -i FROM s ORDER BY 1`,
      (rows: number[]) => rows[0] === -50 && rows[99] === 50,
    ],
    [
      'window',
      `${series} SELECT row_number() OVER (ORDER BY i DESC) FROM s ORDER BY i`,
      (rows: number[]) => rows[0] === 50,
    ],
    [
      'LIMIT and OFFSET',
      `${series} SELECT i FROM s ORDER BY i DESC LIMIT 3 OFFSET 1`,
      (rows: number[]) => rows.join() === '49,48,47',
    ],
    ['VALUES', 'VALUES (3), (1), (2)', (rows: number[]) => rows.join() === '3,1,2'],
    ['a subquery’s order', `${series} SELECT * FROM (SELECT i FROM s ORDER BY -i)`, (rows: number[]) => rows[0] === 50],
  ])('keeps the order: %s', async (_, sql, holds) => {
    const rows = (await db.rows(sql)).map(([value]) => Number(value));
    expect(holds(rows)).toBe(true);
  });

  it('computes each expression once a row', async () => {
    const rows = await db.rows(`${series} SELECT random() FROM s, s AS s2`, undefined, { maxRows: 2500 });
    expect(rows).toHaveLength(2500);
    // A second computation would let integers past 2^53 through the driver, rounded.
    for (const [value] of rows)
      expect(typeof value === 'string' ? /^-?\d+$/.test(value) : Math.abs(Number(value)) < 2 ** 53).toBe(true);
    expect(rows.every(([value]) => Math.abs(Number(value)) < 2 ** 53 || typeof value === 'string')).toBe(true);
    const same = await db.rows(`${series} SELECT r, r FROM (SELECT abs(random() % 1000) AS r FROM s LIMIT 50)`);
    expect(same.every(([left, right]) => left === right)).toBe(true);
    const returned = await db.execute('UPDATE numbers SET note = note RETURNING random()');
    expect(returned.tuples.every(([value]) => typeof value === 'string' || Math.abs(Number(value)) < 2 ** 53)).toBe(
      true,
    );
  });

  it.each([
    'SELECT 1 -- end',
    'SELECT 1 /* never closed',
    'SELECT 1;',
    'SELECT 1; -- end',
    '-- start\nSELECT 1 ;;',
    '/* a */ SELECT /* b */ 1 /* c */',
    'SELECT 1 --',
    ' ; SELECT 1',
  ])('runs %j', async (sql) => {
    expect(await db.rows(sql)).toEqual([[1]]);
  });

  it('cuts at maxRows and says so', async () => {
    const cut = await db.query(`${series} SELECT i FROM s`, undefined, { maxRows: 10 });
    expect([cut.tuples.length, cut.truncated]).toEqual([10, true]);
    const whole = await db.query(`${series} SELECT i FROM s`, undefined, { maxRows: 50 });
    expect([whole.tuples.length, whole.truncated]).toEqual([50, false]);
    const returning = await db.execute('UPDATE numbers SET note = note RETURNING id', undefined, { maxRows: 1 });
    expect([returning.tuples.length, returning.truncated, returning.affectedRows]).toEqual([1, true, 2]);
  });

  it('refuses a result that is too large before it fills the memory', async () => {
    const before = process.memoryUsage().rss;
    const error = await refusal(db.query(`${series} SELECT zeroblob(4000000) FROM s, s AS s2`), 'RESULT_TOO_LARGE');
    expect(error.details.limit).toEqual({ name: 'responseBytes', max: 20_000_000 });
    expect(process.memoryUsage().rss - before).toBeLessThan(1_500_000_000);
    await refusal(db.query('SELECT zeroblob(30000000)'), 'RESULT_TOO_LARGE');
    const writing = "UPDATE numbers SET note = 'written' RETURNING hex(zeroblob(12000000))";
    await refusal(db.execute(writing), 'RESULT_TOO_LARGE');
    expect(await db.value("SELECT count(*) FROM numbers WHERE note = 'written'")).toBe(0);
    expect(await db.value('SELECT 1')).toBe(1);
  });
});

describe('a schema that changes', () => {
  it('shows new and renamed columns, changed here', async () => {
    await db.execute('CREATE TABLE moving (a INTEGER)');
    await db.execute('INSERT INTO moving VALUES (1)');
    await db.execute('CREATE VIEW moving_view AS SELECT * FROM moving');
    expect(await names('SELECT * FROM moving')).toEqual(['a']);
    await db.execute("ALTER TABLE moving ADD COLUMN b TEXT DEFAULT 'x'");
    expect(await names('SELECT * FROM moving')).toEqual(['a', 'b']);
    expect(await db.rows('SELECT * FROM moving')).toEqual([[1, 'x']]);
    await db.execute('ALTER TABLE moving RENAME COLUMN b TO c');
    expect(await names('SELECT * FROM moving')).toEqual(['a', 'c']);
    expect(await names('SELECT * FROM moving_view')).toEqual(['a', 'c']);
    await db.execute('ALTER TABLE moving DROP COLUMN c');
    expect(await db.rows('SELECT * FROM moving')).toEqual([[1]]);
  });

  it('shows what another program changed', async () => {
    const outside = await OutsideConnection.open(db.file());
    try {
      for (let round = 1; round <= 20; round++) {
        await outside.run(`ALTER TABLE moving ADD COLUMN n${round} INTEGER DEFAULT ${round}`);
        const result = await db.query('SELECT * FROM moving');
        expect(result.columns).toHaveLength(round + 1);
        expect(result.tuples[0]?.at(-1)).toBe(round);
      }
      await outside.run('DROP TABLE moving; CREATE TABLE moving (z BOOLEAN); INSERT INTO moving VALUES (1)');
      expect((await db.query('SELECT * FROM moving')).tuples).toEqual([[true]]);
    } finally {
      await outside.close();
    }
  });
});

describe('RETURNING', () => {
  beforeAll(async () => {
    await db.execute(
      'CREATE TABLE given (id INTEGER PRIMARY KEY, name TEXT, ok BOOLEAN DEFAULT 1, price DECIMAL(10,2))',
    );
  });

  it('gives the row, the expressions, aliases and duplicates that were asked for', async () => {
    const all = await db.execute("INSERT INTO given (name, price) VALUES ('a', 2.5) RETURNING *");
    expect(all.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'INTEGER'],
      ['name', 'TEXT'],
      ['ok', 'BOOLEAN'],
      ['price', 'DECIMAL'],
    ]);
    expect(all.tuples).toEqual([[1, 'a', true, '2.50']]);
    expect([all.affectedRows, all.lastInsertId]).toEqual([1, '1']);
    const some = await db.execute(
      'INSERT INTO given AS g (name) VALUES (\'b\') RETURNING id, id, id AS x, id + 1 y, upper(name) AS "N", given.ok, *, (SELECT count(*) FROM numbers) -- end',
    );
    expect(some.columns.map(({ name }) => name)).toEqual([
      'id',
      'id',
      'x',
      'y',
      'N',
      'ok',
      'id',
      'name',
      'ok',
      'price',
      '(SELECT count(*) FROM numbers)',
    ]);
    expect(some.columns.map(({ key }) => key).slice(0, 2)).toEqual(['id', 'id_2']);
    expect(some.tuples).toEqual([[2, 2, 2, 3, 'B', true, 2, 'b', true, null, 2]]);
  });

  it('names expressions as they are written', async () => {
    const result = await db.execute(
      "UPDATE given SET name = :n WHERE id = 1 RETURNING :n, '?1', id + :k, name LIKE '%?2'",
      { n: 'c', k: 5_000_000_000 },
    );
    expect(result.columns.map(({ name }) => name)).toEqual([':n', "'?1'", 'id + :k', "name LIKE '%?2'"]);
    expect(result.tuples).toEqual([['c', '?1', 5_000_000_001, false]]);
  });

  it('tells the columns where no row was touched', async () => {
    const result = await db.execute('DELETE FROM given WHERE id = 99 RETURNING ok, id');
    expect(result.columns.map(({ name, type }) => [name, type])).toEqual([
      ['ok', 'BOOLEAN'],
      ['id', 'INTEGER'],
    ]);
    expect([result.tuples, result.affectedRows, result.lastInsertId]).toEqual([[], 0, null]);
  });

  it('works behind WITH, ON CONFLICT and UPDATE … FROM', async () => {
    expect(
      (
        await db.execute(
          "WITH v(n) AS (VALUES ('w')) INSERT INTO given (name) SELECT n FROM v WHERE true RETURNING name, true, ok IS NOT false",
        )
      ).tuples,
    ).toEqual([['w', true, true]]);
    expect(
      (
        await db.execute(
          "INSERT INTO given (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id, name",
        )
      ).tuples,
    ).toEqual([[1, 'z']]);
    expect(
      (
        await db.execute(
          'UPDATE given SET name = n.id FROM numbers n WHERE n.id = given.id AND given.id = 1 RETURNING name',
        )
      ).tuples,
    ).toEqual([['1']]);
    expect(
      (await db.execute('DELETE FROM given WHERE id = 1 RETURNING CASE WHEN ok THEN name ELSE NULL END')).tuples,
    ).toEqual([['1']]);
  });

  it('refuses what SQLite refuses, and changes nothing', async () => {
    const count = await db.value('SELECT count(*) FROM given');
    for (const list of ['given.*', 'count(*)', 'nothing', 'id,', 'id FROM given']) {
      await refusal(db.execute(`INSERT INTO given (name) VALUES ('q') RETURNING ${list}`));
    }
    expect(await db.value('SELECT count(*) FROM given')).toBe(count);
  });
});

it('names parameters as each statement spells them', async () => {
  const names = async (sql: string, params: unknown) => (await db.query(sql, params)).columns.map(({ name }) => name);
  expect(await names('SELECT ?, ?', [1, 2])).toEqual(['?', '?']);
  expect(await names('SELECT :a, :b', { a: 1, b: 'x' })).toEqual([':a', ':b']);
  expect(await names('SELECT ?1, ?2, ?1', [1, 2])).toEqual(['?1', '?2', '?1']);
  expect(await names('SELECT :a, :b, :a', { a: 1, b: 'x' })).toEqual([':a', ':b', ':a']);
});

it('refuses JSON that nests too deeply for any reader', async () => {
  const value = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  await refusal(db.query('SELECT :a', { a: { $type: 'json', value } }), 'BAD_PARAMETERS');
});

it('calls a number that no integer of 64 bits is a FLOAT', async () => {
  const result = await db.query('SELECT 9223372036854775807 + 1 AS sum, 1e19 AS big, 9007199254740993 AS whole');
  expect(result.columns.map(({ type }) => type)).toEqual(['FLOAT', 'FLOAT', 'INTEGER']);
});
