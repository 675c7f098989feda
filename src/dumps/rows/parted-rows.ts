import { DragomanError } from '../../errors/index.js';
import type { Statement } from '../../sql/index.js';

type Insert = Extract<Statement, { kind: 'insert' }>;

/** An INSERT without the rows that have no translation. */
export interface PartedRows {
  /** The others. */
  readonly kept: Insert;
  /** Why each of those has none. */
  readonly refusals: readonly DragomanError[];
}

/**
 * Takes an INSERT of several rows apart: one value that the target does not know would cost all the rows beside it.
 *
 * @param translate throws where some rows have no translation
 * @returns undefined for any other statement, and where no row is to blame
 */
export function partedRows(tree: Statement, translate: (rows: Insert) => unknown): PartedRows | undefined {
  if (tree.kind !== 'insert' || tree.source?.body.kind !== 'values') return undefined;
  const { source } = tree;
  const { body } = source;
  if (body.kind !== 'values' || body.rows.length < 2) return undefined;
  const withRows = (rows: typeof body.rows): Insert => ({ ...tree, source: { ...source, body: { ...body, rows } } });
  const refusals: DragomanError[] = [];
  const kept = body.rows.filter((row) => {
    const error = failure(() => translate(withRows([row])));
    if (error !== undefined) refusals.push(error);
    return error === undefined;
  });
  // what all rows share, such as a column, is told of once
  if (kept.length === 0) return undefined;
  return refusals.length === 0 ? undefined : { kept: withRows(kept), refusals };
}

function failure(work: () => unknown): DragomanError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DragomanError) return error;
    throw error;
  }
}
