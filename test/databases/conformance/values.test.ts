import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEveryEngine, type TestedDatabase } from './engines.js';

/** Columns in order: each with its type, and its values in two rows and as NULL. */
const COLUMNS = [
  ['truth', 'boolean', 'BOOLEAN', true, false],
  ['small', 'integer', 'INTEGER', 2_147_483_647, -2_147_483_648],
  ['big', 'bigint', 'BIGINT', '9223372036854775807', '-9223372036854775808'],
  ['safe', 'bigint', 'BIGINT', 9_007_199_254_740_991, -9_007_199_254_740_991],
  ['price', 'decimal', 'DECIMAL', '1234567890.50', '-0.01'],
  ['ratio', 'double', 'FLOAT', 0.1, -1.5e300],
  ['name', 'text', 'TEXT', 'Zoë ☃ 𝄞 "q" \\ \' % _', ''],
  ['bytes', 'binary', 'BINARY', 'AP+A', ''],
  ['day', 'date', 'DATE', '2024-02-29', '1969-12-31'],
  ['clock', 'time', 'TIME', '13:05:00', '23:59:59.5'],
  ['moment', 'timestamp', 'TIMESTAMP', '2024-02-29T13:05:00', '1999-12-31T23:59:59.25'],
  ['instant', 'timestamptz', 'TIMESTAMPTZ', '2024-02-29T12:05:00Z', '2038-01-18T23:59:59.999Z'],
  ['document', 'json', 'JSON', { a: [1, 'two', null, true], b: { c: 1.5 } }, []],
] as const;

/** How the values above are sent. */
const SENT: Readonly<Record<string, (value: unknown) => unknown>> = {
  big: (value) => ({ $type: 'bigint', value }),
  price: (value) => ({ $type: 'decimal', value }),
  bytes: (value) => ({ $type: 'binary', value }),
  moment: (value) => ({ $type: 'timestamp', value }),
  instant: (value) => ({ $type: 'timestamp', value }),
  document: (value) => ({ $type: 'json', value }),
};

onEveryEngine('values', (engine) => {
  let db: TestedDatabase;
  const names = COLUMNS.map(([name]) => name);
  const rows = [3, 4].map((at) => COLUMNS.map((column) => column[at as 3 | 4]));

  beforeAll(async () => {
    db = await engine.open();
    const columns = COLUMNS.map(([name, type]) => `${name} ${engine.words.types[type]} NULL`);
    await db.execute(`CREATE TABLE kept (id integer PRIMARY KEY, ${columns.join(', ')})`);
    const insert = `INSERT INTO kept (id, ${names.join(', ')}) VALUES (${['id', ...names].map((name) => `:${name}`).join(', ')})`;
    const nothing = COLUMNS.map(() => null);
    for (const [id, row] of [...rows, nothing].entries()) {
      const values = row.map((value, index) => {
        const name = names[index] ?? '';
        return [name, value === null ? null : (SENT[name]?.(value) ?? value)] as const;
      });
      await db.execute(insert, { id, ...Object.fromEntries(values) });
    }
  });
  afterAll(() => db.close());

  it('come back as they were sent', async () => {
    const { tuples } = await db.query(`SELECT ${names.join(', ')} FROM kept ORDER BY id`);
    expect(tuples).toEqual([...rows, COLUMNS.map(() => null)]);
  });

  it.each([
    ['.500000', '.5'],
    ['.000', ''],
    ['.120', '.12'],
    ['.007', '.007'],
    ['', ''],
  ])('of time have no zeros at the end of a second’s fraction: %s', async (sent, told) => {
    const insert = 'INSERT INTO kept (id, clock, moment, instant) VALUES (50, ?, ?, ?)';
    const instant = { $type: 'timestamp', value: `2024-02-29T13:05:00${sent}Z` };
    await db.execute(insert, [`13:05:00${sent}`, `2024-02-29 13:05:00${sent}`, instant]);
    const [found] = await db.rows('SELECT clock, moment, instant FROM kept WHERE id = 50');
    await db.execute('DELETE FROM kept WHERE id = 50');
    expect(found).toEqual([`13:05:00${told}`, `2024-02-29T13:05:00${told}`, `2024-02-29T13:05:00${told}Z`]);
  });

  it('have one set of types', async () => {
    const { columns } = await db.query(`SELECT ${names.join(', ')} FROM kept ORDER BY id`);
    expect(columns.map(({ name, type }) => [name, type])).toEqual(COLUMNS.map(([name, , type]) => [name, type]));
    expect(columns.every(({ databaseType }) => databaseType !== null && databaseType !== '')).toBe(true);
  });

  it('have them in an empty result too', async () => {
    const { columns, tuples } = await db.query(`SELECT ${names.join(', ')} FROM kept WHERE id = 99`);
    expect(columns.map(({ type }) => type)).toEqual(COLUMNS.map(([, , type]) => type));
    expect(tuples).toEqual([]);
  });

  // JSON has no equality that engines share.
  it.each(names.filter((name) => name !== 'document'))('are found again by %s', async (name) => {
    const at = names.indexOf(name);
    const value = rows[0]?.[at];
    const sent = SENT[name]?.(value) ?? value;
    expect(await db.rows(`SELECT id FROM kept WHERE ${name} = ?`, [sent])).toEqual([[0]]);
  });

  it('are strings throughout where that is asked for', async () => {
    const { tuples } = await db.query('SELECT big, safe, price, small FROM kept WHERE id = 0', undefined, {
      numbers: 'STRINGS',
    });
    expect(tuples).toEqual([['9223372036854775807', '9007199254740991', '1234567890.50', 2_147_483_647]]);
  });

  it('of two columns with one name are both there', async () => {
    const { columns, tuples } = await db.query(
      'SELECT a.id, b.id, a.small AS id FROM kept a JOIN kept b ON b.id = a.id + 1 WHERE a.id = 0',
    );
    expect(columns.map(({ key }) => key)).toEqual(['id', 'id_2', 'id_3']);
    expect(tuples).toEqual([[0, 1, 2_147_483_647]]);
  });

  it('of conditions are truth values', async () => {
    const { columns, tuples } = await db.query(
      "SELECT 1 = 1, small > 0, name LIKE 'Z%', name IS NULL, NOT truth, EXISTS (SELECT 1 FROM kept), small IN (1, 2), small BETWEEN 1 AND 2, NULL = 1 FROM kept WHERE id = 0",
    );
    expect(columns.map(({ type }) => type)).toEqual(columns.map(() => 'BOOLEAN'));
    expect(tuples).toEqual([[true, true, true, false, false, true, false, false, null]]);
  });

  it('of expressions keep their types', async () => {
    const { tuples } = await db.query(
      'SELECT count(*), max(small), min(day), coalesce(name, ?), upper(name) FROM kept WHERE id = 1 GROUP BY name',
      ['none'],
    );
    expect(tuples).toEqual([[1, -2_147_483_648, '1969-12-31', '', '']]);
  });
});
