import type {
  AlterAction,
  AlterColumn,
  AlterTable,
  ChangeColumn,
  ColumnConstraint,
  ColumnDefinition,
  ColumnRule,
  DataType,
  Expression,
  Name,
  Statement,
} from '../../../ast/index.js';
import type { CatalogueIndex } from '../../../catalogue.js';
import { cast, column as columnNamed, dataType, name, nothing } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { planOfAdded } from './added-columns.js';
import { columnDefinition, type MadeColumn } from '../columns/columns.js';
import { alteration, keyOver, ofColumn, ofTable } from '../made-definitions.js';
import { filledMoments, fillsMoments } from '../columns/first-moments.js';
import { restartedIdentity } from '../columns/next-values.js';
import { newValue, withNewValues } from './revalued-columns.js';
import { readType, readValue } from './present-columns.js';

const REBUILD = 'Create the table anew, and copy its rows.';

/** ALTER COLUMN. */
export function alterColumn(action: AlterColumn, table: AlterTable, t: Translator): Statement[] {
  const { change, span, value } = action;
  const restarted = change === 'restart-identity' ? restartedIdentity(action, table, t) : undefined;
  if (restarted !== undefined) return restarted;
  if (t.target === 'SQLITE') t.refuse(action, 'SQLite changes no column of a table.', REBUILD);
  const target = t.node(table.name);
  const together = changesOfColumn(action, table, t);
  if (t.target === 'MYSQL' && together.some((each) => RESTATED.has(each.change))) {
    if (together[0] !== action) return [];
    const made = restated(together, table, t);
    const value = newValue(together, t);
    return value === undefined ? [alteration(target, [made], span)] : withNewValues(action, made, value, table, t);
  }
  if (change !== 'set-default' && change !== 'drop-default')
    return t.refuse(action, `\`${t.textOf(action)}\` has no counterpart in the target.`, REBUILD);
  // MySQL takes one change of a column
  if (t.target === 'MYSQL' && together[together.length - 1] !== action) return [];
  const made: AlterColumn = {
    kind: 'alter-column',
    change,
    column: t.node(action.column),
    ...(value !== undefined && { value: t.value(value) }),
    span,
  };
  return [alteration(target, [made], span)];
}

/** Changes for which MySQL's MODIFY says all of the column again. */
const RESTATED: ReadonlySet<AlterColumn['change']> = new Set<AlterColumn['change']>([
  'set-not-null',
  'drop-not-null',
  'set-type',
  'drop-expression',
]);

/** What that says of the column. */
const SAID_AGAIN: ReadonlySet<AlterColumn['change']> = new Set([...RESTATED, 'set-default', 'drop-default']);

/** All that a statement changes of one column: said again one by one, each would undo the one before. */
function changesOfColumn({ column }: AlterColumn, { actions }: AlterTable, t: Translator): AlterColumn[] {
  const key = t.scope.key(column);
  return actions.filter(
    (each): each is AlterColumn => each.kind === 'alter-column' && t.scope.key(each.column) === key,
  );
}

const NULLABLE: Readonly<Partial<Record<AlterColumn['change'], boolean>>> = {
  'set-not-null': false,
  'drop-not-null': true,
};

/** MODIFY, with what is known of the column beside what changes. */
function restated(changes: readonly AlterColumn[], table: AlterTable, t: Translator): ChangeColumn {
  const first = changes[0] as AlterColumn;
  const { span, column } = first;
  const known = t.scope.resolve(columnNamed([column], span));
  if (known.nullable === undefined || known.default === undefined)
    return t.refuse(first, 'The target says all of a column again, which is not known here.', 'Name a `target`.');
  let { nullable } = known;
  let value = known.default === null ? undefined : readValue(known.default, t);
  let type: DataType | undefined;
  for (const each of changes) {
    // as Laravel says of each column that it changes
    if (each.change === 'drop-identity' && each.ifExists === true && known.autoIncrement === false) continue;
    if (!SAID_AGAIN.has(each.change))
      t.refuse(each, `\`${t.textOf(each)}\` has no counterpart in the target.`, REBUILD);
    nullable = NULLABLE[each.change] ?? nullable;
    if (each.change === 'set-type') type = newType(each, table, t);
    if (each.change === 'drop-default') value = undefined;
    if (each.change === 'set-default') value = each.value && t.value(each.value);
  }
  if (known.autoIncrement === false)
    t.notice('DETAIL_DROPPED', first, 'Said again without its comment and its collation.');
  else t.notice('TYPE_CHANGED', first, 'Said again without its comment, its collation and AUTO_INCREMENT.');
  const constraints = [
    ofColumn({ kind: nullable ? 'nullable' : 'not-null', span }),
    ...(value === undefined ? [] : [ofColumn({ kind: 'default-value', value, span })]),
  ];
  const definition: ColumnDefinition = {
    kind: 'column-definition',
    name: t.node(column),
    type: type ?? presentType(first, t),
    constraints,
    span,
  };
  return { kind: 'change-column', definition, span };
}

