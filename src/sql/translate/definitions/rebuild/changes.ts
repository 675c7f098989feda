import { foldName, isSameName } from '../../../analysis/folded-names.js';
import type {
  AddColumn,
  AddConstraint,
  AlterAction,
  AlterColumn,
  AlterTable,
  ChangeColumn,
  ColumnConstraint,
  ColumnDefinition,
  CreateTable,
  DropConstraint,
  Expression,
  Name,
  RenameColumn,
  Statement,
  TableConstraint,
} from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { column as columnNamed } from '../../made-nodes.js';
import { planOfAdded } from '../alterations/added-columns.js';
import { columnDefinition, type MadeColumn } from '../columns/columns.js';
import { renamed } from '../alterations/changed-definition.js';
import { fillsMoments, momentFor } from '../columns/first-moments.js';
import { isOfKey } from '../alterations/dropped-constraints.js';
import { presentIndexName } from '../indexes/index-elements.js';
import { tableConstraint } from '../constraints/table-constraints.js';
import { knownTable } from './present-table.js';
import { convertedValue, firstValue } from './values.js';

/** What the actions of a statement come to where the table is made anew. */
export interface TableChanges {
  /** In the target's words, with the names that the columns have before they are called otherwise. */
  readonly actions: readonly AlterAction[];
  /** Values of columns that are not copied as they are, by the column's name without case. */
  readonly values: ReadonlyMap<string, Expression>;
  /** Statements behind it: indexes, triggers, and other names. */
  readonly after: readonly Statement[];
}

/** Gathers what a statement changes of a table. */
export class ChangeReader {
  readonly actions: AlterAction[] = [];
  readonly values = new Map<string, Expression>();
  readonly after: Statement[] = [];
  /** What columns are called before the statement that it gives other names, by these. */
  readonly #former = new Map<string, Name>();

  constructor(
    /** As it is, in the target. */
    private readonly present: CreateTable,
    private readonly table: AlterTable,
    private readonly t: Translator,
  ) {}

