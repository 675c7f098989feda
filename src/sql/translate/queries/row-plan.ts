import type { Expression, Query, Select, TableFunction, TableReference } from '../../ast/index.js';
import { column, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** How the target has the rows of a function of the source's: a table, and what stands for each of the function's columns. */
export interface RowPlan {
  readonly table: TableReference;
  /** By their place; undefined where the column is called alike. */
  readonly columns: readonly (Expression | undefined)[];
  /** What is in a document at the row, for columns that adapt to their place. */
  readonly document?: Expression;
}

/** A function in FROM, with what it is called with. */
export interface RowCall {
  readonly node: TableFunction;
  readonly meaning: string;
  readonly arguments: readonly Expression[];
  /** The name of the table in the target. */
  readonly alias: string;
  /** What the source calls the columns. */
  readonly names: readonly string[];
  readonly t: Translator;
}

export type Planner = (call: RowCall) => RowPlan | undefined;

/** A table in the target's own SQL, with expressions in the places `$1`, `$2` …, under an alias. */
export function tableForm(sql: string, values: readonly Expression[], call: RowCall): TableReference {
  const { node, alias, t } = call;
  const made = t.form(`(SELECT 1 FROM ${sql} AS rows_of)`, values, node) as Extract<Expression, { kind: 'subquery' }>;
  const select = made.query.body as Select;
  const table = (select.from as readonly TableReference[])[0] as TableReference;
  return { ...table, alias: name(alias, node.span) };
}

/** A column of the table, by its name in the target. */
export const own = (called: string, { alias, node }: RowCall): Expression =>
  column([name(alias, node.span), name(called, node.span)], node.span);

/** A derived table of a query in the target's own SQL. */
export function queryTable(sql: string, values: readonly Expression[], call: RowCall, lateral = false): TableReference {
  const { node, alias, t } = call;
  const made = t.form(`(${sql})`, values, node) as Extract<Expression, { kind: 'subquery' }>;
  return {
    kind: 'derived-table',
    lateral,
    query: made.query satisfies Query,
    alias: name(alias, node.span),
    span: node.span,
  };
}
