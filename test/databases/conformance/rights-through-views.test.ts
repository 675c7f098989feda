import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { principalOf } from '../../../src/auth/index.js';
import { DragomanError } from '../../../src/errors/index.js';
import { OutsideConnection, refusal } from '../../support/test-pipeline.js';
import { onEveryEngine, type TestedDatabase } from './engines.js';

const tables = ['orders', 'taken', 'seen'];
const grants = [{ database: 'main', access: 'READ_WRITE', schema: false, tables } as const];
const principal = principalOf('key:clerk', [{ name: 'clerk', admin: false, grants }]);

onEveryEngine('what is judged by the tables of a view', (engine) => {
  let db: TestedDatabase;
  /** Defines the view anew as somebody does who does not come through Dragoman. */
  const showing = async (table: string): Promise<void> => {
    const define = `DROP VIEW IF EXISTS seen; CREATE VIEW seen AS SELECT id, word FROM ${table}`;
    const file = engine.dialect === 'SQLITE' ? await OutsideConnection.open(db.file()) : undefined;
    for (const sql of define.split(';')) await (file === undefined ? db.outside?.(sql) : file.run(sql));
    await file?.close();
  };
  const showingAsKnown = async (table: string): Promise<void> => {
    await showing(table);
    db.catalogues.forget(db.registry.get('main'));
  };
  /** The same in the moment between the judgement and the statement. */
  const showsMeanwhile = (table: string, call: 'execute' | 'stream' | 'begin'): void => {
    const { adapter } = db.registry.get('main');
    if (call === 'stream') {
      const stream = adapter.stream.bind(adapter);
      vi.spyOn(adapter, 'stream').mockImplementationOnce((request) => {
        const ready = showing(table).then(() => stream(request));
        return {
          next: async () => (await ready).next(),
          return: async () => (await (await ready).return?.()) ?? { done: true, value: undefined },
          [Symbol.asyncIterator]() {
            return this;
          },
        };
      });
      return;
    }
    const original = adapter[call].bind(adapter) as (request: never) => Promise<never>;
    vi.spyOn(adapter, call).mockImplementationOnce(async (request: unknown) => {
      await showing(table);
      return await original(request as never);
    });
  };
  const words = async (sql: string): Promise<unknown> => (await db.query(sql, undefined, { principal })).tuples;

  beforeAll(async () => {
    db = await engine.open();
    for (const table of ['orders', 'tokens', 'taken'])
      await db.execute(`CREATE TABLE ${table} (id integer PRIMARY KEY, word varchar(20))`);
    await db.execute("INSERT INTO orders VALUES (1, 'order')");
    await db.execute("INSERT INTO tokens VALUES (1, 'secret')");
  });
  afterAll(() => db.close());
  beforeEach(() => showingAsKnown('orders'));
  afterEach(() => vi.restoreAllMocks());

  it('is not read where the view was defined anew before it ran', async () => {
    expect(await words('SELECT word FROM seen')).toEqual([['order']]);
    showsMeanwhile('tokens', 'execute');
    await refusal(words('SELECT word FROM seen'), 'FORBIDDEN');
    await refusal(words('SELECT word FROM seen'), 'FORBIDDEN');
  });

  it('is read where what it shows now may be read as well', async () => {
    await db.execute("INSERT INTO taken VALUES (7, 'taken')");
    showsMeanwhile('taken', 'execute');
    expect(await words('SELECT word FROM seen')).toEqual([['taken']]);
    await db.execute('DELETE FROM taken');
  });

  it('is not streamed', async () => {
    showsMeanwhile('tokens', 'stream');
    await refusal(db.batches('SELECT word FROM seen', undefined, { principal }), 'FORBIDDEN');
  });

  it('is not copied', async () => {
    showsMeanwhile('tokens', 'begin');
    const copy = 'INSERT INTO taken SELECT id, word FROM seen';
    await refusal(db.execute(copy, undefined, { principal }), 'FORBIDDEN');
    expect(await db.rows('SELECT * FROM taken')).toEqual([]);
    await showingAsKnown('orders');
    expect((await db.execute(copy, undefined, { principal })).affectedRows).toBe(1);
    await db.execute('DELETE FROM taken');
  });

  it('is not read in a transaction that sees an older definition', async () => {
    await showing('tokens');
    const begun = await db.begin({ readOnly: true });
    await showing('orders');
    const read = begun.execute('SELECT word FROM seen', undefined, { principal }).then(
      ({ tuples }) => tuples,
      (error: unknown) => (error instanceof DragomanError ? error.code : error),
    );
    // Servers read by the definition that is there now.
    expect(await read).toEqual(engine.dialect === 'SQLITE' ? 'SERIALIZATION_FAILURE' : [['order']]);
    await begun.rollback();
    const again = await db.begin({ readOnly: true });
    expect((await again.execute('SELECT word FROM seen', undefined, { principal })).tuples).toEqual([['order']]);
    await again.rollback();
  });

  it('ends the transaction that copied it', async () => {
    const begun = await db.begin();
    const { adapter } = db.registry.get('main');
    expect(adapter.dialect).toBe(engine.dialect);
    const execute = begun.transaction.execute.bind(begun.transaction);
    // SQLite keeps others from changing the schema for as long as a transaction writes.
    const isAlone = engine.dialect === 'SQLITE';
    vi.spyOn(begun.transaction, 'execute').mockImplementationOnce(async (request) => {
      if (!isAlone) await showing('tokens');
      return await execute(request);
    });
    const copied = begun.execute('INSERT INTO taken SELECT id, word FROM seen', undefined, { principal });
    if (!isAlone) await refusal(copied, 'FORBIDDEN');
    else expect((await copied).affectedRows).toBe(1);
    if (!isAlone) await refusal(begun.commit());
    await begun.rollback();
    expect(await db.rows('SELECT * FROM taken')).toEqual([]);
  });
});

describe('what reads tables alone', () => {
  it('asks for nothing once it has run', async () => {
    const { recheckOf } = await import('../../../src/pipeline/views-judged.js');
    const asked: string[] = [];
    const answer = (name: string, version: string) => async () => {
      asked.push(name);
      return await Promise.resolve(version);
    };
    const recheck = await recheckOf(() => undefined, {
      version: answer('version', '1'),
      versionNow: answer('versionNow', '1'),
    });
    await recheck('1');
    expect(asked).toEqual(['version', 'version']);
    await recheck();
    expect(asked).toEqual(['version', 'version', 'versionNow']);
  });
});
