import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/errors/index.js';
import { refusal } from '../support/test-pipeline.js';
import { expectHelpful, onEveryServer, openFaulty, type Faulty } from './server-under-test.js';

interface Case {
  readonly what: string;
  readonly sql: string;
  readonly params?: readonly unknown[];
  readonly code: ErrorCode;
  /** Per engine; undefined: the refusal is Dragoman's own. */
  readonly sqlState?: Readonly<Record<'postgresql' | 'mysql', string>>;
  /** Where the server names it. */
  readonly constraint?: string;
}

/** Of values as parameters and in the text; `t` has one row, with id 1. */
const CASES: readonly Case[] = [
  ...both('too long a text', 'short', 'far too long', 'QUERY_FAILED', { postgresql: '22001', mysql: '22001' }),
  ...both('a number out of range', 'small', 70_000, 'QUERY_FAILED', { postgresql: '22003', mysql: '22003' }),
  ...both('a decimal out of range', 'price', 123_456_789, 'QUERY_FAILED', { postgresql: '22003', mysql: '22003' }),
  ...both('a date that there is not', 'day', '2023-02-30', 'QUERY_FAILED', { postgresql: '22008', mysql: '22007' }),
  ...both('text in a number', 'small', 'many', 'QUERY_FAILED', { postgresql: '22P02', mysql: '22007' }),
  ...both('half a number', 'small', '12abc', 'QUERY_FAILED', { postgresql: '22P02', mysql: '01000' }),
  ...both('NULL where there must be a value', 'wanted', null, 'CONSTRAINT_VIOLATION', {
    postgresql: '23502',
    mysql: '23000',
  }),
  // To MariaDB JSON is text with a check.
  ...both('broken JSON', 'document', '{"a":', 'QUERY_FAILED', { postgresql: '22P02', mysql: '23000' }),
  ...both('a key that is taken', 'id', 1, 'CONSTRAINT_VIOLATION', { postgresql: '23505', mysql: '23000' }),
  ...both(
    'a number taken elsewhere',
    'single',
    7,
    'CONSTRAINT_VIOLATION',
    { postgresql: '23505', mysql: '23000' },
    't_single',
  ),
  ...both(
    'a parent that there is not',
    'parent',
    99,
    'CONSTRAINT_VIOLATION',
    { postgresql: '23503', mysql: '23000' },
    't_parent',
  ),
  ...both(
    'what a check forbids',
    'price',
    -5,
    'CONSTRAINT_VIOLATION',
    { postgresql: '23514', mysql: '23000' },
    't_price',
  ),
];

function both(
  what: string,
  column: string,
  value: string | number | null,
  code: ErrorCode,
  sqlState: Readonly<Record<'postgresql' | 'mysql', string>>,
  constraint?: string,
): Case[] {
  const literal = typeof value === 'string' ? `'${value}'` : String(value);
  const rest = column === 'id' ? ['wanted', "'w'"] : column === 'wanted' ? ['id', '2'] : ['id, wanted', "2, 'w'"];
  const about = { code, sqlState, ...(constraint !== undefined && { constraint }) };
  return [
    {
      what: `${what}, as a parameter`,
      sql: `INSERT INTO t (${column}, ${rest[0]}) VALUES (?, ${rest[1]})`,
      params: [value],
      ...about,
    },
    {
      what: `${what}, in the text`,
      sql: `INSERT INTO t (${column}, ${rest[0]}) VALUES (${literal}, ${rest[1]})`,
      ...about,
    },
    ...(column === 'id'
      ? []
      : [{ what: `${what}, in UPDATE`, sql: `UPDATE t SET ${column} = ? WHERE id = 1`, params: [value], ...about }]),
  ];
}

/** What PostgreSQL refuses of a parameter before the statement runs. */
const UNREADABLE = new Set(['22007', '22008', '22P02', '22003']);

