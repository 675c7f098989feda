import {
  rewrite,
  type AlterTable,
  type ColumnDefinition,
  type CreateTable,
  type Name,
  type Node,
  type TableConstraint,
  type TableElement,
} from '../../../ast/index.js';
import { foldName, isSameName } from '../../../analysis/folded-names.js';
import type { Dialect } from '../../../dialects/index.js';
import { withConstraints, type Constraint } from '../constraints/constraints.js';

type Action = AlterTable['actions'][number];
type OfKind<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;
type ColumnConstraint = ColumnDefinition['constraints'][number];
type RuleKind = ColumnConstraint['rule']['kind'];

/** What an action makes of a table's definition; undefined where that can't be told from the script. */
type Change<Kind extends Action['kind']> = (
  table: CreateTable,
  action: OfKind<Kind>,
  dialect: Dialect,
) => CreateTable | undefined;

const CHANGES: { readonly [Kind in Action['kind']]: Change<Kind> } = {
  'add-column': (table, { columns, ifNotExists }, dialect) => {
    const added = columns.filter(
      (column) => ifNotExists !== true || columnOf(table, column.name, dialect) === undefined,
    );
    return added.reduce((made, column) => placed(made, column, dialect), table);
  },
  'drop-column': dropColumn,
  'alter-column': alterColumn,
  'change-column': changeColumn,
  'rename-column': renameColumn,
  'add-constraint': (table, { constraint }) => ({ ...table, elements: [...elementsOf(table), constraint] }),
  'drop-constraint': dropConstraint,
  'rename-to': (table, { name }) => ({ ...table, name }),
  'set-schema': (table) => table,
  'alter-other': (table) => table,
};

/** The definition of a table as it is behind an ALTER TABLE; undefined where the script does not tell it. */
export function changedDefinition(
  table: CreateTable,
  { actions }: AlterTable,
  dialect: Dialect,
): CreateTable | undefined {
  let changed: CreateTable | undefined = table;
  for (const action of actions) {
    if (changed === undefined) return undefined;
    changed = (CHANGES[action.kind] as Change<Action['kind']>)(changed, action, dialect);
  }
  return changed;
}

const elementsOf = ({ elements = [] }: CreateTable): readonly TableElement[] => elements;

/** A table with one column more, at the place that MySQL's FIRST and AFTER say. */
function placed(table: CreateTable, { position, ...column }: ColumnDefinition, dialect: Dialect): CreateTable {
  const elements = elementsOf(table);
  const before = position === undefined || position === 'first' ? undefined : columnOf(table, position, dialect);
  const at = position === 'first' ? 0 : before === undefined ? elements.length : elements.indexOf(before) + 1;
  return { ...table, elements: [...elements.slice(0, at), column, ...elements.slice(at)] };
}

function columnOf(table: CreateTable, name: Name, dialect: Dialect): ColumnDefinition | undefined {
  return elementsOf(table).find(
    (element): element is ColumnDefinition =>
      element.kind === 'column-definition' && isSameName(element.name, name, dialect),
  );
}

/** Keys go with their columns; other constraints that read a column do too. */
function dropColumn(table: CreateTable, { column }: OfKind<'drop-column'>, dialect: Dialect): CreateTable {
  const elements = elementsOf(table).filter((element) =>
    element.kind === 'column-definition'
      ? !isSameName(element.name, column, dialect)
      : !mentions(element, column, dialect),
  );
  return { ...table, elements };
}

/** Whether a constraint of a table, or an index, reads a column. */
export function mentions(tree: Node, column: Name, dialect: Dialect): boolean {
  let found = false;
  rewrite(tree, (node: Node) => {
    if (node.kind === 'column' && node.parts.slice(-1).some((part) => isSameName(part, column, dialect))) found = true;
    if (node.kind === 'table-foreign-key' && node.columns.some((one) => isSameName(one, column, dialect))) found = true;
    return node;
  });
  return found;
}

function withColumn(
  table: CreateTable,
  name: Name,
  dialect: Dialect,
  change: (column: ColumnDefinition) => ColumnDefinition,
): CreateTable | undefined {
  const column = columnOf(table, name, dialect);
  if (column === undefined) return undefined;
  return { ...table, elements: elementsOf(table).map((element) => (element === column ? change(column) : element)) };
}

const without = ({ constraints }: ColumnDefinition, ...kinds: readonly RuleKind[]): ColumnConstraint[] =>
  constraints.filter(({ rule }) => !kinds.includes(rule.kind));

const ofColumn = (rule: ColumnConstraint['rule']): ColumnConstraint => ({
  kind: 'column-constraint',
  rule,
  span: rule.span,
});

