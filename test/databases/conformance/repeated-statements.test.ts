import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEveryEngine, type TestedDatabase } from './engines.js';

/** So often that whatever is kept of a statement is kept by then, on each connection. */
const OFTEN = 8;

onEveryEngine('repeated statements', (engine) => {
  let db: TestedDatabase;

  beforeEach(async () => {
    db = await engine.open({ pool: { max: 3 } });
    await db.execute(`CREATE TABLE items (id integer PRIMARY KEY, size ${engine.words.types.integer})`);
    await db.execute('INSERT INTO items VALUES (1, 10), (2, 20)');
  });
  afterEach(() => db.close());

  const often = async (work: () => Promise<unknown>): Promise<void> => {
    for (let round = 0; round < OFTEN; round++) await Promise.all([work(), work()]);
  };
  const all = async (): Promise<unknown> => {
    const { columns, tuples } = await db.query('SELECT * FROM items WHERE id < :id ORDER BY id', { id: 3 });
    return { names: columns.map(({ name, type }) => `${name} ${type}`), tuples };
  };

  it('take other values each time', async () => {
    for (let round = 0; round < OFTEN; round++) {
      expect(await db.rows('SELECT size FROM items WHERE id = :id', { id: 1 + (round % 3) })).toEqual(
        [[[10]], [[20]], []][round % 3],
      );
      expect(await db.value('SELECT :value', { value: round % 2 === 0 ? round : `${round}` })).toBe(
        round % 2 === 0 ? round : `${round}`,
      );
    }
  });

  it('tell their columns also where no row comes', async () => {
    for (let round = 0; round < OFTEN; round++) {
      const { columns, tuples } = await db.query('SELECT id, size FROM items WHERE id > :id', { id: 5 });
      expect([tuples.length, ...columns.map(({ name, type }) => `${name} ${type}`)]).toEqual([
        0,
        'id INTEGER',
        'size INTEGER',
      ]);
    }
  });

  it('see a column that was added, and one that was renamed', async () => {
    await often(all);
    await db.execute(`ALTER TABLE items ADD COLUMN note ${engine.words.types.text}`);
    await db.execute("UPDATE items SET note = 'n'");
    for (let round = 0; round < OFTEN; round++) {
      expect(await all()).toEqual({
        names: ['id INTEGER', 'size INTEGER', 'note TEXT'],
        tuples: [
          [1, 10, 'n'],
          [2, 20, 'n'],
        ],
      });
    }
    await db.execute('ALTER TABLE items RENAME COLUMN note TO remark');
    expect(await all()).toMatchObject({ names: ['id INTEGER', 'size INTEGER', 'remark TEXT'] });
  });

  it('see the table that took the place of theirs', async () => {
    await often(all);
    await db.execute('DROP TABLE items');
    await db.execute(`CREATE TABLE items (size ${engine.words.types.text}, id integer PRIMARY KEY)`);
    await db.execute("INSERT INTO items VALUES ('ten', 1)");
    for (let round = 0; round < OFTEN; round++) {
      expect(await all()).toEqual({ names: ['size TEXT', 'id INTEGER'], tuples: [['ten', 1]] });
    }
  });

  it('that change rows count and return what they changed, before and after a change of the schema', async () => {
    const insert = async (id: number): Promise<unknown> =>
      (await db.execute('INSERT INTO items (id, size) VALUES (:id, 0)', { id })).affectedRows;
    const update = async (id: number): Promise<unknown> =>
      (await db.execute('UPDATE items SET size = size + 1 WHERE id >= :id', { id })).affectedRows;
    for (let id = 100; id < 100 + OFTEN; id++) expect([await insert(id), await update(id)]).toEqual([1, 1]);
    await db.execute(`ALTER TABLE items ADD COLUMN note ${engine.words.types.text}`);
    for (let id = 200; id < 200 + OFTEN; id++) expect([await insert(id), await update(id)]).toEqual([1, 1]);
    expect(await db.value('SELECT sum(size) FROM items WHERE id >= 100', undefined, { numbers: 'SAFE' })).toSatisfy(
      (sum) => Number(sum) === 2 * OFTEN,
    );
  });

  it('fail alike each time, and go on where the reason is gone', async () => {
    const read = (): Promise<unknown> => db.value('SELECT count(*) FROM later');
    for (let round = 0; round < 3; round++) await expect(read()).rejects.toMatchObject({ code: 'QUERY_FAILED' });
    await db.execute('CREATE TABLE later (id integer)');
    await often(async () => expect(await read()).toBe(0));
    await db.execute('DROP TABLE later');
    await expect(read()).rejects.toMatchObject({ code: 'QUERY_FAILED' });
  });

  it('in great variety go on, whatever is kept of them', async () => {
    for (let round = 0; round < 3; round++) {
      for (let place = 0; place < 150; place++) expect(await db.value(`SELECT ${place} FROM items`)).toBe(place);
    }
  });
});
