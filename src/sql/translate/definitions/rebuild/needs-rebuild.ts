import type { AlterAction, AlterTable, ColumnDefinition, ColumnRule, Expression, Name } from '../../../ast/index.js';
import { isSameName } from '../../../analysis/folded-names.js';
import type { Translator } from '../../translator.js';
import { mentions, withOtherName } from '../alterations/changed-definition.js';
import { presentIndexName } from '../indexes/index-elements.js';
import type { PresentTable } from './present-table.js';

type Needs<Kind extends AlterAction['kind']> = (
  action: Extract<AlterAction, { kind: Kind }>,
  present: PresentTable,
  t: Translator,
  node: AlterTable,
) => boolean;

const MAY_BE_INDEX: ReadonlySet<string> = new Set(['INDEX', 'KEY', 'CONSTRAINT']);
const NAMELESS: Name = { kind: 'name', value: '', quoted: true, span: { start: 0, end: 0 } };

const never = (): boolean => false;

/** Changes of columns that are of no account to SQLite. */
const NO_CHANGES: ReadonlySet<string> = new Set([
  'set-statistics',
  'set-storage',
  'set-compression',
  'set-options',
  'reset-options',
]);

/** Which actions SQLite has no words for. */
const NEEDS: { readonly [Kind in AlterAction['kind']]: Needs<Kind> } = {
  'add-column': ({ columns }) =>
    columns.some(
      (column) =>
        column.position !== undefined ||
        column.type?.name.includes('serial') === true ||
        column.constraints.some(isHard(column)),
    ),
  'drop-column': ({ column }, present, t) => isHeld(t.node(column), present, t),
  'alter-column': ({ change }) => !NO_CHANGES.has(change) && change !== 'restart-identity',
  'change-column': () => true,
  // an index is dropped and made by its new name
  'rename-column': ({ object, from }, { table, indexes }, t) =>
    object !== 'COLUMN' &&
    !indexes.some(({ name }) => isSameName(name?.parts.at(-1) ?? NAMELESS, t.node(from), t.to)) &&
    withOtherName(table, t.node(from), t.node(from), t.to) !== undefined,
  // a unique key may be an index
  'add-constraint': ({ constraint: { rule } }) => rule.kind !== 'table-key' || rule.type === 'primary',
  'drop-constraint': ({ object, name }, { indexes }, t, node) => {
    if (name === undefined || !MAY_BE_INDEX.has(object)) return true;
    const called = object === 'CONSTRAINT' ? t.node(name) : presentIndexName(name, node.name, t);
    return !indexes.some((index) => isSameName(index.name?.parts.at(-1) ?? NAMELESS, called, t.to));
  },
  'rename-to': never,
  'set-schema': never,
  'alter-other': never,
};

/** Whether a statement changes what SQLite changes by another table alone. */
export const needsRebuild = (node: AlterTable, present: PresentTable, t: Translator): boolean =>
  node.actions.some((action) => (NEEDS[action.kind] as Needs<AlterAction['kind']>)(action, present, t, node));

/** What SQLite adds no column with: the rows that are there would have to be looked at. */
const isHard =
  ({ constraints, type }: ColumnDefinition) =>
  ({ rule }: ColumnDefinition['constraints'][number]): boolean => {
    if (rule.kind === 'primary-key' || rule.kind === 'identity' || rule.kind === 'auto-increment') return true;
    if (rule.kind === 'default-value') return !isLiteral(rule.value);
    if (rule.kind === 'generated') return rule.stored !== false;
    if (rule.kind === 'references') return constraints.some((one) => one.rule.kind === 'default-value');
    if (rule.kind === 'on-update') return true;
    return rule.kind === 'not-null' && !constraints.some((one) => TELLS.has(one.rule.kind)) && type !== undefined;
  };

const TELLS: ReadonlySet<ColumnRule['kind']> = new Set<ColumnRule['kind']>(['default-value', 'generated']);
const LITERALS: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'null', 'unary']);
const isLiteral = (value: Expression): boolean =>
  value.kind === 'cast' ? isLiteral(value.operand) : LITERALS.has(value.kind);

/** Rules for which SQLite drops no column. */
const HOLDS: ReadonlySet<ColumnRule['kind']> = new Set<ColumnRule['kind']>([
  'primary-key',
  'unique',
  'references',
  'check',
  'generated',
]);

/** Whether SQLite would not drop a column for what hangs on it. */
function isHeld(column: Name, { table, indexes, others }: PresentTable, t: Translator): boolean {
  if (others.length > 0) return true;
  return [...(table.elements ?? []), ...indexes].some((element) =>
    element.kind === 'column-definition' && isSameName(element.name, column, t.to)
      ? element.constraints.some(({ rule }) => HOLDS.has(rule.kind))
      : mentions(element, column, t.to),
  );
}
