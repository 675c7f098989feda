import type {
  Expression,
  Limit,
  Name,
  OrderItem,
  Query,
  Select,
  SelectItem,
  Span,
  TableName,
  TableReference,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { column, item, name, queryOf } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { calledInTarget } from './joined-tables.js';

/**
 * What tells the rows of any table apart while one statement runs: https://www.postgresql.org/docs/current/ddl-system-columns.html,
 * https://sqlite.org/lang_createtable.html#rowid
 */
const ROW_PLACE: Readonly<Record<DialectName, string | undefined>> = {
  POSTGRESQL: 'ctid',
  MYSQL: undefined,
  SQLITE: 'rowid',
};

/** What has a row's place in the target; undefined where rows have none. */
export function rowPlace(span: Span, t: Translator): Name | undefined {
  const place = ROW_PLACE[t.target];
  return place === undefined ? undefined : name(place, span);
}

/** The columns that tell a table's rows apart in the target. */
export function rowKey(table: ChangedTable, t: Translator): readonly Name[] {
  if (table.primaryKey.length > 0) return table.primaryKey.map((one) => table.named(one));
  const place = rowPlace(table.name.span, t);
  if (place === undefined) {
    t.refuse(
      table.name,
      'Which columns tell the rows apart is not known here.',
      'Name a `target` whose table has a primary key.',
    );
  }
  return [place];
}

/** The key of a row of the table that goes by a name: one column, or a row of them. */
export function keyOfRow(key: readonly Name[], called: Name, t: Translator): Expression {
  const qualifier = t.node(called);
  const columns = key.map((one) => column([qualifier, one], called.span));
  const [first] = columns as [Expression];
  return columns.length === 1 ? first : { kind: 'row', items: columns, span: called.span };
}

/** Some rows of tables, in terms of the target. */
export interface RowsWanted {
  readonly from: readonly TableReference[];
  readonly where?: Expression | undefined;
  readonly orderBy?: readonly OrderItem[] | undefined;
  readonly limit?: Limit | undefined;
}

/** The condition that a row of the changed table is one of those that are wanted, by its key. */
export function isOneOf(
  { from, where, orderBy, limit }: RowsWanted,
  [outer, inner]: readonly [changed: TableName, within: Name],
  key: readonly Name[],
  t: Translator,
): Expression {
  const { span } = outer;
  const items = key.map((one): SelectItem => item(column([t.node(inner), one], span)));
  const body: Select = { kind: 'select', columns: items, from, ...(where !== undefined && { where }), span };
  const query: Query = queryOf(body, { ...(orderBy && { orderBy }), ...(limit && { limit }) });
  return { kind: 'in-query', negated: false, operand: keyOfRow(key, calledInTarget(outer, t), t), query, span };
}
