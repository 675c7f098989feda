import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  ConfigError,
  DragomanError,
  openDatabases,
  type Databases,
  type DatabaseSettings,
  type JsonValue,
  type Result,
} from '../../src/open-databases.js';
import { createDatabase, type TestDatabase } from '../support/servers/index.js';

let servers: TestDatabase[];
let databases: Databases;

beforeAll(async () => {
  servers = await Promise.all([createDatabase('postgresql'), createDatabase('mysql')]);
  databases = await openDatabases([
    { name: 'pg', dialect: 'postgresql', url: servers[0]?.url ?? '' },
    { name: 'my', dialect: 'mysql', url: servers[1]?.url ?? '' },
    { name: 'lite', dialect: 'sqlite', url: 'sqlite::memory:', pool: { max: 4 }, timeout: '5s' },
  ]);
});
afterAll(async () => {
  await databases.close();
  for (const server of servers) await server.drop();
});

describe.each(['pg', 'my', 'lite'])('the database %s of a program', (name) => {
  beforeEach(async () => {
    await databases.execute(name, 'DROP TABLE IF EXISTS kept');
    await databases.execute(name, 'CREATE TABLE kept (id integer PRIMARY KEY, note varchar(20) NOT NULL)');
  });
  const ids = async (): Promise<unknown> =>
    (await databases.query(name, 'SELECT id FROM kept ORDER BY id')).tuples.flat();
  const INSERT = 'INSERT INTO kept VALUES (:id, :note)';

  it('runs statements, and tells their rows by name', async () => {
    expect((await databases.execute(name, INSERT, { id: 1, note: 'é' })).affectedRows).toBe(1);
    expect(
      await databases.executeMany(name, INSERT, [
        { id: 2, note: 'b' },
        { id: 3, note: 'c' },
      ]),
    ).toBe(2);
    const { rows, truncated } = await databases.query(name, 'SELECT id, note FROM kept ORDER BY id', [], {
      maxRows: 2,
    });
    expect([rows, truncated]).toEqual([
      [
        { id: 1, note: 'é' },
        { id: 2, note: 'b' },
      ],
      true,
    ]);
    await expect(databases.query(name, 'DELETE FROM kept')).rejects.toMatchObject({ code: 'WRITE_NOT_ALLOWED' });
  });

  it('commits a transaction, or undoes all of it where its work throws', async () => {
    const answer = await databases.transaction(name, async (transaction) => {
      await transaction.execute(INSERT, { id: 1, note: 'a' });
      await transaction
        .nested(async () => {
          await transaction.execute(INSERT, { id: 2, note: 'b' });
          await transaction.execute(INSERT, { id: 1, note: 'twice' });
        })
        .catch((error: unknown) => expect(error).toMatchObject({ code: 'CONSTRAINT_VIOLATION' }));
      await transaction.nested(() => transaction.execute(INSERT, { id: 3, note: 'c' }));
      return 'done';
    });
    expect([answer, await ids()]).toEqual(['done', [1, 3]]);
    const mistake = new Error('mine');
    const failing = databases.transaction(name, async (transaction) => {
      await transaction.execute('DELETE FROM kept');
      throw mistake;
    });
    await expect(failing).rejects.toBe(mistake);
    expect(await ids()).toEqual([1, 3]);
    const reading = databases.transaction(name, (transaction) => transaction.execute('DELETE FROM kept'), {
      readOnly: true,
    });
    await expect(reading).rejects.toBeInstanceOf(DragomanError);
  });

  it('streams, and tells its tables', async () => {
    await databases.executeMany(
      name,
      INSERT,
      Array.from({ length: 25 }, (_, id) => ({ id, note: 'n' })),
    );
    const sizes: number[] = [];
    for await (const { rows } of databases.stream(name, 'SELECT id FROM kept ORDER BY id', [], { batchSize: 10 })) {
      sizes.push(rows.length);
      if (sizes.length === 2) break;
    }
    expect(sizes).toEqual([10, 10]);
    const tables = await databases.tables(name);
    expect(tables.find((table) => table.name === 'kept')?.columns.map((column) => column.name)).toEqual(['id', 'note']);
    // a probe waits 400 ms at most, which a busy machine may take
    await vi.waitFor(() => expect(databases.health(name).status).toBe('HEALTHY'), 10_000);
  });
});

it('says what is wrong with its settings, and with a name', async () => {
  const wrong = [{ name: 'x', dialect: 'postgresql', url: 'sqlite:./x' }] satisfies DatabaseSettings[];
  await expect(openDatabases(wrong)).rejects.toBeInstanceOf(ConfigError);
  await expect(databases.query('none', 'SELECT 1')).rejects.toMatchObject({ code: 'DATABASE_NOT_FOUND' });
  expect(databases.names).toEqual(['pg', 'my', 'lite']);
});

it('has types that tell what comes back', () => {
  expectTypeOf<Databases['query']>().returns.resolves.toEqualTypeOf<Result>();
  expectTypeOf<Result['rows'][number]>().toEqualTypeOf<Readonly<Record<string, JsonValue>>>();
  expectTypeOf<Databases['executeMany']>().returns.resolves.toBeNumber();
  expectTypeOf<{ name: string; dialect: 'oracle'; url: string }>().not.toExtend<DatabaseSettings>();
});
