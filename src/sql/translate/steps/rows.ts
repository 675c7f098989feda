import type {
  Assignment,
  Change,
  Delete,
  Expression,
  Name,
  Query,
  SelectItem,
  Span,
  TableName,
  TableReference,
  Update,
  WithClause,
} from '../../ast/index.js';
import { calledIn } from '../changes/joined-tables.js';
import { allOf, binary, column, item, name, qualified, queryOf } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** What tells the rows of a table apart: its name where it stands, and the columns of its key. */
export interface KeyedTable {
  readonly table: TableName;
  readonly key: readonly Name[];
}

/** A column's name as the catalogue has it. */
export const columnName = (called: string, span: Span): Name => name(called, span, called !== called.toLowerCase());

/** A table under the name that it has already. */
export const named = (called: Name, alias?: Name): TableName => ({
  kind: 'table-name',
  name: qualified(called.value, called.span),
  ...(alias !== undefined && { alias }),
  span: called.span,
});

/** The columns of a key, of the table that they belong to. */
export const keyColumns = ({ table, key }: KeyedTable): Expression[] =>
  key.map((one) => column([calledIn(table), one], table.span));

/** The same under names for a table that keeps them. */
export const keyItems = (of: KeyedTable): SelectItem[] =>
  keyColumns(of).map((one, at) => item(one, keptKeys(of)[at] as Name));

/** What a table that keeps keys calls their columns. */
export const keptKeys = ({ table, key }: KeyedTable): Name[] => key.map((_, at) => name(`key_${at + 1}`, table.span));

/** SELECT items FROM tables WHERE condition */
export function selectOf(
  items: readonly SelectItem[],
  from: readonly TableReference[],
  { where, orderBy, limit, with: tables }: Pick<Update, 'where' | 'orderBy' | 'limit' | 'with'>,
): Query {
  const { span } = from[0] as TableReference;
  return queryOf(
    { kind: 'select', columns: items, from, ...(where !== undefined && { where }), span },
    {
      ...(tables !== undefined && { with: tables }),
      ...(orderBy !== undefined && { orderBy }),
      ...(limit !== undefined && { limit }),
    },
  );
}

/** The condition that a row's key is among those that were kept in these columns. */
export function isKept(keyedTable: KeyedTable, kept: Name, columns: readonly Name[]): Expression {
  const { span } = keyedTable.table;
  const [first, ...others] = keyColumns(keyedTable) as [Expression, ...Expression[]];
  const items = columns.map((one) => item(column([kept, one], span)));
  const operand: Expression = others.length === 0 ? first : { kind: 'row', items: [first, ...others], span };
  return { kind: 'in-query', negated: false, operand, query: selectOf(items, [named(kept)], {}), span };
}

/** The condition that a row has the key which a kept row has in these columns. */
export const hasKeptKey = ({ table, key }: KeyedTable, kept: Name, columns: readonly Name[]): Expression =>
  allOf(
    key.map((one, at) =>
      binary('equal', column([calledIn(table), one], table.span), column([kept, columns[at] as Name], table.span)),
    ),
  );

/** The rows of a table that were kept by their keys. */
export const keptRows = (of: KeyedTable, items: readonly SelectItem[], kept: Name, columns: readonly Name[]): Query =>
  selectOf(items, [of.table], { where: isKept(of, kept, columns) });

/** The same change without its RETURNING. */
export function silent<Kind extends Change>(change: Kind): Kind {
  const { returning: _, ...rest } = change;
  return rest as Kind;
}

/** Whether a change assigns one of these columns. */
export const assigns = (set: readonly Assignment[], key: readonly Name[], t: Translator): boolean =>
  set.some(({ targets }) =>
    targets.some((target) => {
      const last = target.kind === 'column' ? target.parts[target.parts.length - 1] : undefined;
      return last !== undefined && key.some((one) => t.scope.key(one) === t.scope.key(last));
    }),
  );

/** A change with the tables that its WITH has left. */
export function withTables<Kind extends Change | Query>(change: Kind, tables: WithClause | undefined): Kind {
  const { with: _, ...rest } = change;
  return (tables === undefined || tables.tables.length === 0 ? rest : { ...rest, with: tables }) as Kind;
}

/** All tables of a DELETE, as a query has them. */
export const tablesOf = ({ from, using = [] }: Delete): readonly TableReference[] => [...from, ...using];