/** The type that the target itself tells. */
function presentType(action: AlterColumn, t: Translator): DataType {
  const { databaseType } = t.scope.resolve(columnNamed([action.column], action.span));
  if (databaseType === undefined)
    return t.refuse(action, 'The target says a column’s type again, which is not known here.', 'Name a `target`.');
  return readType(databaseType, t) ?? t.refuse(action, 'A type that can’t be read.');
}

function newType(action: AlterColumn, table: AlterTable, t: Translator): DataType {
  const { type, column, span } = action;
  if (type === undefined) return t.refuse(action, 'A change of type without one.');
  const definition: ColumnDefinition = { kind: 'column-definition', name: column, type, constraints: [], span };
  const plan = planOfAdded(definition, table, t);
  const key = t.scope.key(column);
  const keyed = isIndexed(key, table, t) ? new Set([...plan.keyed, key]) : plan.keyed;
  const made = columnDefinition(definition, { ...plan, keyed }, t);
  return made.column.type ?? type;
}

/** Whether an index of the table holds a column: MySQL's hold no texts of any length. */
function isIndexed(key: string, { name }: AlterTable, t: Translator): boolean {
  const known = t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)));
  const holds = ({ columns = [] }: CatalogueIndex): boolean => columns.some((one) => t.scope.keyOf(one) === key);
  return known?.indexes?.some(holds) === true;
}

/** MySQL's CHANGE and MODIFY, which say all of a column: PostgreSQL changes each part of it. */
export function changeColumn(action: ChangeColumn, table: AlterTable, t: Translator): Statement[] {
  const { definition, oldName, span } = action;
  if (t.target !== 'POSTGRESQL') t.refuse(action, 'SQLite changes no column of a table.', REBUILD);
  const made = columnDefinition(definition, planOfAdded(definition, table, t), t);
  const known = t.scope.resolve(columnNamed([oldName ?? definition.name], span));
  const counted = known.autoIncrement;
  if (made.counter !== undefined && counted === undefined)
    t.refuse(
      action,
      'Whether the column counts already is not known here.',
      'Name a `target`, or create the table anew.',
    );
  const renamed = oldName === undefined || t.scope.key(oldName) === t.scope.key(definition.name) ? [] : [oldName];
  const target = t.node(table.name);
  const renames = renamed.map((old) =>
    alteration(
      target,
      [{ kind: 'rename-column', object: 'COLUMN', from: t.node(old), to: made.column.name, span }],
      span,
    ),
  );
  const filled = fillsMoments(action, t) ? [filledMoments(target, made.column.name, t)] : [];
  const former = formerChecks(table, oldName ?? definition.name, made, t);
  return [
    ...renames,
    ...filled,
    alteration(
      target,
      [...former, ...changesOf(made, { counted: counted === true, before: known.databaseType, table }, t)],
      span,
    ),
    ...made.after,
  ];
}

/**
 * What takes away the checks that the column has as it is, by the names that PostgreSQL gives to those of a column: MySQL says
 * all of it anew. Where they are not known, one that comes again is dropped before.
 */
function formerChecks({ name }: AlterTable, own: Name, { column }: MadeColumn, t: Translator): AlterAction[] {
  const { span } = column;
  const owner = t.node(name.parts[name.parts.length - 1] as Name).value;
  const usual = `${owner}_${t.node(own).value}_check`;
  const known = t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)))?.checks;
  const dropped = (called: string): AlterAction => ({
    kind: 'drop-constraint',
    object: 'CONSTRAINT',
    name: { kind: 'name', value: called, quoted: true, span },
    ...(known === undefined && { ifExists: true }),
    span,
  });
  if (known === undefined) return find(column, 'check') === undefined ? [] : [dropped(usual)];
  const isOwn = (called: string | null): called is string =>
    called?.startsWith(usual) === true && /^\d*$/.test(called.slice(usual.length));
  return known.flatMap(({ name: called }) => (isOwn(called) ? [dropped(called)] : []));
}

