import type {
  AlterColumn,
  AlterTable,
  ChangeColumn,
  ColumnDefinition,
  Expression,
  Name,
  QualifiedName,
  Statement,
} from '../../../ast/index.js';
import { parseStatement } from '../../../parser/index.js';
import { typeOfDataType } from '../../../typing/index.js';
import { column as columnNamed, nothing } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { conversionOf, isModifiedOtherwise } from '../columns/conversions.js';
import { alteration, ofColumn } from '../made-definitions.js';
import { computesValues } from '../columns/own-casts.js';
import { presentColumn } from './present-columns.js';

/**
 * The values that a column of MySQL's gets along with its type, by USING, or since MODIFY converts them otherwise; undefined
 * where its own change of the type does the same. https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function newValue(changes: readonly AlterColumn[], t: Translator): Expression | undefined {
  const change = changes.find((each) => each.change === 'set-type');
  if (change?.type === undefined) return undefined;
  const { using, type, column } = change;
  if (using !== undefined && computesValues(change, t.from)) return t.value(using);
  const present = t.scope.resolve(columnNamed([column], column.span)).type;
  const given = typeOfDataType(type, t.from);
  if (present === undefined || given === undefined || !isModifiedOtherwise(present.type, given.type)) return undefined;
  const made = conversionOf(column, present, type, t.from);
  return made && t.value(made);
}

const IN_KEY = 'Values of a primary key are changed along with its type, which the target can’t.';

/**
 * A column that gets other values along with its type: these wait in a column of their own, since no type holds the values
 * from before and those from then on. Keys over the column stay, and see NULLs in between.
 */
export function withNewValues(
  action: AlterColumn,
  made: ChangeColumn,
  value: Expression,
  table: AlterTable,
  t: Translator,
): Statement[] {
  const { span, column } = action;
  const target = t.node(table.name);
  const present = presentColumn(column, t);
  const known = t.scope.context.catalogue?.table(table.name.parts.map((part) => t.scope.fold(part)));
  if (present === undefined || known === undefined)
    return t.refuse(action, 'The target says all of a column again, which is not known here.', 'Name a `target`.');
  if (known.primaryKey?.some((one) => t.scope.keyOf(one) === t.scope.key(column)) === true)
    return t.refuse(action, IN_KEY, 'Update the rows in a column of their own.');
  const { definition } = made;
  const own = definition.name;
  const passing: Name = { ...own, value: `_${own.value}_anew`, quoted: true };
  const said = (each: ColumnDefinition): ChangeColumn => ({ kind: 'change-column', definition: each, span });
  const set = (pairs: readonly (readonly [Name, Expression])[]): Statement => updateOf(target, pairs, t);
  return [
    alteration(
      target,
      [{ kind: 'add-column', columns: [{ ...nullable(definition), name: passing }], span }, said(nullable(present))],
      span,
    ),
    set([
      [passing, value],
      [own, nothing(span)],
    ]),
    alteration(target, [said(nullable(definition))], span),
    set([[own, columnNamed([passing], span)]]),
    alteration(target, [{ kind: 'drop-column', column: passing, span }, said(definition)], span),
  ];
}

/** A column of the type that takes no value for one. */
const nullable = (column: ColumnDefinition): ColumnDefinition => ({
  ...column,
  constraints: [ofColumn({ kind: 'nullable', span: column.span })],
});

/** UPDATE of all rows, in the target. */
function updateOf(name: QualifiedName, pairs: readonly (readonly [Name, Expression])[], t: Translator): Statement {
  const read = parseStatement(`UPDATE t SET ${pairs.map(() => 'c = NULL').join(', ')}`, t.to);
  if (read.kind !== 'update') return read;
  return {
    ...read,
    tables: read.tables.map((each) => (each.kind === 'table-name' ? { ...each, name } : each)),
    set: read.set.map((each, at) => {
      const [column, value] = pairs[at] ?? [];
      if (column === undefined || value === undefined) return each;
      return { ...each, targets: [columnNamed([column], column.span)], value };
    }),
  };
}
