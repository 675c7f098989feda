import { tablesOfStatement } from '../../../src/catalogue/index.js';
import type { JsonValue } from '../../../src/databases/index.js';
import { DragomanError } from '../../../src/errors/index.js';
import {
  analyse,
  cascadingNames,
  indexesOf,
  tablesLedTo,
  dialects,
  parseStatement,
  translateStatement,
  type DialectName,
  type TranslatedStatement,
  type TranslationOptions,
} from '../../../src/sql/index.js';
import { ENGINES, type TestedDatabase } from '../../databases/conformance/engines.js';
import { shopOn } from './shop.js';

/** What became of a statement on an engine that it was not written for. */
export interface Outcome {
  readonly target: DialectName;
  /** Undefined where it was refused. */
  readonly sql?: string;
  readonly warnings: readonly string[];
  readonly rows?: Rows;
  /** The code and message of a refusal, or of the target's error. */
  readonly error?: string;
  readonly refused: boolean;
}

export type Rows = readonly (readonly JsonValue[])[];

/** How a statement is translated; `blind`: without what the target's tables say. */
export type Wishes = TranslationOptions & { readonly blind?: boolean };

/** Translates a statement for a database, with what its tables say, and runs it there. */
export async function translatedOn(
  database: TestedDatabase,
  from: DialectName,
  sql: string,
  { blind = false, ...options }: Wishes = {},
  run: (made: string) => Promise<{ readonly tuples: Rows }> = (made) => database.query(made),
): Promise<Outcome> {
  const target = database.registry.get('main').adapter.dialect;
  const tree = parseStatement(sql, dialects[from]);
  const { read, written } = analyse(tree, dialects[from]).tables;
  const ledTo = tablesLedTo(tree, dialects[from]).read;
  const named = [...new Set([...read, ...written, ...ledTo])];
  const catalogue = blind
    ? undefined
    : await tablesOfStatement(database.catalogue(), named, {
        indexes: indexesOf(tree, dialects[from]),
        cascading: cascadingNames(tree, dialects[from]),
      });
  let made;
  try {
    made = translateStatement(tree, sql, { from: dialects[from], to: dialects[target] }, { ...options, catalogue });
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return { target, warnings: [], refused: true, error: `${error.code}: ${error.message}` };
  }
  const warnings = made.notices.map(({ code }) => code);
  try {
    const rows = await rowsOf(made, target, database, run);
    return { target, sql: made.sql, warnings, rows, refused: false };
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return { target, sql: made.sql, warnings, refused: false, error: `${error.code}: ${error.message}` };
  }
}

/** What MySQL commits for, so that it is run by itself, as the pipeline does. */
const COMMITS = /^(?:(?:CREATE|DROP)(?! TEMPORARY)|ALTER|RENAME|TRUNCATE)\b/i;

async function rowsOf(
  made: TranslatedStatement,
  target: DialectName,
  database: TestedDatabase,
  run: (made: string) => Promise<{ readonly tuples: Rows }>,
): Promise<Rows> {
  if (made.statements.length === 1) return (await run(made.sql)).tuples;
  if (target !== 'MYSQL' || !made.statements.some((sql) => COMMITS.test(sql))) return await runAsOne(database, made);
  const results: Rows[] = [];
  for (const sql of made.statements) results.push((await run(sql)).tuples);
  return results[made.answer] ?? [];
}

/** Runs the statements that one came to in a transaction; resolves to the rows of the whole. */
async function runAsOne(
  database: TestedDatabase,
  { statements, answer }: Pick<TranslatedStatement, 'statements' | 'answer'>,
): Promise<Rows> {
  const { results } = await database.transaction(statements.map((sql) => ({ sql })));
  const failed = results.find(({ error }) => error !== null)?.error;
  if (failed) throw failed;
  return results[answer]?.result?.tuples ?? [];
}

/** The shop on all engines. */
export class Shops {
  private constructor(private readonly open: ReadonlyMap<DialectName, TestedDatabase>) {}

  static async open(): Promise<Shops> {
    const opened = await Promise.all(
      ENGINES.map(async (engine) => {
        const database = await engine.open();
        for (const sql of shopOn(engine)) await database.execute(sql);
        return [engine.dialect, database] as const;
      }),
    );
    return new Shops(new Map(opened));
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map((database) => database.close()));
  }

  /** Runs a statement where it is at home. */
  async run(dialect: DialectName, sql: string): Promise<Rows> {
    return (await this.#on(dialect).query(sql)).tuples;
  }

  /** Translates a statement, with what the target's tables say, and runs it there. */
  async translated(from: DialectName, to: DialectName, sql: string, wishes: Wishes = {}): Promise<Outcome> {
    return await translatedOn(this.#on(to), from, sql, wishes);
  }

  #on(dialect: DialectName): TestedDatabase {
    const database = this.open.get(dialect);
    if (database === undefined) throw new Error(`No shop on ${dialect}.`);
    return database;
  }
}

/** Rows as they compare: numbers to nine digits, truth values as numbers, moments alike, documents as such. */
export function comparable(rows: Rows, ordered: boolean): string[] {
  const lines = rows.map((row) => JSON.stringify(row.map((value) => plain(truthAsNumber(value)))));
  return ordered ? lines : lines.sort();
}

/** A truth value is a type of its own to one engine, and 1 or 0 to others. */
const truthAsNumber = (value: JsonValue): JsonValue => (typeof value === 'boolean' ? Number(value) : value);

function plain(value: JsonValue): JsonValue {
  if (typeof value === 'number') return Number(value.toPrecision(9));
  if (typeof value === 'string' && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value))
    return Number(Number(value).toPrecision(9));
  if (typeof value === 'string')
    return value.replace(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d)?(\.\d*[1-9])?)(\.?0+)?Z?$/, '$1 $2');
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object') return members(value);
  return value;
}

/** Members in an order of their own. */
function members(value: Readonly<Record<string, JsonValue>>): JsonValue {
  const sorted = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, one]) => [key, plain(one)]));
}
