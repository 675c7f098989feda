import { expect, it } from 'vitest';
import { DATABASE_DEFAULTS, DatabaseRegistration } from '../../src/databases/index.js';
import type { ServiceStore } from '../../src/store/index.js';
import { TestPipeline } from '../support/test-pipeline.js';

it('takes up what an earlier version kept, which knew fewer settings', async () => {
  const db = await TestPipeline.open();
  try {
    const { strategy: _, maxLifetimeMs: __, ...pool } = { ...DATABASE_DEFAULTS.pool, max: 3 };
    const kept = [{ ...db.options('older'), pool }];
    const store = { keptDatabases: () => Promise.resolve(kept) } as unknown as ServiceStore;
    expect(await new DatabaseRegistration(db.registry, store).restore()).toEqual([]);
    expect(db.registry.get('older').options.pool).toEqual({ ...DATABASE_DEFAULTS.pool, max: 3 });
    expect(await db.value('SELECT 1', undefined, { database: 'older' })).toBe(1);
    expect(db.registry.get('older').adapter.pool()).toMatchObject({ strategy: 'ADVANCED', max: 3 });
  } finally {
    await db.close();
  }
});
