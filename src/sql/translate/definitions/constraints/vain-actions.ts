import type { Name, QualifiedName, ReferentialAction, TableConstraint, TableElement } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { keyColumnsOf } from '../columns/keyed-texts.js';

/**
 * The elements of a table without actions that would set a column to NULL which takes none: InnoDB makes no such foreign
 * key. Elsewhere such an action always fails, so that the row is kept: as by a foreign key without an action.
 *
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html#foreign-keys-restrictions
 */
export function withoutVainActions(elements: readonly TableElement[], t: Translator): readonly TableElement[] {
  if (t.target !== 'MYSQL') return elements;
  const required = elements.flatMap(requiredColumns).map(({ value }) => value);
  return elements.map((one) => (one.kind === 'table-constraint' ? withoutVainAction(one, required) : one));
}

/** The same of constraints that a table gets which is there; one that nothing is known of keeps its actions. */
export function withoutVainActionsOf(
  table: QualifiedName,
  constraints: readonly TableConstraint[],
  t: Translator,
): readonly TableConstraint[] {
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  if (t.target !== 'MYSQL' || known === undefined) return constraints;
  const required = known.columns.filter(({ nullable }) => !nullable).map(({ name }) => name);
  return constraints.map((one) => withoutVainAction(one, required));
}

function withoutVainAction(constraint: TableConstraint, required: readonly string[]): TableConstraint {
  const { rule } = constraint;
  const isRequired = ({ value }: Name): boolean => required.some((one) => one.toLowerCase() === value.toLowerCase());
  if (rule.kind !== 'table-foreign-key' || !rule.columns.some(isRequired)) return constraint;
  const { onDelete, onUpdate, ...rest } = rule.reference;
  const reference = {
    ...rest,
    ...(onDelete !== undefined && !setsNull(onDelete) && { onDelete }),
    ...(onUpdate !== undefined && !setsNull(onUpdate) && { onUpdate }),
  };
  return { ...constraint, rule: { ...rule, reference } };
}

const setsNull = ({ action }: ReferentialAction): boolean => action === 'SET NULL';

const REQUIRES: ReadonlySet<string> = new Set(['not-null', 'primary-key']);

function requiredColumns(element: TableElement): readonly Name[] {
  if (element.kind === 'column-definition')
    return element.constraints.some(({ rule }) => REQUIRES.has(rule.kind)) ? [element.name] : [];
  const isKey =
    element.kind === 'table-constraint' && element.rule.kind === 'table-key' && element.rule.type === 'primary';
  return isKey ? keyColumnsOf(element) : [];
}
