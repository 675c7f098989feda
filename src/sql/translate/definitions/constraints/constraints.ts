import type { ColumnDefinition, CreateTable, TableConstraint, TableElement } from '../../../ast/index.js';

/** A constraint of a table, said with a column or by itself. */
export type Constraint = ColumnDefinition['constraints'][number] | TableConstraint;

/** All constraints of a table, in the order in which they are written. */
export const constraintsOf = ({ elements = [] }: CreateTable): Constraint[] =>
  elements.flatMap((element): readonly Constraint[] => {
    if (element.kind === 'column-definition') return element.constraints;
    return element.kind === 'table-constraint' ? [element] : [];
  });

/**
 * A table with other constraints in the places of its own.
 * @param column the one that it is said with; undefined for one that is said by itself
 */
export function withConstraints(
  table: CreateTable,
  change: <C extends Constraint>(constraint: C, column: ColumnDefinition | undefined) => C,
): CreateTable {
  const elements = table.elements?.map((element): TableElement => {
    if (element.kind === 'table-constraint') return change(element, undefined);
    if (element.kind !== 'column-definition') return element;
    return { ...element, constraints: element.constraints.map((constraint) => change(constraint, element)) };
  });
  return elements === undefined ? table : { ...table, elements };
}
