import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DialectName } from '../../../../src/sql/index.js';
import { ENGINES, onEveryEngine, type TestedDatabase } from '../../../databases/conformance/engines.js';

// MariaDB has no name for a new row
it.each(ENGINES.filter(({ dialect }) => dialect !== 'MYSQL'))(
  'a new row’s name of MySQL 8 means it on $name',
  async (engine) => {
    const db = await engine.open();
    await db.execute('CREATE TABLE tally (day varchar(10) PRIMARY KEY, hits integer NOT NULL)');
    const sql = "INSERT INTO tally VALUES ('a', 2) AS fresh (d, h) ON DUPLICATE KEY UPDATE hits = hits + fresh.h";
    for (let run = 0; run < 2; run++) await db.execute(sql, undefined, { dialect: 'MYSQL' });
    expect(await db.rows('SELECT day, hits FROM tally')).toEqual([['a', 4]]);
    await db.close();
  },
);

onEveryEngine('changes of other dialects run', (engine) => {
  let db: TestedDatabase;
  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());

  it('with their values, on the side that writes', async () => {
    await db.execute('CREATE TABLE stock (sku varchar(10) PRIMARY KEY, amount integer NOT NULL)');
    const upsert =
      'INSERT INTO stock (sku, amount) VALUES (?, ?) ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)';
    await db.execute(upsert, ['A', 3], { dialect: 'MYSQL' });
    await db.execute(upsert, ['A', 4], { dialect: 'MYSQL' });
    await db.executeMany(
      upsert,
      [
        ['A', 1],
        ['B', 2],
      ],
      { dialect: 'MYSQL' },
    );
    await db.execute('UPDATE stock SET amount = $2 + amount WHERE sku = $1', ['B', 10], { dialect: 'POSTGRESQL' });
    expect((await db.query('SELECT sku, amount FROM stock ORDER BY sku')).tuples).toEqual([
      ['A', 8],
      ['B', 12],
    ]);
  });

  it('as one, where they come to several statements', async () => {
    for (const name of ['one', 'two']) {
      await db.execute(`CREATE TABLE ${name} (id integer PRIMARY KEY)`);
      await db.execute(`INSERT INTO ${name} VALUES (1), (2)`);
    }
    const emptied = await db.execute('TRUNCATE one, two', undefined, { dialect: 'POSTGRESQL' });
    expect(emptied.executedSql).toMatch(/one.*two/s);
    expect(await db.rows('SELECT count(*) FROM one UNION ALL SELECT count(*) FROM two')).toEqual([[0], [0]]);
    const outcome = await db.transaction([
      { sql: 'INSERT INTO one VALUES (3)' },
      { sql: 'TRUNCATE one, two CONTINUE IDENTITY', dialect: 'POSTGRESQL' },
      { sql: 'INSERT INTO missing VALUES (3)' },
    ]);
    expect(outcome.committed).toBe(false);
    const failing = db.execute('TRUNCATE one, missing', undefined, { dialect: 'POSTGRESQL' });
    await expect(failing).rejects.toMatchObject({ code: 'QUERY_FAILED' });
  });

  it('with lists for PostgreSQL’s arrays', async () => {
    await db.execute('CREATE TABLE words (id integer PRIMARY KEY, word varchar(20), place integer)');
    const from = { dialect: 'POSTGRESQL' } as const;
    await db.execute(
      'INSERT INTO words (id, word) SELECT unnest($1::int[]), unnest($2::text[])',
      [
        [1, 2, 3],
        ['one', 'two', 'three'],
      ],
      from,
    );
    await db.execute('UPDATE words SET place = 1 WHERE id = ANY($1)', [[2, 3]], from);
    const tagged = [{ $type: 'array', value: [1] }];
    await db.execute('UPDATE words SET place = 9 WHERE id = ANY($1::int[])', tagged, from);
    await db.execute(
      'UPDATE words SET place = u.place FROM unnest($1::int[], $2::int[]) AS u(id, place) WHERE u.id = words.id',
      [[3], [7, 8]],
      from,
    );
    expect(await db.rows('SELECT id, word, place FROM words ORDER BY id')).toEqual([
      [1, 'one', 9],
      [2, 'two', 1],
      [3, 'three', 7],
    ]);
    const none = 'SELECT id FROM words WHERE id = ANY($1::int[]) OR id NOT IN ($2) ORDER BY id';
    expect((await db.query(none, [[], []], from)).tuples).toEqual([[1], [2], [3]]);
  });

  it('with words of a user’s own type, and a count of days', async () => {
    if (engine.dialect === 'POSTGRESQL') await db.execute("CREATE TYPE mood AS ENUM ('glad', 'sad')");
    const type = engine.dialect === 'POSTGRESQL' ? 'mood' : 'varchar(10)';
    await db.execute(`CREATE TABLE moods (id integer PRIMARY KEY, mood ${type}, day date)`);
    const from = { dialect: 'POSTGRESQL' } as const;
    await db.execute("INSERT INTO moods VALUES (1, 'sad', '2024-02-28'), (2, 'sad', '2024-02-20')", undefined, from);
    await db.execute("UPDATE moods SET mood = $1::mood WHERE mood = 'sad'::mood AND id = $2", ['glad', 1], from);
    const late = "SELECT mood FROM moods WHERE day > date '2024-03-01' - ($1 || ' days')::interval";
    expect((await db.query(late, ['3'], from)).tuples).toEqual([['glad']]);
  });

  it('with the numbers that SQLite counts on from', async () => {
    const from = { dialect: 'SQLITE' } as const;
    await db.execute('CREATE TABLE tickets (id INTEGER PRIMARY KEY AUTOINCREMENT, seat integer)', undefined, from);
    const add = (seat: number): Promise<unknown> => db.execute('INSERT INTO tickets (seat) VALUES (?)', [seat], from);
    await add(1);
    await add(2);
    await db.execute('DELETE FROM tickets', undefined, from);
    await db.execute("DELETE FROM sqlite_sequence WHERE name = 'tickets'", undefined, from);
    await add(3);
    await db.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'tickets'", undefined, from);
    await add(4);
    // what has rows counts on behind them
    await db.execute("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'tickets'", undefined, from);
    await add(5);
    expect(await db.rows('SELECT id, seat FROM tickets ORDER BY id')).toEqual([
      [1, 3],
      [41, 4],
      [42, 5],
    ]);
    if (engine.dialect === 'SQLITE') return;
    const all = db.execute('DELETE FROM sqlite_sequence', undefined, from);
    await expect(all).rejects.toMatchObject({ code: 'UNTRANSLATABLE' });
  });

  it('in steps, each with the values that it takes', async () => {
    await db.execute('CREATE TABLE moves (id integer PRIMARY KEY, kind varchar(10), amount integer)');
    await db.execute("INSERT INTO moves VALUES (1, 'a', 5), (2, 'b', 7)");
    const changed = await db.execute('UPDATE moves SET kind = $2 WHERE amount > $1 RETURNING id, kind', [6, 'big'], {
      dialect: 'POSTGRESQL',
    });
    expect(changed).toMatchObject({ tuples: [[2, 'big']], affectedRows: 1, statementKind: 'UPDATE' });
    await db.execute(
      `WITH gone AS (DELETE FROM moves WHERE amount < $3 RETURNING id, amount)
       INSERT INTO moves (id, kind, amount) SELECT id + $1, $2, amount FROM gone`,
      [10, 'moved', 6],
      { dialect: 'POSTGRESQL' },
    );
    expect(await db.rows('SELECT id, kind, amount FROM moves ORDER BY id')).toEqual([
      [2, 'big', 7],
      [11, 'moved', 5],
    ]);
    const short = db.execute('UPDATE moves SET kind = $2 WHERE amount > $1 RETURNING id', [6], {
      dialect: 'POSTGRESQL',
    });
    await expect(short).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
  });

  it('with values that say what a call means', async () => {
    const document = engine.dialect === 'POSTGRESQL' ? 'jsonb' : 'json';
    await db.execute(`CREATE TABLE visits (id integer PRIMARY KEY, day date, at timestamp NULL, doc ${document})`);
    await db.execute(
      `INSERT INTO visits VALUES (1, '2024-02-29', '2024-02-29 13:05:00', '{"lang":"en"}'), (2, '2024-03-31', NULL, NULL)`,
    );
    const read = async (dialect: DialectName, sql: string, params: readonly unknown[]): Promise<unknown> =>
      (await db.query(sql, params, { dialect })).tuples;
    expect(await read('MYSQL', 'SELECT DATE_FORMAT(day, ?), ? FROM visits ORDER BY id', ['%d.%m', 7])).toEqual([
      ['29.02', 7],
      ['31.03', 7],
    ]);
    expect(
      await read('POSTGRESQL', 'SELECT id FROM visits WHERE date_trunc($2, at) < $1', ['2024-03-01', 'month']),
    ).toEqual([[1]]);
    const before = "SELECT id FROM visits WHERE day > date('2024-03-05', '-' || ? || ' days') AND id > ?";
    expect(await read('SQLITE', before, [7, 0])).toEqual([[1], [2]]);
    expect(await read('SQLITE', 'SELECT json_extract(doc, ?) FROM visits WHERE id = ?', ['$.lang', 1])).toEqual([
      ['en'],
    ]);
    expect(await read('MYSQL', 'SELECT DATE_ADD(?, INTERVAL ? MONTH), HEX(?)', ['2024-01-31', 1, 255])).toEqual([
      ['2024-02-29', 'FF'],
    ]);
    await db.execute('UPDATE visits SET doc = JSON_SET(doc, ?, ?) WHERE id = ?', ['$.lang', "o'\\", 1], {
      dialect: 'MYSQL',
    });
    expect(
      await read('MYSQL', 'SELECT JSON_UNQUOTE(JSON_EXTRACT(doc, ?)) FROM visits WHERE id = 1', ['$.lang']),
    ).toEqual([["o'\\"]]);
    await expect(
      db.query('SELECT DATE_FORMAT(day, ?) FROM visits WHERE id = ?', ['%d'], { dialect: 'MYSQL' }),
    ).rejects.toMatchObject({ code: 'BAD_PARAMETERS' });
  });

  it('with moments that say how far they are from UTC', async () => {
    const moment = engine.dialect === 'MYSQL' ? 'datetime NULL' : 'timestamp';
    await db.execute(`CREATE TABLE shifts (id integer PRIMARY KEY, starts_at ${moment}, day date, note varchar(40))`);
    const from = { dialect: 'POSTGRESQL' } as const;
    const insert = 'INSERT INTO shifts VALUES ($1, $2, $3, $4)';
    await db.execute(
      insert,
      [1, '2024-03-01T10:00:00.000Z', '2024-03-01T23:30:00-05:00', '2024-03-01T10:00:00Z'],
      from,
    );
    const shift = 'UPDATE shifts SET starts_at = $2::timestamptz WHERE id = $1';
    if (engine.dialect !== 'POSTGRESQL') await db.execute(shift, [1, '2024-03-01T12:30:00+02:00'], from);
    const at = engine.dialect === 'POSTGRESQL' ? '10:00' : '10:30';
    const written = `SELECT id, note FROM shifts WHERE starts_at = '2024-03-01 ${at}:00' AND day = '2024-03-01'`;
    expect(await db.rows(written)).toEqual([[1, '2024-03-01T10:00:00Z']]);
    const later = await db.query('SELECT id FROM shifts WHERE starts_at >= $1', ['2024-03-01T10:00:00Z'], from);
    expect(later.tuples).toEqual([[1]]);
  });

  it('with a choice of a column and a moment or a number', async () => {
    const moment = engine.dialect === 'MYSQL' ? 'datetime NULL' : 'timestamp';
    await db.execute(`CREATE TABLE bills (id integer PRIMARY KEY, paid boolean, paid_at ${moment}, due date)`);
    await db.execute('INSERT INTO bills (id) VALUES (1)');
    const pay = 'UPDATE bills SET paid = ?, paid_at = coalesce(paid_at, ?), due = coalesce(?, due) WHERE id = ?';
    await db.execute(pay, [1, '2024-03-01 10:00:00', '2024-04-01', 1], { dialect: 'SQLITE' });
    const written = "SELECT id FROM bills WHERE paid_at = '2024-03-01 10:00:00' AND due = '2024-04-01' AND paid";
    expect(await db.rows(written)).toEqual([[1]]);
  });

  it('with a key that is taken out of a document', async () => {
    const document = { POSTGRESQL: 'jsonb', MYSQL: 'json', SQLITE: 'text' }[engine.dialect];
    await db.execute(`CREATE TABLE prefs (id integer PRIMARY KEY, doc ${document})`);
    await db.execute(`INSERT INTO prefs VALUES (1, '{"theme": "dark", "n": 1}')`);
    const from = { dialect: 'POSTGRESQL' } as const;
    await db.execute('UPDATE prefs SET doc = doc - $1 WHERE id = $2', ['theme', 1], from);
    const left = "SELECT id FROM prefs WHERE doc ->> 'n' = '1' AND doc ->> 'theme' IS NULL";
    expect((await db.query(left, undefined, from)).tuples).toEqual([[1]]);
  });

  it('with parameters that are tested for NULL, and others of which no place tells', async () => {
    await db.execute('CREATE TABLE seats (id integer PRIMARY KEY, day date NOT NULL, price decimal(8, 2) NOT NULL)');
    await db.execute(
      'INSERT INTO seats VALUES (:id, :day, :price), (:id + 1, :day, :price * 2)',
      { id: 1, day: '2024-02-29', price: '12.345' },
      { dialect: 'POSTGRESQL' },
    );
    const among =
      'SELECT id FROM seats WHERE (:day IS NULL OR day >= :day) AND (:most IS NULL OR price < :most) ORDER BY id';
    const given = { day: '2024-02-01', most: 20 };
    for (const dialect of ['MYSQL', 'SQLITE'] as const) {
      expect((await db.query(among, given, { dialect })).tuples).toEqual([[1]]);
      expect((await db.query(among, { day: null, most: null }, { dialect })).tuples).toEqual([[1], [2]]);
      const apart = 'SELECT id FROM seats WHERE (? IS NULL OR day >= ?) AND (? IS NOT NULL OR id > 1) ORDER BY id';
      expect((await db.query(apart, [null, '2024-01-01', null], { dialect })).tuples).toEqual([[2]]);
    }
    expect((await db.query('SELECT price FROM seats WHERE id = 1')).tuples).toEqual([['12.35']]);
    await db.execute('UPDATE seats SET price = price * ? WHERE id = ?', [1.01, 1], { dialect: 'MYSQL' });
    expect((await db.query('SELECT price FROM seats WHERE id = 1')).tuples).toEqual([['12.47']]);
  });

  it('not by the path that reads', async () => {
    await db.execute('CREATE TABLE gone (id integer PRIMARY KEY)');
    for (const dialect of ['POSTGRESQL', 'MYSQL', 'SQLITE'] as const) {
      await expect(db.query('DELETE FROM gone', undefined, { dialect })).rejects.toMatchObject({
        code: 'WRITE_NOT_ALLOWED',
      });
    }
  });

  it('in a transaction, all or none', async () => {
    await db.execute('CREATE TABLE kept (id integer PRIMARY KEY, n integer)');
    const outcome = await db.transaction([
      { sql: 'INSERT IGNORE INTO kept VALUES (1, 1), (1, 2)', dialect: 'MYSQL' },
      { sql: 'REPLACE INTO kept (id, n) VALUES (1, 5)', dialect: 'SQLITE' },
    ]);
    expect(outcome.committed).toBe(true);
    expect((await db.query('SELECT id, n FROM kept')).tuples).toEqual([[1, 5]]);
  });
});
