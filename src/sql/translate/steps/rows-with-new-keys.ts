import type { Expression, Name, Query, Returning, SelectItem, Update } from '../../ast/index.js';
import { scopeOfChange, type SqlTypeName } from '../../typing/index.js';
import { ChangedTable } from '../changes/changed-table.js';
import { columnAssignments } from '../changes/column-assignments.js';
import { calledIn } from '../changes/joined-tables.js';
import { allOf, binary, column, item, name, number } from '../made-nodes.js';
import { isVolatile } from '../repeated-arguments.js';
import type { Translator } from '../translator.js';
import { isKept, keyItems, keptKeys, named, selectOf, silent, type KeyedTable } from './rows.js';
import type { StepMaker } from './step-maker.js';

/** A column of a key, with the value that an UPDATE gives it; undefined where it stays. */
interface KeyColumn {
  readonly column: Name;
  readonly value: Expression | undefined;
}

/** Numbers that a column may round, so that they are not found again by what was computed. */
const ROUNDED: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>(['DECIMAL', 'FLOAT']);

/**
 * UPDATE … RETURNING of rows that get new keys, where the target does not tell them: their old keys are kept with their new
 * ones, by which they are found again.
 *
 * @returns the query of what is returned; undefined where the new keys can't be told before
 */
export function rowsWithNewKeys(
  node: Update,
  of: KeyedTable,
  returning: Returning,
  steps: StepMaker,
): Query | undefined {
  const { t } = steps;
  const keys = t.within(scopeOfChange(node, t.scope), () => newKey(node, of, t));
  if (keys === undefined) return undefined;
  const computed = keys.filter(({ value }) => value === undefined || !isSameForAll(value));
  const calledNew = computed.map((one, at) => name(`new_${at + 1}`, one.column.span));
  const items: SelectItem[] = [
    ...keyItems(of),
    ...computed.map((one, at) =>
      item(one.value ?? column([calledIn(of.table), one.column], one.column.span), calledNew[at]),
    ),
  ];
  const kept = steps.keep('changed', selectOf(items, [of.table], node));
  steps.add({ ...silent(node), where: isKept(of, kept, keptKeys(of)) });
  const same = keys
    .filter((one) => !computed.includes(one))
    .map(({ column: own, value }) => binary('equal', column([calledIn(of.table), own], own.span), value as Expression));
  const found: Expression =
    computed.length > 0
      ? isKept({ ...of, key: computed.map((one) => one.column) }, kept, calledNew)
      : { kind: 'exists', query: selectOf([item(number(1, node.span))], [named(kept)], {}), span: node.span };
  return selectOf(returning.columns, [of.table], { where: allOf([...same, found]) });
}

/** The columns of the key with their new values; undefined where these are not the same when they are asked for again. */
function newKey(node: Update, { table, key }: KeyedTable, t: Translator): readonly KeyColumn[] | undefined {
  const changed = new ChangedTable(table.name, table.alias, node, t);
  const set = columnAssignments(node.set, t);
  const keys = key.map((own): KeyColumn => {
    const value = set.find((one) => t.scope.key(one.column) === t.scope.key(own))?.value;
    return { column: own, value };
  });
  const isTold = ({ column: own, value }: KeyColumn): boolean =>
    value === undefined ||
    (value.kind !== 'default' &&
      value.kind !== 'null' &&
      !isVolatile(value, t.from) &&
      !ROUNDED.has(changed.column(own)?.type?.type));
  return keys.every(isTold) ? keys : undefined;
}

const isSameForAll = ({ kind }: Expression): boolean => kind === 'string' || kind === 'number' || kind === 'parameter';
