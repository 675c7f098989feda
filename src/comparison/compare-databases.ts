import type { StatementResult } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { compareRows, type ResultDifference } from './compare-rows.js';

/** The most databases of one comparison: all their results are held at once. */
export const MOST_COMPARED = 10;

/** Runs the read on one database. */
export type RunRead<Result extends StatementResult> = (database: string) => Promise<Result>;

/** What became of the read on one database. */
export type ComparedResult<Result> =
  { readonly database: string; readonly result: Result } | { readonly database: string; readonly error: DragomanError };

/** A read on several databases. */
export interface Comparison<Result> {
  /** Whether all of them gave the same rows. */
  readonly agree: boolean;
  readonly results: readonly ComparedResult<Result>[];
  readonly differences: readonly ResultDifference[];
}

/**
 * Runs a read on several databases at once and compares what they give.
 * @throws DragomanError BAD_USER_INPUT where there are not two or more of them
 */
export async function compareDatabases<Result extends StatementResult>(
  databases: readonly string[],
  ordered: boolean,
  run: RunRead<Result>,
): Promise<Comparison<Result>> {
  refuseWrongNumber(databases);
  const results = await Promise.all(databases.map((database) => outcomeOf(database, run)));
  const failed = results.flatMap((each) => ('error' in each ? [failure(each)] : []));
  const rows = results.flatMap((each) => ('result' in each ? [{ ...each.result, database: each.database }] : []));
  const differences = [...failed, ...compareRows(rows, ordered)];
  return { agree: differences.length === 0, results, differences };
}

function refuseWrongNumber(databases: readonly string[]): void {
  const distinct = new Set(databases).size;
  if (distinct === databases.length && distinct >= 2 && distinct <= MOST_COMPARED) return;
  throw new DragomanError(
    'BAD_USER_INPUT',
    `\`databases\` has to name from two to ${MOST_COMPARED} databases, each of them once.`,
  );
}

async function outcomeOf<Result extends StatementResult>(
  database: string,
  run: RunRead<Result>,
): Promise<ComparedResult<Result>> {
  try {
    return { database, result: await run(database) };
  } catch (error) {
    if (error instanceof DragomanError) return { database, error };
    throw error;
  }
}

function failure({ database, error }: { readonly database: string; readonly error: DragomanError }): ResultDifference {
  return { row: null, column: null, values: {}, message: `${database} gave no rows: ${error.message}` };
}
