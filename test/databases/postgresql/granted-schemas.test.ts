import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { principalOf, type Grant, type Principal } from '../../../src/auth/index.js';
import { DragomanError } from '../../../src/errors/index.js';
import { refusal } from '../../support/test-pipeline.js';
import { ENGINES, type TestedDatabase } from '../conformance/engines.js';

const holding = (grant: Partial<Grant>): Principal =>
  principalOf('key:a', [
    { name: 'a', admin: false, grants: [{ database: 'main', access: 'READ_ONLY', schema: false, ...grant }] },
  ]);

describe('grants on tables in schemas of PostgreSQL', () => {
  let db: TestedDatabase;

  beforeAll(async () => {
    db = await ENGINES.find(({ dialect }) => dialect === 'POSTGRESQL')!.open();
    for (const schema of ['sales', 'staff']) await db.execute(`CREATE SCHEMA ${schema}`);
    for (const table of ['orders', 'sales.orders', 'sales.returns', 'staff.orders', 'sales."Mixed"'])
      await db.execute(`CREATE TABLE ${table} (id integer)`);
  });
  afterAll(() => db.close());

  const reads = async (principal: Principal, ...tables: string[]): Promise<boolean[]> =>
    await Promise.all(
      tables.map(async (table) => {
        try {
          await db.query(`SELECT * FROM ${table}`, undefined, { principal });
          return true;
        } catch (error) {
          if (error instanceof DragomanError && error.code === 'FORBIDDEN') return false;
          throw error;
        }
      }),
    );

  it('takes a name without a schema as SQL does', async () => {
    const principal = holding({ tables: ['orders'] });
    expect(await reads(principal, 'orders', 'public.orders', 'ORDERS', 'sales.orders', 'staff.orders')).toEqual([
      ...[true, true, true, false, false],
    ]);
  });

  it('tells schemas apart', async () => {
    const principal = holding({ tables: ['sales.orders'] });
    expect(await reads(principal, 'orders', 'sales.orders', 'staff.orders')).toEqual([false, true, false]);
  });

  it('takes all tables of a schema', async () => {
    const principal = holding({ tables: ['sales.*'] });
    expect(await reads(principal, 'sales.orders', 'sales.returns', 'orders', 'staff.orders')).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it('takes names as they are quoted', async () => {
    expect(await reads(holding({ tables: ['sales."Mixed"'] }), 'sales."Mixed"', 'sales.mixed')).toEqual([true, false]);
  });

  it('denies a name in every schema where none is named', async () => {
    const tables = ['orders', 'sales.orders', 'staff.orders', 'sales.returns'];
    expect(await reads(holding({ deny: ['orders'] }), ...tables)).toEqual([false, false, false, true]);
    expect(await reads(holding({ deny: ['staff.*'] }), ...tables)).toEqual([true, true, false, true]);
    expect(await reads(holding({ tables: ['sales.*'], deny: ['sales.orders'] }), ...tables)).toEqual([
      ...[false, false, false, true],
    ]);
  });

  it('lets tables be made where they are named, and nowhere else', async () => {
    const principal = holding({ access: 'READ_WRITE', schema: true, tables: ['staging', 'sales.*'] });
    for (const table of ['staging', 'sales.january']) {
      await db.execute(`CREATE TABLE ${table} (id integer)`, undefined, { principal });
      await db.execute(`DROP TABLE ${table}`, undefined, { principal });
    }
    for (const table of ['other', 'staff.january', 'staff.staging']) {
      await refusal(db.execute(`CREATE TABLE ${table} (id integer)`, undefined, { principal }), 'FORBIDDEN');
    }
  });
});
