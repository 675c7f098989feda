import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_DEFAULTS } from '../../../src/databases/index.js';
import { PostgresqlEngine } from '../../../src/databases/postgresql/postgresql-engine.js';
import { withoutSlots } from '../../../src/databases/parameters/slots.js';
import { RowIntake } from '../../../src/databases/server/row-intake.js';
import { createDatabase, type TestDatabase } from '../../support/servers/index.js';
import { TestPipeline } from '../../support/test-pipeline.js';

describe('statements that PostgreSQL keeps prepared', () => {
  let outside: TestDatabase;

  beforeEach(async () => {
    outside = await createDatabase('postgresql');
    await outside.run('CREATE TABLE items (id integer PRIMARY KEY); INSERT INTO items SELECT generate_series(1, 9)');
  });
  afterEach(() => outside.drop());

  it('are seen by no other request', async () => {
    const db = await TestPipeline.open({ dialect: 'POSTGRESQL', url: outside.url, pool: { max: 1 } });
    try {
      for (let round = 0; round < 3; round++) {
        for (let again = 0; again < 5; again++) {
          expect(await db.value('SELECT id FROM items WHERE id = :id', { id: 3 })).toBe(3);
        }
        expect(await db.rows('SELECT name, statement FROM pg_prepared_statements')).toEqual([]);
      }
    } finally {
      await db.close();
    }
  });

  describe('in one session', () => {
    let engine: PostgresqlEngine;
    let session: Awaited<ReturnType<PostgresqlEngine['open']>>;

    beforeEach(async () => {
      engine = new PostgresqlEngine({
        ...DATABASE_DEFAULTS,
        name: 'main',
        dialect: 'POSTGRESQL',
        url: outside.url,
        access: 'READ_WRITE',
      });
      await engine.connect();
      session = await engine.open('write');
    });
    afterEach(async () => {
      await session.close();
      await engine.disconnect();
    });

    const run = async (sql: string, mayStay = false): Promise<readonly (readonly (string | null)[])[]> => {
      const intake = new RowIntake<never, readonly (string | null)[]>({ maxRows: 100, maxBytes: Infinity });
      const statement = { sql, values: [], types: [], bound: withoutSlots(sql), start: 0, reads: true };
      await session.run(statement, intake, () => undefined, mayStay);
      return intake.rows;
    };
    const repeat = async (sql: string, times = 3): Promise<unknown> => {
      let rows: unknown;
      for (let round = 0; round < times; round++) rows = await run(sql, true);
      return rows;
    };
    const kept = async (): Promise<(string | null)[]> =>
      (await run('SELECT statement FROM pg_prepared_statements ORDER BY prepare_time')).flat();

    it('are those that come for the second time', async () => {
      await run('SELECT 1', true);
      expect(await kept()).toEqual([]);
      await run('SELECT 1', true);
      await run('SELECT 1', true);
      await repeat('SELECT 2');
      expect(await kept()).toEqual(['SELECT 1', 'SELECT 2']);
    });

    it('are no more than a hundred', async () => {
      for (let place = 0; place < 130; place++) expect(await repeat(`SELECT ${place}`)).toEqual([[String(place)]]);
      const present = await kept();
      expect(present).toHaveLength(100);
      expect(present.at(-1)).toBe('SELECT 129');
      expect(await repeat('SELECT 0')).toEqual([['0']]);
    });

    it('are forgotten where they fail', async () => {
      await repeat('SELECT id / (id - 9) FROM items WHERE id < 9');
      await run('UPDATE items SET id = 90 WHERE id = 8');
      await run('UPDATE items SET id = 8 WHERE id = 9');
      await run('INSERT INTO items VALUES (-1)');
      await expect(repeat('SELECT 1 / (id + 1) FROM items')).rejects.toThrow('division by zero');
      await run('DELETE FROM items WHERE id = -1');
      await repeat('SELECT 1 / (id + 1) FROM items');
      expect(await kept()).toEqual(['SELECT id / (id - 9) FROM items WHERE id < 9', 'SELECT 1 / (id + 1) FROM items']);
    });

    it('are read anew where the schema gives their rows another form', async () => {
      expect(await repeat('SELECT * FROM items WHERE id = 3')).toEqual([['3']]);
      await outside.run("ALTER TABLE items ADD COLUMN note text DEFAULT 'n'");
      expect(await run('SELECT * FROM items WHERE id = 3', true)).toEqual([['3', 'n']]);
      expect(await repeat('SELECT * FROM items WHERE id = 3')).toEqual([['3', 'n']]);
      await outside.run('ALTER TABLE items DROP COLUMN note');
      expect(await repeat('SELECT * FROM items WHERE id = 3')).toEqual([['3']]);
      expect(await kept()).toEqual(['SELECT * FROM items WHERE id = 3']);
    });

    it('are read anew where somebody dropped them', async () => {
      expect(await repeat('SELECT 1')).toEqual([['1']]);
      await session.command('DEALLOCATE ALL');
      expect(await repeat('SELECT 1')).toEqual([['1']]);
    });

    it('are gone when the session is made new, and may come again', async () => {
      expect(await repeat('SELECT 1')).toEqual([['1']]);
      await session.reset();
      expect(await kept()).toEqual([]);
      expect(await repeat('SELECT 1')).toEqual([['1']]);
      expect(await kept()).toEqual(['SELECT 1']);
    });
  });
});
