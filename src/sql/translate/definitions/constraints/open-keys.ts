import type { ColumnDefinition, CreateTable, TableElement } from '../../../ast/index.js';
import type { Dialect } from '../../../dialects/index.js';

const SERIAL = /^(?:small|big)?serial$/i;

/**
 * SQLite's primary keys take any number of NULLs, and one of a type that counts in other engines does not count there: whoever
 * leaves it out has rows without a key, which other engines keep in a unique column alone.
 * https://sqlite.org/lang_createtable.html#the_primary_key
 */
export function withOpenKeys(table: CreateTable, from: Dialect): CreateTable {
  if (from.name !== 'SQLITE' || table.elements?.some(isOpen) !== true) return table;
  const isWithoutRowid = (table.options ?? []).some(({ name }) => name === 'WITHOUT ROWID' || name === 'STRICT');
  if (isWithoutRowid) return table;
  return { ...table, elements: table.elements.map((one) => (isOpen(one) ? opened(one) : one)) };
}

const isOpen = (element: TableElement): element is ColumnDefinition =>
  element.kind === 'column-definition' &&
  SERIAL.test(element.type?.name ?? '') &&
  element.constraints.some(({ rule }) => rule.kind === 'primary-key') &&
  !element.constraints.some(({ rule }) => rule.kind === 'not-null');

const opened = (column: ColumnDefinition): ColumnDefinition => ({
  ...column,
  constraints: column.constraints.map((one) =>
    one.rule.kind === 'primary-key' ? { ...one, rule: { kind: 'unique', span: one.rule.span } } : one,
  ),
});