  addColumn({ columns, ifNotExists, span }: AddColumn): void {
    const { t } = this;
    for (const each of columns) {
      if (ifNotExists === true && this.#column(t.node(each.name)) !== undefined) continue;
      const made = this.#made(each);
      const column = this.#placed(made, each);
      this.actions.push({ kind: 'add-column', columns: [column], span });
      const value = firstValue(each, made, t);
      if (value !== undefined) this.values.set(this.#key(column.name), value);
    }
  }

  alterColumn(action: AlterColumn): void {
    const { t } = this;
    const { change, span, value, always } = action;
    const column = t.node(action.column);
    if (change === 'set-type') this.#setType(action, column);
    else if (change === 'add-identity') this.#count(column, action);
    else if (change === 'drop-expression' || change === 'set-expression') this.#expression(action, column);
    else
      this.actions.push({
        kind: 'alter-column',
        change,
        column,
        ...(value !== undefined && { value: t.value(value) }),
        ...(always !== undefined && { always }),
        span,
      });
  }

  changeColumn(action: ChangeColumn): void {
    const { t } = this;
    const { definition, oldName, span } = action;
    const old = t.node(oldName ?? definition.name);
    const present = this.#column(old);
    if (present === undefined) return t.refuse(action, 'The table has no such column.');
    const written = this.#made(definition, oldName);
    const made = { ...written, column: renamed(written.column, written.column.name, old, t.to) };
    const own = made.column;
    // the type of the number of a row is its own
    const isNumber = present.constraints.some(({ rule }) => rule.kind === 'primary-key' && rule.autoIncrement === true);
    const constraints = isNumber
      ? made.column.constraints.filter(({ rule }) => rule.kind !== 'not-null')
      : own.constraints;
    const column = isNumber ? { ...own, ...(present.type && { type: present.type }), constraints } : own;
    this.actions.push({ kind: 'change-column', definition: this.#placed({ ...made, column }, definition), span });
    const converted = definition.type && convertedValue(oldName ?? definition.name, definition.type, t);
    const moment = fillsMoments(action, t) ? momentFor(columnNamed([old], span), action, t) : undefined;
    const value = moment ?? converted;
    if (value !== undefined) this.values.set(this.#key(old), value);
    if (old.value !== written.column.name.value) this.#rename(old, written.column.name, action);
  }

  addConstraint({ constraint, span }: AddConstraint): void {
    const { t, table } = this;
    const { constraints, indexes } = tableConstraint(constraint, table.name, t);
    for (const written of constraints) {
      const each = this.#formerly(written);
      if (each.rule.kind === 'table-key' && each.rule.type === 'primary')
        for (const { expression } of each.rule.elements) {
          if (expression.kind === 'column') this.#neverNull(expression.parts[expression.parts.length - 1] as Name);
        }
      this.actions.push({ kind: 'add-constraint', constraint: each, span });
    }
    this.after.push(...indexes);
  }

  /** A constraint with the names that columns have before the same statement calls them otherwise. */
  #formerly(constraint: TableConstraint): TableConstraint {
    return [...this.#former].reduce(
      (one, [now, old]) => renamed(one, { ...old, value: now, quoted: true }, old, this.t.to),
      constraint,
    );
  }

  dropConstraint(action: DropConstraint): void {
    const { t } = this;
    const { object, ifExists, name, span } = action;
    const isIndex = object === 'INDEX' || object === 'KEY';
    if (isIndex && isOfKey(action, this.table)) return;
    const called = isIndex && name !== undefined ? presentIndexName(name, this.table.name, t) : name && t.node(name);
    this.actions.push({
      kind: 'drop-constraint',
      object,
      ...(called !== undefined && { name: called }),
      ...(ifExists !== undefined && { ifExists }),
      span,
    });
  }

  /** A constraint that goes by another name. */
  renamePart(action: RenameColumn): void {
    const { t } = this;
    this.actions.push({ ...action, from: t.node(action.from), to: t.node(action.to) });
  }

  dropColumn(column: Name, ifExists: boolean): void {
    if (ifExists && this.#column(column) === undefined) return;
    this.actions.push({ kind: 'drop-column', column, span: column.span });
  }

  #rename(from: Name, to: Name, { span }: ChangeColumn): void {
    const { t, table } = this;
    this.#former.set(this.#key(to), from);
    this.after.push({
      kind: 'alter-table',
      object: 'TABLE',
      name: t.node(table.name),
      actions: [{ kind: 'rename-column', object: 'COLUMN', from, to, span }],
      span,
    });
  }

  /** A column with what stands behind all columns in the source's other dialects. */
  #made(definition: ColumnDefinition, formerly?: Name): MadeColumn {
    const { t, table } = this;
    const { position: _, ...column } = definition;
    const plan = planOfAdded(column, table, t);
    const known = knownTable(table, t)?.primaryKey ?? [];
    const key = t.scope.key(column.name);
    // a key that the table says counts in its column
    const before = formerly === undefined ? key : t.scope.key(formerly);
    const isOnlyKey = known.length === 1 && known.some((one) => t.scope.keyOf(one) === before);
    const made = columnDefinition(column, isOnlyKey ? { ...plan, primary: [key] } : plan, t);
    this.after.push(...made.after);
    return made;
  }

  /** The target's column at the place that is said, which a new table can have. */
  #placed({ column, constraints }: MadeColumn, { position }: ColumnDefinition): ColumnDefinition {
    for (const constraint of constraints)
      this.actions.push({ kind: 'add-constraint', constraint, span: constraint.span });
    if (position === undefined) return column;
    if (position === 'first') return { ...column, position };
    // it may be called by a name that the column gets with the same change, which it has not yet
    return { ...column, position: this.#former.get(this.#key(this.t.node(position))) ?? this.t.node(position) };
  }

  #setType(action: AlterColumn, column: Name): void {
    const { t } = this;
    const { type, using, span } = action;
    const present = this.#column(column);
    if (type === undefined || present === undefined) return t.refuse(action, 'The table has no such column.');
    const made = this.#made({ kind: 'column-definition', name: action.column, type, constraints: [], span });
    const isNumber = present.constraints.some(({ rule }) => rule.kind === 'primary-key' && rule.autoIncrement === true);
    const isOfWords = type.name === 'enum' || t.typeOf(columnNamed([action.column], span)).type?.words === true;
    const kept = present.constraints.filter(
      (each) => !isCheckOfType(each, present) && !(isOfWords && isCheckOfWords(each, present)),
    );
    const definition: ColumnDefinition = {
      ...present,
      ...(!isNumber && made.column.type !== undefined && { type: made.column.type }),
      constraints: [...kept, ...made.column.constraints.filter(({ rule }) => rule.kind === 'check')],
    };
    // what other actions say of the column counts, in whatever order
    this.actions.unshift({ kind: 'change-column', definition, span });
    const value = using === undefined ? convertedValue(action.column, type, t) : t.value(using);
    if (value !== undefined) this.values.set(this.#key(column), value);
  }

  #count(column: Name, action: AlterColumn): void {
    const { t } = this;
    const { span } = action;
    const present = this.#column(column);
    const isKey = present?.constraints.some(({ rule }) => rule.kind === 'primary-key') === true;
    if (!isKey) {
      t.notice('COUNTER_DROPPED', action);
      return;
    }
    const constraints: ColumnConstraint[] = [
      ...present.constraints.filter(({ rule }) => rule.kind !== 'primary-key' && rule.kind !== 'not-null'),
      { kind: 'column-constraint', rule: { kind: 'primary-key', autoIncrement: true, span }, span },
    ];
    const type = { kind: 'data-type', name: 'integer', arguments: [], span } as const;
    this.actions.unshift({ kind: 'change-column', definition: { ...present, type, constraints }, span });
  }

  #expression(action: AlterColumn, column: Name): void {
    const { t } = this;
    const { span, value, change } = action;
    const present = this.#column(column);
    if (present === undefined) return t.refuse(action, 'The table has no such column.');
    const others = present.constraints.filter(({ rule }) => rule.kind !== 'generated');
    const computed = change === 'set-expression' && value !== undefined ? t.value(value) : undefined;
    const constraints: ColumnConstraint[] =
      computed === undefined
        ? others
        : [
            ...others,
            { kind: 'column-constraint', rule: { kind: 'generated', expression: computed, stored: true, span }, span },
          ];
    this.actions.unshift({ kind: 'change-column', definition: { ...present, constraints }, span });
  }

  /** What a primary key means to the others. */
  #neverNull(column: Name): void {
    const { span } = column;
    this.actions.push({ kind: 'alter-column', change: 'set-not-null', column, span });
  }