type AlterColumn = OfKind<'alter-column'>;

/** What becomes of a column; what is missing leaves its rows and rules as they are. */
const COLUMN_CHANGES: Readonly<
  Partial<Record<AlterColumn['change'], (column: ColumnDefinition, action: AlterColumn) => ColumnDefinition>>
> = {
  'set-default': (column, { value, span }) => ({
    ...column,
    constraints: [
      ...without(column, 'default-value'),
      ...(value === undefined ? [] : [ofColumn({ kind: 'default-value', value, span })]),
    ],
  }),
  'drop-default': (column) => ({ ...column, constraints: without(column, 'default-value') }),
  'set-not-null': (column, { span }) => ({
    ...column,
    constraints: [...without(column, 'not-null', 'nullable'), ofColumn({ kind: 'not-null', span })],
  }),
  'drop-not-null': (column) => ({ ...column, constraints: without(column, 'not-null') }),
  'set-type': (column, { type }) => (type === undefined ? column : { ...column, type }),
  'add-identity': (column, { always = false, identity = [], span }) => ({
    ...column,
    constraints: [...column.constraints, ofColumn({ kind: 'identity', always, options: identity, span })],
  }),
  'drop-expression': (column) => ({ ...column, constraints: without(column, 'generated') }),
  'drop-identity': (column) => ({ ...column, constraints: without(column, 'identity') }),
};

function alterColumn(table: CreateTable, action: AlterColumn, dialect: Dialect): CreateTable | undefined {
  const change = COLUMN_CHANGES[action.change];
  return withColumn(table, action.column, dialect, (column) => change?.(column, action) ?? column);
}

/** Keys are the table's, and stay, however a column is said anew. */
function changeColumn(
  table: CreateTable,
  { oldName, definition }: OfKind<'change-column'>,
  dialect: Dialect,
): CreateTable | undefined {
  const old = oldName ?? definition.name;
  const { position, ...column } = definition;
  const changed = withColumn(table, old, dialect, (present) => ({
    ...column,
    name: present.name,
    constraints: [
      ...column.constraints,
      ...present.constraints.filter(
        ({ rule }) => KEYS.has(rule.kind) && !column.constraints.some((one) => one.rule.kind === rule.kind),
      ),
    ],
  }));
  const moved = changed && position !== undefined ? movedTo(changed, old, position, dialect) : changed;
  return moved && renamed(moved, old, definition.name, dialect);
}

function movedTo(
  table: CreateTable,
  name: Name,
  position: NonNullable<ColumnDefinition['position']>,
  dialect: Dialect,
): CreateTable {
  const column = columnOf(table, name, dialect);
  if (column === undefined) return table;
  const others = elementsOf(table).filter((element) => element !== column);
  return placed({ ...table, elements: others }, { ...column, position }, dialect);
}

const KEYS: ReadonlySet<RuleKind> = new Set<RuleKind>(['primary-key', 'unique', 'references']);

function renameColumn(
  table: CreateTable,
  { object, from, to }: OfKind<'rename-column'>,
  dialect: Dialect,
): CreateTable | undefined {
  return object === 'COLUMN' ? renamed(table, from, to, dialect) : (withOtherName(table, from, to, dialect) ?? table);
}

/** A table in which a constraint, or an index, is called otherwise; undefined where it has none by that name. */
export function withOtherName(table: CreateTable, from: Name, to: Name, dialect: Dialect): CreateTable | undefined {
  const found: Constraint[] = [];
  const owner = table.name.parts.at(-1)?.value.toLowerCase() ?? '';
  const wanted = foldName(from, dialect).toLowerCase();
  const isIt = (name: Name | undefined): boolean => name !== undefined && isSameName(name, from, dialect);
  const made = withConstraints(table, (constraint, column) => {
    const { rule } = constraint;
    const isUsual = constraint.name === undefined && usualName(owner, constraint, column)?.toLowerCase() === wanted;
    const isIndex = rule.kind === 'table-key' && isIt(rule.indexName);
    if (!isIndex && !isUsual && !isIt(constraint.name)) return constraint;
    found.push(constraint);
    return isIndex ? { ...constraint, rule: { ...rule, indexName: to } } : { ...constraint, name: to };
  });
  return found.length > 0 ? made : undefined;
}

/** A definition with a column called otherwise. */
export function renamed<N extends Node>(tree: N, from: Name, to: Name, dialect: Dialect): N {
  const called = (name: Name): Name => (isSameName(name, from, dialect) ? to : name);
  return rewrite<N>(tree, (node: Node) => {
    if (node.kind === 'column-definition') return { ...node, name: called(node.name) };
    if (node.kind === 'table-foreign-key') return { ...node, columns: node.columns.map(called) };
    const last = node.kind === 'column' ? node.parts.at(-1) : undefined;
    if (node.kind !== 'column' || last === undefined) return node;
    return { ...node, parts: [...node.parts.slice(0, -1), called(last)] };
  });
}

