import type { JsonValue, TableDescription } from '../../../../src/databases/index.js';
import { DragomanError } from '../../../../src/errors/index.js';
import { dialects, splitStatements, type DialectName } from '../../../../src/sql/index.js';
import { ENGINES, type TestedDatabase } from '../../../databases/conformance/engines.js';
import { comparable, translatedOn } from '../runner.js';
import type { Script } from './scripts/script.js';

/** What is there after a script. */
export interface State {
  /** Undefined where every statement was translated and ran. */
  readonly problem?: string;
  readonly refused: boolean;
  /** Which changes were taken. */
  readonly taken: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  readonly tables: ReadonlyMap<string, TableState>;
  readonly made: readonly string[];
}

/** A table as it compares between engines. */
export interface TableState {
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly nullable: readonly boolean[];
  readonly autoIncrement: readonly boolean[];
  readonly primaryKey: readonly string[];
  readonly indexes: readonly string[];
  readonly foreignKeys: readonly string[];
}

/** Runs a script on a database of its own of an engine: as it is, or translated. */
export async function stateAfter(script: Script, from: DialectName, to: DialectName): Promise<State> {
  const engine = ENGINES.find(({ dialect }) => dialect === to);
  if (engine === undefined) throw new Error(`No engine of ${to}.`);
  const database = await engine.open();
  try {
    return await run(script, from, to, database);
  } finally {
    await database.close();
  }
}

async function run(script: Script, from: DialectName, to: DialectName, database: TestedDatabase): Promise<State> {
  const made: string[] = [];
  const ended = { taken: [], rows: [], tables: new Map<string, TableState>(), made };
  for (const { text } of splitStatements(script.sql, dialects[from])) {
    if (from === to) await database.execute(text);
    else {
      const outcome = await translatedOn(database, from, text, {}, (each) => database.execute(each));
      made.push(outcome.sql ?? text);
      if (outcome.error !== undefined) return { ...ended, refused: outcome.refused, problem: outcome.error };
    }
  }
  const taken: boolean[] = [];
  for (const change of script.changes ?? []) taken.push(await isTaken(change, database));
  const rows = [];
  for (const read of script.reads ?? []) {
    const { tuples } = await database.query(read);
    rows.push(
      comparable(
        tuples.map((row) => row.map(truthAsNumber)),
        true,
      ),
    );
  }
  return { refused: false, taken, rows, tables: await tablesOf(database), made };
}

const truthAsNumber = (value: JsonValue): JsonValue => (typeof value === 'boolean' ? Number(value) : value);

async function isTaken(change: string, database: TestedDatabase): Promise<boolean> {
  try {
    await database.execute(change);
    return true;
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return false;
  }
}

/** Every table of a database, as it compares. */
export async function tablesOf(database: Pick<TestedDatabase, 'catalogue'>): Promise<ReadonlyMap<string, TableState>> {
  const catalogue = database.catalogue();
  const described = await catalogue.describe(await catalogue.list());
  return new Map(
    described.flatMap((each) => (each === undefined ? [] : [[each.name.toLowerCase(), tableState(each)] as const])),
  );
}

function tableState({ columns, primaryKey, indexes, foreignKeys }: TableDescription): TableState {
  return {
    columns: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    nullable: columns.map(({ nullable }) => nullable),
    autoIncrement: columns.map(({ autoIncrement }) => autoIncrement),
    primaryKey,
    indexes: indexes
      .filter(({ primary }) => !primary)
      .map(({ unique, parts }) => `${unique ? 'unique ' : ''}${parts.map(({ column }) => column ?? '…').join(', ')}`)
      .sort(),
    foreignKeys: foreignKeys
      .map(
        (key) =>
          `${key.columns.join()} → ${key.referenced.name}(${key.referencedColumns.join()}) ${key.onDelete} ${key.onUpdate}`,
      )
      .sort(),
  };
}
