import { contains, type Expression, type Name, type TableName, type Update } from '../../ast/index.js';
import { allOf, anyOf, binary, column, item, name, not, number, queryOf } from '../made-nodes.js';
import { lastOf, substitute } from '../queries/lowering/references.js';
import { isVolatile } from '../repeated-arguments.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { calledInTarget } from './joined-tables.js';

/** The key of which all rows get the same values, as far as they are assigned any. */
interface AssignedKey {
  readonly columns: readonly string[];
  readonly values: ReadonlyMap<string, Expression>;
}

/**
 * An UPDATE that leaves alone the rows whose new keys are there, where PostgreSQL has none that does: those whose key another
 * row has, and, of several that would get the same one, all but the first.
 * https://dev.mysql.com/doc/refman/8.4/en/update.html
 *
 * @param made the UPDATE in the target's terms
 * @returns undefined where rows get keys that hang on their own values, or on other tables
 */
export function leavingAlone(made: Update, table: ChangedTable, changed: TableName, t: Translator): Update | undefined {
  const key = assignedKey(made, table, t);
  const isAlone = made.from === undefined && made.tables.length === 1 && made.limit === undefined;
  if (key === undefined || !isAlone || (made.where !== undefined && contains(made.where, isQuery))) return undefined;
  const { span } = made;
  const own = calledInTarget(changed, t);
  const there = name(t.freshName('there'), span);
  const earlier = name(t.freshName('earlier'), span);
  const isThere = key.columns.map((one) => {
    const value = key.values.get(one) ?? column([own, table.named(one)], span);
    return binary('equal', column([there, table.named(one)], span), value);
  });
  const kept = key.columns.filter((one) => !key.values.has(one));
  const getsSame = kept.map((one) =>
    binary('equal', column([earlier, table.named(one)], span), column([own, table.named(one)], span)),
  );
  const hasItself = [...key.values].map(([one, value]) =>
    binary('equal', column([own, table.named(one)], span), value),
  );
  const where = [
    ...(made.where === undefined ? [] : [made.where]),
    noRow(made, there, [...isThere, besides('not-equal', there, own)]),
    anyOf([
      allOf(hasItself),
      noRow(made, earlier, [...inPlaceOf(made.where, own, earlier), ...getsSame, besides('less', earlier, own)]),
    ]),
  ];
  return { ...made, where: allOf(where) };
}

const isQuery = ({ kind }: { readonly kind: string }): boolean => kind === 'query';

/** The one key that is assigned, where its values are the same for all rows. */
function assignedKey({ set }: Update, { keys = [] }: ChangedTable, t: Translator): AssignedKey | undefined {
  const values = new Map<string, Expression>();
  for (const { targets, value, row } of set) {
    const [target] = targets;
    if (row || target?.kind !== 'column') return undefined;
    values.set(lastOf(target).value, value);
  }
  const [columns, another] = keys.filter((key) => key.some((one) => values.has(one)));
  if (columns === undefined || another !== undefined) return undefined;
  const given = columns.flatMap((one) => values.get(one) ?? []);
  const hangsOnRow = given.some(
    (one) => isVolatile(one, t.to) || contains(one, ({ kind }) => kind === 'column' || kind === 'query'),
  );
  const ofKey = new Map([...values].filter(([called]) => columns.includes(called)));
  return hangsOnRow || given.some(({ kind }) => kind === 'default') ? undefined : { columns, values: ofKey };
}

/** Rows by their places, in which they came. https://www.postgresql.org/docs/current/ddl-system-columns.html */
const besides = (operator: 'not-equal' | 'less', one: Name, other: Name): Expression =>
  binary(
    operator,
    column([one, name('ctid', one.span)], one.span),
    column([other, name('ctid', one.span)], other.span),
  );

function noRow({ tables, span }: Update, alias: Name, conditions: readonly Expression[]): Expression {
  const from = [{ ...(tables[0] as TableName), alias }];
  const query = queryOf({ kind: 'select', columns: [item(number(1, span))], from, where: allOf(conditions), span });
  return not({ kind: 'exists', query, span });
}

/** The condition of the UPDATE, of another row of its table. */
const inPlaceOf = (where: Expression | undefined, own: Name, other: Name): readonly Expression[] =>
  where === undefined
    ? []
    : [
        substitute(where, ({ parts, span }) => {
          const [first, second] = parts;
          const isOwn = second === undefined || first?.value === own.value;
          return isOwn ? column([other, lastOf({ parts })], span) : undefined;
        }),
      ];