function dropConstraint(
  table: CreateTable,
  action: OfKind<'drop-constraint'>,
  dialect: Dialect,
): CreateTable | undefined {
  const owner = table.name.parts.at(-1)?.value.toLowerCase() ?? '';
  const wanted = action.name === undefined ? undefined : foldName(action.name, dialect).toLowerCase();
  const isPrimary = action.object === 'PRIMARY KEY' || wanted === `${owner}_pkey`;
  const dropped: boolean[] = [];
  const drops = (names: readonly (string | undefined)[], isKey: boolean): boolean => {
    const is = (isPrimary && isKey) || (wanted !== undefined && names.some((name) => name?.toLowerCase() === wanted));
    if (is) dropped.push(is);
    return is;
  };
  const elements = elementsOf(table)
    .map((element): TableElement => {
      if (element.kind !== 'column-definition') return element;
      const kept = element.constraints.filter(
        (constraint) =>
          !drops(
            [constraint.name?.value, usualName(owner, constraint, element), keyNameOf(constraint, element, dialect)],
            constraint.rule.kind === 'primary-key',
          ),
      );
      return { ...element, constraints: kept };
    })
    .filter((element) => {
      if (element.kind !== 'table-constraint') return true;
      const { rule, name } = element;
      const isKey = rule.kind === 'table-key' && rule.type === 'primary';
      const own = rule.kind === 'table-key' ? rule.indexName?.value : undefined;
      const usual = usualName(owner, element, undefined);
      return !drops([name?.value, own, usual, keyNameOf(element, undefined, dialect)], isKey);
    });
  return dropped.length > 0 || action.ifExists === true ? { ...table, elements } : undefined;
}

/** What MySQL calls a unique key without a name: by its first column. https://dev.mysql.com/doc/refman/8.4/en/create-table.html */
export function keyNameOf(
  constraint: Constraint,
  column: ColumnDefinition | undefined,
  { name: dialect }: Dialect,
): string | undefined {
  const { rule, name } = constraint;
  if (dialect !== 'MYSQL' || name !== undefined) return undefined;
  if (rule.kind === 'unique') return column?.name.value;
  const isUnnamed = rule.kind === 'table-key' && rule.type !== 'primary' && rule.indexName === undefined;
  return isUnnamed && constraint.kind === 'table-constraint' ? columnsOf(constraint)[0] : undefined;
}

const kindOf = (rule: TableConstraint['rule']): string =>
  rule.kind === 'table-key' && rule.type === 'unique' ? 'unique' : rule.kind;

function columnsOf({ rule }: TableConstraint): string[] {
  if (rule.kind === 'table-foreign-key') return rule.columns.map(({ value }) => value);
  if (rule.kind !== 'table-key') return [];
  return rule.elements.flatMap(({ expression }) =>
    expression.kind === 'column' ? expression.parts.slice(-1).map(({ value }) => value) : [],
  );
}

/** What PostgreSQL calls a constraint without a name, by its kind. */
const SUFFIXES: Readonly<Record<string, string>> = {
  unique: 'key',
  references: 'fkey',
  'table-foreign-key': 'fkey',
  check: 'check',
  'table-check': 'check',
};

/**
 * A definition in which the constraints that are dropped by the names which PostgreSQL gives them have these names: other
 * engines give others.
 *
 * @param wanted in lower case
 */
export function withUsualNames(table: CreateTable, wanted: ReadonlySet<string>): CreateTable {
  if (wanted.size === 0) return table;
  const owner = table.name.parts.at(-1)?.value.toLowerCase() ?? '';
  return withConstraints(table, (constraint, column) => {
    const value = usualName(owner, constraint, column)?.toLowerCase();
    if (constraint.name !== undefined || value === undefined || !wanted.has(value)) return constraint;
    return { ...constraint, name: { kind: 'name', value, quoted: false, span: table.span } };
  });
}

/** What PostgreSQL calls a constraint that nobody named; undefined where it has no usual name. */
export function usualName(
  table: string,
  constraint: Constraint,
  column: ColumnDefinition | undefined,
): string | undefined {
  const isOfTable = constraint.kind === 'table-constraint';
  const suffix = SUFFIXES[isOfTable ? kindOf(constraint.rule) : constraint.rule.kind];
  const columns = isOfTable ? columnsOf(constraint) : [column?.name.value ?? ''];
  return suffix === undefined ? undefined : [table, ...columns, suffix].join('_');
}
