/**
 * Statements that a target says in steps: a change in WITH, MERGE, changes of several tables, and the rows of changes where
 * the target tells none. The steps are in the source's terms, and each is translated as any statement is.
 */
import type { Statement } from '../../ast/index.js';
import type { Translator } from '../translator.js';
import { changesInWith } from './changes-in-with.js';
import { defaultsApart } from './defaults-apart.js';
import type { KeptTables } from './kept-tables.js';
import { merge } from './merge.js';
import { returnedRows } from './returned-rows.js';
import { rowsInTheWay } from './rows-in-the-way.js';
import { replacedRows } from './replaced-rows.js';
import { rowsInTurn } from './rows-in-turn.js';
import { severalDeleted, severalUpdated } from './several-tables.js';
import { shiftedKeys } from './shifted-keys.js';
import { swappedColumns } from './swapped-columns.js';
import { StepMaker, type Apart } from './step-maker.js';
import { untouchedMoments } from './untouched-moments.js';

export { KeptTables } from './kept-tables.js';

const APART: readonly Apart[] = [
  changesInWith,
  merge,
  severalDeleted,
  severalUpdated,
  defaultsApart,
  rowsInTurn,
  replacedRows,
  rowsInTheWay,
  returnedRows,
  swappedColumns,
  shiftedKeys,
  untouchedMoments,
];

/** The statements that one comes to, in their order. */
export interface Steps {
  readonly statements: readonly Statement[];
  /** The place of the one that counts the rows of the whole. */
  readonly main: number;
}

/**
 * A statement in the steps that the target needs; by itself where it needs none.
 *
 * @param t translates nothing here: it tells of names and types, and refuses
 */
export function inSteps(statement: Statement, t: Translator, tables: KeptTables, sql: string): Steps {
  const steps = new StepMaker(t, tables, sql, APART);
  steps.add(statement);
  return { statements: steps.statements, main: steps.main };
}