  #column(name: Name): ColumnDefinition | undefined {
    return (this.present.elements ?? []).find(
      (element): element is ColumnDefinition =>
        element.kind === 'column-definition' && isSameName(element.name, name, this.t.to),
    );
  }

  #key(name: Name): string {
    return foldName(name, this.t.to).toLowerCase();
  }
}

/** Whether a check is one that a translation says beside a type that SQLite lacks. */
export function isCheckOfType({ rule, name }: ColumnConstraint, { type }: ColumnDefinition): boolean {
  if (rule.kind !== 'check' || name !== undefined) return false;
  const { condition } = rule;
  if (isOfDocument(condition) || (condition.kind === 'logical' && condition.operands.some(isOfDocument))) return true;
  if (condition.kind === 'in-list') return type?.name.toLowerCase() === 'boolean';
  return (
    condition.kind === 'binary' &&
    condition.left.kind === 'call' &&
    LENGTH.test(condition.left.name.parts[0]?.value ?? '')
  );
}

/** Whether a check lists the words that a column may hold, as one does that stands for an enumeration. */
function isCheckOfWords({ rule, name }: ColumnConstraint, { name: own }: ColumnDefinition): boolean {
  if (rule.kind !== 'check' || name !== undefined || rule.condition.kind !== 'in-list') return false;
  const { operand } = rule.condition;
  const column = operand.kind === 'column' ? operand.parts.at(-1) : undefined;
  return column?.value.toLowerCase() === own.value.toLowerCase();
}

const isOfDocument = (condition: Expression): boolean =>
  condition.kind === 'call' && condition.name.parts[0]?.value.toLowerCase() === 'json_valid';

const LENGTH = /^length$/i;