/** A column as it is. */
interface Present {
  /** Whether it counts by itself, and has no default then. */
  readonly counted: boolean;
  /** Its type: one that stays is not said, or what hangs on the column would be in the way. */
  readonly before: string | undefined;
  readonly table: AlterTable;
}

/**
 * Default and NOT NULL go before the type changes, and come back behind it.
 */
function changesOf(
  { column, constraints, counter }: MadeColumn,
  { counted, before, table }: Present,
  t: Translator,
): AlterAction[] {
  const { name: own, type, span } = column;
  if (type === undefined) return t.refuse(column, 'A column without a type.');
  const change = (what: Omit<AlterColumn, 'kind' | 'column' | 'span'>): AlterColumn => ({
    kind: 'alter-column',
    column: own,
    ...what,
    span,
  });
  const value = find(column, 'default-value')?.value;
  const checks = column.constraints.filter(({ rule }) => rule.kind === 'check');
  // by which they are found when the column is said anew again
  const owner = t.node(table.name.parts.at(-1) ?? own).value;
  const usualCheck = (at: number): Name => name(`${owner}_${own.value}_check${at === 0 ? '' : at}`, span, true);
  refuseOthers(column, t);
  return [
    ...(counted ? [] : [change({ change: 'drop-default' })]),
    ...(counted && counter === undefined ? [change({ change: 'drop-identity' })] : []),
    ...(wordsOf(type) === before?.toLowerCase()
      ? []
      : [change({ change: 'set-type', type, using: valueAs(type, own) })]),
    ...(value === undefined ? [] : [change({ change: 'set-default', value })]),
    change({
      change: find(column, 'not-null') === undefined && counter === undefined ? 'drop-not-null' : 'set-not-null',
    }),
    ...(!counted && counter !== undefined ? [change({ change: 'add-identity', always: false })] : []),
    ...checks.map(({ rule, name }, at) => addedCheck(rule, name ?? usualCheck(at))),
    ...(find(column, 'unique') === undefined ? [] : [addedKey(own)]),
    ...constraints.map((constraint): AlterAction => ({ kind: 'add-constraint', constraint, span })),
  ];
}

const wordsOf = ({ name, arguments: values }: DataType): string => {
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.text] : []));
  return (numbers.length === 0 ? name : `${name}(${numbers.join(', ')})`).toLowerCase();
};

/** What a column holds as another type; of the numbers only `integer` turns into a truth value. */
function valueAs(type: DataType, own: Name): Expression {
  const value = columnNamed([own], type.span);
  return cast(type.name === 'boolean' ? cast(value, dataType('integer', type.span)) : value, type);
}

function find<Kind extends ColumnRule['kind']>(
  { constraints }: ColumnDefinition,
  kind: Kind,
): Extract<ColumnRule, { kind: Kind }> | undefined {
  return constraints
    .map(({ rule }) => rule)
    .find((rule): rule is Extract<ColumnRule, { kind: Kind }> => rule.kind === kind);
}

function addedCheck(rule: ColumnRule, name: ColumnConstraint['name']): AlterAction {
  const { span } = rule;
  const condition = rule.kind === 'check' ? rule.condition : nothing(span);
  return {
    kind: 'add-constraint',
    constraint: {
      kind: 'table-constraint',
      ...(name !== undefined && { name }),
      rule: { kind: 'table-check', condition, span },
      span,
    },
    span,
  };
}

/** A key is one more, to MySQL as well. */
function addedKey(own: Name): AlterAction {
  return { kind: 'add-constraint', constraint: ofTable(keyOver('unique', [own], own.span)), span: own.span };
}

const RESTATABLE: ReadonlySet<ColumnRule['kind']> = new Set<ColumnRule['kind']>([
  'default-value',
  'not-null',
  'check',
  'identity',
  'nullable',
  'unique',
]);

function refuseOthers({ constraints }: ColumnDefinition, t: Translator): void {
  const other = constraints.find(({ rule }) => !RESTATABLE.has(rule.kind));
  if (other !== undefined) t.refuse(other, 'A column does not become this by a change in the target.', REBUILD);
}
