import type { ColumnDefinition, CreateTable } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { ofColumn } from '../made-definitions.js';
import { isCounting } from '../columns/counters.js';

/**
 * MySQL counts in a column of any key, and SQLite in a primary key alone: where the table has none, such a column is its primary
 * key. https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html
 */
export function withCountingKey(table: CreateTable, t: Translator): CreateTable {
  if (t.source !== 'MYSQL' || t.target !== 'SQLITE') return table;
  const elements = table.elements ?? [];
  const hasPrimaryKey = elements.some((one) =>
    one.kind === 'column-definition'
      ? one.constraints.some(({ rule }) => rule.kind === 'primary-key')
      : one.kind === 'table-constraint' && one.rule.kind === 'table-key' && one.rule.type === 'primary',
  );
  const counting = elements.find(
    (one): one is ColumnDefinition =>
      one.kind === 'column-definition' && one.constraints.some(({ rule }) => isCounting(rule)),
  );
  if (hasPrimaryKey || counting === undefined) return table;
  const { span } = counting;
  const keyed = { ...counting, constraints: [ofColumn({ kind: 'primary-key', span }), ...counting.constraints] };
  return { ...table, elements: elements.map((one) => (one === counting ? keyed : one)) };
}
