import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/service.js';
import { OutsideConnection } from '../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from '../databases/conformance/engines.js';

onEveryEngine('a catalogue that is kept', (engine) => {
  let db: TestedDatabase;
  let outside: (sql: string) => Promise<void>;
  let close: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    db = await engine.open();
    await db.execute('CREATE TABLE changing (id integer PRIMARY KEY, first integer)');
    outside = async (sql) => await db.outside?.(sql);
    if (db.outside !== undefined) return;
    const other = await OutsideConnection.open(db.file());
    outside = (sql) => other.run(sql);
    close = () => other.close();
  });
  afterAll(async () => {
    await close();
    await db.close();
  });

  const columns = async (): Promise<string> => {
    const found = await db.catalogue().find('changing');
    const [table] = found === undefined ? [] : await db.catalogue().describe([found]);
    return table?.columns.map(({ name }) => name).join() ?? '';
  };

  it('shows a change that was sent by Dragoman at once', async () => {
    expect(await columns()).toBe('id,first');
    await db.execute('ALTER TABLE changing ADD COLUMN second integer');
    expect(await columns()).toBe('id,first,second');
    await db.execute('CREATE TABLE made (id integer)');
    expect((await db.catalogue().list()).map(({ name }) => name)).toContain('made');
    await db.execute('CREATE INDEX made_by_id ON made (id)');
    const made = await db.catalogue().find('made');
    expect((await db.catalogue().describe([made!]))[0]?.indexes).toHaveLength(1);
    await db.execute('DROP TABLE made');
    expect(await db.catalogue().find('made')).toBeUndefined();
  });

  it.each([
    ['a column more', 'ALTER TABLE changing ADD COLUMN third integer', 'id,first,second,third'],
    ['another name of a column', 'ALTER TABLE changing RENAME COLUMN third TO fourth', 'id,first,second,fourth'],
    ['a column less', 'ALTER TABLE changing DROP COLUMN fourth', 'id,first,second'],
  ])('shows a change that somebody else made within a moment: %s', async (_what, sql, expected) => {
    await columns();
    await outside(sql);
    await until(async () => (await columns()) === expected, 10_000);
  });

  it('shows a table that somebody else made at once where it is asked for, and drops one that is gone', async () => {
    await db.catalogue().list();
    await outside('CREATE TABLE from_elsewhere (id integer)');
    expect((await db.catalogue().find('from_elsewhere'))?.name).toBe('from_elsewhere');
    await outside('DROP TABLE from_elsewhere');
    await until(async () => (await db.catalogue().find('from_elsewhere')) === undefined, 10_000);
  });

  it('stays as it is where rows change', async () => {
    const { adapter } = db.registry.get('main');
    const version = async (): Promise<string> => await adapter.introspect(bounds(), (schema) => schema.version());
    // MariaDB counts what changes schemas on the whole server, on which other tests are at work.
    await until(async () => {
      const before = await version();
      await db.execute('INSERT INTO changing (id) VALUES (1), (2), (3)');
      await outside('UPDATE changing SET first = 1');
      await outside('DELETE FROM changing');
      return (await version()) === before;
    }, 15_000);
  });
});

const bounds = () => {
  const signal = new AbortController().signal;
  return { deadlineMs: Date.now() + 5000, maxRows: 1, maxBytes: 1, numbers: 'SAFE', signal } as const;
};
