import type { ColumnDefinition, CreateTable } from '../../sql/index.js';

/**
 * The same table with MariaDB's columns of JSON as such: to MariaDB that is a word for LONGTEXT with a check, and its
 * dumps say those.
 */
export function withJsonColumns(table: CreateTable): CreateTable {
  const { elements } = table;
  if (elements === undefined) return table;
  return {
    ...table,
    elements: elements.map((element) => (element.kind === 'column-definition' ? asJson(element) : element)),
  };
}

function asJson(column: ColumnDefinition): ColumnDefinition {
  const { type, constraints, name } = column;
  const checks = constraints.filter(({ rule }) => rule.kind === 'check' && checksJson(rule.condition, name.value));
  if (type?.name !== 'longtext' || checks.length === 0) return column;
  return {
    ...column,
    type: { kind: 'data-type', name: 'json', arguments: [], span: type.span },
    constraints: constraints.filter((constraint) => !checks.includes(constraint)),
  };
}

type Condition = Extract<ColumnDefinition['constraints'][number]['rule'], { kind: 'check' }>['condition'];

const checksJson = (condition: Condition, column: string): boolean => {
  if (condition.kind !== 'call' || condition.name.parts.at(-1)?.value.toLowerCase() !== 'json_valid') return false;
  const [argument] = condition.arguments;
  return argument?.kind === 'column' && argument.parts.at(-1)?.value === column;
};
