import { contains, type CreateTable, type Expression, type ForeignReference, type Name } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { withConstraints } from './constraints.js';

const SETS: ReadonlySet<string> = new Set(['SET NULL', 'SET DEFAULT']);

/** Whether a foreign key changes its own columns along with the row that they lead to. */
export const changesItsColumns = ({ onDelete, onUpdate }: Pick<ForeignReference, 'onDelete' | 'onUpdate'>): boolean =>
  SETS.has(onDelete?.action ?? '') || SETS.has(onUpdate?.action ?? '') || onUpdate?.action === 'CASCADE';

/**
 * MySQL checks no column that a foreign key changes.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-check-constraints.html
 *
 * @param columns such columns, by their keys
 */
export function refuseCheckOf(condition: Expression, columns: ReadonlySet<string>, t: Translator): void {
  const isOne = (name: Name | undefined): boolean => name !== undefined && columns.has(t.scope.key(name));
  if (columns.size > 0 && contains(condition, (node) => node.kind === 'column' && isOne(node.parts.at(-1))))
    t.refuse(
      condition,
      'The target checks no column that a foreign key changes, as ON DELETE SET NULL and ON UPDATE CASCADE do.',
      'Leave these actions out, or check it by a trigger.',
    );
}

/** Refuses a table with such a check. */
export function refuseChecksOfActedOn(table: CreateTable, t: Translator): void {
  if (t.target !== 'MYSQL') return;
  const columns = new Set<string>();
  withConstraints(table, (constraint, column) => {
    const { rule } = constraint;
    const isReference = rule.kind === 'references' || rule.kind === 'table-foreign-key';
    if (!isReference || !changesItsColumns(rule.reference)) return constraint;
    const own = rule.kind === 'table-foreign-key' ? rule.columns : column === undefined ? [] : [column.name];
    for (const name of own) columns.add(t.scope.key(name));
    return constraint;
  });
  withConstraints(table, (constraint) => {
    const { rule } = constraint;
    if (rule.kind === 'check' || rule.kind === 'table-check') refuseCheckOf(rule.condition, columns, t);
    return constraint;
  });
}
