import type { DerivedTable, Expression, Join, Query, Select, TableReference } from '../../../ast/index.js';
import { allOf } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { namedItems } from './expanded-items.js';
import type { Lowering } from './index.js';
import { correlatedRows } from './lateral-queries.js';
import { listedRows } from './lateral-values.js';

/** A table that sees none before it, which stands for a LATERAL one. */
export interface PlainRows {
  readonly table: DerivedTable;
  /** What its rows are joined by. */
  readonly on: readonly Expression[];
  /** Puts what stands for its columns into the rest of the query. */
  readonly rewritten?: (query: Query) => Query;
}

/**
 * LATERAL tables of several rows: those of a query become a table that is joined by what the query compared with the
 * tables before it; those of VALUES become numbers, beside which each column is chosen.
 */
export const lateralRows: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || body.from === undefined || t.to.features.foldsNames) return query;
  const found: PlainRows[] = [];
  const where: Expression[] = [];
  const from = body.from.map((table, at) => {
    const rows = table.kind === 'derived-table' && at > 0 ? plainRows(table, t) : undefined;
    if (rows === undefined) return joined(table, found, t);
    found.push(rows);
    where.push(...rows.on);
    return rows.table;
  });
  if (found.length === 0) return query;
  const conditions = [...where, ...(body.where === undefined ? [] : [body.where])];
  const select: Select = {
    ...body,
    columns: namedItems(body, t, ...found.map(({ table }) => table.alias && t.scope.key(table.alias))),
    from,
    ...(conditions.length > 0 && { where: allOf(conditions) }),
  };
  return found.reduce<Query>((made, { rewritten }) => rewritten?.(made) ?? made, { ...query, body: select });
};

/** A chain of joins with other tables in the place of the lateral ones. */
function joined(table: TableReference, found: PlainRows[], t: Translator): TableReference {
  if (table.kind !== 'join') return table;
  const left = joined(table.left, found, t);
  const rows = table.right.kind === 'derived-table' ? plainRows(table.right, t) : undefined;
  if (rows === undefined || (table.type === 'left' && rows.rewritten !== undefined && !isAlways(table))) {
    return left === table.left ? table : { ...table, left };
  }
  found.push(rows);
  const on = [...rows.on, ...(table.on === undefined || isAlways(table) ? [] : [table.on])];
  const { on: _, ...rest } = table;
  if (on.length === 0) return { ...rest, type: 'cross', left, right: rows.table };
  const type = table.type === 'cross' ? 'inner' : table.type;
  return { ...rest, type, left, right: rows.table, on: allOf(on) };
}

const isAlways = ({ on }: Join): boolean => on === undefined || (on.kind === 'boolean' && on.value);

function plainRows(table: DerivedTable, t: Translator): PlainRows | undefined {
  if (!table.lateral || table.alias === undefined) return undefined;
  return table.query.body.kind === 'values' ? listedRows(table, t) : correlatedRows(table, t);
}
