import type {
  Assignment,
  Delete,
  Expression,
  Name,
  SelectItem,
  TableName,
  TableReference,
  Update,
} from '../../ast/index.js';
import { scopeOfChange } from '../../typing/index.js';
import { calledIn, tableCalled, tableNames } from '../changes/joined-tables.js';
import { column, item, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { keyed } from './row-keys.js';
import {
  hasKeptKey,
  isKept,
  keptKeys,
  keyColumns,
  keyItems,
  named,
  selectOf,
  tablesOf,
  type KeyedTable,
} from './rows.js';
import type { Apart, StepMaker } from './step-maker.js';

/** MySQL's DELETE out of several tables: the keys of all of them first, then each table by its own. */
export const severalDeleted: Apart = (statement, steps) => {
  if (statement.kind !== 'delete' || (statement.targets ?? []).length < 2) return false;
  const { t } = steps;
  const references = tablesOf(statement);
  const tables = (statement.targets ?? []).map((target) => {
    const found = tableCalled(target.parts, references, t);
    return found ?? t.refuse(target, 'Which table this is can’t be told.', 'Name it as it is called in FROM.');
  });
  const all = tables.map((table) => keyed(table, statement, t));
  const kept = all.map((of) => keys(of, statement, references, steps));
  for (const [index, of] of all.entries()) {
    const { alias: _, ...plain } = of.table;
    const where = isKept({ ...of, table: plain }, kept[index] as Name, keptKeys(of));
    steps.add({ kind: 'delete', from: [plain], where, span: statement.span } satisfies Delete);
  }
  return true;
};

function keys(of: KeyedTable, node: Delete, references: readonly TableReference[], steps: StepMaker): Name {
  return steps.keep('deleted', selectOf(keyItems(of), references, node));
}

/** One table of an UPDATE, with what is assigned to its columns. */
interface Assigned {
  readonly table: TableName;
  readonly set: Assignment[];
}

/** MySQL's UPDATE of several tables: keys and new values of all of them first, then each table by its own. */
export const severalUpdated: Apart = (statement, steps) => {
  if (statement.kind !== 'update' || steps.t.source !== 'MYSQL') return false;
  if (statement.tables.length === 1 && statement.tables[0]?.kind === 'table-name') return false;
  const parts = partsByTable(statement, steps.t);
  if (parts.length < 2) return false;
  const { t } = steps;
  const items: SelectItem[] = [];
  const changes = parts.map(({ table, set }, index) => {
    const of = keyed(table, statement, t);
    const keys = keyColumns(of).map((one, at) => put(items, one, `key_${index + 1}_${at + 1}`));
    return {
      of,
      keys,
      values: set.map(({ value }, at) =>
        isSame(value) ? undefined : put(items, value, `value_${index + 1}_${at + 1}`),
      ),
      set,
    };
  });
  const kept = steps.keep('changed', selectOf(items, statement.tables, statement));
  for (const { of, keys, values, set } of changes) {
    const on = hasKeptKey(of, kept, keys);
    const assigned = set.map((one, at) => {
      const value = values[at];
      return value === undefined ? one : { ...one, value: column([kept, value], one.span) };
    });
    steps.add(updateOf(of.table, named(kept), { on, set: assigned }));
  }
  return true;
};

/** UPDATE table JOIN others ON condition SET assignments */
const updateOf = (
  table: TableName,
  right: TableName,
  { on, set }: { readonly on: Expression; readonly set: readonly Assignment[] },
): Update => ({
  kind: 'update',
  tables: [{ kind: 'join', type: 'inner', natural: false, left: table, right, on, span: table.span }],
  set,
  span: table.span,
});

/** What is the same for all rows needs no place beside their keys. */
const isSame = ({ kind }: Expression): boolean =>
  ['number', 'string', 'null', 'boolean', 'parameter', 'default'].includes(kind);

function put(items: SelectItem[], value: Expression, called: string): Name {
  const alias = name(called, value.span);
  items.push(item(value, alias));
  return alias;
}

function partsByTable(node: Update, t: Translator): readonly Assigned[] {
  const found = new Map<TableName, Assigned>();
  for (const one of node.set) {
    const [target] = one.targets;
    const table = target?.kind === 'column' ? tableOf(node, target.parts, t) : undefined;
    if (table === undefined) return [];
    const part = found.get(table) ?? { table, set: [] };
    part.set.push(one);
    found.set(table, part);
  }
  return [...found.values()];
}

function tableOf(node: Update, parts: readonly Name[], t: Translator): TableName | undefined {
  const qualifier = parts.slice(0, -1);
  if (qualifier.length > 0) return tableCalled(qualifier, node.tables, t);
  const scope = scopeOfChange(node, t.scope);
  const key = scope.key(parts[0] as Name);
  return [...tableNames(node.tables)].find((one) => scope.source([calledIn(one)])?.column(key) !== undefined);
}
