import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../../../src/sql/index.js';
import { stateAfter, type State, type TableState } from './script-runner.js';
import { alterations } from './scripts/alterations.js';
import { mysqlScripts } from './scripts/mysql.js';
import { postgresqlScripts } from './scripts/postgresql.js';
import { rebuilt } from './scripts/rebuilt.js';
import type { Difference, Script } from './scripts/script.js';
import { sqliteScripts } from './scripts/sqlite.js';

const SCRIPTS: readonly (readonly [from: DialectName, scripts: readonly Script[]])[] = [
  ['POSTGRESQL', postgresqlScripts],
  ['MYSQL', mysqlScripts],
  ['SQLITE', sqliteScripts],
  ...alterations,
  ...rebuilt,
];
const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** A table without what is declared to differ. */
function compared(state: TableState, differs: readonly Difference[]): Partial<TableState> {
  return Object.fromEntries(Object.entries(state).filter(([part]) => !differs.includes(part as Difference)));
}

/** MySQL makes an index for each foreign key; they are nobody's declaration. */
function withoutIndexesOfKeys(state: TableState): TableState {
  const ofKeys = new Set(state.foreignKeys.map((key) => key.split(' →')[0]?.replaceAll(',', ', ')));
  // MySQL has RESTRICT and NO ACTION for one thing
  const foreignKeys = state.foreignKeys.map((key) => key.replaceAll('RESTRICT', 'NO_ACTION'));
  return { ...state, foreignKeys, indexes: state.indexes.filter((index) => !ofKeys.has(index)) };
}

function expectSameTables(source: State, made: State, differs: readonly Difference[]): void {
  const told = made.made.join(';\n');
  expect([...made.tables.keys()].sort(), told).toEqual([...source.tables.keys()].sort());
  for (const [name, table] of source.tables) {
    const other = made.tables.get(name);
    if (other === undefined) throw new Error(`No table ${name}.`);
    expect(compared(withoutIndexesOfKeys(other), differs), told).toEqual(
      compared(withoutIndexesOfKeys(table), differs),
    );
  }
}

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