onEveryServer('a value that does not fit', (server) => {
  let faulty: Faulty;
  const isPostgresql = server.engine === 'postgresql';

  beforeAll(async () => {
    faulty = await openFaulty(server);
    await faulty.outside.run(`
      CREATE TABLE parents (id integer PRIMARY KEY);
      CREATE TABLE t (id integer PRIMARY KEY, short varchar(5), small smallint, price decimal(8, 2), day date,
        wanted varchar(5) NOT NULL, document json, single integer, parent integer,
        CONSTRAINT t_single UNIQUE (single), CONSTRAINT t_parent FOREIGN KEY (parent) REFERENCES parents (id),
        CONSTRAINT t_price CHECK (price >= 0));
      INSERT INTO t (id, wanted, single) VALUES (1, 'w', NULL), (3, 'w', 7);`);
  });
  afterAll(() => faulty.close());
  afterEach(async () => {
    const [left] = await faulty.outside.rows(
      'SELECT count(*) AS n, count(short) + count(small) + count(price) + count(day) AS more FROM t',
    );
    expect([Number(left?.n), Number(left?.more)]).toEqual([2, 0]);
  });

  it.each(CASES.map((each) => [each.what, each] as const))('is refused: %s', async (_, { sql, params, ...wanted }) => {
    const { db, outside } = faulty;
    const { sqlState, constraint, message, position, hint } = await refusal(db.execute(sql, params)).then(
      ({ details, message, code }) => {
        const state = details.sqlState ?? '';
        const early = isPostgresql && params !== undefined && UNREADABLE.has(state) && code === 'BAD_PARAMETERS';
        const ruled = state.startsWith('23') ? 'CONSTRAINT_VIOLATION' : wanted.code;
        expect(code).toBe(early ? 'BAD_PARAMETERS' : ruled);
        return { ...details, message };
      },
    );
    expect(sqlState).toBe(wanted.sqlState?.[server.engine]);
    if (wanted.constraint !== undefined) expect(constraint).toBe(wanted.constraint);
    expect(message).toMatch(/^[A-Z].*[.!?]$/s);
    expect(message).not.toContain(new URL(outside.url).password);
    if (position !== undefined) expect(position.line).toBe(1);
    if (hint !== undefined) expect(hint).toMatch(/.{10}/);
  });

  it('is refused in a batch, which leaves nothing', async () => {
    const { db } = faulty;
    const sql = 'INSERT INTO t (id, wanted, short) VALUES (?, ?, ?)';
    const sets = [
      [10, 'w', 'ok'],
      [11, 'w', 'far too long'],
      [12, 'w', 'ok'],
    ];
    const error = await refusal(db.executeMany(sql, sets), 'QUERY_FAILED');
    expect(error.message).toContain('Parameter set 2');
    expect(error.details.sqlState).toBe('22001');
    await refusal(
      db.executeMany(sql, [
        [20, 'w', 'ok'],
        [1, 'w', 'ok'],
      ]),
      'CONSTRAINT_VIOLATION',
    );
  });

  it('is refused before it is sent where it is no text', async () => {
    const { db, outside } = faulty;
    const lone = await refusal(db.execute('INSERT INTO t (id, wanted) VALUES (2, ?)', ['a\uD800b']), 'BAD_PARAMETERS');
    expect(lone.message).toContain('surrogate');
    expect(lone.message).toContain('Parameter 1');
    if (!isPostgresql) return;
    // MariaDB stores NUL as any other character.
    const nul = await refusal(db.execute('INSERT INTO t (id, wanted) VALUES (2, ?)', ['a\0b']), 'BAD_PARAMETERS');
    expectHelpful(nul, outside.url);
  });

  it('keeps NUL where the server can', async () => {
    if (isPostgresql) return;
    const { db } = faulty;
    expect(await db.value('SELECT ?', ['a\0b'])).toBe('a\0b');
  });

  it('of a division by zero is the server’s to refuse', async () => {
    const { db } = faulty;
    if (isPostgresql) {
      for (const sql of ['SELECT 1 / 0', 'SELECT 1 / (id - 1) FROM t', 'SELECT 1.5 / 0', 'SELECT 5 % 0']) {
        expect((await refusal(db.query(sql), 'QUERY_FAILED')).details.sqlState).toBe('22012');
      }
    } else {
      expect(await db.value('SELECT 1 / 0')).toBe(null);
    }
    const change = await refusal(db.execute('UPDATE t SET price = 1 / 0 WHERE id = 1'), 'QUERY_FAILED');
    expect(change.details.sqlState).toBe('22012');
  });

  it('is placed where the server tells the place', async () => {
    const { db } = faulty;
    if (!isPostgresql) return;
    const late = await refusal(db.query("SELECT id\nFROM t\nWHERE small = 'many'"), 'QUERY_FAILED');
    expect(late.details.position).toEqual({ line: 3, column: 15 });
  });
});
