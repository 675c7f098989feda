import type { Assignment, Name, TableName, Update } from '../../ast/index.js';
import { mayBeNameOfMoment, scopeOfChange, type SqlTypeName } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { column, item, name } from '../made-nodes.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';
import { keyed } from './row-keys.js';
import { assigns, hasKeptKey, keptKeys, keyItems, named, selectOf } from './rows.js';
import type { Apart } from './step-maker.js';

/**
 * `SET updated_at = updated_at`: in MySQL it keeps ON UPDATE CURRENT_TIMESTAMP from setting the column. Elsewhere a trigger does
 * that, which can't tell it from a column that is not named: the moments are kept, and put back behind the change.
 * https://dev.mysql.com/doc/refman/8.4/en/timestamp-initialization.html
 */
export const untouchedMoments: Apart = (statement, steps) => {
  const { t } = steps;
  if (statement.kind !== 'update' || t.source !== 'MYSQL' || t.target === 'MYSQL') return false;
  const { tables, from, limit, with: common, violation, where, span } = statement;
  const [table, second] = tables;
  const isPlain = [from, limit, common, violation, second].every((one) => one === undefined);
  if (table?.kind !== 'table-name' || !isPlain) return false;
  const same = t.within(scopeOfChange(statement, t.scope), () => keptMoments(statement, table, t));
  const set = statement.set.filter((one) => !same.includes(one));
  if (same.length === 0 || set.length === 0) return false;
  const of = keyed(table, statement, t);
  if (assigns(set, of.key, t)) return false;
  const values = same.map((_, at) => name(`value_${at + 1}`, span));
  const kept = steps.keep(
    'untouched',
    selectOf([...keyItems(of), ...same.map(({ value }, at) => item(value, values[at]))], [table], {
      ...(where !== undefined && { where }),
    }),
  );
  steps.add({ ...statement, set });
  const { main } = steps;
  const back = same.map((one, at): Assignment => ({ ...one, value: column([kept, values[at] as Name], span) }));
  const on = hasKeptKey(of, kept, keptKeys(of));
  steps.add({
    kind: 'update',
    tables: [{ kind: 'join', type: 'inner', natural: false, left: table, right: named(kept), on, span }],
    set: back,
    span,
  });
  steps.main = main;
  return true;
};

const MAY_BE_TOUCHED: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([
  'TIMESTAMP',
  'TIMESTAMPTZ',
]);

/** The assignments of a moment to itself. */
function keptMoments({ set, ...node }: Update, table: TableName, t: Translator): readonly Assignment[] {
  const changed = new ChangedTable(table.name, table.alias, { set, ...node }, t);
  return set.filter(({ targets: [target], value }) => {
    if (target?.kind !== 'column' || value.kind !== 'column') return false;
    const own = lastOf(target);
    if (t.scope.key(own) !== t.scope.key(lastOf(value))) return false;
    const type = changed.column(own)?.type;
    return type === undefined ? mayBeNameOfMoment(own.value) : MAY_BE_TOUCHED.has(type.type);
  });
}
