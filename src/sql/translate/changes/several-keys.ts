import {
  type ColumnReference,
  type Expression,
  type Insert,
  type Name,
  type OrderItem,
  type Query,
  type RowValues,
} from '../../ast/index.js';
import { exactName } from '../expressions/names.js';
import { allOf, anyOf, binary, call, choose, column, item, number, queryOf } from '../made-nodes.js';
import { isVolatile } from '../repeated-arguments.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { nextNumber } from './counted-on.js';
import { breakable, insertedColumns } from './conflict-targets.js';
import { lastOf } from '../queries/lowering/references.js';
import type { RowConflict } from './row-conflicts.js';

/** Rows that may break several keys, each with the primary key of the row whose key it breaks. */
export interface RowsByPrimaryKey {
  readonly made: Insert;
  /** The primary key, which is all that they may break now. */
  readonly key: Name;
}

/**
 * An upsert of rows that may break any of several keys, where PostgreSQL does something about one alone: each row gets the
 * primary key of the row that is there, and that is the key it breaks. Of several such rows it is the one of the first key.
 * https://dev.mysql.com/doc/refman/8.4/en/insert-on-duplicate.html
 *
 * @param made the INSERT in the target's terms, without what it does about rows that are there
 * @returns undefined where one key is enough, or where the rows don't tell their keys
 */
export function byPrimaryKey(
  made: Insert,
  conflict: RowConflict,
  node: Insert,
  table: ChangedTable,
  t: Translator,
): RowsByPrimaryKey | undefined {
  const { columns, constraint, update } = conflict;
  if (columns !== undefined || constraint !== undefined || update === undefined) return undefined;
  const [own, another] = table.primaryKey;
  const keys = breakable(table.keys ?? [], node, table, t);
  if (own === undefined || another !== undefined || keys.length < 2) return undefined;
  const targets = (made.columns ??
    insertedColumns(node, table, t).map((one) => table.target(one))) as ColumnReference[];
  const places = targets.map((one) => lastOf(one).value);
  const body = made.source?.body;
  if (body?.kind !== 'values' || !keys.flat().every((one) => places.includes(one))) return undefined;
  const at = places.indexOf(own);
  const next = nextNumber(own, table);
  if (at < 0 && next === undefined) return undefined;
  const rows = body.rows.map((row) => withKeyOfFound(row, { own, at, next, keys, places }, made, t));
  if (rows.some((row) => row === undefined)) return undefined;
  const named = table.target(table.named(own));
  return {
    made: {
      ...made,
      columns: at < 0 ? [named, ...targets] : targets,
      ...(at < 0 && { overriding: 'SYSTEM' }),
      source: { ...(made.source as Query), body: { ...body, rows: rows as RowValues[] } },
    },
    key: table.named(own),
  };
}

interface Keys {
  readonly own: string;
  /** The place of the primary key among the values, -1 where it is none of them. */
  readonly at: number;
  readonly next: Expression | undefined;
  readonly keys: readonly (readonly string[])[];
  readonly places: readonly string[];
}

/** A row whose primary key is that of the row that is there, or else its own; undefined where its keys can't be looked for. */
function withKeyOfFound(row: RowValues, of: Keys, made: Insert, t: Translator): RowValues | undefined {
  const { own, at, next, keys, places } = of;
  const valueOf = (called: string): Expression => row.items[places.indexOf(called)] as Expression;
  const isUntold = (one: Expression): boolean => one.kind === 'default' || isVolatile(one, t.to);
  if (keys.flat().some((one) => one !== own && isUntold(valueOf(one)))) return undefined;
  const { span } = row;
  const isAsked = (key: readonly string[]): boolean => !key.some((one) => valueOf(one).kind === 'default');
  const isThere = keys
    .filter(isAsked)
    .map((key) => allOf(key.map((one) => binary('equal', column([exactName(one, row, t)], span), valueOf(one)))));
  const [only, another] = isThere;
  if (only === undefined) return undefined;
  const found: Query = queryOf(
    {
      kind: 'select',
      columns: [item(column([exactName(own, row, t)], span))],
      from: [{ kind: 'table-name', name: made.table, span }],
      where: anyOf(isThere),
      span,
    },
    {
      ...(another !== undefined && { orderBy: [firstOf(isThere, row)] }),
      limit: { kind: 'limit', count: number(1, span), span },
    },
  );
  const given = row.items[at];
  const isCounted = given === undefined || given.kind === 'default' || given.kind === 'null';
  const otherwise = isCounted ? next : given;
  if (otherwise === undefined) return undefined;
  const key = call('COALESCE', [{ kind: 'subquery', query: found, span }, otherwise], span);
  const items = at < 0 ? [key, ...row.items] : row.items.map((one, index) => (index === at ? key : one));
  return { ...row, items };
}

/** The row that breaks the first key goes before the others. */
function firstOf(isThere: readonly Expression[], { span }: RowValues): OrderItem {
  const rank = choose(
    isThere.slice(0, -1).map((one, index) => [one, number(index, span)]),
    number(isThere.length - 1, span),
    span,
  );
  return { kind: 'order-item', expression: rank, span };
}
