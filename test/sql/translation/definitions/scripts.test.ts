import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../../../src/sql/index.js';
import { expectSameTables } from './same-tables.js';
import { stateAfter } from './script-runner.js';
import { alterations } from './scripts/alterations.js';
import { mysqlScripts } from './scripts/mysql.js';
import { postgresqlScripts } from './scripts/postgresql.js';
import { rebuilt } from './scripts/rebuilt.js';
import type { Script } from './scripts/script.js';
import { sqliteScripts } from './scripts/sqlite.js';

const SCRIPTS: readonly (readonly [from: DialectName, scripts: readonly Script[]])[] = [
  ['POSTGRESQL', postgresqlScripts],
  ['MYSQL', mysqlScripts],
  ['SQLITE', sqliteScripts],
  ...alterations,
  ...rebuilt,
];
const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

describe.each(SCRIPTS)('a script of %s leaves the same tables everywhere', (from, scripts) => {
  it.each(scripts.map((script) => [script.name, script] as const))('%s', async (_name, script) => {
    const source = await stateAfter(script, from, from);
    for (const to of DIALECTS.filter((dialect) => dialect !== from)) {
      const made = await stateAfter(script, from, to);
      const told = `${from} → ${to}\n${made.made.join(';\n')}\n${made.problem ?? ''}`;
      expect(made.refused, told).toBe(script.refuses?.includes(to) ?? false);
      if (made.refused) continue;
      expect(made.problem, told).toBeUndefined();
      expect(made.taken, told).toEqual(source.taken);
      expect(made.rows, told).toEqual(source.rows);
      expectSameTables(source, made, script.differs?.[to] ?? []);
    }
  });
});
