import type { CreateIndex, TableConstraint, TableExclusion, TableForeignKey, TableKey } from '../ast/index.js';
import { constraintTail, keyColumns } from './definitions-columns.js';
import { clause, lines, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, indent, line } from './layout.js';
import { option } from './options.js';
import type { Printer, PrintTable } from './printer.js';

/** Keys, constraints and indexes of tables. */
export const keys = {
  'table-constraint': (node, printer) => tableConstraint(node, false, printer),
  'table-key': (node, printer) => tableKey(node, false, printer),
  'table-check': ({ condition }, printer) => concat(['CHECK ', parenthesized(printer.print(condition))]),
  'table-foreign-key': (node, printer) => foreignKey(node, false, printer),
  'table-exclusion': exclusion,
  'exclusion-element': ({ element, operator }, printer) => words(printer.print(element), 'WITH', operator),
  'table-not-null': ({ column }, printer) => clause('NOT NULL', printer.print(column)),
  'table-period': ({ period, columns }, printer) =>
    words('PERIOD FOR', printer.print(period), parenthesizedList(printer.all(columns))),
  'constraint-using-index': ({ type, index }, printer) =>
    words(type === 'primary' ? 'PRIMARY KEY' : 'UNIQUE', 'USING INDEX', printer.print(index)),
  'index-option': (node, printer) => option(node, printer.rules.indexOptions, printer),
  'create-index': createIndex,
} satisfies Partial<PrintTable>;

/** `mayExist` is MariaDB's IF NOT EXISTS, which stands before the name of an index, or that of another constraint. */
export function tableConstraint(node: TableConstraint, mayExist: boolean, printer: Printer): Doc {
  const { name, rule } = node;
  const isKey = rule.kind === 'table-key' || rule.kind === 'table-foreign-key';
  return words(
    name !== undefined && words('CONSTRAINT', mayExist && !isKey && 'IF NOT EXISTS', printer.print(name)),
    isKey ? printer.commented(rule, key(rule, mayExist, printer)) : printer.print(rule),
    ...constraintTail(node),
  );
}

function key(rule: TableKey | TableForeignKey, mayExist: boolean, printer: Printer): Doc {
  return rule.kind === 'table-key' ? tableKey(rule, mayExist, printer) : foreignKey(rule, mayExist, printer);
}

const KEY_WORDS = { primary: 'PRIMARY KEY', index: 'KEY', fulltext: 'FULLTEXT KEY', spatial: 'SPATIAL KEY' } as const;

function tableKey(node: TableKey, mayExist: boolean, printer: Printer): Doc {
  const { type, indexName, nullsNotDistinct, include, options } = node;
  return words(
    type === 'unique' ? printer.rules.uniqueKey : KEY_WORDS[type],
    mayExist && 'IF NOT EXISTS',
    printer.optional(indexName),
    nullsNotDistinct === true && 'NULLS NOT DISTINCT',
    keyElements(node, printer),
    include !== undefined && concat(['INCLUDE ', parenthesizedList(printer.all(include))]),
    ...constraintOptions(options, printer),
  );
}

/** Options of an index that a constraint brings along. */
function constraintOptions(options: TableKey['options'], printer: Printer): Doc[] {
  const styles = printer.rules.constraintOptions;
  return (options ?? []).map((each) => printer.commented(each, option(each, styles, printer)));
}

function keyElements({ elements, withoutOverlaps }: TableKey, printer: Printer): Doc {
  const docs = printer.all(elements);
  const last = docs.pop();
  if (last === undefined) return '()';
  return parenthesizedList([...docs, withoutOverlaps === true ? words(last, 'WITHOUT OVERLAPS') : last]);
}

function foreignKey(node: TableForeignKey, mayExist: boolean, printer: Printer): Doc {
  const { indexName, columns, period, reference } = node;
  return words(
    'FOREIGN KEY',
    mayExist && 'IF NOT EXISTS',
    printer.optional(indexName),
    keyColumns(columns, period, printer),
    printer.print(reference),
  );
}

function exclusion({ method, elements, include, options, where }: TableExclusion, printer: Printer): Doc {
  return words(
    'EXCLUDE',
    method !== undefined && clause('USING', printer.print(method)),
    parenthesizedList(printer.all(elements)),
    include !== undefined && concat(['INCLUDE ', parenthesizedList(printer.all(include))]),
    ...constraintOptions(options, printer),
    where !== undefined && concat(['WHERE ', parenthesized(printer.print(where))]),
  );
}

const INDEX_WORDS = {
  index: 'INDEX',
  unique: 'UNIQUE INDEX',
  fulltext: 'FULLTEXT INDEX',
  spatial: 'SPATIAL INDEX',
} as const;

function createIndex(node: CreateIndex, printer: Printer): Doc {
  const { name, table, method, elements, include, nullsNotDistinct, where, options } = node;
  const head = words(
    'CREATE',
    node.orReplace === true && 'OR REPLACE',
    INDEX_WORDS[node.type],
    node.concurrently === true && 'CONCURRENTLY',
    node.ifNotExists === true && 'IF NOT EXISTS',
    printer.optional(name),
  );
  const target = words(
    clause('ON', words(node.only === true && 'ONLY', printer.print(table))),
    method !== undefined && clause('USING', printer.print(method)),
    parenthesizedList(printer.all(elements)),
  );
  const parts = lines(
    target,
    include !== undefined && concat(['INCLUDE ', parenthesizedList(printer.all(include))]),
    nullsNotDistinct === true && 'NULLS NOT DISTINCT',
    ...printer.all(options ?? []),
    where !== undefined && clause('WHERE', printer.print(where)),
  );
  return group(concat([head, indent(concat([line, parts]))]));
}
