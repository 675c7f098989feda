import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../support/test-pipeline.js';
import { expected, onEveryEngine, type TestedDatabase } from './engines.js';

onEveryEngine('results', (engine) => {
  let db: TestedDatabase;
  const { words } = engine;

  beforeAll(async () => {
    db = await engine.open();
    await db.execute(
      `CREATE TABLE items (id ${words.key}, name ${words.types.text} NOT NULL UNIQUE, amount integer CHECK (amount >= 0))`,
    );
    await db.execute(`CREATE TABLE parts (id ${words.key}, item integer NOT NULL REFERENCES items (id))`);
  });
  afterAll(() => db.close());

  describe('of changes', () => {
    it('tell how many rows were changed, and the key that was given', async () => {
      const inserted = await db.execute(
        "INSERT INTO items (name, amount) VALUES ('ink', 1), ('quill', 2), ('vellum', 3)",
      );
      expect(inserted).toMatchObject({ affectedRows: 3, columns: [], tuples: [], truncated: false });
      const one = await db.execute("INSERT INTO items (name, amount) VALUES ('wax', 4)");
      expect([one.affectedRows, one.lastInsertId]).toEqual([1, expected('key of the last inserted row', engine, '4')]);
      expect((await db.execute('UPDATE items SET amount = amount + 1 WHERE amount < 3')).affectedRows).toBe(2);
      expect((await db.execute('UPDATE items SET amount = amount WHERE amount = 4')).affectedRows).toBe(1);
      expect((await db.execute("DELETE FROM items WHERE name = 'wax'")).affectedRows).toBe(1);
      expect((await db.execute('DELETE FROM items WHERE id = 99')).affectedRows).toBe(0);
    });

    it('have no count for what changes no rows', async () => {
      expect((await db.execute('CREATE TABLE brief (id integer)')).affectedRows).toBeNull();
      expect((await db.execute('DROP TABLE brief')).affectedRows).toBeNull();
      expect((await db.execute('SELECT 1')).affectedRows).toBeNull();
    });

    it('give the rows that RETURNING asks for', async () => {
      const { tuples, columns, affectedRows } = await db.execute(
        "INSERT INTO items (name, amount) VALUES ('sand', 7) RETURNING name, amount + 1 AS more",
      );
      expect([tuples, affectedRows]).toEqual([[['sand', 8]], 1]);
      expect(columns.map(({ key }) => key)).toEqual(['name', 'more']);
      await db.execute("DELETE FROM items WHERE name = 'sand'");
    });
  });

  describe('of reads', () => {
    it('are cut at maxRows, and say so', async () => {
      const numbers = `SELECT n FROM ${words.numbers(1000)} ORDER BY n`;
      const cut = await db.query(numbers, undefined, { maxRows: 3 });
      expect([cut.tuples, cut.truncated]).toEqual([[[1], [2], [3]], true]);
      const whole = await db.query(numbers, undefined, { maxRows: 1000 });
      expect([whole.tuples.length, whole.truncated]).toEqual([1000, false]);
      const exact = await db.query(`SELECT n FROM ${words.numbers(3)} ORDER BY n`, undefined, { maxRows: 3 });
      expect([exact.tuples.length, exact.truncated]).toEqual([3, false]);
      expect(await db.rows('SELECT name FROM items WHERE id = 1')).toEqual([['ink']]);
    });

    it('keep columns whose names are alike, empty or odd', async () => {
      const quote = engine.dialect === 'MYSQL' ? '`' : '"';
      const sql = `SELECT 1 AS a, 2 AS a, 3 AS ${quote}__proto__${quote}, 4 AS ${quote}a b${quote}, 5 AS ${quote}0${quote}`;
      const { columns, tuples } = await db.query(sql);
      expect(columns.map(({ key }) => key)).toEqual(['a', 'a_2', '__proto__', 'a b', '0']);
      expect(tuples).toEqual([[1, 2, 3, 4, 5]]);
    });

    it('have as many columns as are asked for', async () => {
      const sql = `SELECT ${Array.from({ length: 500 }, (_, index) => `${index} AS c${index}`).join(', ')}`;
      expect((await db.rows(sql))[0]).toEqual(Array.from({ length: 500 }, (_, index) => index));
    });

    it('are whole in UTF-8', async () => {
      const text = 'é ß ☃ 漢字 𝄞 👩‍👩‍👧 \u0301';
      expect(await db.value('SELECT ? AS t', [text])).toBe(text);
    });
  });

  describe('of what breaks a constraint', () => {
    it.each([
      ['UNIQUE', "INSERT INTO items (name) VALUES ('ink')"],
      ['NOT NULL', 'INSERT INTO items (name) VALUES (NULL)'],
      ['CHECK', "INSERT INTO items (name, amount) VALUES ('lead', -1)"],
      ['the key', "INSERT INTO items (id, name) VALUES (1, 'lead')"],
      ['FOREIGN KEY', 'INSERT INTO parts (item) VALUES (999)'],
    ])('say so: %s', async (_what, sql) => {
      const before = await db.rows('SELECT id, name, amount FROM items ORDER BY id');
      const error = await refusal(db.execute(sql), 'CONSTRAINT_VIOLATION');
      expect(error.retryable).toBe(false);
      if (engine.name !== 'SQLite') expect(error.details.sqlState).toMatch(/^23/);
      expect(await db.rows('SELECT id, name, amount FROM items ORDER BY id')).toEqual(before);
    });
  });

  describe('of mistakes', () => {
    it.each([
      ['a misspelled word', 'SELEC 1', 'SQL_SYNTAX', { line: 1, column: 1 }],
      ['an end too soon', 'SELECT id FROM', 'SQL_SYNTAX', { line: 1, column: 15 }],
      ['an unknown column', 'SELECT id,\n  nope FROM items', 'QUERY_FAILED', { line: 2, column: 3 }],
      ['an unknown table', 'SELECT 1 FROM\nnowhere', 'QUERY_FAILED', { line: 2, column: 1 }],
      ['a column behind a placeholder', 'SELECT ? AS a, nope FROM items', 'QUERY_FAILED', { line: 1, column: 16 }],
    ] as const)('tell their place: %s', async (_what, sql, code, position) => {
      const params = sql.includes('?') ? [1] : undefined;
      expect((await refusal(db.query(sql, params), code)).details.position).toEqual(position);
    });

    it('refuse several statements', async () => {
      await refusal(db.execute('DELETE FROM parts; DELETE FROM items'), 'SQL_SYNTAX');
      expect(await db.value('SELECT count(*) FROM items')).toBe(3);
    });
  });
});
