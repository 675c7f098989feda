import { expect } from 'vitest';
import type { State, TableState } from './script-runner.js';
import type { Difference } from './scripts/script.js';

/** The tables behind a script, and what was run. */
type Tables = Pick<State, 'made' | 'tables'>;

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

/** That the tables of both are the same, but for what is declared. */
export function expectSameTables(source: Tables, made: Tables, differs: readonly Difference[]): void {
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
